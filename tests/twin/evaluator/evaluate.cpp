// Runs the statements of each branch over all cases, from top to bottom, and notes how each case fared.
#include "tests/twin/evaluator/evaluate.hpp"

#include "engine/same_values.hpp"
#include "engine/value_arithmetic.hpp"
#include "tests/twin/evaluator/expression_evaluator.hpp"

namespace roadlint::twin {
namespace {

using dsl::StepKind;

class BranchRunner {
 public:
  BranchRunner(const dsl::Program& program, const DataSet& data, const dsl::Branch& branch,
               ExpressionEvaluator& evaluator, RuleOutcomes& outcomes)
      : program_(program), data_(data), branch_(branch), evaluator_(evaluator), outcomes_(outcomes) {}

  /// What was left out is told step by step.
  void run() {
    unscoped_.resize(branch_.steps.size());
    run_step(0);
    for (const std::vector<Unscoped>& step : unscoped_) {
      for (const Unscoped& entry : step) add_unscoped(outcomes_.unscoped, entry.cause, entry.count);
    }
  }

 private:
  [[nodiscard]] Naming naming() const { return {program_.model, data_}; }
  [[nodiscard]] const dsl::Type& type_of(dsl::ExpressionId id) const { return program_.expressions[id].type; }

  // --- cases ---------------------------------------------------------------------------------------------------

  void run_step(std::size_t index) {
    if (index == branch_.steps.size()) return finish_case();
    const dsl::Step& step = branch_.steps[index];
    switch (step.kind) {
      case StepKind::for_each:
        return run_source(step, index);
      case StepKind::where:
        return run_condition(step, index);
      case StepKind::let:
        evaluator_.environment()[step.variable] = evaluator_.evaluate(step.expression);
        return run_step(index + 1);
      case StepKind::group:
        // Cases meet their group only when all are known: see run_groups.
        return add_to_group(step);
    }
  }

  void run_source(const dsl::Step& step, std::size_t index) {
    const Result source = evaluator_.evaluate(step.expression);
    const bool is_first = index == 0;
    evaluator_.for_each(
        step.variable, source, [&] { run_step(index + 1); },
        [&](const Result& element) { leave(index, element.missing()->causes); });
    if (is_first) run_groups();
  }

  void leave(std::size_t index, const Causes& causes) {
    add_unscoped(unscoped_[index], causes.empty() ? std::nullopt : std::optional(causes.front()), 1);
  }

  void run_condition(const dsl::Step& step, std::size_t index) {
    const ExpressionEvaluator::Truth truth = evaluator_.truth(step.expression);
    if (!truth.value) {
      leave(index, truth.causes);
    } else if (*truth.value) {
      run_step(index + 1);
    }
  }

  // --- groups --------------------------------------------------------------------------------------------------

  struct Group {
    std::vector<Result> keys;
    std::vector<List> lists;
    /// The values that put records into the group.
    Cells evidence;
  };

  void add_to_group(const dsl::Step& step) {
    group_step_ = &step;
    std::vector<Result> keys;
    Causes causes;
    Cells evidence;
    for (const dsl::GroupKey& key : step.keys) {
      Result value = evaluator_.evaluate(key.key);
      if (value.missing() != nullptr) append(causes, value.missing()->causes);
      append(evidence, value.evidence);
      keys.push_back(std::move(value));
    }
    if (!causes.empty()) return add_keyless(step, std::move(causes), std::move(evidence));
    SameValues::Values values;
    for (std::size_t index = 0; index < keys.size(); ++index) {
      values.push_back(counted_value(keys[index].value, type_of(step.keys[index].key)));
    }
    const std::size_t number = group_keys_.find(values).value_or(groups_.size());
    if (number == groups_.size()) {
      group_keys_.add(std::move(values));
      groups_.push_back({std::move(keys), std::vector<List>(step.lists.size()), {}});
    }
    append(groups_[number].evidence, evidence);
    for (std::size_t index = 0; index < step.lists.size(); ++index) {
      groups_[number].lists[index].push_back(evaluator_.environment()[step.lists[index].element]);
    }
  }

  /// A record whose key is absent is in no group and is undecidable.
  void add_keyless(const dsl::Step& step, Causes causes, Cells evidence) {
    ++outcomes_.matched;
    RawFinding finding;
    finding.verdict = Verdict::undecidable;
    finding.causes = std::move(causes);
    finding.evidence = std::move(evidence);
    const dsl::VariableId first = step.lists.empty() ? dsl::no_id : step.lists.front().element;
    if (first != dsl::no_id) {
      const Result& record = evaluator_.environment()[first];
      add_subject_part(finding, record, program_.variables[first].type);
      add_case_name(finding, record, program_.variables[first].type);
    }
    keep(std::move(finding));
  }

  void keep(RawFinding finding) {
    drop_excess(finding);
    evaluator_.count_evidence(finding.evidence.size() + finding.locations.size());
    outcomes_.findings.push_back(std::move(finding));
  }

  void run_groups() {
    if (group_step_ == nullptr) return;
    const dsl::Step& step = *group_step_;
    const auto after = static_cast<std::size_t>(group_step_ - branch_.steps.data()) + 1;
    const std::vector<Group> groups = std::move(groups_);
    for (const Group& group : groups) {
      for (std::size_t index = 0; index < step.keys.size(); ++index) {
        evaluator_.environment()[step.keys[index].variable] = group.keys[index];
      }
      for (std::size_t index = 0; index < step.lists.size(); ++index) {
        evaluator_.environment()[step.lists[index].variable] = {group.lists[index], {}};
      }
      open_group_ = &group;
      run_step(after);
    }
    open_group_ = nullptr;
  }

  // --- one case ------------------------------------------------------------------------------------------------

  /// All requirements must be true; a false one violates, else an unknown one leaves the case undecidable.
  void finish_case() {
    ++outcomes_.matched;
    RawFinding violated;
    RawFinding undecidable;
    bool is_violated = false;
    bool is_undecidable = false;
    for (const dsl::ExpressionId requirement : branch_.requirements) {
      const ExpressionEvaluator::Truth truth = evaluator_.truth(requirement);
      if (!truth.value) {
        is_undecidable = true;
        append(undecidable.causes, truth.causes);
        append(undecidable.evidence, truth.evidence);
      } else if (!*truth.value) {
        is_violated = true;
        append(violated.evidence, truth.evidence);
      }
    }
    if (is_violated) {
      violated.message = texts(branch_.message);
      violated.help = texts(branch_.help);
      add_finding(std::move(violated));
    } else if (is_undecidable) {
      undecidable.verdict = Verdict::undecidable;
      add_finding(std::move(undecidable));
    } else {
      ++outcomes_.satisfied;
    }
  }

  void add_finding(RawFinding finding) {
    // The number of its records alone is shown by what they have in common.
    if (finding.evidence.empty() && open_group_ != nullptr) finding.evidence = open_group_->evidence;
    for (const dsl::ExpressionId part : branch_.subject) {
      add_subject_part(finding, evaluator_.evaluate(part), type_of(part));
    }
    for (const dsl::VariableId variable : branch_.case_variables) {
      add_case_name(finding, evaluator_.environment()[variable], program_.variables[variable].type);
    }
    for (const dsl::ExpressionId location : branch_.locations) add_locations(finding, evaluator_.evaluate(location));
    keep(std::move(finding));
  }

  void add_subject_part(RawFinding& finding, const Result& part, const dsl::Type& type) {
    const std::string id = part.missing() != nullptr ? "?" : plain_text(naming(), part.value, type);
    if (!finding.subject.entity.empty()) {
      finding.subject.id += "|" + id;
      return;
    }
    finding.subject = {dsl::entity_text(program_.model, type), id};
    if (const auto* records = std::get_if<Records>(&part.value); records != nullptr && !records->rows.empty()) {
      finding.subject_record = {records->table, records->rows.front()};
    } else if (!part.evidence.empty()) {
      finding.subject_cell = part.evidence.front();
    }
  }

  void add_case_name(RawFinding& finding, const Result& value, const dsl::Type& type) {
    finding.case_names.push_back(value.missing() != nullptr ? "?" : identity_text(naming(), value.value, type));
  }

  void add_locations(RawFinding& finding, const Result& place) {
    if (const auto* list = std::get_if<List>(&place.value)) {
      for (const Result& element : *list) add_locations(finding, element);
      return;
    }
    const auto* records = std::get_if<Records>(&place.value);
    const bool is_own_record = records != nullptr && records->text == dsl::no_id;
    if (!is_own_record) return append(finding.locations, place.evidence);
    for (const Row row : records->rows) finding.locations.push_back({{records->table, row}, dsl::no_id});
  }

  /// A year is a number, but nobody groups its digits.
  std::string part_text(dsl::ExpressionId id, std::string_view language) {
    const Value value = evaluator_.evaluate(id).value;
    const dsl::Expression& node = program_.expressions[id];
    const bool is_year = node.kind == dsl::ExpressionKind::function && node.function == dsl::Function::year;
    const bool is_present = !std::holds_alternative<Missing>(value);
    return is_year && is_present ? plain_text(naming(), value, node.type)
                                 : printed(naming(), value, node.type, language);
  }

  LocalizedText texts(const std::vector<dsl::MessageTemplate>& templates) {
    LocalizedText result;
    for (const dsl::MessageTemplate& entry : templates) {
      std::string text;
      for (const dsl::MessagePart& part : entry.parts) {
        text += part.text;
        if (part.expression == dsl::no_expression) continue;
        text += part_text(part.expression, entry.language);
      }
      result.set(entry.language, std::move(text));
    }
    return result;
  }

  const dsl::Program& program_;
  const DataSet& data_;
  const dsl::Branch& branch_;
  ExpressionEvaluator& evaluator_;
  RuleOutcomes& outcomes_;
  const dsl::Step* group_step_ = nullptr;
  std::vector<Group> groups_;
  SameValues group_keys_;
  const Group* open_group_ = nullptr;
  std::vector<std::vector<Unscoped>> unscoped_;
};

}  // namespace

std::vector<RuleOutcomes> evaluate(const dsl::Program& program, const DataSet& data,
                                   const std::vector<std::size_t>& rules, const CalendarPeriod& as_of,
                                   Diagnostics& diagnostics) {
  ExpressionEvaluator evaluator(program, data, as_of);
  std::vector<RuleOutcomes> all;
  for (const std::size_t index : rules) {
    const dsl::Rule& rule = program.rules[index];
    RuleOutcomes outcomes;
    outcomes.rule = index;
    evaluator.start_rule();
    try {
      for (const dsl::Branch& branch : rule.branches) BranchRunner(program, data, branch, evaluator, outcomes).run();
    } catch (const TooManySteps&) {
      diagnostics
          .add(DiagnosticCode::rule_too_costly, rule.span,
               "rule `" + rule.id + "` was given up: it takes more steps than the limit on this data")
          .help = "join by references instead of combining all records with all others";
      outcomes = RuleOutcomes{};
      outcomes.rule = index;
    }
    all.push_back(std::move(outcomes));
  }
  return all;
}

}  // namespace roadlint::twin
