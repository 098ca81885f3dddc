"""Reports for the browser test: of the real roadmaps, of hostile texts, of more findings than a page holds, and of data
without roadmaps."""

import json
import pathlib
import re
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
ROADMAPS = PROJECT / "roadmaps"
SHARED_FILES = ("agenda", "policy", "register", "vocabulary")
SECONDS_TO_CHECK = 300
# Of the three roadmaps, which have about 540 findings; a page holds 4,000.
COPIES = 12

MARKUP = "<script>executed = true</script><img src=x onerror=\"executed = true\">"
TURNS_ALL = "\u202eturned \u2066isolated"
CLOSES_AND_TURNS = "\u2069\u2069\u202eclosed and turned"
HOSTILE_TEXTS = (
    MARKUP,
    "\"'><svg onload=executed=true>&amp;&#60;",
    "first line\nsecond line\r\n\nlast line\ttab",
    TURNS_ALL,
    CLOSES_AND_TURNS,
    "=HYPERLINK(\"http://example.org\",\"x\")",
    "עברית (abc) 123 العربية",
    "x" * 10_000,
    "]]></title></style></svg><!-- {0} %s $1 $& `code",
    "many words " * 900,
)
FAR_AND_NEAR_DATES = ("2027", "9999", "2026-03", "0001", "2030-Q4")

MODEL_WITHOUT_ROADMAPS = """\
model demo
entity item in document.items { id: id  title: text?  owner: text? }
entity entry in document.entries { id: id  title: text? }
"""
RULES_WITHOUT_ROADMAPS = """\
pack demo
use model "demo.model"
rule item-owner {
  title en "An item has an owner"
  for i in item
  require i.owner is present
  message en "{i} has no owner."
}
rule entry-title {
  title en "An entry has a title"
  severity note
  for e in entry
  require e.title is present
  message en "{e} has no title."
}
"""


def write_page(roadlint, page, arguments):
    """Runs a check that writes the page."""
    command = [str(pathlib.Path(roadlint).resolve()), "check", "--no-config", "--as-of", "2026-06-29",
               "--format", f"html={page}", *map(str, arguments)]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=SECONDS_TO_CHECK)
    if not page.exists():
        raise SystemExit(f"{' '.join(command)} wrote no page:\n{result.stdout}{result.stderr}")
    return page


def page_of_roadmaps(roadlint, folder, language):
    return write_page(roadlint, folder / f"roadmaps-{language}.html", ["--lang", language, ROADMAPS])


def copy_shared_files(data):
    data.mkdir()
    for name in SHARED_FILES:
        (data / f"{name}.yaml").write_text((ROADMAPS / f"{name}.yaml").read_text(encoding="utf-8"), encoding="utf-8")


def page_of_hostile_texts(roadlint, folder):
    data = folder / "hostile"
    copy_shared_files(data)
    (data / "hostile.json").write_text(json.dumps(hostile_roadmap(), ensure_ascii=False), encoding="utf-8")
    return write_page(roadlint, folder / "hostile.html", [data])


def hostile_roadmap():
    """Every text everywhere: in titles, names, ids and references."""
    milestones = []
    for number, text in enumerate(HOSTILE_TEXTS):
        observations = [{"date": f"20{year}", "value": "12 %"} for year in range(25, 27)]
        indicator = {"name": text, "baseline": "5 %", "baseline_year": "2024", "observations": observations,
                     "target": {"value": "20 %", "due": "2030"}}
        milestones.append({"id": f"H-{number}", "title": text, "due": FAR_AND_NEAR_DATES[number % 5], "owner": text,
                           "indicators": [indicator], "depends_on": [f"H-{number - 1}"] if number else []})
    for number, text in enumerate(HOSTILE_TEXTS):
        milestones.append({"id": text, "title": "an id", "due": str(2027 + number % 4)})
    funding = [{"programme": f"P-{number}", "title": text, "amount": f"{number + 1}000000 EUR"}
               for number, text in enumerate(HOSTILE_TEXTS)]
    programmes = [{"id": f"P-{number}", "title": text} for number, text in enumerate(HOSTILE_TEXTS)]
    goal = {"id": "H-G", "title": TURNS_ALL + CLOSES_AND_TURNS, "milestones": milestones}
    roadmap = {"id": "H", "title": MARKUP, "lead": HOSTILE_TEXTS[1], "goals": [goal], "funding": funding}
    return {"roadmap": roadmap, "register": {"programmes": programmes}}


def page_of_too_many_findings(roadlint, folder):
    """Copies of the three roadmaps, each with ids of its own; every second copy has another body."""
    data = folder / "many"
    copy_shared_files(data)
    for name in ("ki", "batterie", "mikroelektronik"):
        text = (ROADMAPS / f"{name}.yaml").read_text(encoding="utf-8")
        for number in range(COPIES):
            (data / f"{name}-{number}.yaml").write_text(copy_of_roadmap(text, number), encoding="utf-8")
    return write_page(roadlint, folder / "many.html", [data])


def copy_of_roadmap(text, number):
    ids = sorted(re.findall(r"\bid: ([A-Z][A-Z0-9-]*)", text), key=len, reverse=True)
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, ids)) + r")(?![A-Z0-9-])")
    text = pattern.sub(lambda found: re.sub(r"^[A-Z]+", lambda word: f"{word[0]}{number}X", found[0]), text)
    return text.replace("lead: BMFTR", "lead: BMWE") if number % 2 else text


def page_without_roadmaps(roadlint, folder):
    data = folder / "items"
    data.mkdir()
    (data / "demo.model").write_text(MODEL_WITHOUT_ROADMAPS, encoding="utf-8")
    (data / "demo.rules").write_text(RULES_WITHOUT_ROADMAPS, encoding="utf-8")
    records = {"items": [{"id": f"I-{number}"} for number in range(7)], "entries": [{"id": "E-1"}, {"id": "E-2"}]}
    (data / "items.json").write_text(json.dumps(records), encoding="utf-8")
    return write_page(roadlint, folder / "items.html",
                      ["--rules", data / "demo.model", "--rules", data / "demo.rules", data / "items.json"])


def page_without_findings(roadlint, folder):
    """Of the example with which no rule finds fault."""
    return write_page(roadlint, folder / "example.html", [PROJECT / "rules" / "example"])
