// Which responsible body has which sheet of the workbook.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/xlsx_rows.hpp"
#include "report/xlsx_text.hpp"

namespace roadlint::report {

/// Excel takes more sheets, but nobody finds his among them.
inline constexpr std::size_t most_body_sheets = 195;

struct BodySheet {
  /// As people read it: the id of the body, or that there is none, or that
  /// others stand here together.
  std::string title;
  /// The name of the sheet.
  std::string name;
  std::size_t count = 0;
};

struct BodySheets {
  /// By the name of the body; then findings without a body; then the bodies
  /// that share a sheet.
  std::vector<BodySheet> sheets;
  /// The place in `sheets` of each body.
  std::map<std::string, std::size_t, std::less<>> place_of;
  /// How many bodies share the last sheet.
  std::size_t together = 0;
};

/// The body responsible for the entry; empty when there is none.
[[nodiscard]] std::string_view body_of(const ListEntry& entry);

/// The bodies with the most findings have a sheet each, at most so many.
[[nodiscard]] BodySheets arrange_bodies(const std::vector<ListEntry>& entries, const ListWords& words,
                                        SheetNames& names, std::size_t most_sheets = most_body_sheets);

}  // namespace roadlint::report
