// Names relative to the working folder, by their text alone: see relative_name.hpp.
#include "report/relative_name.hpp"

#include <filesystem>

namespace roadlint::report {

std::string relative_name(const Report& report, std::string_view name) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(report.working_folder).lexically_normal();
  const fs::path relative = (folder / name).lexically_normal().lexically_relative(folder);
  // An absolute name without a working folder to compare it with leaves nothing.
  const bool is_outside = relative.empty() || *relative.begin() == ".." || relative == ".";
  return is_outside ? std::string(name) : relative.generic_string();
}

}  // namespace roadlint::report
