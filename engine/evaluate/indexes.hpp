// Indexes over whole tables, made when first asked for and shared by all threads of a run: rows by key (hash joins),
// references backwards, and the components of reference graphs (closures).
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "engine/evaluate/keys.hpp"
#include "engine/plan/plan.hpp"

namespace roadlint::engine {

/// What a join index is made of.
struct JoinSource {
  /// The inner side of each key for every row of the table.
  std::vector<KeyColumn> columns;
  /// By row: whether it never counts.
  std::vector<std::uint8_t> is_left_out;
  Row row_count = 0;
};

/// No bound on the rows that belong to every case.
inline constexpr std::size_t all_unsure = static_cast<std::size_t>(-1);

/// Rows by the values of the join keys. Throws TooCostly when ids used many times make it too large.
class JoinIndex {
 public:
  JoinIndex(const DataSet& data, const JoinSource& source);

  /// The rows, ascending, whose keys may equal those in lane `index` of `outer`; tells whether they surely do.
  /// Of the rows that may belong to every case as a key is missing, the first `most_unsure`.
  [[nodiscard]] bool find(const std::vector<KeyColumn>& outer, std::size_t index, std::size_t most_unsure,
                          std::vector<Row>& rows) const;

 private:
  void add_alternatives(const std::vector<KeyColumn>& columns, std::size_t part, std::uint32_t tuple, Row row);
  void find_alternatives(const std::vector<KeyColumn>& outer, std::size_t index, std::size_t part, std::uint32_t tuple,
                         std::vector<Row>& rows) const;

  /// The number of the tuple that a key makes with those before it; no_id when there is none.
  [[nodiscard]] std::uint32_t found_tuple(std::uint32_t tuple, std::uint64_t key) const;
  [[nodiscard]] std::uint32_t added_tuple(std::uint32_t tuple, std::uint64_t key);

  const DataSet& data_;
  Row row_count_;
  std::vector<std::uint8_t> is_left_out_;
  /// A single key that is a record: the tuples are the rows of its table, dangling references come behind them.
  bool is_by_row_ = false;
  std::uint32_t target_count_ = 0;
  /// A row may stand under one key several times.
  bool has_lists_ = false;
  TupleNumbers tuples_;
  std::vector<std::pair<std::uint32_t, Row>> entries_;  // while it is built
  std::vector<std::uint32_t> starts_;                   // by tuple
  std::vector<Row> rows_;
  /// Rows of which a key is missing: they may belong to any.
  std::vector<Row> unsure_;
};

/// Which rows refer to a record by one field.
class ReverseIndex {
 public:
  ReverseIndex(const dsl::Model& model, const DataSet& data, TableId table, FieldId field);

  [[nodiscard]] std::span<const Row> referring_to(Row row) const {
    return {rows_.data() + starts_[row], rows_.data() + starts_[row + 1]};
  }
  /// Rows whose reference of that text leads nowhere.
  [[nodiscard]] std::span<const Row> referring_to_text(TextId text) const;

 private:
  std::vector<std::uint32_t> starts_;
  std::vector<Row> rows_;
  std::map<TextId, std::vector<Row>> dangling_;
};

/// The strongly connected components of the graph that a field spans from a table to itself.
class ReferenceGraph {
 public:
  ReferenceGraph(const dsl::Model& model, const DataSet& data, TableId table, FieldId field);

  /// Rows that the field of a row leads to, in order, with repetitions.
  [[nodiscard]] std::span<const Row> next(Row row) const {
    return {targets_.data() + starts_[row], targets_.data() + starts_[row + 1]};
  }
  /// Whether a way of one or more references leads back to the row.
  [[nodiscard]] bool is_on_cycle(Row row) const { return on_cycle_[row] != 0; }
  /// Numbers of components: a reference never leads to a component of a higher number.
  [[nodiscard]] std::uint32_t component(Row row) const { return components_[row]; }
  [[nodiscard]] std::size_t size() const { return components_.size(); }

 private:
  void find_components();

  std::vector<std::uint32_t> starts_;
  std::vector<Row> targets_;
  std::vector<std::uint32_t> components_;
  std::vector<std::uint8_t> on_cycle_;
};

class Indexes {
 public:
  Indexes(const dsl::Model& model, const DataSet& data) : model_(model), data_(data) {}

  /// `make_source` looks at all rows of the loop's table.
  const JoinIndex& join(const Loop& loop, const std::function<JoinSource()>& make_source);
  const ReverseIndex& reverse(TableId table, FieldId field);
  const ReferenceGraph& graph(TableId table, FieldId field);

 private:
  template <typename Index>
  struct Entry {
    std::once_flag once;
    std::unique_ptr<Index> index;
  };
  template <typename Key, typename Index>
  using Entries = std::map<Key, Entry<Index>>;
  template <typename Key, typename Index, typename Make>
  const Index& get(Entries<Key, Index>& entries, const Key& key, Make make);

  const dsl::Model& model_;
  const DataSet& data_;
  std::mutex mutex_;
  Entries<const Loop*, JoinIndex> joins_;
  Entries<std::pair<TableId, FieldId>, ReverseIndex> reverses_;
  Entries<std::pair<TableId, FieldId>, ReferenceGraph> graphs_;
};

}  // namespace roadlint::engine
