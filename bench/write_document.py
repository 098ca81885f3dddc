"""Writes a document of the benchmark as JSON (compact, one record a line) or as YAML (block style, as people write)."""

import json
import re

ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Text that means itself in YAML without quotes. Everything else is quoted as in JSON, which YAML understands.
PLAIN = re.compile(r"[A-Za-zÄÖÜäöüß][\w ,.()/+-]*[\w.)]")
DATE = re.compile(r"\d{4}-\d\d-\d\d")
RESERVED = {"true", "false", "null", "yes", "no", "on", "off"}


def write_json(document, stream):
    separator = "{"
    for name, records in document.items():
        stream.write(f'{separator}"{name}":[\n')
        for number, record in enumerate(records):
            stream.write((",\n" if number else "") + ENCODE(record))
        separator = "],\n"
    stream.write("]}\n")


def write_yaml(document, stream):
    for name, records in document.items():
        stream.write(f"{name}:\n" if records else f"{name}: []\n")
        for record in records:
            lines = []
            add_record(record, "  ", lines)
            stream.write("\n".join(lines) + "\n")


def add_record(record, indentation, lines):
    """One entry of a list: the first field stands behind the dash."""
    lead = indentation + "- "
    for name, value in record.items():
        add_field(lead, name, value, lines)
        lead = indentation + "  "


def add_field(lead, name, value, lines):
    inner = " " * len(lead)
    if isinstance(value, dict):
        lines.append(f"{lead}{name}:")
        for part, part_value in value.items():
            lines.append(f"{inner}  {part}: {scalar(part_value)}")
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        lines.append(f"{lead}{name}:")
        for record in value:
            add_record(record, inner + "  ", lines)
    elif isinstance(value, list):
        lines.append(f"{lead}{name}: [{', '.join(map(scalar, value))}]")
    else:
        lines.append(f"{lead}{name}: {scalar(value)}")


def scalar(value):
    if not isinstance(value, str):
        return ENCODE(value)
    if DATE.fullmatch(value) or (PLAIN.fullmatch(value) and value not in RESERVED):
        return value
    return ENCODE(value)
