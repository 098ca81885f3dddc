// Tables to answers: see answer.hpp.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include "answers/answer.hpp"
#include "answers/table.hpp"
#include "base/letters.hpp"
#include "base/utf8.hpp"
#include "report/list_words.hpp"
#include "report/plain_text.hpp"
#include "report/xlsx_rows.hpp"

namespace roadlint::answers {
namespace {

using report::TableColumn;

constexpr std::array languages = {"en", "de"};
constexpr std::string_view how_to_answer =
    "choose an answer of the list; reasons and questions go into the column for remarks";
/// Rows that people put above a list.
constexpr std::size_t most_rows_above = 50;
constexpr std::size_t no_column = static_cast<std::size_t>(-1);

std::string normal(std::string_view text) { return lower_case(utf8::trimmed(report::one_line(text))); }

/// Where the columns of a list stand in a table.
class Columns {
 public:
  /// Takes a row for the header when it names what a list cannot be without.
  bool take_header(const Row& row) {
    for (const char* const language : languages) {
      places_.fill(no_column);
      const report::TableHeader header = report::table_header(report::list_words_in(language));
      for (std::size_t column = 0; column < header.size(); ++column) {
        const std::string name = normal(header[column]->header);
        const auto found = std::ranges::find(row.cells, name, [](const Cell& cell) { return normal(cell.text); });
        if (found != row.cells.end()) places_[column] = static_cast<std::size_t>(found - row.cells.begin());
      }
      const bool names_findings =
          has(TableColumn::fingerprint) || (has(TableColumn::rule) && has(TableColumn::subject));
      if (has(TableColumn::answer) && names_findings) return true;
    }
    return false;
  }

  [[nodiscard]] const Cell& cell(const Row& row, TableColumn column) const {
    static const Cell empty;
    const std::size_t place = places_[static_cast<std::size_t>(column)];
    return place < row.cells.size() ? row.cells[place] : empty;
  }
  [[nodiscard]] std::string text(const Row& row, TableColumn column) const {
    return std::string(utf8::trimmed(cell(row, column).text));
  }

 private:
  [[nodiscard]] bool has(TableColumn column) const { return places_[static_cast<std::size_t>(column)] != no_column; }

  std::array<std::size_t, report::table_columns> places_ = {};
};

using Offered = std::pair<std::string, AnswerKind>;

/// The answers that lists offer, in all languages.
std::vector<Offered> offered_answers() {
  std::vector<Offered> offered;
  for (const char* const language : languages) {
    const report::ListWords& words = report::list_words_in(language);
    offered.emplace_back(normal(words.answer_accepted), AnswerKind::accepted);
    offered.emplace_back(normal(words.answer_waived), AnswerKind::waived);
    offered.emplace_back(normal(words.answer_rejected), AnswerKind::rejected);
    offered.emplace_back(normal(words.answer_question), AnswerKind::question);
  }
  return offered;
}

/// The answer as offered, or the beginning of just one: "Ausnahme".
std::optional<AnswerKind> kind_of(std::string_view text) {
  static const std::vector<Offered> offered = offered_answers();
  constexpr std::size_t shortest = 4;
  const std::string word = normal(text);
  std::optional<AnswerKind> kind;
  for (const auto& [answer, its_kind] : offered) {
    if (answer == word) return its_kind;
    if (word.size() < shortest || !answer.starts_with(word)) continue;
    if (kind && *kind != its_kind) return std::nullopt;
    kind = its_kind;
  }
  return kind;
}

/// Spreadsheets keep a day as a number of days, with the time of day behind the point.
std::optional<DayNumber> day_of_number(std::string_view text, DayNumber day_zero) {
  constexpr double last_day = 2'958'465;  // 31 December 9999
  double days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || !(days >= 1 && days <= last_day)) return std::nullopt;
  return day_zero + static_cast<DayNumber>(std::floor(days));
}

class TableReader {
 public:
  TableReader(const Table& table, const Columns& columns, ReadAnswers& result, Diagnostics& diagnostics)
      : table_(table), columns_(columns), result_(result), diagnostics_(diagnostics) {}

  void read(std::size_t first_row) {
    for (std::size_t row = first_row; row < table_.rows.size(); ++row) read_row(table_.rows[row]);
  }

 private:
  void read_row(const Row& row) {
    Answer answer;
    answer.finding = finding_of(row);
    answer.person = columns_.text(row, TableColumn::person);
    answer.remark = columns_.text(row, TableColumn::remark);
    const std::string word = columns_.text(row, TableColumn::answer);
    const Cell& due = columns_.cell(row, TableColumn::due);
    const bool has_due = !utf8::is_blank(due.text);
    const bool is_answered = !word.empty() || !answer.person.empty() || !answer.remark.empty() || has_due;
    const bool is_about_finding =
        !answer.finding.fingerprint.empty() || (!answer.finding.rule.empty() && !answer.finding.subject.empty());
    if (!is_answered) {
      if (is_about_finding) result_.unanswered.push_back(std::move(answer.finding));
      return;
    }
    answer.span = span_of(row, word.empty());
    if (!is_about_finding)
      return report_unclear(answer.span, "an answer names no finding", "leave the other columns as they are");
    const auto kind = kind_of(word);
    if (!kind) return report_kind(answer, word);
    answer.kind = *kind;
    if (has_due) answer.due = day_of(due);
    if (has_due && !answer.due) return report_day(due);
    result_.answers.push_back(std::move(answer));
  }

  [[nodiscard]] AnsweredFinding finding_of(const Row& row) const {
    AnsweredFinding finding = {columns_.text(row, TableColumn::fingerprint), columns_.text(row, TableColumn::rule),
                               columns_.text(row, TableColumn::subject)};
    // In CSV a fingerprint of digits has an apostrophe, lest it be taken for a number.
    if (finding.fingerprint.starts_with('\'')) finding.fingerprint.erase(0, 1);
    return finding;
  }

  /// Of the answer or, where there is none, of what else was filled in.
  [[nodiscard]] Span span_of(const Row& row, bool has_no_answer) const {
    if (!has_no_answer) return columns_.cell(row, TableColumn::answer).span;
    for (const TableColumn column : {TableColumn::remark, TableColumn::due, TableColumn::person}) {
      if (!columns_.text(row, column).empty()) return columns_.cell(row, column).span;
    }
    return {};
  }

  [[nodiscard]] std::optional<DayNumber> day_of(const Cell& cell) const {
    return cell.is_number ? day_of_number(cell.text, table_.day_zero) : read_answer_day(cell.text);
  }

  void report_kind(const Answer& answer, const std::string& word) {
    const std::string message = word.empty() ? "something is filled in, but no answer is chosen"
                                             : "`" + report::shortened(word, 60) + "` is no answer of the list";
    report_unclear(answer.span, message, how_to_answer);
  }

  void report_day(const Cell& cell) {
    report_unclear(cell.span, "`" + report::shortened(cell.text, 60) + "` is no day",
                   "write a day such as 2026-12-31 or 31.12.2026");
  }

  void report_unclear(const Span& span, std::string message, std::string_view help) {
    diagnostics_.add(DiagnosticCode::answers_unclear, span, std::move(message)).help = help;
  }

  const Table& table_;
  const Columns& columns_;
  ReadAnswers& result_;
  Diagnostics& diagnostics_;
};

}  // namespace

ReadAnswers read_answers(const std::string& name, std::string bytes, SourceFiles& files, Diagnostics& diagnostics) {
  ReadAnswers result;
  const std::size_t errors_before = diagnostics.error_count();
  const std::vector<Table> tables = read_tables(name, std::move(bytes), files, diagnostics);
  if (diagnostics.error_count() != errors_before) return result;
  bool has_list = false;
  for (const Table& table : tables) {
    Columns columns;
    const std::size_t last = std::min(table.rows.size(), most_rows_above);
    std::size_t row = 0;
    while (row < last && !columns.take_header(table.rows[row])) ++row;
    if (row == last) continue;
    has_list = true;
    TableReader(table, columns, result, diagnostics).read(row + 1);
  }
  if (has_list) return result;
  diagnostics
      .add(DiagnosticCode::answers_no_table, Span(files.add(name, ""), 0, 0), "no list of findings is in this file")
      .help = "it needs the header of a list that `roadlint list --format xlsx` or `--format csv` wrote";
  return result;
}

}  // namespace roadlint::answers
