// Files that are compiled into the program: the rule packs and models of rules/, and what `roadlint init` writes;
// cmake/embed_files.cmake generates the definitions.
#pragma once

#include <string_view>
#include <vector>

namespace roadlint::cli {

/// One file of a folder. Both views live as long as the program.
struct BuiltinFile {
  /// Path relative to the folder, with `/` between folders: "paper/milestones.rules".
  std::string_view name;
  /// The bytes of the file, unchanged.
  std::string_view text;
};

/// Every *.rules and *.model file under rules/ and the word lists in rules/words/, sorted by name (byte order).
[[nodiscard]] const std::vector<BuiltinFile>& builtin_files();

/// Every file of templates/, sorted by name (byte order).
[[nodiscard]] const std::vector<BuiltinFile>& builtin_templates();

}  // namespace roadlint::cli
