// What a change touches: findings elsewhere are not shown, only counted.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.hpp"
#include "engine/outcome.hpp"

namespace roadlint::gate {

/// Lines [first, last] of the later version. Where lines were only taken away both neighbours count.
struct LineRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// By name of a file: its changed lines, in order.
using ChangedLines = std::map<std::string, std::vector<LineRange>, std::less<>>;

/// Reads a patch as `git diff --unified=0` writes it. Names are as in the patch, without `b/`.
[[nodiscard]] ChangedLines read_patch(std::string_view patch);

/// All lines of a file, for one that is new.
inline constexpr LineRange every_line = {1, 0xFFFFFFFF};

/// Marks as untouched the active findings that neither with their subject nor with their evidence nor with any place
/// lie on a changed line; of the others it notes the first changed place. `lines_of` gives the changed lines by number
/// of a file.
void apply_changed_lines(const std::map<FileId, std::vector<LineRange>>& lines_of, const SourceFiles& files,
                         engine::Outcomes& outcomes);

}  // namespace roadlint::gate
