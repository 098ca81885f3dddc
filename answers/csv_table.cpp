// See csv_table.hpp.
#include "answers/csv_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "answers/windows_1252.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint::answers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
/// The line by which Excel is told of the separator.
constexpr std::string_view separator_line = "sep=";
constexpr std::array separators = {',', ';', '\t'};
/// Cells that spreadsheets would take for formulas begin with one of these behind an apostrophe.
constexpr std::string_view formula_starts = "=+-@\t\r";

/// The cells of a text, one after the other.
class CsvReader {
 public:
  CsvReader(std::string_view text, FileId file, char separator, Diagnostics& diagnostics)
      : text_(text), file_(file), separator_(separator), diagnostics_(diagnostics) {}

  std::vector<Row> read(std::size_t begin, std::size_t most_rows) {
    offset_ = begin;
    std::vector<Row> rows;
    while (offset_ < text_.size() && rows.size() < most_rows && cells_ < limits::answers_cells) {
      rows.push_back(read_row());
    }
    return rows;
  }
  /// Whether the limit of cells ended it.
  [[nodiscard]] bool is_cut() const { return cells_ >= limits::answers_cells; }

 private:
  [[nodiscard]] bool is_at_line_end() const { return text_[offset_] == '\n' || text_[offset_] == '\r'; }

  Row read_row() {
    Row row;
    while (true) {
      row.cells.push_back(read_cell());
      ++cells_;
      if (offset_ >= text_.size() || is_cut()) return row;
      if (is_at_line_end()) break;
      ++offset_;  // the separator
    }
    offset_ += text_.substr(offset_).starts_with("\r\n") ? 2 : 1;
    return row;
  }

  Cell read_cell() {
    const std::size_t begin = offset_;
    Cell cell;
    if (offset_ < text_.size() && text_[offset_] == '"') read_quoted(cell.text);
    // What follows a quoted part belongs to it, as spreadsheets read it too.
    while (offset_ < text_.size() && text_[offset_] != separator_ && !is_at_line_end()) cell.text += text_[offset_++];
    cell.span = Span(file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset_));
    return cell;
  }

  void read_quoted(std::string& cell) {
    const std::size_t begin = offset_;
    for (++offset_; offset_ < text_.size(); ++offset_) {
      if (text_[offset_] != '"') {
        cell += text_[offset_];
        continue;
      }
      ++offset_;
      const bool is_doubled = offset_ < text_.size() && text_[offset_] == '"';
      if (!is_doubled) return;
      cell += '"';
    }
    const auto place = static_cast<std::uint32_t>(begin);
    diagnostics_.add(DiagnosticCode::answers_format, Span(file_, place, place + 1), "a quoted cell has no end").help =
        "the file is damaged or was cut off; export it again";
  }

  std::string_view text_;
  FileId file_;
  char separator_;
  Diagnostics& diagnostics_;
  std::size_t offset_ = 0;
  std::size_t cells_ = 0;
};

/// The first rows, without what is wrong with them.
std::vector<Row> first_rows(std::string_view text, FileId file, char separator) {
  Diagnostics unheeded;
  return CsvReader(text, file, separator, unheeded).read(0, limits::answers_rows_above);
}

/// Texts in the cells may hold more of the other separators than there are columns, so the header decides.
char separator_of(std::string_view text, FileId file, const IsHeader& is_header) {
  for (const char separator : separators) {
    if (std::ranges::any_of(first_rows(text, file, separator), is_header)) return separator;
  }
  return separators.front();
}

/// As UTF-8 without byte order mark.
std::string decoded(std::string bytes, bool& is_other_encoding) {
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  is_other_encoding = utf8::first_invalid_byte(bytes).has_value();
  return is_other_encoding ? text_of_windows_1252(bytes) : bytes;
}

/// As it was before the apostrophe by which spreadsheets know text was put in front.
void drop_apostrophe(std::string& cell) {
  if (cell.size() > 1 && cell[0] == '\'' && formula_starts.contains(cell[1])) cell.erase(0, 1);
}

bool is_utf16(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

/// Why the bytes are no CSV, and what helps; empty when they are.
std::pair<std::string, std::string> refusal_of(std::string_view bytes) {
  constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";
  if (bytes.starts_with(compound_file)) {
    return {"this is a workbook with a password, or of an old kind (.xls)", "save it as .xlsx without a password"};
  }
  if (is_utf16(bytes)) return {"the text is UTF-16", "save it as CSV UTF-8 or as .xlsx"};
  if (bytes.find('\0') != std::string_view::npos) {
    return {"this is neither a workbook (.xlsx) nor CSV", "save the list as .xlsx or CSV UTF-8"};
  }
  return {};
}

}  // namespace

Table read_csv_table(const std::string& name, std::string bytes, const IsHeader& is_header, SourceFiles& files,
                     Diagnostics& diagnostics) {
  if (const auto& [refusal, help] = refusal_of(bytes); !refusal.empty()) {
    diagnostics.add(DiagnosticCode::answers_format, Span(files.add(name, ""), 0, 0), refusal).help = help;
    return {};
  }
  bool is_other_encoding = false;
  const FileId file = files.add(name, decoded(std::move(bytes), is_other_encoding));
  if (is_other_encoding) {
    diagnostics.add(DiagnosticCode::answers_encoding, Span(file, 0, 0), "not UTF-8: read as Windows-1252").help =
        "see whether umlauts came out right; `CSV UTF-8` keeps all characters";
  }
  const std::string_view text = files.file(file).bytes();
  const bool names_separator = text.starts_with(separator_line) && text.size() > separator_line.size();
  const char separator = names_separator ? text[separator_line.size()] : separator_of(text, file, is_header);
  CsvReader reader(text, file, separator, diagnostics);
  Table table;
  // The line that names the separator is a row like others, in which no header is found.
  table.rows = reader.read(0, text.size());
  if (reader.is_cut()) {
    diagnostics.add(DiagnosticCode::answers_format, Span(file, 0, 0), "this file has too many rows or cells").help =
        "split the list; what is empty can be left out";
    return {};
  }
  for (Row& row : table.rows) {
    for (Cell& cell : row.cells) drop_apostrophe(cell.text);
  }
  return table;
}

}  // namespace roadlint::answers
