// Puts together what several threads have read, each from files of its own.
#pragma once

#include "engine/tables.hpp"

namespace roadlint::engine {

/// Adds the records and mistakes of `part`, not yet linked, behind those of `whole`: the result is the same as if its
/// files had been read after the others. Uses up to `threads` threads.
void join(const dsl::Model& model, DataSet& whole, DataSet part, unsigned threads);

}  // namespace roadlint::engine
