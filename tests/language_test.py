#!/usr/bin/env python3
"""Looks for English left over in German reports for stakeholders, and for German in English ones.

Reports are written over data of both languages, over data full of mistakes, and with everything that a gate adds. What
they quote of the data is taken out of them; so are names of rules, fields and files, and code in back-ticks. No word of
the rest may be one without which the other language cannot make a sentence ("the", "der"). A page holds both languages:
each element is held against its own. The texts of the rules are looked at one by one, as no data violates all of them.
In the model every word that an enumeration allows has a name for people, and no message shows it as the data writes it.

    python3 tests/language_test.py --roadlint build/release/roadlint
"""

import argparse
import csv
import dataclasses
import html
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
import zipfile

import yaml

SECONDS_PER_COMMAND = 300
PROJECT = pathlib.Path(__file__).resolve().parent.parent
AS_OF = ["--as-of", "2026-06-29"]
FORMATS = {"html": "html", "xlsx": "xlsx", "csv": "csv", "markdown": "md", "text": "txt", "protocol": "protocol.md"}
LANGUAGES = ("en", "de")
# Shorter texts of the data are names, and might be words of a sentence of ours.
SHORTEST_QUOTATION = 8
# Long values are shown up to some length; so much of them is looked for.
QUOTATION_HEAD = 24
SHOWN_AROUND = 40
FAULTS_SHOWN = 20

# Words without which nobody writes a sentence, as far as the other language does not have them.
FUNCTION_WORDS = {
    "en": """the of is are and or not no which with by for from has have been be it its that this to as on at there when
        them those their were than would cannot does if but any each every other see should must may
        error errors warning warnings note notes finding findings rule rules file files help waived undecidable
        absent weeks months years January March October December""",
    "de": """der die das des dem den ein eine einen einer einem eines ist sind und oder nicht mit von für auf bei zum zur
        zu wird werden wurde kein keine keinen nach aus über durch bis im vom dass es sich auch noch wie wenn ohne unter
        beim als bitte fehler warnung warnungen hinweis hinweise befund befunde regel regeln datei dateien beleg abhilfe
        ausgenommen fehlt wochen monate jahre Januar März Oktober Dezember""",
}
WORDS_OF = {language: frozenset(words.lower().split()) for language, words in FUNCTION_WORDS.items()}
OTHER = {"en": "de", "de": "en"}
# Names of things that are called so in either language.
PROPER_NAMES = re.compile(r"Gauss Centre for Supercomputing|\bIT\b")

ALIAS = re.compile(r"[&*]\w")
# Code, blocks of hashes, and names: whatever has a digit or a sign inside of it.
CODE = re.compile(r"```.*?```|`[^`]*`", re.DOTALL)
TOKEN = re.compile(r"[^\s„“”«»()]+")
WORD = re.compile(r"^[A-Za-zÄÖÜäöüß]+$")
# How the model writes words, not how people do: `in_progress`.
MACHINE_WORD = re.compile(r"^[a-z]+(_[a-z]+)+$")
# Members of enumerations that are called the same in both languages, letter case aside.
SAME_IN_BOTH = frozenset("input ipcei national nominal output real transfer".split())


@dataclasses.dataclass
class Case:
    """Paths and options of a check, from a folder; which languages of its data may be quoted does not matter."""
    name: str
    arguments: list[str]
    folder: pathlib.Path
    # Files whose texts the reports may quote.
    data: list[pathlib.Path]


# --- what the data says ----------------------------------------------------------------------------------------------


def scalars(value):
    """All texts of a document, keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from scalars(key)
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    elif isinstance(value, str):
        yield value


def texts_of(path):
    """Texts of a file, and its comments; line by line when it is not well-formed, or may unfold to a large tree."""
    text = path.read_text(encoding="utf-8", errors="replace")
    lines = text.splitlines()
    comments = [line.partition("#")[2] for line in lines if "#" in line]
    parts = [line.partition(":")[2].strip(" \"'") for line in lines]
    if ALIAS.search(text):
        return comments + parts
    try:
        return comments + list(scalars(yaml.load(text, yaml.CSafeLoader)))
    except (yaml.YAMLError, ValueError, RecursionError):
        return comments + parts


def quotations(paths):
    """What reports may quote, the longest first, with its blanks as a report on one line has them."""
    found = {" ".join(text.split()) for path in paths for text in texts_of(path)}
    return sorted((text for text in found if len(text) >= SHORTEST_QUOTATION), key=len, reverse=True)


def without_quotations(text, quoted):
    """The text without quotations; of those that were shortened, without what is left of them."""
    for quotation in quoted:
        text = text.replace(quotation, "“”")
        if len(quotation) > QUOTATION_HEAD:
            text = without_beginnings(text, quotation)
    return text


def without_beginnings(text, quotation):
    """The text without the longest beginning of a quotation, wherever it has one."""
    head, *rests = text.split(quotation[:QUOTATION_HEAD])
    end_of_quotation = quotation[QUOTATION_HEAD:]
    return head + "".join("“”" + rest[len(os.path.commonprefix([rest[:len(end_of_quotation)], end_of_quotation])):]
                          for rest in rests)


def foreign_words(text, language):
    """Words of the other language, each with what stands around it."""
    text = PROPER_NAMES.sub("", CODE.sub("“”", text))
    wanted = WORDS_OF[OTHER[language]]
    for token in TOKEN.finditer(text):
        word = token.group().strip(".,:;!?…\"'*|&#")
        is_plain = WORD.match(word) and (word.islower() or word.istitle())
        if is_plain and word.lower() in wanted:
            yield f"`{word}` in: {text[max(0, token.start() - SHOWN_AROUND):token.end() + SHOWN_AROUND]}"


# --- what the reports say --------------------------------------------------------------------------------------------


def texts_of_csv(data, language):
    for row in csv.reader(io.StringIO(data.decode("utf-8"))):
        for cell in row:
            yield language, cell


def texts_of_lines(data, language):
    """Each paragraph is a text, since lines are wrapped."""
    text = html.unescape(data.decode("utf-8"))
    for paragraph in re.split(r"\n\s*\n", CODE.sub("“”", text)):
        yield language, re.sub(r"\\(?=[^\w\s])", "", paragraph)


def texts_of_xlsx(data, language):
    """Cells, names of sheets, and what a spreadsheet shows beside them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith(".xml"):
                continue
            for element in xml.etree.ElementTree.fromstring(archive.read(name)).iter():
                tag = element.tag.rpartition("}")[2]
                if tag in ("t", "title", "subject", "formula1") and element.text:
                    yield language, element.text
                if tag == "sheet":
                    yield language, element.get("name")
                if tag == "dataValidation":
                    for attribute in ("promptTitle", "prompt", "errorTitle", "error"):
                        yield language, element.get(attribute) or ""


def texts_of_html(data, language):
    """Texts of elements and of attributes, each with the language of the nearest element that names one."""
    page = xml.etree.ElementTree.fromstring(data)
    spoken = ("alt", "title", "placeholder", "aria-label")

    def walk(element, own):
        own = element.get("lang", own)
        tag = element.tag.rpartition("}")[2]
        for name, value in element.attrib.items():
            if name.startswith("data-") and name[-3:] in ("-en", "-de"):
                yield name[-2:], value
            elif name in spoken:
                yield own, value
        if tag not in ("script", "style"):
            if element.text:
                yield own, f"`{element.text}`" if tag == "code" else element.text
            for child in element:
                yield from walk(child, own)
                if child.tail:
                    yield own, child.tail

    yield from walk(page, language)


READERS = {"html": texts_of_html, "xlsx": texts_of_xlsx, "csv": texts_of_csv, "markdown": texts_of_lines,
           "text": texts_of_lines, "protocol": texts_of_lines}


# --- the cases -------------------------------------------------------------------------------------------------------


def run(arguments, folder):
    return subprocess.run(arguments, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          encoding="utf-8", errors="backslashreplace", timeout=SECONDS_PER_COMMAND, check=False)


GATE_WAIVERS = """\
schema: roadlint/waivers/1
waivers:
  - rule: milestone-owner
    subject: KI-WI4
    reason: Xyzzy
    approver: ABC
    date: 2026-01-05
    expires: 2026-12-31
    reference: A-7
  - {rule: milestone-owner, subject: KI-WI5, reason: Xyzzy, expires: 2026-02-01}
  - {rule: milestone-owner, subject: KI-WI6, reason: Xyzzy, expires: 2026-07-05}
  - {rule: milestone-owner, subject: NONE, reason: Xyzzy, expires: 2026-12-31}
"""
GATE_CONFIGURATION = """\
letterhead:
  organisation: ABC
  department: DEF
  address: GHI
  contact: JKL
  reference: MNO
  answer-within: 4 weeks
"""
BROKEN_FILES = {
    "broken.yaml": b"roadmap: {id: \xff\xfe, title: \"open\n",
    "empty.yaml": b"",
    "open.yaml": b"roadmap: {id: X, title: \"open\n",
    "tab.yaml": b"roadmap:\n\tid: X\n",
    "twice.yaml": b"roadmap:\n  id: X\n  id: Y\n",
}


def write_gate(folder, roadlint):
    """The roadmaps with waivers of all kinds, a baseline, a letterhead, and files that cannot be read."""
    shutil.copytree(PROJECT / "roadmaps", folder / "roadmaps")
    (folder / "waivers.yaml").write_text(GATE_WAIVERS, encoding="utf-8")
    (folder / "roadlint.yaml").write_text(GATE_CONFIGURATION, encoding="utf-8")
    made = run([roadlint, "baseline", "create", "known.json", "roadmaps", "--select", "milestone-without-measure", *AS_OF],
               folder)
    if made.returncode != 0:
        sys.exit("the baseline cannot be made:\n" + made.stderr)
    known = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    known["findings"][0]["rule"] = "gone-rule"
    known["findings"][1]["fingerprint"] = "0123456789abcdef"
    (folder / "known.json").write_text(json.dumps(known), encoding="utf-8")
    (folder / "nothing").mkdir()
    for name, data in BROKEN_FILES.items():
        (folder / "roadmaps" / name).write_bytes(data)


def files_in(folder):
    return sorted(path for path in folder.rglob("*")
                  if path.is_file() and path.suffix in (".yaml", ".yml", ".json") and path.stat().st_size < 1_000_000)


def cases_in(folder, roadlint):
    write_gate(folder, roadlint)
    gate = ["--waivers", "waivers.yaml", "--baseline", "known.json", "--fail-on", "warning", "--show-waived"]
    mistakes = PROJECT / "tests" / "golden" / "data"
    return [
        Case("data in German", ["roadmaps"], PROJECT, files_in(PROJECT / "roadmaps")),
        Case("data in English", ["rules/example"], PROJECT, files_in(PROJECT / "rules" / "example")),
        Case("waivers, a baseline and files that cannot be read", ["roadmaps", *gate], folder, files_in(folder)),
        Case("data full of mistakes", ["tests/golden/data"], PROJECT, files_in(mistakes)),
        Case("no data", ["nothing"], folder, []),
    ]


def wrong_in_case(case, roadlint, language, folder):
    """Sentences about words of the other language in the reports of one check, and in the list of its findings."""
    wrong = []
    quoted = quotations(case.data)
    reports = {name: folder / f"report.{ending}" for name, ending in FORMATS.items()}
    formats = [word for name, path in reports.items() for word in ("--format", f"{name}={path}")]
    result = run([roadlint, "check", *case.arguments, *AS_OF, "--lang", language, *formats], case.folder)
    if result.returncode not in (0, 1, 3):
        return [f"exit status {result.returncode}\n{result.stderr}"]
    for name, path in reports.items():
        for own in LANGUAGES:
            # Each text on a line of its own, and no text twice.
            texts = {" ".join(text.split()) for of, text in READERS[name](path.read_bytes(), language) if of == own}
            said = without_quotations("\n".join(sorted(texts)), quoted)
            faults = {fault for line in said.splitlines() for fault in foreign_words(line, own)}
            wrong += [f"{name}: {fault}" for fault in sorted(faults)]
    return wrong


# --- the rules -------------------------------------------------------------------------------------------------------

RULE_TEXT = re.compile(r'\b(en|de)\s+"((?:[^"\\]|\\.)*)"')


def wrong_in_rules():
    """Texts of rules in the wrong language, and signs of a typewriter in German ones."""
    for path in sorted((PROJECT / "rules").rglob("*.rules")):
        for language, text in RULE_TEXT.findall(path.read_text(encoding="utf-8")):
            plain = re.sub(r"\{[^}]*\}", "“”", text)
            for fault in foreign_words(plain, language):
                yield f"{path.relative_to(PROJECT)}: {fault}"
            if language == "de" and re.search(r"\\\"|'|\.\.\.", CODE.sub("", plain)):
                yield f"{path.relative_to(PROJECT)}: straight quotes or three dots in: {text}"


# --- the model -------------------------------------------------------------------------------------------------------

ENUMERATION = re.compile(r"^enum (\w+) \{(.*?)\}", re.DOTALL | re.MULTILINE)
MEMBER = re.compile(r'(\w+)((?:\s+[a-z]{2}\s+"[^"]*")*)\s*(?:,|$)')
MEMBER_NAME = re.compile(r'([a-z]{2})\s+"([^"]*)"')


def members_of(model):
    """Enumeration, member and its names by language."""
    for enumeration, body in ENUMERATION.findall(re.sub(r"#[^\n]*", "", model)):
        for member, names in MEMBER.findall(body.strip()):
            yield enumeration, member, dict(MEMBER_NAME.findall(names))


def wrong_in_model(model):
    """Members of enumerations without a name in a language that does not have the word itself."""
    for enumeration, member, names in members_of(model):
        where = f"{enumeration}.{member}"
        if "_" in member and "en" not in names:
            yield f"{where} has no name in English"
        english = names.get("en", member).lower()
        is_named = "de" in names and names["de"].lower() != english
        if not is_named and english not in SAME_IN_BOTH:
            yield f"{where} has no name in German"


# --- messages --------------------------------------------------------------------------------------------------------


def machine_words(text, ids):
    """Words as the model writes them, outside of code; those with a dot or a bracket in them are paths."""
    for token in TOKEN.findall(CODE.sub("“”", text)):
        word = token.strip(".,:;!?…\"'*|&#")
        if MACHINE_WORD.match(word) and word not in ids:
            yield word


def wrong_in_messages(report):
    """What the messages of a report in JSON show as the model writes it, in any of its languages."""
    for finding in report["findings"]:
        ids = finding["subject"]["id"].split("|")
        for part in ("title", "message", "help"):
            for language, text in finding.get(part, {}).items():
                for word in machine_words(text, ids):
                    yield f"`{word}` in the {part} of {finding['rule']} ({language}): {text}"


def wrong_in_findings(case, roadlint):
    """The same for a check; files that cannot be read make no message."""
    result = run([roadlint, "check", *case.arguments, *AS_OF, "--format", "json"], case.folder)
    if result.returncode not in (0, 1, 3):
        return [f"exit status {result.returncode}\n{result.stderr}"]
    return sorted(set(wrong_in_messages(json.loads(result.stdout))))


def self_test():
    """The search finds what it looks for, and nothing else."""
    planted = list(foreign_words("Der Befund is offen.", "de"))
    assert len(planted) == 1 and planted[0].startswith("`is` in: "), planted
    assert list(foreign_words("The finding ist open", "en"))
    assert not list(foreign_words("Der Befund `is` in roadmap[is].the fehlt (a/the.yaml:3), IS", "de"))
    planted = """enum kind { # a comment, with a comma
        tax_support en "tax support" de "steuerliche Förderung", real, transfer de "Transfer",
        open, state_aid de "Beihilfen", done en "finished" de "finished" }"""
    assert list(wrong_in_model(planted)) == ["kind.open has no name in German", "kind.state_aid has no name in English",
                                             "kind.done has no name in German"], list(wrong_in_model(planted))
    planted = {"rule": "a-rule", "subject": {"id": "own_id"}, "title": {}, "help": {"en": "Write `tax_support`."},
               "message": {"de": "Es fehlen bei own_id (goal[X].tax_aid): trade_policy, state_aid."}}
    assert [fault[:14] for fault in wrong_in_messages({"findings": [planted]})] == ["`trade_policy`", "`state_aid` in"]
    assert without_quotations("a quotation of the data.", ["quotation of the data"]) == "a “”."
    assert without_quotations("so: quotation of the data which… end", ["quotation of the data which is long"]) == \
        "so: “”… end"


def main():
    parser = argparse.ArgumentParser(description="Looks for words of the wrong language in reports for stakeholders.")
    parser.add_argument("--roadlint", required=True, help="path of the binary")
    roadlint = os.path.abspath(parser.parse_args().roadlint)
    self_test()
    passed, failed = 0, 0
    model = (PROJECT / "rules" / "roadmap.model").read_text(encoding="utf-8")
    for fault in [*wrong_in_rules(), *wrong_in_model(model)]:
        failed += 1
        print(fault)
    with tempfile.TemporaryDirectory(prefix="roadlint-language-") as name:
        for case in cases_in(pathlib.Path(name), roadlint):
            for fault in wrong_in_findings(case, roadlint)[:FAULTS_SHOWN]:
                failed += 1
                print(f"{case.name}: {fault}")
            for language in LANGUAGES:
                with tempfile.TemporaryDirectory(prefix="roadlint-reports-") as reports:
                    wrong = wrong_in_case(case, roadlint, language, pathlib.Path(reports))
                passed += not wrong
                failed += bool(wrong)
                for sentence in wrong[:FAULTS_SHOWN]:
                    print(f"{case.name} ({language}): {sentence}")
                if len(wrong) > FAULTS_SHOWN:
                    print(f"{case.name} ({language}): and {len(wrong) - FAULTS_SHOWN} more")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
