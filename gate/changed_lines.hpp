// What a change touches: findings elsewhere are not shown, only counted.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"
#include "engine/tables.hpp"

namespace roadlint::gate {

/// Lines [first, last] of the later version; or, where lines were only taken away, the line before the gap.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  /// Whether lines behind `first` were taken away and nothing took their place.
  bool is_gap = false;
  /// Blanks before the text of the first line taken away: they tell whether it belonged to the record before it.
  std::uint32_t gap_indentation = 0;
};

/// By name of a file: its changed lines, in order.
using ChangedLines = std::map<std::string, std::vector<LineRange>, std::less<>>;

/// Reads a patch as `git diff --unified=0` writes it. Names are as in the patch, without `b/`.
[[nodiscard]] ChangedLines read_patch(std::string_view patch);

/// All lines of a file, for one that is new.
inline constexpr LineRange every_line = {1, 0xFFFFFFFF};

/// By number of a file: its changed lines.
using ChangedLinesOfFiles = std::map<FileId, std::vector<LineRange>>;

/// Marks as untouched the active findings that the change does not touch. It touches a finding when a changed line
/// holds its place, a further place or a value of its evidence, or belongs to the record that it is about: not to a
/// record with a name of its own inside of it. Of the others the first changed place is noted.
void apply_changed_lines(const ChangedLinesOfFiles& lines_of, const dsl::Model& model, const engine::DataSet& data,
                         const SourceFiles& files, engine::Outcomes& outcomes);

}  // namespace roadlint::gate
