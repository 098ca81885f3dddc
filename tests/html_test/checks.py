"""What is checked of a page: it is used as a reader uses it, and looked at with the browser's own measures."""

import base64
import hashlib
import re
import shutil
import subprocess
import time
import xml.etree.ElementTree

import webdriver

TAB_KEY = "\ue004"
NARROW = 400
WIDE = 1600
CELLS_CLICKED = 60
LEAST_CONTRAST = 4.5
SECONDS_TO_WAIT = 60
TURNING = "[\u202a-\u202e\u2066-\u2069]"

COUNT_SHOWN = """
return [...document.querySelectorAll("#findings > li")].filter(item => item.hidden === false).length;"""
COUNT_WORDS = """
return [...document.querySelectorAll("#shown > span")].filter(line => line.checkVisibility())
  .map(line => line.textContent)[0];"""
VISIBLE_OF_LANGUAGE = """
return [...document.querySelectorAll(".l[lang='" + arguments[0] + "']")].filter(
  part => part.closest(".finding:nth-child(n + 20)") === null && part.checkVisibility()).length;"""
CHOOSE = """
const select = document.querySelector(arguments[0]);
select.value = arguments[1];
select.dispatchEvent(new Event("change", {bubbles: true}));"""
REMARK = """
return document.querySelector("#filter").parentElement.querySelector(".remark .l[lang='" + arguments[0] + "']")
  .textContent;"""
WORDS_OF_HELP = """
return [...new Set([...document.querySelectorAll("[data-w='help']")].map(word => word.textContent))];"""
OPEN_BOXES = "for (const box of document.querySelectorAll('details')) box.open = arguments[0]"
CHOICES = "return [...document.querySelector(arguments[0]).options].map(option => option.value).slice(1)"

# Clicks cells and compares their numbers with those of the line below the filter, which a cut page counts on.
WRONG_CELLS = """
const numbers = text => [...text.matchAll(/[0-9][0-9.,]*/g)].map(found => Number(found[0].replace(/[.,]/g, "")));
const cells = [...document.querySelectorAll("a.pick")];
const wrong = [];
for (let number = 0; number < cells.length; number += Math.ceil(cells.length / arguments[0])) {
  cells[number].click();
  const shown = document.querySelectorAll("#findings > li:not([hidden])").length;
  const words = [...document.querySelectorAll("#shown > span")].filter(line => line.checkVisibility());
  const said = numbers(words[0].textContent);
  const rest = said.length > 2 ? said[2] : 0;
  const counted = Number(cells[number].textContent);
  if (shown + rest !== counted || said[0] !== shown) wrong.push([cells[number].ariaLabel, counted, shown, said]);
}
return wrong;"""

# Findings are all alike, so a few of them will do here and below: what browsers have to lay out first takes long.

# Texts whose colour is too near to that of their ground.
LOW_CONTRAST = """
const numbers = color => (color.match(/[0-9.]+/g) || []).map(Number);
const channel = value => value <= 10.31475 ? value / 3294.6 : Math.pow((value / 255 + 0.055) / 1.055, 2.4);
const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
const groundOf = element => {
  for (let box = element; box !== null; box = box.parentElement) {
    const color = numbers(getComputedStyle(box).backgroundColor);
    if (color.length === 3 || color[3] === 1) return color;
  }
  return [255, 255, 255];
};
const selectors = "h1, h2, h3, p, summary, code, mark, dt, dd, a, button, label, th, td > *, .badge, .place, .key," +
  " .derived, .number, .tile, .standing, svg text, .rest";
const found = new Set();
for (const element of document.querySelectorAll(selectors)) {
  if (!element.checkVisibility()) continue;
  const style = getComputedStyle(element);
  const own = light(numbers(element.closest("svg") ? style.fill : style.color));
  const ground = light(groundOf(element));
  const contrast = (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
  if (contrast < arguments[0]) {
    found.add(element.tagName + "." + element.getAttribute("class") + " " + contrast.toFixed(1));
  }
}
return [...found];"""

# Texts of pictures that begin or end outside of their picture.
CUT_TEXTS = """
return [...document.querySelectorAll("svg[role='img'] text")].filter(text => {
  const box = text.getBBox();
  return box.width > 0 && (box.x < -1 || box.x + box.width > text.ownerSVGElement.viewBox.baseVal.width + 1);
}).map(text => text.textContent.slice(0, 80)).slice(0, 10);"""

# Characters behind hostile texts must run from left to right, as they do everywhere else on the page.
TURNED_TEXTS = """
const isTurned = node => {
  const end = node.data.trimEnd().length;
  const box = place => {
    const range = document.createRange();
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    return range.getBoundingClientRect();
  };
  const last = box(end - 1);
  const before = box(end - 2);
  return last.top === before.top && last.left < before.left;
};
const turned = [];
const parts = "#findings > li:nth-child(-n + 100) h3 bdi, .matrix th bdi, .plain th bdi";
for (const part of document.querySelectorAll(parts)) {
  const node = part.lastChild;
  if (node === null || node.nodeType !== 3 || node.data.trimEnd().length < 2) continue;
  if (part.checkVisibility() && /[a-z.]{2}$/.test(node.data.trimEnd()) && isTurned(node)) {
    turned.push(node.data.slice(-60));
  }
}
return turned;"""


# Shows the page as paper does, with a filter of two choices, and gives what of it is to be seen.
FILTERED_ON_PAPER = """
const isSeen = id => getComputedStyle(document.getElementById(id)).display !== "none";
return {filter: isSeen("filter"), shown: isSeen("shown"), chosen: isSeen("chosen"),
  words: document.querySelector("#chosen").textContent};"""
# A word that stands in a message of one language only: [the finding's text, the word].
WORD_OF_HIDDEN_LANGUAGE = """
const visible = [...document.querySelectorAll("#findings > li")].map(item => {
  const copy = item.cloneNode(true);
  copy.querySelectorAll(".l[lang='" + arguments[0] + "']").forEach(part => part.remove());
  return copy.textContent.toLowerCase();
});
for (const part of document.querySelectorAll("#findings > li h3 .l[lang='" + arguments[0] + "']")) {
  for (const word of part.textContent.toLowerCase().match(/[a-zäöüß]{5,}/g) || []) {
    if (visible.every(text => text.includes(word) === false)) return word;
  }
}
return null;"""


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


def numbers_in(text):
    return [int(re.sub(r"\D", "", number)) for number in re.findall(r"\d[\d.,]*", text)]


def wait_for(browser, script, value):
    """The page counts a little later than it is typed into."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while browser.run(script) != value and time.monotonic() < deadline:
        browser.run("return new Promise(done => setTimeout(done, 20))")


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
    outside = re.findall(r'(?:src|href)="(?!#)[^"]*"|url\((?!#)[^)]*\)|@import', re.sub(r">[^<]*<", "><", text))
    checks.same(outside, [], "references to other files")
    checks.same(re.findall(TURNING, text), [], "characters that turn the text around")


def check_harmless(browser, checks):
    """Nothing of the data has become an element, or has run."""
    checks.same(browser.run("return typeof window.executed"), "undefined", "what a script of the data leaves")
    checks.same(browser.run("return document.querySelectorAll('script').length"), 1, "scripts")
    foreign = browser.run("return document.querySelectorAll('img, iframe, object, link, [onload], [onerror]').length")
    checks.same(foreign, 0, "elements that the page does not have")
    checks.same(browser.run(TURNED_TEXTS), [], "texts that run from right to left")


def check_no_findings(browser, checks):
    """A page of a roadmap without fault says so, in the language that is chosen, and offers nothing to filter."""
    checks.same(browser.run(COUNT_SHOWN), 0, "findings shown")
    checks.same(browser.run("return document.querySelectorAll('#filter').length"), 0, "filters of nothing")
    checks.that("no findings" in browser.run("return document.body.innerText").lower(), "it is not said that all is well")
    browser.run("document.querySelector('#language').click()")
    checks.that("keine befunde" in browser.run("return document.body.innerText").lower(),
                "it is not said in German that all is well")
    browser.run("document.querySelector('#language').click()")


def check_filter(browser, checks):
    total = browser.run(COUNT_SHOWN)
    checks.that(total > 0, "no finding is shown")
    all_findings = numbers_in(browser.run(COUNT_WORDS))[1]
    language = browser.run("return document.documentElement.lang")
    for name in ("rule", "severity", "file", "body"):
        wanted = browser.run(CHOICES, f"#by-{name}")[0]
        browser.run(CHOOSE, f"#by-{name}", wanted)
        shown = browser.run(COUNT_SHOWN)
        of_choice = f"""return document.querySelectorAll("#findings > li[data-{name}='" + arguments[0] + "']").length"""
        expected = browser.run(of_choice, wanted)
        checks.same(shown, expected, f"findings shown by the filter {name}={wanted}")
        words = browser.run(COUNT_WORDS)
        said = numbers_in(words)
        checks.that(said[0] == shown and (said[1:] == [all_findings] or sum(said[::2]) == said[1]),
                    f"{shown} of {all_findings} findings are shown, said is “{words}”")
        browser.run(CHOOSE, f"#by-{name}", "")
    browser.type("#by-text", "no text has this")
    wait_for(browser, COUNT_SHOWN, 0)
    checks.same(browser.run(COUNT_SHOWN), 0, "findings shown by a text that none has")
    if total == all_findings:
        none = {"en": "No finding fits this filter.", "de": "Kein Befund passt zu dieser Auswahl."}[language]
        checks.same(browser.run(COUNT_WORDS), none, "words when nothing is shown")
    else:
        checks.same(numbers_in(browser.run(COUNT_WORDS)), [0, all_findings - total], "numbers when nothing is shown")
    show_all(browser, total)
    checks.same(browser.run(COUNT_SHOWN), total, "findings shown after the reset")


def show_all(browser, total):
    browser.click("#show-all")
    wait_for(browser, COUNT_SHOWN, total)


def check_matrix(browser, checks):
    """Every cell leads to as many findings as it counts, be they on the page or not."""
    total = browser.run(COUNT_SHOWN)
    checks.that(browser.run("return document.querySelectorAll('a.pick').length") > 0, "the matrix has no cells")
    wrong = browser.run(WRONG_CELLS, CELLS_CLICKED)
    checks.same(wrong, [], "cells of the matrix that show another number of findings")
    checks.same(browser.run("return document.activeElement.id"), "findings-heading", "focus after a click in a cell")
    show_all(browser, total)


def check_cut(browser, checks):
    """A page that leaves findings out says so, and has some of every roadmap and every body."""
    listed, all_findings, left_out = numbers_in(browser.run(COUNT_WORDS))
    checks.same(listed + left_out, all_findings, "findings listed and left out")
    counted = browser.run("return [...document.querySelectorAll('.tile:not(.undecidable)')].map(tile => "
                          "tile.querySelector('.l').textContent)")
    checks.same(sum(numbers_in(" ".join(counted))), all_findings, f"findings that the summary counts in {counted}")
    for language in ("en", "de"):
        remark = browser.run(REMARK, language)
        checks.that("csv" in remark and "--out" in remark, f"no word of where the other findings are: {remark}")
    for name in ("scope", "body"):
        choices = [value for value in browser.run(CHOICES, f"#by-{name}") if not re.match("[gR]", value)]
        empty = []
        for value in choices:
            browser.run(CHOOSE, f"#by-{name}", value)
            if browser.run(COUNT_SHOWN) == 0:
                empty.append(value)
        browser.run(CHOOSE, f"#by-{name}", "")
        checks.same(empty, [], f"choices of {name} without a finding on the page")


def check_language(browser, checks):
    first = browser.run("return document.documentElement.lang")
    other = {"en": "de", "de": "en"}[first]
    help_word = {"en": "Help", "de": "Abhilfe"}
    checks.that(browser.run(VISIBLE_OF_LANGUAGE, first) > 0, f"nothing is shown in {first}")
    checks.same(browser.run(VISIBLE_OF_LANGUAGE, other), 0, f"parts in {other} before the switch")
    title = browser.run("return document.title")
    label = browser.run("return document.querySelector('a.pick').ariaLabel")
    has_help = browser.run(WORDS_OF_HELP) == [help_word[first]]
    browser.click("#language")
    checks.same(browser.run("return document.documentElement.lang"), other, "language after the switch")
    checks.same(browser.run(VISIBLE_OF_LANGUAGE, first), 0, f"parts in {first} after the switch")
    checks.that(browser.run(VISIBLE_OF_LANGUAGE, other) > 0, f"nothing is shown in {other}")
    checks.that(browser.run("return document.title") != title, "the title of the page stays in the first language")
    checks.that(browser.run("return document.querySelector('a.pick').ariaLabel") != label,
                "the cells of the matrix are read in the first language")
    if has_help:
        checks.same(browser.run(WORDS_OF_HELP), [help_word[other]], "words of the findings after the switch")
    browser.click("#language")
    checks.same(browser.run("return document.title"), title, "the title when the language is back")


def check_search(browser, checks):
    """A text is searched for in the language that is shown, and anew when that changes."""
    total = browser.run(COUNT_SHOWN)
    first = browser.run("return document.documentElement.lang")
    word = browser.run(WORD_OF_HIDDEN_LANGUAGE, {"en": "de", "de": "en"}[first])
    if word is not None:
        browser.type("#by-text", word)
        wait_for(browser, COUNT_SHOWN, 0)
        checks.same(browser.run(COUNT_SHOWN), 0, f"findings with “{word}”, which only the hidden language has")
        browser.click("#language")
        checks.that(browser.run(COUNT_SHOWN) > 0, f"no finding has “{word}” after its language is shown")
        browser.click("#language")
        checks.same(browser.run(COUNT_SHOWN), 0, f"findings with “{word}” after the language is back")
    show_all(browser, total)


def check_address(browser, checks):
    """An address that was cut or mistyped is no mistake of the page: see the complaints of the browser, too."""
    browser.run("location.hash = '#%';")
    browser.run("window.mistakes = 0; addEventListener('error', () => { window.mistakes += 1; });")
    browser.run("location.hash = '#%E4';")
    checks.same(browser.run("return window.mistakes"), 0, "mistakes of the script about an address with “%”")
    browser.run("location.hash = '';")


def check_filtered_print(browser, checks):
    """Paper says that findings were chosen, and which."""
    total = browser.run(COUNT_SHOWN)
    browser.developer_command("Emulation.setEmulatedMedia", {"media": "print"})
    seen = browser.run(FILTERED_ON_PAPER)
    checks.that(not (seen["filter"] or seen["shown"] or seen["chosen"]), f"on paper without a filter: {seen}")
    rule = browser.run(CHOICES, "#by-rule")[0]
    browser.run(CHOOSE, "#by-rule", rule)
    seen = browser.run(FILTERED_ON_PAPER)
    checks.that(not seen["filter"] and seen["shown"] and seen["chosen"], f"on paper with a filter: {seen}")
    name = {"en": "Rule: ", "de": "Regel: "}[browser.run("return document.documentElement.lang")]
    checks.that(seen["words"].startswith(name), f"what was chosen reads “{seen['words']}”")
    browser.developer_command("Emulation.setEmulatedMedia", {"media": ""})
    show_all(browser, total)


def check_contents(browser, checks):
    """Links to the sections lead to each of them."""
    ends = browser.run("return [...document.querySelectorAll('.contents a')].filter(link => "
                       "document.querySelector(link.getAttribute('href')) === null).length")
    checks.same(ends, 0, "links to sections that are not there")
    checks.same(browser.run("return document.querySelectorAll('.contents a').length"),
                browser.run("return document.querySelectorAll('main > section').length"), "links to sections")
    browser.developer_command("Emulation.setEmulatedMedia", {"media": "print"})
    checks.same(browser.run("return document.querySelector('.contents').checkVisibility()"), False, "links on paper")
    browser.developer_command("Emulation.setEmulatedMedia", {"media": ""})


def check_narrow_matrix(browser, checks):
    """The names of its rows stay in sight on a narrow screen."""
    browser.set_width(NARROW)
    place = browser.run("""
      const box = document.querySelector(".matrix").closest(".scroll");
      const name = box.querySelector("tbody th[scope='row']");
      box.scrollLeft = box.scrollWidth;
      const found = [box.scrollLeft, name.getBoundingClientRect().left - box.getBoundingClientRect().left,
        name.getBoundingClientRect().width / box.clientWidth];
      box.scrollLeft = 0;
      return found;""")
    checks.that(abs(place[1]) <= 1, f"scrolled by {place[0]} pixels, the names of the matrix are at {place[1]}")
    checks.that(place[2] <= 0.6, f"the names of the matrix take {place[2]:.0%} of a narrow screen")
    browser.developer_command("Emulation.clearDeviceMetricsOverride", {})


def check_keyboard(browser, checks):
    """The first key leads to the findings, every control can be reached, and what has the focus can be seen."""
    browser.run("document.activeElement.blur(); scrollTo(0, 0);")
    browser.run("document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');")
    browser.press(TAB_KEY)
    checks.same(browser.run("return document.activeElement.className"), "skip", "what the first Tab reaches")
    unreachable = browser.run("""
      const controls = [...document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']")];
      const isLooked = control => control.closest(".finding:nth-child(n + 20)") === null && control.checkVisibility();
      return controls.filter(isLooked).filter(control => {
        control.focus();
        return document.activeElement !== control;
      }).length;""")
    checks.same(unreachable, 0, "controls that cannot have the focus")
    browser.run("document.querySelector('#by-rule').focus()")
    browser.press(TAB_KEY)
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    checks.that(outline != "none", "what has the focus cannot be seen")


def check_widths(browser, checks):
    """Nothing reaches beyond the page, be its boxes closed or open."""
    for width in (NARROW, WIDE):
        browser.set_width(width)
        for state in ("closed", "open"):
            browser.run(OPEN_BOXES, state == "open")
            overhang = browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth")
            checks.that(overhang <= 0, f"at {width} pixels the page with {state} boxes is {overhang} pixels too wide")
        browser.run(OPEN_BOXES, False)
    browser.developer_command("Emulation.clearDeviceMetricsOverride", {})


def check_look(browser, checks):
    """Texts can be told from their ground, and none of a picture is cut. Leaves few findings on the page."""
    browser.run("for (const item of document.querySelectorAll('.finding:nth-child(n + 20)')) item.remove();")
    for scheme in ("light", "dark"):
        browser.set_scheme(scheme)
        checks.same(browser.run(LOW_CONTRAST, LEAST_CONTRAST), [], f"texts of little contrast, {scheme}")
    browser.set_scheme("light")
    checks.same(browser.run(CUT_TEXTS), [], "texts that their picture cuts")


def check_print(page, language, checks):
    """All boxes are open on paper, and the filter is not there."""
    pdf = webdriver.printed(page)
    checks.that(pdf.startswith(b"%PDF"), "printing gives no PDF")
    if not pdf or shutil.which("pdftotext") is None:
        return
    command = ["pdftotext", "-layout", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    subject, search = {"en": ("Subject", "Show all"), "de": ("Gegenstand", "Alle zeigen")}[language]
    checks.that(subject in text, f"“{subject}” of closed boxes is not on paper")
    checks.that(search not in text, "the filter is on paper")
