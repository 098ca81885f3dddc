#!/usr/bin/env python3
"""Opens HTML reports in a browser and uses them as a reader does: filters, switches the language, prints.

    python3 tests/html_test/browser_test.py --roadlint build/release/roadlint
    python3 tests/html_test/browser_test.py --page report.html

Needs chromium and chromedriver; without them it says so and ends well unless --required is given.
"""

import argparse
import dataclasses
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import checks as looks  # noqa: E402
import pages  # noqa: E402
import webdriver  # noqa: E402

CHARACTERS_SHOWN = 1000
CHECKS = (looks.check_harmless, looks.check_filter, looks.check_matrix, looks.check_language, looks.check_search,
          looks.check_filtered_print, looks.check_contents, looks.check_address, looks.check_keyboard,
          looks.check_narrow_matrix, looks.check_widths)

# What is left where there is nothing to filter.
CHECKS_WITHOUT_FINDINGS = (looks.check_harmless, looks.check_no_findings, looks.check_widths)


@dataclasses.dataclass(frozen=True)
class Page:
    path: pathlib.Path
    language: str = "en"
    is_cut: bool = False
    has_findings: bool = True


def check_page(address, page):
    checks = looks.Checks()
    looks.check_text(page.path, checks)
    browser = webdriver.Browser(address)
    try:
        browser.open(page.path.resolve().as_uri())
        checks_of_page = CHECKS if page.has_findings else CHECKS_WITHOUT_FINDINGS
        for check in (*checks_of_page, *((looks.check_cut,) if page.is_cut else ()), looks.check_look):
            check(browser, checks)
        checks.same(browser.complaints(), [], "complaints of the browser")
    finally:
        browser.close()
    # Thousands of findings on paper take minutes, and are no different from hundreds; without any, nothing is closed
    # that would have to be opened for paper.
    if page.has_findings and not page.is_cut:
        looks.check_print(page.path, page.language, checks)
    return checks


def written_pages(roadlint, folder):
    for language in ("en", "de"):
        yield Page(pages.page_of_roadmaps(roadlint, folder, language), language)
    yield Page(pages.page_of_hostile_texts(roadlint, folder))
    yield Page(pages.page_without_roadmaps(roadlint, folder))
    yield Page(pages.page_without_findings(roadlint, folder), has_findings=False)
    yield Page(pages.page_of_too_many_findings(roadlint, folder), is_cut=True)


def parse_arguments():
    parser = argparse.ArgumentParser()
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--roadlint", help="the program, which writes the reports")
    source.add_argument("--page", type=pathlib.Path, help="a report that was written before")
    parser.add_argument("--lang", default="en", help="language of that report")
    parser.add_argument("--required", action="store_true", help="fail when there is no browser")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    if missing:
        print(f"html: not tested, {' and '.join(missing)} not installed")
        return 1 if arguments.required else 0
    wrong, count = [], 0
    with tempfile.TemporaryDirectory() as folder, webdriver.driver() as address:
        given = ([Page(arguments.page, arguments.lang)] if arguments.page else
                 written_pages(arguments.roadlint, pathlib.Path(folder)))
        for page in given:
            checks = check_page(address, page)
            wrong += [f"{page.path.name}: {message[:CHARACTERS_SHOWN]}" for message in checks.wrong]
            count += checks.count
    for message in wrong:
        print(message)
    print(f"html: {count} checks, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
