#!/usr/bin/env python3
"""Checks every #include of the sources against the layers of the design (docs/architecture.md).

Run from the project root; names file and line of each violation and exits with 1 if there is one. First it checks
itself: planted violations must be found.
"""

import fnmatch
import pathlib
import re
import sys

# Which of our own headers the files of a folder may include, besides those of the same folder. The first row whose
# folder holds the file counts; a target is a folder (with `/` at the end) or one header.
OWN_HEADERS = [
    ("base/", []),
    ("values/", ["base/"]),
    ("dsl/typed/", ["base/", "values/"]),
    ("dsl/syntax/", ["base/", "values/"]),
    ("dsl/check/", ["base/", "values/", "dsl/typed/", "dsl/syntax/ast.hpp", "dsl/syntax/parse.hpp"]),
    ("dsl/formatter/", ["base/", "dsl/syntax/ast.hpp", "dsl/syntax/parse.hpp"]),
    ("engine/", ["base/", "values/", "dsl/typed/"]),
    ("gate/", ["base/", "values/", "dsl/typed/model.hpp", "engine/outcome.hpp", "engine/tables.hpp", "engine/records_at.hpp",
               "engine/fingerprint.hpp", "engine/finding_order.hpp", "engine/load/events.hpp", "engine/load/load.hpp"]),
    ("report/", ["base/", "values/", "engine/outcome.hpp", "engine/overview.hpp"]),
    ("answers/", ["base/", "values/", "engine/outcome.hpp", "report/list_words.hpp", "report/plain_text.hpp",
                  "report/proposal_words.hpp", "report/xlsx_rows.hpp"]),
    ("cli/", ["base/", "values/", "dsl/", "engine/", "gate/", "report/", "answers/"]),
    ("tests/twin/evaluator/", ["base/", "values/", "dsl/typed/", "engine/value.hpp", "engine/value_arithmetic.hpp", "engine/tables.hpp",
                               "engine/rule_outcomes.hpp", "engine/same_values.hpp", "engine/text_functions.hpp"]),
    ("tests/", ["base/", "values/", "dsl/", "engine/", "gate/", "report/", "answers/", "cli/"]),
    ("bench/", ["base/", "values/", "dsl/", "engine/", "report/", "cli/"]),
]

# Which files may include a third-party header: the first pattern that fits the header counts. Headers without a dot
# belong to the standard library and are free; every other header must have a row.
THIRD_PARTY = [
    ("boost/multiprecision/*", ["values/*.cpp"]),
    ("boost/*", ["dsl/syntax/*"]),
    ("re2/*", ["values/*.cpp"]),
    ("yaml-cpp/*", ["engine/load/*.cpp", "bench/readers/*.cpp"]),
    ("simdjson*", ["engine/load/*.cpp", "engine/load/json_walk.hpp", "bench/readers/*.cpp"]),
    ("fmt/*", ["engine/*.cpp", "report/*.cpp", "answers/*.cpp", "cli/*.cpp"]),
    ("nlohmann/*", ["gate/*.cpp", "report/*.cpp", "report/json_values.hpp", "tests/*"]),
    ("pugixml*", ["report/write_junit.cpp", "answers/xlsx_*", "tests/unit/report/*"]),
    ("zip.h", ["answers/zip_archive.cpp"]),
    ("xlsxwriter*", ["report/*.cpp", "report/xlsx_*.hpp"]),
    ("nettle/*", ["report/*.cpp"]),
    ("CLI/*", ["cli/*", "tests/unit/cli/*"]),
    ("spdlog/*", ["cli/*"]),
    ("catch2/*", ["tests/*"]),
    ("benchmark/*", ["bench/micro/*"]),
    ("fcntl.h", ["cli/*.cpp"]),
    ("unistd.h", ["cli/*.cpp", "report/xlsx_file.cpp", "bench/measure_process.cpp"]),
    ("sys/*", ["cli/*.cpp", "report/xlsx_file.cpp", "bench/measure_process.cpp"]),
    ("signal.h", ["cli/*.cpp"]),
    ("poll.h", ["cli/*.cpp"]),
    ("spawn.h", ["cli/*.cpp"]),
    ("malloc.h", ["cli/*.cpp"]),
]

SOURCE_SUFFIXES = {".cpp", ".hpp"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>)', re.MULTILINE)


def own_folder_row(path):
    return next(((folder, allowed) for folder, allowed in OWN_HEADERS if path.startswith(folder)), None)


def violation_of_own_header(path, header):
    """Says what is wrong with including one of our headers, or None."""
    row = own_folder_row(path)
    if row is None:
        return "its folder has no row in the table of layers"
    folder, allowed = row
    for target in [folder, *allowed]:
        if header == target or (target.endswith("/") and header.startswith(target)):
            return None
    return f"{folder} may include only {', '.join([folder, *allowed])}"


def violation_of_foreign_header(path, header):
    """Says what is wrong with including a header that is not ours, or None."""
    if "." not in header and "/" not in header:
        return None
    for pattern, allowed in THIRD_PARTY:
        if fnmatch.fnmatchcase(header, pattern):
            if any(fnmatch.fnmatchcase(path, place) for place in allowed):
                return None
            return f"it may be included only in {', '.join(allowed)}"
    return "it is not in the table of third-party headers"


def violations(path, text, own_headers):
    """Yields "file:line: message" for each include of the text that breaks a layer."""
    for match in INCLUDE.finditer(text):
        quoted, bracketed = match.groups()
        header = quoted or bracketed
        if header in own_headers:
            reason = violation_of_own_header(path, header)
        elif quoted:
            reason = "there is no such file below the project root, from which our includes are written"
        else:
            reason = violation_of_foreign_header(path, header)
        if reason:
            line = text.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: includes {header}, but {reason}"


def check_tree(root):
    """All violations of the sources below the root, and the number of files read."""
    folders = [folder.rstrip("/") for folder, _ in OWN_HEADERS if folder.count("/") == 1] + ["dsl"]
    files = sorted(path for folder in folders for path in (root / folder).rglob("*") if path.is_file())
    own_headers = {path.relative_to(root).as_posix() for path in files}
    sources = [path for path in files if path.suffix in SOURCE_SUFFIXES]
    found = []
    for path in sources:
        text = path.read_text(encoding="utf-8")
        found += violations(path.relative_to(root).as_posix(), text, own_headers)
    return found, len(sources)


SELF_TEST_HEADERS = {
    "base/span.hpp", "values/number.hpp", "dsl/syntax/ast.hpp", "dsl/syntax/expression_def.hpp",
    "dsl/typed/program.hpp", "engine/outcome.hpp", "engine/load/events.hpp", "report/report.hpp",
}

# (file, its text, what must be reported; None when nothing may be)
SELF_TEST_CASES = [
    ("base/span.cpp", '#include "base/span.hpp"\n#include <vector>\n', None),
    ("engine/plan/plan.cpp", '#include "dsl/typed/program.hpp"\n', None),
    ("engine/load/yaml_reader.cpp", "#include <yaml-cpp/eventhandler.h>\n", None),
    ("tests/unit/base/span_test.cpp", '#include <catch2/catch.hpp>\n#include "base/span.hpp"\n', None),
    ("base/span.cpp", '// why\n#include "values/number.hpp"\n', "base/span.cpp:2: includes values/number.hpp"),
    ("engine/evaluate.cpp", '\n\n#  include "dsl/syntax/ast.hpp"\n', "engine/evaluate.cpp:3: includes dsl/syntax/"),
    ("dsl/check/check.cpp", '#include "dsl/syntax/expression_def.hpp"\n', "dsl/check/check.cpp:1: includes dsl/"),
    ("dsl/check/check.cpp", "#include <boost/spirit/home/x3.hpp>\n", "dsl/check/check.cpp:1: includes boost/spirit"),
    ("report/write_json.cpp", '#include "engine/load/events.hpp"\n', "report/write_json.cpp:1: includes engine/load"),
    ("values/number.hpp", "#include <boost/multiprecision/cpp_int.hpp>\n", "values/number.hpp:1: includes boost/multi"),
    ("engine/tables.cpp", "#include <yaml-cpp/yaml.h>\n", "engine/tables.cpp:1: includes yaml-cpp/yaml.h"),
    ("base/utf8.cpp", "#include <unicode/uchar.h>\n", "not in the table of third-party headers"),
    ("cli/main.cpp", '#include "options.hpp"\n', "no such file below the project root"),
    ("tests/twin/evaluator/logic.cpp", '#include "engine/load/events.hpp"\n', "tests/twin/evaluator/ may include only"),
    ("tools/new.cpp", '#include "base/span.hpp"\n', "no row in the table of layers"),
]


def self_test():
    """What the check gets wrong about the planted cases."""
    wrong = []
    for path, text, expected in SELF_TEST_CASES:
        found = list(violations(path, text, SELF_TEST_HEADERS))
        if (expected is None and found) or (expected is not None and (len(found) != 1 or expected not in found[0])):
            wrong.append(f"self-test: {path}: expected {expected or 'no violation'}, found {found}")
    return wrong


def main():
    found = self_test()
    tree_violations, file_count = check_tree(pathlib.Path("."))
    found += tree_violations
    if file_count == 0:
        found.append("no sources found: run this from the project root")
    for message in found:
        print(message)
    print(f"layers: {file_count} files, {len(found)} violations")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
