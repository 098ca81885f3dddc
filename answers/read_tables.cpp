// See table.hpp.
#include "answers/csv_table.hpp"
#include "answers/table.hpp"
#include "answers/xlsx_tables.hpp"

namespace roadlint::answers {

std::vector<Table> read_tables(const std::string& name, std::string bytes, const IsHeader& is_header,
                               SourceFiles& files, Diagnostics& diagnostics) {
  constexpr std::string_view zip_archive = "PK\x03\x04";
  if (bytes.starts_with(zip_archive)) return read_xlsx_tables(name, bytes, files, diagnostics);
  std::vector<Table> tables;
  tables.push_back(read_csv_table(name, std::move(bytes), is_header, files, diagnostics));
  return tables;
}

}  // namespace roadlint::answers
