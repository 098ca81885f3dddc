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
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "report/list_words.hpp"
#include "report/plain_text.hpp"
#include "report/xlsx_rows.hpp"

namespace roadlint::answers {
namespace {

using report::TableColumn;

constexpr std::array languages = {"en", "de"};
constexpr std::size_t no_column = static_cast<std::size_t>(-1);

std::string normal(std::string_view text) { return lower_case(utf8::trimmed(report::one_line(text))); }

/// Where the columns of a list stand in a table.
class Columns {
 public:
  /// Takes a row for the header when it names findings. False for other rows.
  bool take_header(const Row& row) {
    std::vector<std::string> names;
    for (const Cell& cell : row.cells) {
      if (names.size() == limits::answers_columns) break;
      names.push_back(normal(cell.text));
    }
    for (const char* const language : languages) {
      header_ = report::table_header(report::list_words_in(language));
      find_places(names);
      // The summary explains each column in a row of its own, which is no header.
      constexpr std::ptrdiff_t enough = 3;
      const bool names_findings =
          has(TableColumn::fingerprint) || (has(TableColumn::rule) && has(TableColumn::subject));
      const std::ptrdiff_t missing = std::ranges::count(places_, no_column);
      if (names_findings && (has(TableColumn::answer) || missing <= std::ssize(places_) - enough)) return true;
    }
    return false;
  }

  [[nodiscard]] bool has(TableColumn column) const { return places_[index_of(column)] != no_column; }
  [[nodiscard]] bool is_twice(TableColumn column) const { return is_twice_[index_of(column)]; }
  /// What stands above a column.
  [[nodiscard]] std::string name(TableColumn column) const { return std::string(header_[index_of(column)]->header); }

  [[nodiscard]] const Cell& cell(const Row& row, TableColumn column) const {
    static const Cell empty;
    const std::size_t place = places_[index_of(column)];
    return place < row.cells.size() ? row.cells[place] : empty;
  }
  [[nodiscard]] std::string text(const Row& row, TableColumn column) const {
    return std::string(utf8::trimmed(cell(row, column).text));
  }

 private:
  static std::size_t index_of(TableColumn column) { return static_cast<std::size_t>(column); }

  void find_places(const std::vector<std::string>& names) {
    places_.fill(no_column);
    is_twice_.fill(false);
    for (std::size_t column = 0; column < header_.size(); ++column) {
      const std::string name = normal(header_[column]->header);
      const auto found = std::ranges::find(names, name);
      if (found == names.end()) continue;
      places_[column] = static_cast<std::size_t>(found - names.begin());
      is_twice_[column] = std::find(found + 1, names.end(), name) != names.end();
    }
  }

  report::TableHeader header_ = {};
  std::array<std::size_t, report::table_columns> places_ = {};
  std::array<bool, report::table_columns> is_twice_ = {};
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

/// Spreadsheets keep a day as a number of days, with the time of day behind the point. A number that is like a year was
/// meant as one: as days it would lie in the years around 1905.
std::optional<DayNumber> day_of_number(std::string_view text, DayNumber day_zero) {
  constexpr double last_day = 2'958'465;  // 31 December 9999
  constexpr double first_likely_day = 20'000;
  double days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc() || end != text.data() + text.size() || !(days >= 1 && days <= last_day)) return std::nullopt;
  if (days < first_likely_day) return read_answer_day(text);
  return day_zero + static_cast<DayNumber>(std::floor(days));
}

/// Whether a fingerprint is one, and not what a spreadsheet made of it.
bool is_fingerprint(std::string_view text) {
  constexpr std::size_t length = 16;
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class TableReader {
 public:
  TableReader(const Table& table, const Columns& columns, ReadAnswers& result)
      : table_(table), columns_(columns), result_(result) {}

  void read(std::size_t header) {
    check_columns(table_.rows[header]);
    for (std::size_t row = header + 1; row < table_.rows.size(); ++row) read_row(table_.rows[row]);
  }

 private:
  /// A column whose name was changed would be lost without a word, and so would the second of two.
  void check_columns(const Row& header) {
    const Span place = header.cells.empty() ? Span() : header.cells.front().span;
    for (const TableColumn column : {TableColumn::person, TableColumn::due, TableColumn::remark}) {
      if (!columns_.has(column)) complain(ComplaintKind::column_missing, columns_.name(column), place, {});
    }
    for (const TableColumn column : {TableColumn::answer, TableColumn::person, TableColumn::due, TableColumn::remark}) {
      if (columns_.is_twice(column)) complain(ComplaintKind::column_twice, columns_.name(column), place, {});
    }
  }

  void read_row(const Row& row) {
    Answer answer;
    answer.finding = finding_of(row);
    answer.person = columns_.text(row, TableColumn::person);
    answer.remark = columns_.text(row, TableColumn::remark);
    const std::string word = columns_.text(row, TableColumn::answer);
    const Cell& due = columns_.cell(row, TableColumn::due);
    const std::string day = columns_.text(row, TableColumn::due);
    const bool is_answered = !word.empty() || !answer.person.empty() || !answer.remark.empty() || !day.empty();
    const bool has_names = !answer.finding.rule.empty() && !answer.finding.subject.empty();
    const bool is_about_finding = !answer.finding.fingerprint.empty() || has_names;
    if (!is_answered) {
      if (is_about_finding) result_.unanswered.push_back(std::move(answer.finding));
      return;
    }
    answer.span = span_of(row, word.empty());
    answer.filled_in = {word, answer.person, day, answer.remark};
    const std::string in_words = answer_in_words(answer.finding, answer.filled_in);
    if (!is_about_finding) return complain(ComplaintKind::finding_missing, "", answer.span, in_words);
    if (word.empty()) return complain(ComplaintKind::answer_missing, "", answer.span, in_words);
    const auto kind = kind_of(word);
    if (!kind) return complain(ComplaintKind::answer_unknown, word, answer.span, in_words);
    answer.kind = *kind;
    if (!day.empty()) answer.due = day_of(due);
    if (!day.empty() && !answer.due) return complain(ComplaintKind::day_unknown, day, due.span, in_words);
    result_.answers.push_back(std::move(answer));
  }

  [[nodiscard]] AnsweredFinding finding_of(const Row& row) const {
    AnsweredFinding finding = {columns_.text(row, TableColumn::fingerprint), columns_.text(row, TableColumn::rule),
                               columns_.text(row, TableColumn::subject)};
    // In CSV a fingerprint of digits has an apostrophe, lest it be taken for a number.
    if (finding.fingerprint.starts_with('\'')) finding.fingerprint.erase(0, 1);
    const bool has_names = !finding.rule.empty() && !finding.subject.empty();
    if (has_names && !is_fingerprint(finding.fingerprint)) finding.fingerprint.clear();
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

  void complain(ComplaintKind kind, std::string detail, const Span& span, std::string left_out) {
    result_.complaints.push_back({kind, std::move(detail), span, {}, std::move(left_out)});
  }

  const Table& table_;
  const Columns& columns_;
  ReadAnswers& result_;
};

/// The row of the header; nothing when no list begins in the rows in which one may.
std::optional<std::size_t> find_header(const Table& table, Columns& columns) {
  const std::size_t last = std::min(table.rows.size(), limits::answers_rows_above);
  for (std::size_t row = 0; row < last; ++row) {
    if (columns.take_header(table.rows[row])) return row;
  }
  return std::nullopt;
}

void report_no_answers(const Row& header, const Columns& columns, Diagnostics& diagnostics) {
  diagnostics
      .add(DiagnosticCode::answers_no_table, header.cells.front().span,
           "this list of findings has no column `" + columns.name(TableColumn::answer) + "`")
      .help = "give the column its name back; nothing of the list is read";
}

}  // namespace

std::string answer_in_words(const AnsweredFinding& finding, const std::vector<std::string>& filled_in) {
  std::string text;
  for (const std::string& part : {finding.rule, finding.subject}) {
    if (!part.empty()) text += (text.empty() ? "" : " ") + part;
  }
  if (text.empty()) text = finding.fingerprint;
  std::string answer;
  for (const std::string& part : filled_in) {
    if (!part.empty()) answer += (answer.empty() ? "" : ", ") + part;
  }
  return report::one_line(text.empty() ? answer : text + ": " + answer);
}

ReadAnswers read_answers(const std::string& name, std::string bytes, SourceFiles& files, Diagnostics& diagnostics) {
  ReadAnswers result;
  const std::size_t errors_before = diagnostics.error_count();
  const IsHeader is_header = [](const Row& row) { return Columns().take_header(row); };
  const std::vector<Table> tables = read_tables(name, std::move(bytes), is_header, files, diagnostics);
  if (diagnostics.error_count() != errors_before) return result;
  bool has_list = false;
  for (const Table& table : tables) {
    Columns columns;
    const auto header = find_header(table, columns);
    if (!header) continue;
    has_list = true;
    if (!columns.has(TableColumn::answer)) {
      report_no_answers(table.rows[*header], columns, diagnostics);
    } else {
      TableReader(table, columns, result).read(*header);
    }
  }
  if (has_list) return result;
  diagnostics
      .add(DiagnosticCode::answers_no_table, Span(files.add(name, ""), 0, 0), "no list of findings is in this file")
      .help = "it needs the header of a list that `roadlint list --format xlsx` or `--format csv` wrote";
  return result;
}

}  // namespace roadlint::answers
