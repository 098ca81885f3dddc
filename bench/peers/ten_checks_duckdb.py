#!/usr/bin/env python3
"""Runs ten_checks.duckdb.sql with DuckDB's Python module: `ten_checks_duckdb.py FILE.json...`; prints CHECK<TAB>key."""

import pathlib
import sys

import duckdb


def main():
    files = sys.argv[1:]
    largest = max(pathlib.Path(file).stat().st_size for file in files)
    quoted = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    sql = pathlib.Path(__file__).with_name("ten_checks.duckdb.sql").read_text(encoding="utf-8")
    sql = sql.replace("{files}", f"[{quoted}]").replace("{object_bytes}", str(max(2**24, largest + 16)))
    rows = duckdb.connect(":memory:").execute(sql).fetchall()
    sys.stdout.write("".join(f"{check}\t{key}\n" for check, key in rows))


if __name__ == "__main__":
    main()
