// Cuts the work into pieces - a branch of a rule, or a range of the records that it goes over - which threads take one
// after the other. The pieces do not depend on the number of threads, and their outcomes are joined in order.
#include "engine/evaluate/evaluate.hpp"

#include <algorithm>
#include <deque>
#include <mutex>
#include <new>

#include "base/limits.hpp"
#include "base/parallel.hpp"
#include "engine/evaluate/case_runner.hpp"

namespace roadlint::engine {
namespace {

struct Piece {
  std::size_t rule = 0;  // in the plan
  std::size_t branch = 0;
  std::optional<RowRange> range;
};

struct PieceOutcomes {
  BranchOutcomes outcomes;
  bool is_too_costly = false;
};

bool can_be_cut(const dsl::Branch& branch, const BranchPlan& plan) {
  const bool has_group = plan.group_step < branch.steps.size();
  return !has_group && branch.steps.front().kind == dsl::StepKind::for_each && plan.loops.front().table != dsl::no_id &&
         plan.loops.front().keys.empty();
}

std::vector<Piece> pieces_of(const Plan& plan, const DataSet& data, Row rows_of_piece) {
  std::vector<Piece> pieces;
  for (std::size_t rule = 0; rule < plan.rules.size(); ++rule) {
    const dsl::Rule& declared = plan.program->rules[plan.rules[rule].rule];
    for (std::size_t branch = 0; branch < declared.branches.size(); ++branch) {
      const BranchPlan& branch_plan = plan.rules[rule].branches[branch];
      if (!can_be_cut(declared.branches[branch], branch_plan)) {
        pieces.push_back({rule, branch, std::nullopt});
        continue;
      }
      const auto row_count = static_cast<Row>(data.tables[branch_plan.loops.front().table].size());
      for (Row begin = 0; begin < row_count; begin += rows_of_piece) {
        pieces.push_back({rule, branch, RowRange{begin, std::min(row_count, begin + rows_of_piece)}});
      }
    }
  }
  return pieces;
}

PieceOutcomes run_piece(const Run& run, const Piece& piece, RuleSteps& steps) {
  PieceOutcomes result;
  result.is_too_costly = true;
  if (steps.are_too_many()) return result;
  const RulePlan& rule_plan = run.plan.rules[piece.rule];
  const dsl::Branch& branch = run.program().rules[rule_plan.rule].branches[piece.branch];
  BatchEvaluator evaluator(run, steps);
  try {
    result.outcomes = CaseRunner(evaluator, branch, rule_plan.branches[piece.branch], piece.range).run();
    result.is_too_costly = false;
  } catch (const TooCostly&) {
    steps.give_up();
  } catch (const std::bad_alloc&) {  // the other rules may need less
    steps.give_up();
  }
  return result;
}

std::vector<PieceOutcomes> run_pieces(const Run& run, const std::vector<Piece>& pieces, std::deque<RuleSteps>& steps,
                                      const EvaluationOptions& options) {
  std::vector<PieceOutcomes> results(pieces.size());
  std::mutex mutex;
  std::size_t done = 0;
  run_parallel(options.threads, pieces.size(), [&](std::size_t index) {
    results[index] = run_piece(run, pieces[index], steps[pieces[index].rule]);
    if (!options.progress) return;
    const std::scoped_lock lock(mutex);
    options.progress(static_cast<double>(++done) / static_cast<double>(pieces.size()));
  });
  return results;
}

template <typename Entry>
void move_behind(std::vector<Entry>& to, std::vector<Entry>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

/// The pieces of one rule, joined: branch by branch, and within a branch what was left out step by step.
class RuleJoin {
 public:
  explicit RuleJoin(std::size_t rule) { joined_.rule = rule; }

  void add(std::size_t branch, PieceOutcomes& piece) {
    if (branch != branch_) end_branch();
    branch_ = branch;
    is_too_costly_ = is_too_costly_ || piece.is_too_costly;
    joined_.matched += piece.outcomes.matched;
    joined_.satisfied += piece.outcomes.satisfied;
    move_behind(joined_.findings, piece.outcomes.findings);
    unscoped_.resize(std::max(unscoped_.size(), piece.outcomes.unscoped.size()));
    for (std::size_t step = 0; step < piece.outcomes.unscoped.size(); ++step) {
      add_all(unscoped_[step], piece.outcomes.unscoped[step]);
    }
  }
  [[nodiscard]] RuleOutcomes finish(bool is_too_costly) {
    end_branch();
    if (!is_too_costly && !is_too_costly_) return std::move(joined_);
    RuleOutcomes nothing;
    nothing.rule = joined_.rule;
    nothing.is_given_up = true;
    return nothing;
  }

 private:
  void end_branch() {
    for (const std::vector<Unscoped>& step : unscoped_) add_all(joined_.unscoped, step);
    unscoped_.clear();
  }

  static void add_all(std::vector<Unscoped>& to, const std::vector<Unscoped>& from) {
    for (const Unscoped& entry : from) add_unscoped(to, entry.cause, entry.count);
  }

  RuleOutcomes joined_;
  std::vector<std::vector<Unscoped>> unscoped_;
  std::size_t branch_ = 0;
  bool is_too_costly_ = false;
};

}  // namespace

std::vector<RuleOutcomes> evaluate(const Plan& plan, const DataSet& data, const EvaluationOptions& options,
                                   Diagnostics& diagnostics) {
  MadeTexts texts(data.texts);
  Indexes indexes(plan.program->model, data);
  const Run run{plan, data, options.as_of, texts, indexes, options.sizes};
  const std::vector<Piece> pieces = pieces_of(plan, data, options.sizes.rows_of_piece);
  std::deque<RuleSteps> steps;
  for (std::size_t number = 0; number < plan.rules.size(); ++number) steps.emplace_back(options.most_steps);
  std::vector<PieceOutcomes> results = run_pieces(run, pieces, steps, options);
  std::vector<RuleOutcomes> all;
  std::size_t index = 0;
  for (std::size_t number = 0; number < plan.rules.size(); ++number) {
    RuleJoin join(plan.rules[number].rule);
    for (; index < pieces.size() && pieces[index].rule == number; ++index) {
      join.add(pieces[index].branch, results[index]);
    }
    all.push_back(join.finish(steps[number].are_too_many()));
    if (!all.back().is_given_up) continue;
    const dsl::Rule& rule = plan.program->rules[plan.rules[number].rule];
    diagnostics
        .add(DiagnosticCode::rule_too_costly, rule.span,
             "rule `" + rule.id + "` was given up: it takes more steps than the limit on this data")
        .help = "join by references instead of combining all records with all others";
  }
  return all;
}

}  // namespace roadlint::engine
