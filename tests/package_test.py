#!/usr/bin/env python3
"""Makes the Debian package of a finished build, unpacks it into an empty folder, and looks at what a user would get.

    python3 tests/package_test.py --build build/release

The package's fields and dependencies must be right, its files complete, readable by all and free of the folders in
which they were built, and the unpacked program must work from any folder. Two packages of one build must be the same
bytes.
"""

import argparse
import gzip
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile

SOURCE_FOLDER = pathlib.Path(__file__).resolve().parent.parent
SECONDS_PER_COMMAND = 300
# With SOURCE_DATE_EPOCH the package is the same at any time. Any day will do.
EPOCH = 1767225600
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("ROADLINT_")}
ENVIRONMENT |= {"LC_ALL": "C", "SOURCE_DATE_EPOCH": str(EPOCH)}

FIELDS = {
    "Package": "roadlint",
    "Section": "utils",
    "Priority": "optional",
    "Maintainer": "The roadlint maintainers <maintainers@roadlint.example>",
}
# `libc6 (>= 2.34)`; or a name with the version in it, as libraries have whose interface changes with each version.
DEPENDENCY = re.compile(r"[a-z0-9][a-z0-9+.-]+ \((>=|=) [^ ()]+\)|[a-z][a-z0-9+.-]*\d[a-z0-9+.-]*")

FILES = [
    "usr/bin/roadlint",
    "usr/share/man/man1/roadlint.1.gz",
    "usr/share/bash-completion/completions/roadlint",
    "usr/share/zsh/vendor-completions/_roadlint",
    "usr/share/fish/vendor_completions.d/roadlint.fish",
    "usr/share/doc/roadlint/copyright",
    "usr/share/doc/roadlint/README.md",
    "usr/share/doc/roadlint/docs/language.md",
    "usr/share/roadlint/rules/roadmap.model",
    "usr/share/roadlint/rules/example/agenda.yaml",
]
SECTIONS_OF_MANUAL = ["NAME", "SYNOPSIS", "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"]

ROADMAP = """\
roadmap:
  id: H2
  title: Hydrogen
  goals:
    - id: H2-1
      title: Electrolysis at scale
      milestones:
        - {id: H2-M1, title: Pilot plant, due: 2027-Q2}
"""


def run(*words, cwd=None):
    return subprocess.run([str(word) for word in words], cwd=cwd, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS_PER_COMMAND, check=False,
                          encoding="utf-8", errors="backslashreplace")


def must_run(*words, cwd=None):
    result = run(*words, cwd=cwd)
    if result.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout


def make_package(build, folder):
    """The path of the package, made in the folder."""
    must_run("cpack", "--config", build / "CPackConfig.cmake", "-G", "DEB", "-B", folder)
    packages = list(folder.glob("*.deb"))
    if len(packages) != 1:
        sys.exit(f"cpack made {len(packages)} packages, expected one")
    return packages[0]


def wrong_fields(package, program):
    expected = {**FIELDS, "Architecture": must_run("dpkg", "--print-architecture").strip(),
                "Version": must_run(program, "version").split()[-1]}
    for name, value in expected.items():
        found = must_run("dpkg-deb", "--field", package, name).strip()
        if found != value:
            yield f"field {name} is `{found}`, expected `{value}`"
    description = must_run("dpkg-deb", "--field", package, "Description").splitlines()
    if len(description) < 2 or not description[0]:
        yield "field Description has no synopsis or no text below it"
    name = f"roadlint_{expected['Version']}_{expected['Architecture']}.deb"
    if package.name != name:
        yield f"the package is called {package.name}, expected {name}"


def wrong_dependencies(package):
    dependencies = must_run("dpkg-deb", "--field", package, "Depends").strip().split(", ")
    if not any(dependency.startswith("libc6 ") for dependency in dependencies):
        yield "the package does not depend on libc6"
    for dependency in dependencies:
        if not DEPENDENCY.fullmatch(dependency):
            yield f"dependency `{dependency}` is no name with a version"


def wrong_files(root):
    for name in FILES:
        if not (root / name).is_file():
            yield f"{name} is missing"
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root)
        mode = path.lstat().st_mode
        if path.lstat().st_mtime != EPOCH:
            yield f"{name} does not have the time of SOURCE_DATE_EPOCH"
        if mode & stat.S_IWOTH and not path.is_symlink():
            yield f"{name} is writable by all"
        if not mode & stat.S_IROTH:
            yield f"{name} is not readable by all"


def content_of(path):
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content


def wrong_contents(root, build):
    """Files that know where they were built."""
    folders = {os.fsencode(SOURCE_FOLDER), os.fsencode(build)}
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        content = content_of(path)
        for folder in folders:
            if folder in content:
                yield f"{path.relative_to(root)} contains {os.fsdecode(folder)}"


def wrong_manual(root):
    page = content_of(root / "usr/share/man/man1/roadlint.1.gz").decode("utf-8")
    for section in SECTIONS_OF_MANUAL:
        if f"\n.SH {section}\n" not in page:
            yield f"the manual page has no section {section}"


def wrong_completions(root):
    for name in (name for name in FILES if "complet" in name):
        if "check" not in (root / name).read_text(encoding="utf-8"):
            yield f"{name} does not complete the command check"


def rules_written_in(folder):
    """Every pack with the names of the rules that stand in its files."""
    packs = {}
    for path in folder.glob("*/*.rules"):
        names = re.findall(r"^rule\s+([a-z0-9-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        packs.setdefault(path.parent.name, set()).update(names)
    return packs


def wrong_rules(root, program, elsewhere):
    listed = {line.split()[0] for line in must_run(program, "rules", cwd=elsewhere).splitlines() if line.strip()}
    packs = rules_written_in(root / "usr/share/roadlint/rules")
    expected = rules_written_in(SOURCE_FOLDER / "rules")
    if packs != expected:
        yield f"the copies of the packs are not those of the source: {sorted(packs)}, expected {sorted(expected)}"
    for pack, names in sorted(packs.items()):
        for name in sorted(names - listed):
            yield f"`roadlint rules` does not list {name} of the pack {pack}"


def wrong_check(root, program, elsewhere):
    (elsewhere / "small.yaml").write_text(ROADMAP, encoding="utf-8")
    for rules in [], ["--rules", root / "usr/share/roadlint/rules"]:
        result = run(program, "check", "small.yaml", "--as-of", "2026-06-29", *rules, cwd=elsewhere)
        text = "error[milestone-owner]: H2-M1 (Pilot plant)"
        if result.returncode != 1 or text not in result.stdout:
            yield f"check {' '.join(map(str, rules))} ended with {result.returncode}, without `{text}`: {result.stdout}"
    example = run(program, "check", root / "usr/share/roadlint/rules/example", "--as-of", "2026-06-29", cwd=elsewhere)
    if example.returncode != 0:
        yield f"the example has findings: {example.stdout}"


def wrong_bytes(package, build, folder):
    if make_package(build, folder).read_bytes() != package.read_bytes():
        yield "a second package of the same build has other bytes"


def wrong_in(build, folder):
    """Sentences about what is not as it should be."""
    root, elsewhere = folder / "root", folder / "elsewhere"
    for name in (root, elsewhere, folder / "first", folder / "second"):
        name.mkdir()
    package = make_package(build, folder / "first")
    must_run("dpkg-deb", "-x", package, root)
    missing = [text for text in wrong_files(root) if text.endswith("is missing")]
    if missing:
        return missing
    program = root / "usr/bin/roadlint"
    checks = [wrong_fields(package, program), wrong_dependencies(package), wrong_files(root),
              wrong_contents(root, build), wrong_manual(root), wrong_completions(root),
              wrong_rules(root, program, elsewhere), wrong_check(root, program, elsewhere),
              wrong_bytes(package, build, folder / "second")]
    return [text for check in checks for text in check]


def main():
    parser = argparse.ArgumentParser(description="Makes and examines the Debian package.")
    parser.add_argument("--build", required=True, help="folder of a finished build")
    build = pathlib.Path(parser.parse_args().build).resolve()
    missing = [name for name in ("cpack", "dpkg", "dpkg-deb", "dpkg-shlibdeps") if not shutil.which(name)]
    if missing:
        sys.exit(f"needed and not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="roadlint-package-") as name:
        wrong = wrong_in(build, pathlib.Path(name))
    for sentence in wrong:
        print(sentence)
    print(f"the package has {len(wrong)} faults" if wrong else "the package is as it should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
