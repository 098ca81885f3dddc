#!/usr/bin/env python3
"""Makes the data of the benchmark: roadmaps with planted defects, and the findings that every tool must report.

Writes OUT/data.json and OUT/data.yaml (with --files K above 1: data-000.json ...), the same data in both formats, and
OUT/truth.json: for each of the checks C1 to C10 the sorted keys. The same options give the same bytes.
"""

import argparse
import gc
import json
import pathlib
import sys

from build_document import build_document
from find_truth import find_truth
from write_document import write_json, write_yaml

WRITERS = {"json": write_json, "yaml": write_yaml}


def split_document(document, file_count):
    """The document in parts: roadmaps in order, funding lines with their roadmap, all programmes in the first part."""
    if file_count == 1:
        return [document]
    parts = [{"programmes": [], "roadmaps": [], "funding": []} for _ in range(file_count)]
    parts[0]["programmes"] = document["programmes"]
    part_of = {}
    for number, roadmap in enumerate(document["roadmaps"]):
        part = parts[number * file_count // len(document["roadmaps"])]
        part["roadmaps"].append(roadmap)
        part_of[roadmap["id"]] = part
    for line in document["funding"]:
        part_of[line["roadmap"]]["funding"].append(line)
    return parts


def write_files(document, formats, file_count, out):
    parts = split_document(document, file_count)
    for name in formats:
        for number, part in enumerate(parts):
            stem = "data" if file_count == 1 else f"data-{number:03}"
            with open(out / f"{stem}.{name}", "w", encoding="utf-8", newline="\n") as stream:
                WRITERS[name](part, stream)


def parse_arguments():
    parser = argparse.ArgumentParser(description="Makes the data of the benchmark.")
    parser.add_argument("--milestones", type=int, required=True, help="how many, at least 2")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", default="json", help="json, yaml or json,yaml")
    parser.add_argument("--files", type=int, default=1, help="into how many files the data is split")
    parser.add_argument("--defect-rate", type=float, default=0.05, help="share of records with a planted defect")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder to write to")
    arguments = parser.parse_args()
    arguments.format = arguments.format.split(",")
    if arguments.milestones < 2 or arguments.files < 1 or not 0 <= arguments.defect_rate <= 1:
        parser.error("--milestones must be 2 or more, --files 1 or more, --defect-rate from 0 to 1")
    if unknown := [name for name in arguments.format if name not in WRITERS]:
        parser.error(f"--format: there is no format '{unknown[0]}'")
    return arguments


def main():
    arguments = parse_arguments()
    gc.disable()  # millions of records that all stay: collecting would only walk over them
    document = build_document(arguments.milestones, arguments.seed, arguments.defect_rate)
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_files(document, arguments.format, arguments.files, arguments.out)
    truth = find_truth(document)
    with open(arguments.out / "truth.json", "w", encoding="utf-8") as stream:
        json.dump(truth, stream, ensure_ascii=False, indent=0)
        stream.write("\n")
    counts = " ".join(f"{check}={len(keys)}" for check, keys in truth.items())
    print(f"{arguments.milestones} milestones, {len(document['funding'])} funding lines, findings: {counts}",
          file=sys.stderr)


if __name__ == "__main__":
    main()
