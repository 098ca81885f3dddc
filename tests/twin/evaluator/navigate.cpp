// From records to their fields, to the records around them, and along references in both directions.
#include <algorithm>
#include <limits>
#include <unordered_set>

#include "base/limits.hpp"
#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {

Result ExpressionEvaluator::evaluate_rows(const Expression& node) {
  List list;
  for (Row row = 0; row < data_.tables[node.index].size(); ++row) {
    count_step();
    list.push_back({Records{node.index, {row}, dsl::no_id, {}}, {}});
  }
  return {std::move(list), {}};
}

Result ExpressionEvaluator::evaluate_field(const Expression& node) {
  return field_of(evaluate(node.operands[0]), node.index, node.field);
}

Result ExpressionEvaluator::field_of(const Result& base, dsl::TableId table, dsl::FieldId field) {
  if (base.missing() != nullptr) return base;
  if (const auto* records = std::get_if<Records>(&base.value)) {
    Result result = field_of_records(*records, field);
    Cells evidence = base.evidence;
    append(evidence, result.evidence);
    return {std::move(result.value), std::move(evidence)};
  }
  List list;
  for (const Result& element : base.as<List>()) {
    count_step();
    const auto* records = std::get_if<Records>(&element.value);
    if (records != nullptr && records->rows.empty()) continue;
    Result result = field_of(element, table, field);
    if (const auto* inner = std::get_if<List>(&result.value)) {
      list.insert(list.end(), inner->begin(), inner->end());
    } else {
      list.push_back(std::move(result));
    }
  }
  return {std::move(list), base.evidence};
}

Result ExpressionEvaluator::field_of_records(const Records& records, dsl::FieldId field) {
  if (records.rows.empty()) return {Missing{{{MissingReason::dangling, records.origin}}}, {}};
  Result first = read_cell_value(program_.model, data_, {{records.table, records.rows.front()}, field});
  if (records.rows.size() == 1) return first;
  // An id used twice means every record of that id: lists are joined, single values must agree.
  for (std::size_t index = 1; index < records.rows.size(); ++index) {
    const Result next = read_cell_value(program_.model, data_, {{records.table, records.rows[index]}, field});
    append(first.evidence, next.evidence);
    if (auto* list = std::get_if<List>(&first.value)) {
      if (next.missing() != nullptr) return {next.value, std::move(first.evidence)};
      const List& more = next.as<List>();
      list->insert(list->end(), more.begin(), more.end());
    } else if (!are_same(first.value, next.value)) {
      return {Missing{{{MissingReason::several_records, records.origin}}}, std::move(first.evidence)};
    }
  }
  return first;
}

Result ExpressionEvaluator::evaluate_container(const Expression& node) {
  return container_of(evaluate(node.operands[0]), node.index);
}

Result ExpressionEvaluator::container_of(const Result& base, dsl::TableId table) {
  if (base.missing() != nullptr) return base;
  if (const auto* list = std::get_if<List>(&base.value)) {
    List containers;
    for (const Result& element : *list) {
      const auto* records = std::get_if<Records>(&element.value);
      if (records != nullptr && records->rows.empty()) continue;
      containers.push_back(container_of(element, table));
    }
    return {std::move(containers), base.evidence};
  }
  const Records& records = base.as<Records>();
  if (records.rows.empty()) return {Missing{{{MissingReason::dangling, records.origin}}}, base.evidence};
  std::optional<Row> found;
  for (const Row row : records.rows) {
    RecordId record{records.table, row};
    while (record.table != dsl::no_id && (record.table != table || record == RecordId{records.table, row})) {
      record = data_.tables[record.table].parent(record.row);
    }
    const CellId self{{records.table, row}, dsl::no_id};
    if (record.table == dsl::no_id) return {Missing{{{MissingReason::absent, self}}}, base.evidence};
    if (found && *found != record.row) {
      return {Missing{{{MissingReason::several_records, records.origin}}}, base.evidence};
    }
    found = record.row;
  }
  Cells evidence = base.evidence;
  evidence.push_back({{records.table, records.rows.front()}, dsl::no_id});
  return {Records{table, {*found}, dsl::no_id, {}}, std::move(evidence)};
}

namespace {

/// A record reached by a closure, and the one before it on a shortest way; a start has none.
struct Reached {
  Row row = 0;
  std::size_t before = no_record_before;

  static constexpr std::size_t no_record_before = std::numeric_limits<std::size_t>::max();
};

/// The references on the way to a record, from the start on; of a very long way the last ones.
Cells chain_to(const std::vector<Reached>& visited, std::size_t last, const dsl::Expression& node,
               std::size_t longest) {
  Cells chain;
  for (std::size_t at = visited[last].before; at != Reached::no_record_before && chain.size() < longest;
       at = visited[at].before) {
    chain.push_back({{node.index, visited[at].row}, node.field});
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace

/// The records that a field of a record refers to.
std::vector<Row> ExpressionEvaluator::referenced_rows(const CellId& cell) {
  const Result value = read_cell_value(program_.model, data_, cell);
  std::vector<Row> rows;
  const auto add = [&](const Value& target) {
    const auto* records = std::get_if<Records>(&target);
    if (records != nullptr) rows.insert(rows.end(), records->rows.begin(), records->rows.end());
  };
  add(value.value);
  if (const auto* list = std::get_if<List>(&value.value)) {
    for (const Result& target : *list) add(target.value);
  }
  return rows;
}

/// Breadth first from all starts. The evidence of a record reached is a shortest chain of references to it, so that a
/// cycle is shown link by link; with `wanted` only records that are the same as it have their chain, and all of it.
Result ExpressionEvaluator::evaluate_closure(const Expression& node, const Value* wanted) {
  const Result base = evaluate(node.operands[0]);
  if (base.missing() != nullptr) return base;
  List reached;
  std::vector<Reached> visited;
  Cells evidence = base.evidence;
  const auto start_from = [&](const Result& start) {
    if (start.missing() != nullptr) return reached.push_back(start);
    for (const Row row : start.as<Records>().rows) {
      visited.push_back({row});
      evidence.push_back({{node.index, row}, node.field});
    }
  };
  if (const auto* list = std::get_if<List>(&base.value)) {
    for (const Result& start : *list) start_from(start);
  } else {
    start_from(base);
  }
  std::unordered_set<Row> known;
  for (std::size_t at = 0; at < visited.size(); ++at) {
    for (const Row row : referenced_rows({{node.index, visited[at].row}, node.field})) {
      count_step();
      if (!known.insert(row).second) continue;
      visited.push_back({row, at});
      Result result{Records{node.index, {row}, dsl::no_id, {}}, {}};
      if (wanted == nullptr) result.evidence = chain_to(visited, visited.size() - 1, node, limits::chain_links);
      if (wanted != nullptr && are_same(*wanted, result.value)) {
        result.evidence = chain_to(visited, visited.size() - 1, node, visited.size());
      }
      reached.push_back(std::move(result));
    }
  }
  return {std::move(reached), std::move(evidence)};
}

Result ExpressionEvaluator::evaluate_reverse(const Expression& node) {
  const Result target = evaluate(node.operands[0]);
  if (target.missing() != nullptr) return target;
  List wanted;
  if (const auto* list = std::get_if<List>(&target.value)) {
    wanted = *list;
  } else {
    wanted.push_back(target);
  }
  List list;
  for (Row row = 0; row < data_.tables[node.index].size(); ++row) {
    const CellId cell{{node.index, row}, node.field};
    const Result value = read_cell_value(program_.model, data_, cell);
    List references;
    if (const auto* several = std::get_if<List>(&value.value)) references = *several;
    if (std::holds_alternative<Records>(value.value)) references.push_back(value);
    const bool refers = std::any_of(references.begin(), references.end(), [&](const Result& reference) {
      count_step();
      return std::any_of(wanted.begin(), wanted.end(),
                         [&](const Result& record) { return are_same(reference.value, record.value); });
    });
    if (refers) list.push_back({Records{node.index, {row}, dsl::no_id, {}}, {cell}});
  }
  return {std::move(list), target.evidence};
}

Result ExpressionEvaluator::evaluate_dangling(const Expression& node) {
  const Result base = evaluate(node.operands[0]);
  if (base.missing() != nullptr) return base;
  List records;
  if (const auto* list = std::get_if<List>(&base.value)) {
    records = *list;
  } else {
    records.push_back(base);
  }
  List texts;
  const bool is_list = program_.model.tables[node.index].fields[node.field].type.is_list;
  const Column& unused = data_.tables[node.index].columns[node.field];
  for (const Result& element : records) {
    const auto* found = std::get_if<Records>(&element.value);
    if (found == nullptr) continue;
    for (const Row row : found->rows) {
      const CellId cell{{node.index, row}, node.field};
      const Column& column = is_list ? *unused.elements : unused;
      Slice slice = is_list ? unused.slices[row] : Slice{row, unused.states[row] == CellState::present ? 1U : 0U};
      for (std::uint32_t index = slice.first; index < slice.first + slice.count; ++index) {
        if (column.states[index] != CellState::present || !column.targets[index].is_dangling()) continue;
        texts.push_back({std::string(data_.texts.text(column.texts[index])), {cell}});
      }
    }
  }
  return {std::move(texts), base.evidence};
}

}  // namespace roadlint::twin
