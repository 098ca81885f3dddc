// Texts and names as Excel takes them.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace roadlint::report {

/// The most that Excel takes in a cell, in units of UTF-16.
inline constexpr std::size_t most_units_in_cell = 32'767;
inline constexpr std::size_t most_units_in_sheet_name = 31;

/// Printable text (see one_line) that fits a cell and that Excel shows as it
/// is. Where something was cut, it ends in `…`.
[[nodiscard]] std::string xlsx_cell_text(std::string_view text);

/// Gives each sheet a name that Excel takes and that no other sheet has,
/// whatever letters are capital.
class SheetNames {
 public:
  SheetNames();
  /// As near to the name wanted as it can be.
  [[nodiscard]] std::string add(std::string_view wanted);

 private:
  std::set<std::string> taken_;
};

}  // namespace roadlint::report
