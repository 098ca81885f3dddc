// See indexes.hpp.
#include "engine/evaluate/indexes.hpp"

#include <algorithm>
#include <limits>

#include "base/limits.hpp"
#include "engine/evaluate/steps.hpp"

namespace roadlint::engine {

namespace {

/// Ids used many times, referred to many times, make as many entries as both multiplied.
void check_entries(std::uint64_t count) {
  if (count > limits::index_entries) throw TooCostly{};
}

}  // namespace

// --- joins ---------------------------------------------------------------------------------------------------------

JoinIndex::JoinIndex(const DataSet& data, const JoinSource& source)
    : data_(data), row_count_(source.row_count), is_left_out_(source.is_left_out) {
  const std::vector<KeyColumn>& columns = source.columns;
  is_by_row_ = columns.size() == 1 && columns.front().type.kind == dsl::TypeKind::record;
  if (is_by_row_) target_count_ = static_cast<std::uint32_t>(data.tables[columns.front().type.index].size());
  has_lists_ = std::any_of(columns.begin(), columns.end(), [](const KeyColumn& column) { return column.type.is_list; });
  entries_.reserve(row_count_);
  for (Row row = 0; row < row_count_; ++row) {
    if (is_left_out_[row] == 0) add_alternatives(columns, 0, TupleNumbers::empty_tuple, row);
  }
  starts_.resize(target_count_ + tuples_.size() + 1);
  for (const auto& [tuple, row] : entries_) ++starts_[tuple + 1];
  for (std::size_t at = 1; at < starts_.size(); ++at) starts_[at] += starts_[at - 1];
  rows_.resize(entries_.size());
  std::vector<std::uint32_t> next = starts_;
  for (const auto& [tuple, row] : entries_) rows_[next[tuple]++] = row;
  entries_ = {};
}

std::uint32_t JoinIndex::added_tuple(std::uint32_t tuple, std::uint64_t key) {
  if (is_by_row_ && key < target_count_) return static_cast<std::uint32_t>(key);
  return target_count_ + tuples_.add(tuple, key);
}

std::uint32_t JoinIndex::found_tuple(std::uint32_t tuple, std::uint64_t key) const {
  if (is_by_row_ && key < target_count_) return static_cast<std::uint32_t>(key);
  const std::uint32_t found = tuples_.find(tuple, key);
  return found == dsl::no_id ? dsl::no_id : target_count_ + found;
}

namespace {

/// Calls `known` with every key under which a value stands: one, several for an id used twice or the elements of a
/// list. False when there may be others, as something in it is absent.
template <typename Known>
bool visit_keys(const DataSet& data, const KeyColumn& column, std::size_t index, Known known) {
  const Vector& vector = *column.vector;
  if (vector.is_missing(index)) return false;
  const auto visit_value = [&](const Vector& values, std::size_t at, const dsl::Type& type) {
    if (values.is_missing(at)) return false;
    const auto key = key_of(values, at, type);
    if (key) known(*key);
    if (key || type.kind != dsl::TypeKind::record) return key.has_value();
    visit_rows(data, values.value(at), known);
    return true;
  };
  if (!column.type.is_list) return visit_value(vector, index, column.type);
  bool is_all = true;
  const dsl::Type element = column.type.element();
  for (std::uint32_t at = vector.begin_of(index); at < vector.end_of(index); ++at) {
    is_all = visit_value(*vector.elements, at, element) && is_all;
  }
  return is_all;
}

}  // namespace

/// A row stands under each combination of its keys; one of which a key may be missing belongs to every case as well.
void JoinIndex::add_alternatives(const std::vector<KeyColumn>& columns, std::size_t part, std::uint32_t tuple,
                                 Row row) {
  if (part == columns.size()) {
    check_entries(entries_.size());
    return entries_.push_back({tuple, row});
  }
  const bool is_all = visit_keys(data_, columns[part], row, [&](std::uint64_t key) {
    add_alternatives(columns, part + 1, added_tuple(tuple, key), row);
  });
  if (!is_all && (unsure_.empty() || unsure_.back() != row)) unsure_.push_back(row);
}

void JoinIndex::find_alternatives(const std::vector<KeyColumn>& outer, std::size_t index, std::size_t part,
                                  std::uint32_t tuple, std::vector<Row>& rows) const {
  if (part == outer.size()) {
    rows.insert(rows.end(), rows_.begin() + starts_[tuple], rows_.begin() + starts_[tuple + 1]);
    return;
  }
  static_cast<void>(visit_keys(data_, outer[part], index, [&](std::uint64_t key) {
    const std::uint32_t next = found_tuple(tuple, key);
    if (next != dsl::no_id) find_alternatives(outer, index, part + 1, next, rows);
  }));
}

bool JoinIndex::find(const std::vector<KeyColumn>& outer, std::size_t index, std::size_t most_unsure,
                     std::vector<Row>& rows) const {
  rows.clear();
  std::size_t key_count = 0;
  for (const KeyColumn& column : outer) {
    std::size_t count = 0;
    const bool is_all = visit_keys(data_, column, index, [&](std::uint64_t) { ++count; });
    key_count = std::max(key_count, count);
    if (is_all) continue;
    for (Row row = 0; row < row_count_; ++row) {
      if (is_left_out_[row] == 0) rows.push_back(row);
    }
    return false;
  }
  find_alternatives(outer, index, 0, TupleNumbers::empty_tuple, rows);
  const auto unsure_count = static_cast<std::ptrdiff_t>(std::min(most_unsure, unsure_.size()));
  rows.insert(rows.end(), unsure_.begin(), unsure_.begin() + unsure_count);
  if (key_count > 1 || has_lists_ || !unsure_.empty()) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  }
  return unsure_.empty();
}

// --- references ----------------------------------------------------------------------------------------------------

namespace {

/// Calls `visit` with every target row of the references in a cell, in order; with the text of dangling ones `miss`.
template <typename Visit, typename Miss>
void visit_references(const dsl::Field& field, const DataSet& data, const Column& column, Row row, Visit visit,
                      Miss miss) {
  const bool is_list = field.type.is_list;
  const bool is_readable =
      is_list ? column.states[row] != CellState::wrong_type : column.states[row] == CellState::present;
  if (!is_readable) return;
  const Column& cells = is_list ? *column.elements : column;
  const Slice slice = is_list ? column.slices[row] : Slice{row, 1};
  for (std::uint32_t at = slice.first; at < slice.first + slice.count; ++at) {
    if (cells.states[at] != CellState::present) continue;
    const std::uint64_t record = reference(cells.targets[at], cells.texts[at]);
    if (cells.targets[at].is_dangling()) {
      miss(cells.texts[at]);
    } else {
      visit_rows(data, record, visit);
    }
  }
}

}  // namespace

ReverseIndex::ReverseIndex(const dsl::Model& model, const DataSet& data, TableId table, FieldId field) {
  const dsl::Field& declared = model.tables[table].fields[field];
  const Column& column = data.tables[table].columns[field];
  const auto row_count = static_cast<Row>(data.tables[table].size());
  starts_.resize(data.tables[declared.type.index].size() + 1);
  const auto ignore = [](TextId) {};
  std::uint64_t count = 0;
  for (Row row = 0; row < row_count; ++row) {
    visit_references(
        declared, data, column, row,
        [&](Row target) {
          ++starts_[target + 1];
          ++count;
        },
        ignore);
    check_entries(count);
  }
  for (std::size_t at = 1; at < starts_.size(); ++at) starts_[at] += starts_[at - 1];
  rows_.resize(starts_.back());
  std::vector<std::uint32_t> next = starts_;
  for (Row row = 0; row < row_count; ++row) {
    visit_references(
        declared, data, column, row, [&](Row target) { rows_[next[target]++] = row; },
        [&](TextId text) {
          // A list passes over what leads nowhere.
          if (!declared.type.is_list) dangling_[text].push_back(row);
        });
  }
}

std::span<const Row> ReverseIndex::referring_to_text(TextId text) const {
  const auto found = dangling_.find(text);
  return found == dangling_.end() ? std::span<const Row>() : std::span<const Row>(found->second);
}

ReferenceGraph::ReferenceGraph(const dsl::Model& model, const DataSet& data, TableId table, FieldId field) {
  const dsl::Field& declared = model.tables[table].fields[field];
  const Column& column = data.tables[table].columns[field];
  const auto row_count = static_cast<Row>(data.tables[table].size());
  starts_.reserve(row_count + 1);
  starts_.push_back(0);
  for (Row row = 0; row < row_count; ++row) {
    visit_references(
        declared, data, column, row, [&](Row target) { targets_.push_back(target); }, [](TextId) {});
    check_entries(targets_.size());
    starts_.push_back(static_cast<std::uint32_t>(targets_.size()));
  }
  find_components();
}

/// Tarjan's algorithm with a stack of its own: chains of references may be a million long.
void ReferenceGraph::find_components() {
  constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
  const auto row_count = static_cast<Row>(starts_.size() - 1);
  std::vector<std::uint32_t> order(row_count, unseen);
  std::vector<std::uint32_t> lowest(row_count);
  std::vector<std::uint32_t> edge(row_count);
  components_.assign(row_count, unseen);
  on_cycle_.assign(row_count, 0);
  std::vector<Row> way;
  std::vector<Row> open;
  std::uint32_t visited = 0;
  std::uint32_t component_count = 0;
  const auto enter = [&](Row row) {
    order[row] = lowest[row] = visited++;
    edge[row] = starts_[row];
    way.push_back(row);
    open.push_back(row);
  };
  const auto close_component = [&](Row root) {
    const bool is_single = open.back() == root;
    for (Row row = dsl::no_id; row != root;) {
      row = open.back();
      open.pop_back();
      components_[row] = component_count;
      const auto targets = next(row);
      on_cycle_[row] = !is_single || std::find(targets.begin(), targets.end(), row) != targets.end() ? 1 : 0;
    }
    ++component_count;
  };
  for (Row start = 0; start < row_count; ++start) {
    if (order[start] == unseen) enter(start);
    while (!way.empty()) {
      const Row row = way.back();
      if (edge[row] < starts_[row + 1]) {
        const Row target = targets_[edge[row]++];
        if (order[target] == unseen) {
          enter(target);
        } else if (components_[target] == unseen) {
          lowest[row] = std::min(lowest[row], order[target]);
        }
        continue;
      }
      way.pop_back();
      if (!way.empty()) lowest[way.back()] = std::min(lowest[way.back()], lowest[row]);
      if (lowest[row] == order[row]) close_component(row);
    }
  }
}

// --- one of each ---------------------------------------------------------------------------------------------------

template <typename Key, typename Index, typename Make>
const Index& Indexes::get(Entries<Key, Index>& entries, const Key& key, Make make) {
  Entry<Index>* entry = nullptr;
  {
    const std::scoped_lock lock(mutex_);
    entry = &entries[key];
  }
  std::call_once(entry->once, [&] { entry->index = make(); });
  return *entry->index;
}

const JoinIndex& Indexes::join(const Loop& loop, const std::function<JoinSource()>& make_source) {
  return get(joins_, &loop, [&] { return std::make_unique<JoinIndex>(data_, make_source()); });
}

const ReverseIndex& Indexes::reverse(TableId table, FieldId field) {
  return get(reverses_, std::pair(table, field),
             [&] { return std::make_unique<ReverseIndex>(model_, data_, table, field); });
}

const ReferenceGraph& Indexes::graph(TableId table, FieldId field) {
  return get(graphs_, std::pair(table, field),
             [&] { return std::make_unique<ReferenceGraph>(model_, data_, table, field); });
}

}  // namespace roadlint::engine
