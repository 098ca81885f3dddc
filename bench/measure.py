"""Runs tools and measures them: processor and wall time, peak memory, and the phases that roadlint logs."""

import json
import os
import pathlib
import re
import signal
import statistics
import subprocess
import tempfile

PHASE = re.compile(r"phase ([\w -]+): ([0-9.]+) ms")


class ToolFailed(Exception):
    """A tool did not end as it should; says how."""


class Meter:
    """Measures commands with the program bench_measure_process; none may take longer than `time_limit` seconds."""

    def __init__(self, program, time_limit):
        self.program = program
        self.time_limit = time_limit

    def measure(self, tool):
        """One run: a dictionary with wall_ms, processor_ms, peak_kib and phases."""
        with tempfile.TemporaryDirectory() as folder:
            result = pathlib.Path(folder) / "result.json"
            log = pathlib.Path(folder) / "log"
            with open(log, "wb") as stream:
                self.run([self.program, result, *tool.command], subprocess.DEVNULL, stream)
            if not result.exists():
                raise ToolFailed("could not be measured")
            run = json.loads(result.read_text(encoding="utf-8"))
            text = log.read_text(encoding="utf-8", errors="replace")
        status = run.pop("status")
        if status not in tool.good_statuses:
            raise ToolFailed(f"exit status {status}: {last_line(text)}")
        run["phases"] = {name: float(time) for name, time in PHASE.findall(text)}
        return run

    def findings(self, tool):
        """What the tool finds."""
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as log:
            status = self.run(tool.verify_command or tool.command, output, log)
            output.seek(0)
            log.seek(0)
            if status not in tool.good_statuses:
                text = log.read().decode("utf-8", errors="replace")
                raise ToolFailed(f"exit status {status}: {last_line(text)}")
            return tool.read(output.read().decode("utf-8"))

    def run(self, command, output, log):
        """Runs a command in a process group of its own, so that it can be ended with all that it started."""
        environment = {**os.environ, "ROADLINT_LOG": "info"}
        process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=output, stderr=log,
                                   env=environment, start_new_session=True)
        try:
            return process.wait(self.time_limit)
        except subprocess.TimeoutExpired:
            raise ToolFailed(f"took longer than {self.time_limit:g} s") from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def last_line(text):
    return (text.strip().splitlines() or ["it said nothing"])[-1][:200]


def medians(runs):
    """The medians of several runs of one tool, in the form of one run."""
    result = {name: statistics.median(run[name] for run in runs) for name in ("wall_ms", "processor_ms", "peak_kib")}
    result["phases"] = {name: statistics.median(run["phases"].get(name, 0) for run in runs)
                        for name in runs[0]["phases"]}
    return result
