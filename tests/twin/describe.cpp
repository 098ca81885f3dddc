// See describe.hpp.
#include "tests/twin/describe.hpp"

#include <sstream>
#include <vector>

namespace roadlint::twin {
namespace {

std::string number_text(std::uint32_t number) { return number == dsl::no_id ? "-" : std::to_string(number); }

std::string text_of(const engine::CellId& cell) {
  return number_text(cell.record.table) + "/" + std::to_string(cell.record.row) + "/" + number_text(cell.field);
}

std::string text_of(const Span& span) {
  return number_text(span.file) + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end);
}

void add_line(std::string& text, const std::string& name, const std::string& value) {
  text += "  " + name + ": " + value + "\n";
}

void add_texts(std::string& text, const std::string& name, const LocalizedText& values) {
  for (const auto& [language, value] : values.entries()) add_line(text, name + " " + language, value);
}

void add_cells(std::string& text, const std::string& name, const engine::Cells& cells) {
  for (const engine::CellId& cell : cells) add_line(text, name, text_of(cell));
}

void add_causes(std::string& text, const engine::Causes& causes) {
  for (const engine::Cause& cause : causes) {
    add_line(text, "cause", std::to_string(static_cast<int>(cause.reason)) + " " + text_of(cause.cell));
  }
}

void add_finding(std::string& text, const engine::RawFinding& finding) {
  text += std::string(engine::verdict_name(finding.verdict)) + "\n";
  add_line(text, "subject", finding.subject.entity + " " + finding.subject.id);
  add_line(text, "subject record",
           number_text(finding.subject_record.table) + "/" + std::to_string(finding.subject_record.row));
  add_line(text, "subject cell", text_of(finding.subject_cell));
  for (const std::string& name : finding.case_names) add_line(text, "case", name);
  add_texts(text, "message", finding.message);
  add_texts(text, "help", finding.help);
  add_cells(text, "evidence", finding.evidence);
  add_causes(text, finding.causes);
  add_cells(text, "location", finding.locations);
}

void add_finding(std::string& text, const engine::Finding& finding) {
  text += finding.rule + " " + std::string(engine::verdict_name(finding.verdict)) + "\n";
  add_texts(text, "title", finding.title);
  add_line(text, "severity", std::string(severity_name(finding.severity)));
  add_line(text, "subject", finding.subject.entity + " " + finding.subject.id);
  add_line(text, "span", text_of(finding.span));
  add_texts(text, "message", finding.message);
  add_texts(text, "help", finding.help);
  for (const Span& span : finding.locations) add_line(text, "location", text_of(span));
  for (const engine::Evidence& evidence : finding.evidence) {
    add_line(text, "evidence",
             evidence.path + " = " + evidence.value.value_or("(absent)") + " " + text_of(evidence.span));
  }
  for (const std::string& cause : finding.caused_by) add_line(text, "caused by", cause);
  for (const Basis& basis : finding.basis) add_line(text, "basis", basis.text());
  add_line(text, "responsible", finding.responsible);
  add_line(text, "fingerprint", finding.fingerprint);
}

void add_account(std::string& text, const engine::RuleAccount& account) {
  text += "rule " + account.id + "\n";
  for (const std::size_t count :
       {account.matched, account.satisfied, account.violated, account.undecidable, account.unscoped, account.waived}) {
    add_line(text, "count", std::to_string(count));
  }
  for (const engine::UnscopedReason& reason : account.unscoped_reasons) {
    add_texts(text, "unscoped", reason.reason);
    add_line(text, "unscoped", std::to_string(reason.count) + " at " + text_of(reason.span));
  }
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

std::string describe(const engine::RuleOutcomes& outcomes) {
  std::string text = "rule " + std::to_string(outcomes.rule) + "\n";
  add_line(text, "matched", std::to_string(outcomes.matched));
  add_line(text, "satisfied", std::to_string(outcomes.satisfied));
  for (const engine::RawFinding& finding : outcomes.findings) add_finding(text, finding);
  for (const engine::Unscoped& unscoped : outcomes.unscoped) {
    text += "unscoped\n";
    add_line(text, "count", std::to_string(unscoped.count));
    if (unscoped.cause) add_causes(text, {*unscoped.cause});
  }
  return text;
}

std::string describe(const engine::Outcomes& outcomes) {
  std::string text = "records " + std::to_string(outcomes.records) + "\n";
  for (const engine::RuleAccount& account : outcomes.rules) add_account(text, account);
  for (const engine::Finding& finding : outcomes.findings) add_finding(text, finding);
  return text;
}

std::string first_difference(const std::string& expected, const std::string& found, std::size_t limit) {
  const std::vector<std::string> left = lines_of(expected);
  const std::vector<std::string> right = lines_of(found);
  std::size_t first = 0;
  while (first < left.size() && first < right.size() && left[first] == right[first]) ++first;
  std::string text = "first difference in line " + std::to_string(first + 1) + "\n";
  const auto show = [&](const std::string& name, const std::vector<std::string>& lines) {
    text += name + ":\n";
    for (std::size_t line = first; line < lines.size() && line < first + limit; ++line) {
      text += "  | " + lines[line] + "\n";
    }
    if (lines.size() > first + limit) text += "  | ...\n";
  };
  show("plain evaluator", left);
  show("engine", right);
  return text;
}

}  // namespace roadlint::twin
