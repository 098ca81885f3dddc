// The tables in a stable text form: what `roadlint dump --stage=data` shows.
#pragma once

#include <string>

#include "base/source_text.hpp"
#include "dsl/typed/model.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// Table by table, record by record (path, place), each field that is written with its value as read and its place;
/// then the mistakes found while reading. Tables without records are left out.
[[nodiscard]] std::string print_data(const SourceFiles& files, const dsl::Model& model, const DataSet& data);

}  // namespace roadlint::engine
