// What is reached by references, once or more. Whether a record reaches itself or another is answered by the components
// of the graph; ways are only walked for lists, and to show a cycle that is reported.
#include <algorithm>
#include <limits>
#include <unordered_set>

#include "base/limits.hpp"
#include "engine/evaluate/batch_evaluator.hpp"

namespace roadlint::engine {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// A record on the way, and the one before it on a shortest way; a start has none.
struct Stop {
  Row row = 0;
  std::size_t before = none;
};

/// Breadth first from all starts of one lane; the marks are reused from lane to lane.
class Walk {
 public:
  Walk(const ReferenceGraph& graph, CellId cell) : graph_(graph), cell_(cell), marks_(graph.size(), 0) {}

  void begin() {
    ++mark_;
    stops_.clear();
  }
  void start(Row row) { stops_.push_back({row, none}); }

  /// Calls `reach` with the place of every record reached, in order, until it returns false; gives the steps taken.
  template <typename Reach>
  std::size_t run(Reach reach) {
    std::size_t steps = 0;
    for (std::size_t at = 0; at < stops_.size(); ++at) {
      for (const Row row : graph_.next(stops_[at].row)) {
        ++steps;
        if (marks_[row] == mark_) continue;
        marks_[row] = mark_;
        stops_.push_back({row, at});
        if (!reach(stops_.size() - 1)) return steps;
      }
    }
    return steps;
  }

  [[nodiscard]] Row row(std::size_t stop) const { return stops_[stop].row; }
  /// The references on the way to a stop, from the start on; of a very long way the last ones.
  [[nodiscard]] Cells chain_to(std::size_t stop, std::size_t longest) const {
    Cells chain;
    for (std::size_t at = stops_[stop].before; at != none && chain.size() < longest; at = stops_[at].before) {
      chain.push_back({{cell_.record.table, stops_[at].row}, cell_.field});
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

 private:
  const ReferenceGraph& graph_;
  CellId cell_;
  std::vector<std::uint32_t> marks_;
  std::uint32_t mark_ = 0;
  std::vector<Stop> stops_;
};

/// Calls `known` with each row from which a closure starts, and `unknown` with each element that is not known.
template <typename Known, typename Unknown>
void visit_starts(const DataSet& data, const Vector& base, std::size_t index, Known known, Unknown unknown) {
  if (base.elements == nullptr) return visit_rows(data, base.value(index), known);
  for (std::uint32_t at = base.begin_of(index); at < base.end_of(index); ++at) {
    if (base.elements->is_missing(at)) {
      unknown(at);
    } else {
      visit_rows(data, base.elements->value(at), known);
    }
  }
}

/// Whether a way of one or more references leads from one of the starts to one of the wanted records.
bool reaches(const ReferenceGraph& graph, const std::vector<Row>& starts, const std::vector<Row>& wanted,
             std::uint64_t& steps) {
  if (wanted.empty()) return false;
  std::uint32_t lowest = std::numeric_limits<std::uint32_t>::max();
  for (const Row row : wanted) lowest = std::min(lowest, graph.component(row));
  const auto is_wanted = [&](Row row) { return std::find(wanted.begin(), wanted.end(), row) != wanted.end(); };
  if (std::any_of(starts.begin(), starts.end(), [&](Row row) { return is_wanted(row) && graph.is_on_cycle(row); })) {
    return true;
  }
  // No reference leads to a component of a higher number, so ways below the lowest one wanted end there.
  std::vector<Row> open;
  std::unordered_set<Row> seen;
  const auto add = [&](Row row) {
    if (graph.component(row) >= lowest) open.push_back(row);
  };
  for (const Row row : starts) add(row);
  while (!open.empty()) {
    const Row row = open.back();
    open.pop_back();
    for (const Row next : graph.next(row)) {
      ++steps;
      if (is_wanted(next)) return true;
      if (graph.component(next) >= lowest && seen.insert(next).second) open.push_back(next);
    }
  }
  return false;
}

}  // namespace

VectorRef BatchEvaluator::closure(const Expression& node, Frame& frame) {
  const VectorRef base = evaluate(node.operands[0], frame);
  const ReferenceGraph& graph = run_.indexes.graph(node.index, node.field);
  Walk walk(graph, {{node.index, 0}, node.field});
  VectorBuilder builder(true, frame.with_trace());
  for (std::size_t lane = 0; lane < base->lane_count(); ++lane) {
    builder.add_evidence(base->evidence(lane));
    builder.add_causes(base->causes(lane));
    if (base->is_missing(lane)) {
      builder.add_missing();
      continue;
    }
    walk.begin();
    visit_starts(
        data_, *base, lane,
        [&](Row row) {
          const CellId cell{{node.index, row}, node.field};
          builder.add_evidence({&cell, 1});
          walk.start(row);
        },
        [&](std::uint32_t at) { builder.elements().add_lane(*base->elements, at); });
    count_steps(walk.run([&](std::size_t stop) {
      if (frame.with_trace()) builder.elements().add_evidence(walk.chain_to(stop, limits::chain_links));
      builder.elements().add_value(own_record(walk.row(stop)));
      return true;
    }));
    check_list_elements(builder.elements().lane_count(), base->lane_count());
    builder.add_list();
  }
  const VectorRef result = builder.finish();
  return base->is_constant ? as_constant(result) : result;
}

/// `x in y+`.
VectorRef BatchEvaluator::closure_membership(const Expression& node, Frame& frame) {
  const Expression& closure_node = at(node.operands[1]);
  const VectorRef element = evaluate(node.operands[0], frame);
  const VectorRef base = evaluate(closure_node.operands[0], frame);
  const ReferenceGraph& graph = run_.indexes.graph(closure_node.index, closure_node.field);
  std::optional<Walk> walk;
  if (frame.with_trace()) walk.emplace(graph, CellId{{closure_node.index, 0}, closure_node.field});
  VectorBuilder builder(false, frame.with_trace());
  std::vector<Row> starts;
  std::vector<Row> wanted;
  for (std::size_t lane = 0; lane < frame.size(); ++lane) {
    builder.add_evidence(element->evidence(lane));
    if (element->is_missing(lane) || base->is_missing(lane)) {
      const Vector& absent = element->is_missing(lane) ? *element : *base;
      if (&absent == base.get()) builder.add_evidence(base->evidence(lane));
      builder.add_causes(absent.causes(lane));
      builder.add_missing();
      continue;
    }
    starts.clear();
    wanted.clear();
    Causes unknown;
    bool has_unknown = false;
    visit_rows(data_, element->value(lane), [&](Row row) { wanted.push_back(row); });
    visit_starts(
        data_, *base, lane, [&](Row row) { starts.push_back(row); },
        [&](std::uint32_t at) {
          has_unknown = true;
          const auto causes = base->elements->causes(at);
          unknown.insert(unknown.end(), causes.begin(), causes.end());
        });
    std::uint64_t steps = 0;
    const bool is_found = reaches(graph, starts, wanted, steps);
    count_steps(steps);
    if (walk && is_found) {
      walk->begin();
      for (const Row row : starts) walk->start(row);
      count_steps(walk->run([&](std::size_t stop) {
        if (std::find(wanted.begin(), wanted.end(), walk->row(stop)) == wanted.end()) return true;
        builder.add_evidence(walk->chain_to(stop, none));
        return false;
      }));
    } else if (walk) {
      builder.add_evidence(base->evidence(lane));
      for (const Row row : starts) {
        const CellId cell{{closure_node.index, row}, closure_node.field};
        builder.add_evidence({&cell, 1});
      }
    }
    if (!is_found && has_unknown) {
      builder.add_causes(unknown);
      builder.add_missing();
    } else {
      builder.add_value(is_found != node.negated ? 1 : 0);
    }
  }
  return builder.finish();
}

}  // namespace roadlint::engine
