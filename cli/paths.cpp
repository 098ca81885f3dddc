// See paths.hpp.
#include "cli/paths.hpp"

#include <set>

namespace roadlint::cli {

namespace fs = std::filesystem;

std::string working_folder() {
  std::error_code error;
  return fs::current_path(error).generic_string();
}

fs::path real_path(const std::string& name) {
  std::error_code error;
  return fs::weakly_canonical(fs::absolute(name, error), error);
}

Diagnostics overwritten_inputs(const std::vector<std::string>& outputs, const SourceFiles& inputs) {
  std::error_code error;
  std::set<fs::path> read;
  for (FileId file = 0; file < inputs.size(); ++file) {
    const std::string& name = inputs.file(file).name();
    if (fs::is_regular_file(name, error)) read.insert(real_path(name));
  }
  Diagnostics mistakes;
  for (const std::string& output : outputs) {
    if (output.empty() || !read.contains(real_path(output))) continue;
    mistakes.add(DiagnosticCode::use_output, Span{}, "`" + output + "` was read and is not overwritten").help =
        "write the report to another file";
  }
  return mistakes;
}

}  // namespace roadlint::cli
