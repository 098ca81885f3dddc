// Connects the records that were read: ids become findable, references lead to their records.
#pragma once

#include "engine/tables.hpp"

namespace roadlint::engine {

/// Fills the indexes of ids and the targets of references; ids used twice and references that lead nowhere become
/// mistakes. `has_unreadable_files`: a record that is missing may stand in one of them. Uses up to `threads` threads.
void link(const dsl::Model& model, DataSet& data, bool has_unreadable_files, unsigned threads);

}  // namespace roadlint::engine
