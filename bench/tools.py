"""The tools that are compared: how each is called, for which files, and whether it is there."""

import dataclasses
import pathlib
import shutil
import subprocess
import sys
import typing

import findings

BENCH = pathlib.Path(__file__).resolve().parent
RULES = BENCH / "ten-checks.rules"
SQLITE_TEXT_LIMIT = 1_000_000_000  # bytes of one text, unless SQLite was built otherwise
PEERS = ("python", "sqlite", "duckdb")


@dataclasses.dataclass
class Tool:
    """A command that is run and measured. `read` makes a set of findings of its output; None for a bare reader."""

    name: str
    command: list
    read: typing.Callable | None = None
    verify_command: list | None = None  # with a report of the findings, where the measured command has none
    good_statuses: tuple = (0,)
    missing: str = ""  # why it cannot be run
    files: str = "one"  # or "many"
    threads: int = 1


def roadlint(program, files, threads, kind="one"):
    name = f"roadlint, {threads} thread" + ("s" if threads > 1 else "")
    if kind == "many":
        name += f", {len(files)} files"
    command = [program, "check", "--rules", RULES, "--threads", threads]
    return Tool(name, [*command, "--quiet", *files], findings.read_roadlint,
                verify_command=[*command, "--format", "json", *files], good_statuses=(0, 1), files=kind,
                threads=threads)


def bare_reader(folder, data_format, files):
    library = {"json": "simdjson", "yaml": "yaml-cpp"}[data_format]
    return Tool(f"bare reader, {library}", [folder / f"bench_{data_format}_reader", *files])


def peers(names, data_format, files):
    """The tools with these names that read the format."""
    makers = {"json": {"python": python, "sqlite": sqlite, "duckdb": duckdb}, "yaml": {"python": python}}
    return [makers[data_format][name](files) for name in names if name in makers[data_format]]


def python(files):
    tool = Tool("Python", [sys.executable, BENCH / "peers" / "ten_checks.py", *files], findings.read_lines)
    if files[0].suffix == ".yaml" and not succeeds([sys.executable, "-c", "import yaml; yaml.CSafeLoader"]):
        tool.missing = "PyYAML with its C loader is not installed"
    return tool


def sqlite(files):
    texts = " UNION ALL ".join(f"SELECT CAST(readfile({quoted(file)}) AS TEXT) AS text" for file in files)
    command = ["sqlite3", "-batch", "-noheader", "-separator", "\t", ":memory:",
               f"CREATE TEMP TABLE document AS {texts}", f".read {quoted(BENCH / 'peers' / 'ten_checks.sqlite.sql')}"]
    tool = Tool("SQLite", command, findings.read_lines)
    if shutil.which("sqlite3") is None:
        tool.missing = "not installed"
    elif max(file.stat().st_size for file in files) >= SQLITE_TEXT_LIMIT:
        tool.missing = "takes no text of 1 GB"
    return tool


def duckdb(files):
    """With its Python module, else with its package for Node.js."""
    script = BENCH / "peers" / "ten_checks_duckdb"
    tool = Tool("DuckDB", [sys.executable, script.with_suffix(".py"), *files], findings.read_lines)
    if not succeeds([sys.executable, "-c", "import duckdb"]):
        tool.command = ["node", script.with_suffix(".js"), *files]
        if not succeeds(["node", "-e", "require('@duckdb/node-api')"]):
            tool.missing = "not installed"
    return tool


def quoted(path):
    return "'" + str(path).replace("'", "''") + "'"


def succeeds(command):
    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False
