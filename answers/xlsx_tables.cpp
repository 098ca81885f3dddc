// See xlsx_tables.hpp.
#include "answers/xlsx_tables.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "answers/xlsx_parts.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"

namespace roadlint::answers {
namespace {

/// Control characters stand in workbooks as `_x000D_`, and so does the beginning of what only looks like one.
std::string without_escapes(std::string_view text) {
  constexpr std::size_t length = 7;
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string_view rest = text.substr(offset);
    unsigned code = 0;
    const bool is_framed = rest.size() >= length && rest.starts_with("_x") && rest[length - 1] == '_';
    const bool is_escape = is_framed && std::from_chars(rest.data() + 2, rest.data() + length - 1, code, 16).ptr ==
                                            rest.data() + length - 1;
    if (!is_escape || code >= 0x80) {
      result += text[offset++];
      continue;
    }
    if (code != '\r') result += static_cast<char>(code);  // the line feed behind it is enough
    offset += length;
  }
  return result;
}

/// The text of a shared or inline string: plain, or in runs of one format each. Phonetic hints (`rPh`) are no text.
std::string string_of(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "t") text += child.text().get();
    if (name == "r") text += child_of(child, "t").text().get();
  }
  return without_escapes(text);
}

/// Column, from 0, of a reference such as "AB12"; nothing when it is none.
std::optional<std::size_t> column_of(std::string_view reference) {
  std::size_t column = 0;
  for (const char character : reference) {
    if (character < 'A' || character > 'Z') break;
    column = column * 26 + static_cast<std::size_t>(character - 'A' + 1);
    if (column > limits::workbook_columns) return std::nullopt;
  }
  return column == 0 ? std::nullopt : std::optional(column - 1);
}

/// What the sheets of a workbook may take together.
struct Budget {
  std::size_t cells = limits::answers_cells;
  std::size_t bytes = limits::workbook_part_bytes;
  std::size_t sheets = limits::workbook_sheets;
};

/// Makes the text that stands for a sheet, and with it the place of each cell.
class SheetText {
 public:
  /// `budget`: rows, cells and bytes that the workbook may still take.
  SheetText(Table& table, Budget& budget) : table_(table), budget_(budget) {}

  /// Rows between the last one and this one, counted from 0, are empty.
  void begin_row(std::size_t number) {
    budget_.cells -= std::min(budget_.cells, number + 1 - table_.rows.size());
    table_.rows.resize(number + 1);
    while (lines_ < number) end_row();
  }
  /// At the end of the present row, empty cells in between.
  void add_cell(std::size_t column, Cell cell) {
    std::vector<Cell>& cells = table_.rows.back().cells;
    while (cells.size() < column) add(cells, {});
    add(cells, std::move(cell));
  }
  void end_row() {
    text_ += '\n';
    ++lines_;
  }
  /// Whether more would be beyond all reason: a cell far to the right in each row, one long text in every cell.
  [[nodiscard]] bool has_room_for(std::size_t column) const { return column < budget_.cells && budget_.bytes > 0; }
  /// The text becomes a file.
  void finish(const std::string& name, SourceFiles& files) {
    const FileId file = files.add(name, std::move(text_));
    for (Row& row : table_.rows) {
      for (Cell& cell : row.cells) cell.span.file = file;
    }
  }

 private:
  void add(std::vector<Cell>& cells, Cell cell) {
    if (!cells.empty()) text_ += " | ";
    const std::size_t begin = text_.size();
    std::string shown = utf8::printable(cell.text);
    std::ranges::replace(shown, '\n', ' ');
    text_ += shown;
    cell.span.begin = static_cast<std::uint32_t>(begin);
    cell.span.end = static_cast<std::uint32_t>(text_.size());
    budget_.cells -= std::min<std::size_t>(budget_.cells, 1);
    budget_.bytes -= std::min(budget_.bytes, text_.size() - begin);
    cells.push_back(std::move(cell));
  }

  Table& table_;
  Budget& budget_;
  std::string text_;
  std::size_t lines_ = 0;
};

class WorkbookReader {
 public:
  WorkbookReader(const std::string& name, const ZipArchive& archive, SourceFiles& files)
      : name_(name), parts_(archive), files_(files) {}

  /// False when a part is missing or damaged.
  bool read(std::vector<Table>& tables) {
    WorkbookPart workbook;
    if (!parts_.read(workbook_name(), workbook)) return false;
    const auto relationships = parts_.relationships_of(workbook.name);
    if (!read_shared_strings(relationships)) return false;
    const pugi::xml_node root = child_of(workbook.document, "workbook");
    const bool counts_from_1904 = child_of(root, "workbookPr").attribute("date1904").as_bool();
    // 1900 was no leap year, though spreadsheets count its 29 February: from March 1900 on days count from this one.
    day_zero_ = counts_from_1904 ? day_number(1904, 1, 1).value() : day_number(1899, 12, 30).value();
    bool is_whole = true;
    for_each_child(child_of(root, "sheets"), "sheet", [&](const pugi::xml_node& sheet) {
      const auto found = relationships.find(id_of(sheet));
      if (found == relationships.end()) {
        is_whole = false;
        return;
      }
      if (found->second.kind != "worksheet") return;  // a chart
      is_whole = read_sheet(sheet.attribute("name").value(), found->second.part, tables) && is_whole;
    });
    return is_whole;
  }

 private:
  [[nodiscard]] std::string workbook_name() const {
    for (const auto& [id, relationship] : parts_.relationships_of("")) {
      if (relationship.kind == "officeDocument") return relationship.part;
    }
    return "xl/workbook.xml";
  }

  /// The attribute `r:id`, whatever its prefix.
  static std::string id_of(const pugi::xml_node& sheet) {
    for (const pugi::xml_attribute& attribute : sheet.attributes()) {
      if (std::string_view(attribute.name()).ends_with(":id")) return attribute.value();
    }
    return "";
  }

  bool read_shared_strings(const std::map<std::string, Relationship>& relationships) {
    for (const auto& [id, relationship] : relationships) {
      if (relationship.kind != "sharedStrings") continue;
      WorkbookPart part;
      if (!parts_.read(relationship.part, part)) return false;
      for_each_child(child_of(part.document, "sst"), "si",
                     [&](const pugi::xml_node& node) { strings_.push_back(string_of(node)); });
    }
    return true;
  }

  bool read_sheet(const std::string& title, const std::string& part_name, std::vector<Table>& tables) {
    WorkbookPart part;
    const bool is_new = sheets_.insert(part_name).second;  // twice the same sheet is twice the memory
    if (!is_new || sheets_.size() > budget_.sheets || !parts_.read(part_name, part)) return false;
    Table& table = tables.emplace_back();
    table.day_zero = day_zero_;
    SheetText text(table, budget_);
    std::size_t next_row = 0;
    bool is_whole = true;
    const pugi::xml_node data = child_of(child_of(part.document, "worksheet"), "sheetData");
    for_each_child(data, "row", [&](const pugi::xml_node& row) {
      const std::size_t number = row.attribute("r").as_ullong(next_row + 1);
      is_whole = is_whole && number > next_row && number <= limits::workbook_rows;
      is_whole = is_whole && text.has_room_for(number - next_row);
      if (!is_whole) return;
      text.begin_row(number - 1);
      is_whole = read_cells(row, text);
      text.end_row();
      next_row = number;
    });
    text.finish(name_ + "[" + utf8::printable(title) + "]", files_);
    return is_whole;
  }

  bool read_cells(const pugi::xml_node& row, SheetText& text) const {
    std::size_t next_column = 0;
    bool is_whole = true;
    for_each_child(row, "c", [&](const pugi::xml_node& node) {
      const std::string_view reference = node.attribute("r").value();
      const auto column = reference.empty() ? std::optional(next_column) : column_of(reference);
      is_whole = is_whole && column && *column >= next_column && text.has_room_for(*column);
      if (!is_whole) return;
      text.add_cell(*column, cell_of(node));
      next_column = *column + 1;
    });
    return is_whole;
  }

  [[nodiscard]] Cell cell_of(const pugi::xml_node& node) const {
    const std::string_view type = node.attribute("t").value();
    if (type == "inlineStr") return {string_of(child_of(node, "is")), false, {}};
    std::string value = child_of(node, "v").text().get();
    if (type == "s") return {shared_string(value), false, {}};
    const bool is_number = !value.empty() && (type.empty() || type == "n");
    return {std::move(value), is_number, {}};
  }

  [[nodiscard]] std::string shared_string(std::string_view number) const {
    std::size_t index = strings_.size();
    std::from_chars(number.data(), number.data() + number.size(), index);
    return index < strings_.size() ? strings_[index] : std::string();
  }

  const std::string& name_;
  WorkbookParts parts_;
  SourceFiles& files_;
  std::vector<std::string> strings_;
  std::set<std::string> sheets_;
  Budget budget_;
  DayNumber day_zero_ = 0;
};

}  // namespace

std::vector<Table> read_xlsx_tables(const std::string& name, std::string_view bytes, SourceFiles& files,
                                    Diagnostics& diagnostics) {
  const ZipArchive archive(bytes);
  std::vector<Table> tables;
  if (archive.is_open() && WorkbookReader(name, archive, files).read(tables)) return tables;
  diagnostics.add(DiagnosticCode::answers_format, Span(files.add(name, ""), 0, 0), "this workbook cannot be read")
      .help = "save the list as .xlsx or CSV UTF-8 once more";
  return {};
}

}  // namespace roadlint::answers
