// The door of the loading stage: data files and a model in, tables out.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "dsl/typed/model.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// Whether the name of a file says that it is JSON (else YAML).
[[nodiscard]] bool is_json_name(std::string_view name);

/// Reads all files as one data set. A file that cannot be read gets a diagnostic and contributes nothing but what was
/// read before the mistake is dropped with it; the others are read all the same. Mistakes in well-formed data are in
/// the result, which is the same for any number of threads.
/// `earlier_files` hold an earlier version of the data, for rules that compare the two: what is wrong with its records
/// is not in the result.
[[nodiscard]] DataSet load(const dsl::Model& model, const SourceFiles& files, const std::vector<FileId>& data_files,
                           Diagnostics& diagnostics, unsigned threads = 1,
                           const std::vector<FileId>& earlier_files = {});

}  // namespace roadlint::engine
