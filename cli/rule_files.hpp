// Which rule files there are, with all that they use, parsed.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "dsl/syntax/ast.hpp"

namespace roadlint::cli {

/// Parses the files and folders given (*.rules and *.model) and every file that they use. `builtin` among them, or none
/// at all, stands for all built-in ones. A used file is looked for beside the file that uses it, then in the folders
/// given, then among the built-in ones.
[[nodiscard]] std::vector<dsl::ast::File> parse_rule_files(const std::vector<std::string>& paths, SourceFiles& files,
                                                           Diagnostics& diagnostics);

}  // namespace roadlint::cli
