#!/usr/bin/env python3
"""The benchmark: makes data, checks that every tool finds exactly what was planted, measures the tools in turn and
prints ratios. `./dev bench` builds what it needs and calls it. Exit status 1: a set of findings differs from the truth.
"""

import argparse
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

import findings
import tables
import tools
from measure import Meter, ToolFailed, medians

BENCH = pathlib.Path(__file__).resolve().parent
EMPTY_ROADMAP = "roadmap:\n  id: empty\n  title: Nothing yet\n"


class Benchmark:
    def __init__(self, arguments):
        self.arguments = arguments
        self.program = arguments.build / "roadlint"
        self.helpers = arguments.build / "bench"
        self.meter = Meter(self.helpers / "bench_measure_process", arguments.time_limit)
        self.all_agree = True

    # --- data -------------------------------------------------------------------------------------------------------

    def data_files(self, milestones, file_count, data_format):
        """The data files and the truth, made unless an earlier run made them with the same generator."""
        sources = b"".join((BENCH / name).read_bytes() for name in
                           ("generate.py", "build_document.py", "vocabulary.py", "find_truth.py", "write_document.py"))
        version = hashlib.sha256(sources).hexdigest()[:8]
        folder = self.arguments.keep / f"{milestones}-{self.arguments.seed}-{file_count}-{data_format}-{version}"
        if not (folder / "complete").exists():
            shutil.rmtree(folder, ignore_errors=True)
            say(f"making {milestones:,} milestones as {data_format} in {file_count} file(s)")
            subprocess.run([sys.executable, BENCH / "generate.py", "--milestones", str(milestones), "--seed",
                            str(self.arguments.seed), "--format", data_format, "--files", str(file_count), "--out",
                            folder], check=True, stderr=subprocess.DEVNULL)
            (folder / "complete").touch()
        return sorted(folder.glob(f"data*.{data_format}")), findings.read_truth(folder / "truth.json")

    # --- one size and format ----------------------------------------------------------------------------------------

    def run_group(self, milestones, data_format):
        arguments = self.arguments
        one, truth = self.data_files(milestones, 1, data_format)
        many, _ = self.data_files(milestones, arguments.files, data_format)
        chosen = [tools.roadlint(self.program, one, 1), tools.bare_reader(self.helpers, data_format, one),
                  *tools.peers(arguments.peers, data_format, one),
                  tools.roadlint(self.program, many, 1, "many")]
        if arguments.threads > 1:
            chosen.append(tools.roadlint(self.program, many, arguments.threads, "many"))
        entries = [{"tool": tool.name, "files": tool.files, "threads": tool.threads, "note": self.verify(tool, truth),
                    "runs": []} for tool in chosen]
        for repetition in range(arguments.repeat):
            for tool, entry in zip(chosen, entries):
                self.measure(tool, entry)
        return {"milestones": milestones, "format": data_format, "files": arguments.files, "findings": len(truth),
                "bytes": sum(file.stat().st_size for file in one), "tools": entries}

    def verify(self, tool, truth):
        """Why the tool cannot be measured; empty when it can. This run also warms the machine up."""
        if tool.missing or tool.read is None:
            return tool.missing
        try:
            difference = findings.describe_difference(self.meter.findings(tool), truth)
        except ToolFailed as failure:
            self.all_agree = self.all_agree and not tool.name.startswith("roadlint")
            say(f"{tool.name}: {failure}")
            return str(failure)
        if difference:
            self.all_agree = False
            say(f"{tool.name}: its findings differ from the truth: {difference}")
            return "its findings differ from the truth"
        return ""

    def measure(self, tool, entry):
        if entry["note"]:
            return
        try:
            entry["runs"].append(self.meter.measure(tool))
        except ToolFailed as failure:
            say(f"{tool.name}: {failure}")
            entry.update(note=str(failure), runs=[])

    def measure_start_up(self):
        roadmap = self.arguments.keep / "empty.yaml"
        roadmap.write_text(EMPTY_ROADMAP, encoding="utf-8")
        tool = tools.Tool("start-up", [self.program, "check", "--quiet", "--threads", 1, roadmap], good_statuses=(0, 1))
        try:
            return [self.meter.measure(tool) for _ in range(max(5, self.arguments.repeat))]
        except ToolFailed as failure:
            say(f"start-up: {failure}")
            self.all_agree = False
            return []

    # --- all --------------------------------------------------------------------------------------------------------

    def run(self):
        groups = []
        for data_format in self.arguments.formats:
            smallest = None
            for milestones in self.arguments.sizes:
                group = self.run_group(milestones, data_format)
                groups.append(group)
                tables.print_group(group, smallest)
                sys.stdout.flush()
                if smallest is None and group["tools"][0]["runs"]:
                    smallest = group
        start_up = self.measure_start_up()
        tables.print_start_up(start_up)
        if self.arguments.json:
            self.write_figures(groups, start_up)
        print("\nEvery tool that ran found exactly what was planted." if self.all_agree else
              "\nNot everything that was planted was found: see the messages.")
        return 0 if self.all_agree else 1

    def write_figures(self, groups, start_up):
        for group in groups:
            for entry in group["tools"]:
                entry["median"] = medians(entry["runs"]) if entry["runs"] else None
        figures = {"seed": self.arguments.seed, "groups": groups, "start_up": {"runs": start_up}}
        self.arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def say(message):
    print(f"bench: {message}", file=sys.stderr, flush=True)


def words_of(choices):
    def parse(text):
        words = [word for word in text.split(",") if word and word != "none"]
        for word in words:
            if word not in choices:
                raise argparse.ArgumentTypeError(f"'{word}' is none of {', '.join(choices)}")
        return words
    return parse


def sizes(text):
    try:
        values = sorted({int(word) for word in text.split(",")})
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no list of numbers") from None
    if values[0] < 2:
        raise argparse.ArgumentTypeError("the smallest size is 2")
    return values


def at_least_one(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is no number from 1")
    return int(text)


def parse_arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measures roadlint beside other tools.",
                                     epilog="`./dev bench --micro` runs the microbenchmarks instead.")
    parser.add_argument("--sizes", type=sizes, default=[1000, 10000], help="numbers of milestones: 1000,10000")
    parser.add_argument("--formats", type=words_of(("json", "yaml")), default=["json", "yaml"], help="json,yaml")
    parser.add_argument("--seed", type=int, default=1, help="which data")
    parser.add_argument("--files", type=at_least_one, default=50, help="number of files for the runs with many")
    parser.add_argument("--threads", type=at_least_one, default=2, help="threads for the last of these runs")
    parser.add_argument("--repeat", type=at_least_one, default=3, help="runs of each tool; medians are shown")
    parser.add_argument("--peers", type=words_of(tools.PEERS), default=list(tools.PEERS),
                        help="other tools: python,sqlite,duckdb or none")
    parser.add_argument("--time-limit", type=float, default=600, help="seconds after which a tool is given up")
    parser.add_argument("--keep", type=pathlib.Path, default=BENCH.parent / "build" / "bench" / "data",
                        help="folder for the data, which later runs use again")
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="write all figures to a file")
    parser.add_argument("--build", type=pathlib.Path, default=BENCH.parent / "build" / "release",
                        help="folder with the programs")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    arguments.keep, arguments.build = arguments.keep.resolve(), arguments.build.resolve()
    arguments.keep.mkdir(parents=True, exist_ok=True)
    return Benchmark(arguments).run()


if __name__ == "__main__":
    sys.exit(main())
