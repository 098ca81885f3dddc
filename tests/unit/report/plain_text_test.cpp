// Text made safe for a line of a report: what breaks lines and what turns them around.
#include "report/plain_text.hpp"

#include <catch2/catch.hpp>

#include "report/xlsx_rows.hpp"
#include "tests/unit/report/document_samples.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

const std::string replaced = "\uFFFD";

/// Line breaks of Unicode, and signs that turn the direction of the text behind them.
constexpr auto breaking_signs =
    std::to_array<std::string_view>({"\u2028", "\u2029", "\u0085", "\v", "\f", "\u061C", "\u200E", "\u200F", "\u202A",
                                     "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"});

std::string breaking_text() {
  std::string text = "begin";
  for (const std::string_view sign : breaking_signs) text += std::string(sign) + "# x";
  return text;
}

std::string first_breaking_sign(std::string_view text) {
  for (const std::string_view sign : breaking_signs) {
    if (text.find(sign) != std::string_view::npos) return std::string(sign);
  }
  return {};
}

/// Every text that rules and data bring tries to break lines and to turn them around.
void make_breaking(DocumentSample& sample) {
  const LocalizedText text = localized(breaking_text(), breaking_text());
  for (engine::Finding& finding : sample.outcomes.findings) {
    finding.rule = finding.subject.id = finding.responsible = finding.responsible_from = breaking_text();
    finding.title = finding.message = finding.help = text;
    finding.basis = {{breaking_text(), breaking_text()}};
    finding.evidence = {{breaking_text(), breaking_text(), {}}};
  }
  for (engine::Waiver& waiver : sample.outcomes.waivers) waiver.rule = waiver.subject = waiver.reason = breaking_text();
  for (engine::RuleAccount& rule : sample.outcomes.rules) rule.id = rule.pack = breaking_text();
  sample.diagnostics.append({breaking_text(), Severity::error, breaking_text(), {}, {}, {}, breaking_text()});
}

}  // namespace

TEST_CASE("one line: white space around line breaks becomes one blank", "[report]") {
  CHECK(one_line("a \n  b\r\nc\n\n") == "a b c");
  CHECK(one_line("a\u2028b \u2029 c\u2028") == "a b c");
  CHECK(one_line("\u2028") == "");
  CHECK(one_line("â\u2026 €") == "â\u2026 €");
}

TEST_CASE("one line: control characters are replaced, letters of all directions stay", "[report]") {
  CHECK(one_line("a\u202Eb\u202Cc") == "a" + replaced + "b" + replaced + "c");
  CHECK(one_line("a\u2067b\u2069") == "a" + replaced + "b" + replaced);
  CHECK(one_line("\u200F\u061C\x1b[2J") == replaced + replaced + replaced + "[2J");
  CHECK(one_line("שלום مرحبا") == "שלום مرحبا");
}

TEST_CASE("lines end at line breaks of Unicode too", "[report]") {
  CHECK(printable_lines("a\u2028b\r\nc\u2029") == std::vector<std::string>{"a", "b", "c"});
  CHECK(printable_lines("a\u202Eb") == std::vector<std::string>{"a" + replaced + "b"});
}

TEST_CASE("no text from rules or data breaks or turns a line of a list", "[report]") {
  DocumentSample sample;
  make_breaking(sample);
  for (const auto write : {&write_text, &write_markdown, &write_csv, &write_protocol}) {
    const std::string text = write(sample.document_report(), in_german());
    CHECK(first_breaking_sign(text).empty());
    CHECK(text.find("begin") != std::string::npos);
  }
  const Report report = sample.document_report();
  for (const ListEntry& entry : table_entries(report, "en")) {
    for (const std::string& cell : table_cells(report, entry, "en")) CHECK(first_breaking_sign(cell).empty());
  }
}
