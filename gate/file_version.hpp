// Whether this version of roadlint can read a file that says by its `schema` what it is.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"
#include "gate/document.hpp"

namespace roadlint::gate {

struct FileVersion {
  /// "roadlint/baseline/", before the number.
  std::string_view kind;
  /// The newest number that this version of roadlint reads.
  int newest = 1;
  /// Of the mistake when the file is of another kind or newer.
  DiagnosticCode mistake;
};

/// True when there is no schema, as in files that people write.
[[nodiscard]] bool is_known_version(const Node* schema, const FileVersion& known, Diagnostics& diagnostics);

}  // namespace roadlint::gate
