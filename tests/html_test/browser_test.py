#!/usr/bin/env python3
"""Opens the HTML report in a browser and uses it as a reader does: filters, switches the language, prints.

    python3 tests/html_test/browser_test.py --roadlint build/release/roadlint
    python3 tests/html_test/browser_test.py --page report.html

Needs chromium and chromedriver; without them it says so and ends well unless --required is given.
"""

import argparse
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import webdriver  # noqa: E402

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
TAB_KEY = "\ue004"
NARROW = 400
WIDE = 1600
CHARACTERS_SHOWN = 1000

COUNT_SHOWN = """
return [...document.querySelectorAll("#findings > li")].filter(item => item.getClientRects().length > 0).length;"""
COUNT_WORDS = """
return [...document.querySelectorAll("#shown > span")].filter(line => line.getClientRects().length > 0)
  .map(line => line.textContent);"""
VISIBLE_OF_LANGUAGE = """
return [...document.querySelectorAll(".l[lang='" + arguments[0] + "']")].filter(part => part.getClientRects().length > 0)
  .length;"""
CHOOSE = """
const select = document.querySelector(arguments[0]);
select.value = arguments[1] === null ? [...select.options].at(1).value : arguments[1];
select.dispatchEvent(new Event("change", {bubbles: true}));
return select.value;"""


class Checks:
    """What went wrong, with what was expected."""

    def __init__(self):
        self.wrong = []
        self.count = 0

    def that(self, holds, message):
        self.count += 1
        if not holds:
            self.wrong.append(message)

    def same(self, found, expected, what):
        self.that(found == expected, f"{what}: expected {expected!r}, found {found!r}")


def check_text(page, checks):
    """What can be seen without a browser: it is XML, needs no other file, and lets run only its own script."""
    text = page.read_text(encoding="utf-8")
    try:
        xml.etree.ElementTree.fromstring(text)
    except xml.etree.ElementTree.ParseError as error:
        checks.that(False, f"the page is no well-formed XML: {error}")
    script = text.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    checks.that(f"'sha256-{digest}'" in text.replace("&#39;", "'"),
                f"the policy of the page must name its script, sha256-{digest}")
    outside = re.findall(r'(?:src|href)="(?!#)[^"]*"|url\((?!#)[^)]*\)|@import', text)
    checks.same(outside, [], "references to other files")


def check_filter(browser, checks):
    total = browser.run(COUNT_SHOWN)
    checks.that(total > 0, "no finding is shown")
    language = browser.run("return document.documentElement.lang")
    for name in ("rule", "severity", "file", "body"):
        wanted = browser.run(CHOOSE, f"#by-{name}", None)
        shown = browser.run(COUNT_SHOWN)
        expected = browser.run(f"""return document.querySelectorAll("#findings > li[data-{name}='" + arguments[0] + "']")
          .length""", wanted)
        checks.same(shown, expected, f"findings shown by the filter {name}={wanted}")
        words = browser.run(COUNT_WORDS)
        numbers = [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d.,]*", words[0])]
        checks.same(numbers, [shown, total], f"numbers in {words}")
        browser.run(CHOOSE, f"#by-{name}", "")
    browser.type("#by-text", "no text has this")
    wait_for(browser, COUNT_SHOWN, 0)
    checks.same(browser.run(COUNT_SHOWN), 0, "findings shown by a text that none has")
    none = {"en": "No finding fits this filter.", "de": "Kein Befund passt zu dieser Auswahl."}[language]
    checks.same(browser.run(COUNT_WORDS), [none], "words when nothing is shown")
    browser.click("#show-all")
    wait_for(browser, COUNT_SHOWN, total)
    checks.same(browser.run(COUNT_SHOWN), total, "findings shown after the reset")


def wait_for(browser, script, value):
    for _ in range(100):
        if browser.run(script) == value:
            return
        browser.run("return new Promise(done => setTimeout(done, 20))")


def check_matrix(browser, checks):
    """Every cell leads to as many findings as it counts."""
    cells = browser.run("return document.querySelectorAll('a.pick').length")
    checks.that(cells > 0, "the matrix has no cells")
    wrong = browser.run("""
      const wrong = [];
      for (const link of [...document.querySelectorAll("a.pick")].slice(0, 200)) {
        link.click();
        const shown = document.querySelectorAll("#findings > li:not([hidden])").length;
        const count = Number(link.querySelector("[aria-hidden]").textContent);
        if (shown !== count) wrong.push([link.textContent, shown]);
      }
      return wrong;""")
    total = browser.run("return document.querySelectorAll('#findings > li').length")
    if total < 20000:
        checks.same(wrong, [], "cells of the matrix that show another number of findings")
    checks.same(browser.run("return document.activeElement.id"), "findings-heading", "focus after a click in the matrix")
    browser.click("#show-all")
    wait_for(browser, COUNT_SHOWN, total)


def check_language(browser, checks):
    first = browser.run("return document.documentElement.lang")
    other = {"en": "de", "de": "en"}[first]
    checks.that(browser.run(VISIBLE_OF_LANGUAGE, first) > 0, f"nothing is shown in {first}")
    checks.same(browser.run(VISIBLE_OF_LANGUAGE, other), 0, f"parts in {other} before the switch")
    title = browser.run("return document.title")
    browser.click("#language")
    checks.same(browser.run("return document.documentElement.lang"), other, "language after the switch")
    checks.same(browser.run(VISIBLE_OF_LANGUAGE, first), 0, f"parts in {first} after the switch")
    checks.that(browser.run(VISIBLE_OF_LANGUAGE, other) > 0, f"nothing is shown in {other}")
    checks.that(browser.run("return document.title") != title, "the title of the page stays in the first language")
    browser.click("#language")


def check_keyboard(browser, checks):
    """The first key leads to the findings, every control can be reached, and what has the focus can be seen."""
    browser.run("document.activeElement.blur(); scrollTo(0, 0);")
    browser.run("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');")
    browser.press(TAB_KEY)
    checks.same(browser.run("return document.activeElement.className"), "skip", "what the first Tab reaches")
    unreachable = browser.run("""
      const controls = [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")];
      return controls.filter(control => control.checkVisibility()).slice(0, 300).filter(control => {
        control.focus();
        return document.activeElement !== control;
      }).length;""")
    checks.same(unreachable, 0, "controls that cannot have the focus")
    browser.run("document.querySelector('#by-rule').focus()")
    browser.press(TAB_KEY)
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    checks.that(outline != "none", "what has the focus cannot be seen")


def check_widths(browser, checks):
    for width in (NARROW, WIDE):
        browser.developer_command("Emulation.setDeviceMetricsOverride",
                                  {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
        overhang = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
        checks.that(overhang <= 0, f"at {width} pixels the page is {overhang} pixels too wide")
    browser.developer_command("Emulation.clearDeviceMetricsOverride", {})


def check_print(browser, checks):
    """All boxes are open on paper, and the filter is not there."""
    pdf = browser.print()
    checks.that(pdf.startswith(b"%PDF"), "printing gives no PDF")
    if shutil.which("pdftotext") is None:
        return
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    basis = {"en": "Subject", "de": "Gegenstand"}[browser.run("return document.documentElement.lang")]
    checks.that(basis in text, f"“{basis}” of closed boxes is not on paper")
    shown = browser.run("return document.querySelector('#shown > span').textContent")
    checks.that(shown not in text, "the filter is on paper")


def check_page(page):
    checks = Checks()
    check_text(page, checks)
    with webdriver.driver() as address:
        browser = webdriver.Browser(address)
        browser.open(page.resolve().as_uri())
        for check in (check_filter, check_matrix, check_language, check_keyboard, check_widths, check_print):
            check(browser, checks)
        checks.same(browser.complaints(), [], "complaints of the browser")
        browser.close()
    return checks


def write_page(roadlint, folder, language):
    """The report of the three roadmaps."""
    page = pathlib.Path(folder) / f"report-{language}.html"
    command = [str(pathlib.Path(roadlint).resolve()), "check", "--as-of", "2026-06-29", "--lang", language,
               "--format", f"html={page}", "roadmaps"]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    if not page.exists():
        raise SystemExit(f"{' '.join(command)} wrote no page:\n{result.stdout}{result.stderr}")
    return page


def main():
    parser = argparse.ArgumentParser()
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--roadlint", help="the program, which writes the report of roadmaps/")
    source.add_argument("--page", type=pathlib.Path, help="a report that was written before")
    parser.add_argument("--required", action="store_true", help="fail when there is no browser")
    arguments = parser.parse_args()
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    if missing:
        print(f"html: not tested, {' and '.join(missing)} not installed")
        return 1 if arguments.required else 0
    with tempfile.TemporaryDirectory() as folder:
        pages = [arguments.page] if arguments.page else [write_page(arguments.roadlint, folder, language)
                                                         for language in ("en", "de")]
        wrong, count = [], 0
        for page in pages:
            checks = check_page(page)
            wrong += [f"{page.name}: {message[:CHARACTERS_SHOWN]}" for message in checks.wrong]
            count += checks.count
    for message in wrong:
        print(message)
    print(f"html: {count} checks, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
