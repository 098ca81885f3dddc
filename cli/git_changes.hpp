// Which lines of the data changed since a git revision.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "gate/changed_lines.hpp"

namespace roadlint::cli {

/// Compares the files as they lie there with the revision from which the present branch left `revision`, so that what
/// others did there since is no change of ours. Files that git does not know are new as a whole. Every mistake is
/// reported: no git, a file in no repository, no such revision, a clone without the history that is needed.
[[nodiscard]] gate::ChangedLinesOfFiles lines_changed_since(const std::string& revision,
                                                            const std::vector<FileId>& data_files,
                                                            const SourceFiles& files, Diagnostics& diagnostics);

}  // namespace roadlint::cli
