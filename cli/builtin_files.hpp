// The rule packs and models of rules/, compiled into the program; cmake/embed_files.cmake generates the definition.
#pragma once

#include <string_view>
#include <vector>

namespace roadlint::cli {

/// One file of rules/. Both views live as long as the program.
struct BuiltinFile {
  /// Path relative to rules/, with `/` between folders: "paper/milestones.rules".
  std::string_view name;
  /// The bytes of the file, unchanged.
  std::string_view text;
};

/// Every *.rules and *.model file under rules/ and the word lists in rules/words/, sorted by name (byte order).
[[nodiscard]] const std::vector<BuiltinFile>& builtin_files();

}  // namespace roadlint::cli
