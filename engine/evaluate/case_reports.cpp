// What a case that is not satisfied says: evidence, causes, subject, sentences.
#include <algorithm>

#include "base/limits.hpp"
#include "engine/evaluate/case_runner.hpp"

namespace roadlint::engine {

/// The place of a loop variable's value in the list it came from; nothing for records of a table.
VectorRef CaseRunner::positions_of(dsl::VariableId variable, Frame& frame) {
  for (Frame* home = &frame; home != nullptr; home = home->outer()) {
    const VariableSlot* slot = home->find(variable);
    if (slot == nullptr) continue;
    const bool has_positions = slot->positions && slot->positions->lane_count() > 0;
    return has_positions ? frame.fetch(slot->positions, *home) : nullptr;
  }
  return nullptr;
}

/// A frame with traces that has the given lanes of a frame without.
std::unique_ptr<Frame> CaseRunner::traced(Frame& frame, const Lanes& lanes) {
  const bool is_behind_group = groups_ && !groups_->ends.empty() && &frame != groups_->members.get();
  auto result = is_behind_group ? traced_groups(frame, lanes)
                                : std::make_unique<Frame>(evaluator_.root(true), Lanes(lanes.size(), 0));
  const std::size_t first = is_behind_group ? plan_.group_step + 1 : 0;
  const std::size_t last = is_behind_group ? branch_.steps.size() : plan_.group_step;
  for (std::size_t index = first; index < last; ++index) define_traced(index, frame, lanes, *result);
  return result;
}

void CaseRunner::define_traced(std::size_t index, Frame& from, const Lanes& lanes, Frame& to) {
  const dsl::Step& step = branch_.steps[index];
  VariableSlot slot;
  slot.variable = step.variable;
  if (step.kind == dsl::StepKind::let) {
    slot.expression = step.expression;
  } else if (step.kind == dsl::StepKind::for_each) {
    if (!is_defined(step.variable, from)) return;  // the cases have not come so far
    if (type_of(step.expression).kind == dsl::TypeKind::record) {
      slot.value = gathered(evaluator_.variable(step.variable, from), lanes);
    } else {
      slot.source = step.expression;
      slot.positions = gathered(positions_of(step.variable, from), lanes);
    }
  } else {
    return;
  }
  to.define(std::move(slot));
}

bool CaseRunner::is_defined(dsl::VariableId variable, Frame& frame) {
  for (Frame* home = &frame; home != nullptr; home = home->outer()) {
    if (home->find(variable) != nullptr) return true;
  }
  return false;
}

/// Cases with much evidence are traced a few at a time.
void CaseRunner::report(Frame& frame, const Lanes& lanes) {
  constexpr std::size_t most_cells = 200'000;
  constexpr std::size_t most_lanes = 1'024;
  for (std::size_t begin = 0; begin < lanes.size();) {
    const std::size_t count = std::min(report_size_, lanes.size() - begin);
    const auto first = lanes.begin() + static_cast<std::ptrdiff_t>(begin);
    std::size_t cells = 0;
    try {
      cells = report_part(frame, Lanes(first, first + static_cast<std::ptrdiff_t>(count)));
    } catch (const TooManyElements&) {  // nothing of the part was kept yet
      if (count == 1) throw TooCostly{};
      report_size_ = count / 2;
      continue;
    }
    report_size_ = std::clamp<std::size_t>(most_cells * count / (cells + 1), 1, most_lanes);
    begin += count;
  }
}

/// Returns how much evidence there was.
std::size_t CaseRunner::report_part(Frame& frame, const Lanes& lanes) {
  group_evidence_.clear();
  const auto traced_frame = traced(frame, lanes);
  std::vector<VectorRef> truths;
  for (const dsl::ExpressionId id : branch_.requirements) truths.push_back(evaluator_.evaluate(id, *traced_frame));
  std::vector<VectorRef> subject;
  for (const dsl::ExpressionId id : branch_.subject) subject.push_back(evaluator_.evaluate(id, *traced_frame));
  std::vector<VectorRef> locations;
  for (const dsl::ExpressionId id : branch_.locations) locations.push_back(evaluator_.evaluate(id, *traced_frame));
  prepare_texts(*traced_frame);
  std::size_t cells = 0;
  for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
    RawFinding finding;
    add_outcome(finding, truths, lane);
    if (finding.verdict == Verdict::violated) {
      finding.message = texts(branch_.message, *traced_frame, lane);
      finding.help = texts(branch_.help, *traced_frame, lane);
    }
    // The number of its records alone is shown by what they have in common.
    if (finding.evidence.empty() && !group_evidence_.empty()) finding.evidence = group_evidence_[lane];
    for (std::size_t part = 0; part < subject.size(); ++part) {
      add_subject_part(finding, *subject[part], lane, type_of(branch_.subject[part]));
    }
    for (const dsl::VariableId variable : branch_.case_variables) {
      const VectorRef value = evaluator_.variable(variable, *traced_frame);
      finding.case_names.push_back(identity_of(*value, lane, program().variables[variable].type));
    }
    for (std::size_t part = 0; part < locations.size(); ++part) {
      add_locations(finding, *locations[part], lane, type_of(branch_.locations[part]));
    }
    cells += finding.evidence.size() + finding.locations.size();
    keep(std::move(finding));
  }
  return cells;
}

void CaseRunner::add_outcome(RawFinding& finding, const std::vector<VectorRef>& truths, std::size_t lane) {
  const bool is_violated =
      std::any_of(truths.begin(), truths.end(), [&](const VectorRef& truth) { return truth->is_false(lane); });
  finding.verdict = is_violated ? Verdict::violated : Verdict::undecidable;
  for (const VectorRef& truth : truths) {
    const bool decides = is_violated ? truth->is_false(lane) : truth->is_missing(lane);
    if (!decides) continue;
    const auto evidence = truth->evidence(lane);
    finding.evidence.insert(finding.evidence.end(), evidence.begin(), evidence.end());
    const auto causes = truth->causes(lane);
    if (!is_violated) finding.causes.insert(finding.causes.end(), causes.begin(), causes.end());
  }
}

std::string CaseRunner::name_of(const Vector& value, std::size_t lane, const dsl::Type& type) const {
  if (value.is_missing(lane)) return "?";
  return plain_text(naming(), evaluator_.lanes().value(value, lane, type), type);
}

std::string CaseRunner::identity_of(const Vector& value, std::size_t lane, const dsl::Type& type) const {
  if (value.is_missing(lane)) return "?";
  return identity_text(naming(), evaluator_.lanes().value(value, lane, type), type);
}

void CaseRunner::add_subject_part(RawFinding& finding, const Vector& part, std::size_t lane, const dsl::Type& type) {
  std::string id = name_of(part, lane, type);
  if (!finding.subject.entity.empty()) {
    finding.subject.id += "|" + id;
    return;
  }
  finding.subject = {dsl::entity_text(program().model, type), std::move(id)};
  if (type.kind == dsl::TypeKind::record && !type.is_list && !part.is_missing(lane)) {
    visit_rows(evaluator_.run().data, part.value(lane), [&](Row row) {
      if (finding.subject_record.table == dsl::no_id) finding.subject_record = {type.index, row};
    });
  }
  const bool is_record = finding.subject_record.table != dsl::no_id;
  if (!is_record && !part.evidence(lane).empty()) finding.subject_cell = part.evidence(lane).front();
}

void CaseRunner::add_locations(RawFinding& finding, const Vector& places, std::size_t lane,
                               const dsl::Type& type) const {
  const bool is_list = type.is_list && !places.is_missing(lane);
  if (is_list) {
    for (std::uint32_t at = places.begin_of(lane); at < places.end_of(lane); ++at) {
      add_locations(finding, *places.elements, at, type.element());
    }
    return;
  }
  const bool is_own_record =
      type.kind == dsl::TypeKind::record && !places.is_missing(lane) && is_own(places.value(lane));
  if (is_own_record) {
    finding.locations.push_back({{type.index, target_of(places.value(lane)).row()}, dsl::no_id});
    return;
  }
  const auto evidence = places.evidence(lane);
  finding.locations.insert(finding.locations.end(), evidence.begin(), evidence.end());
}

/// A year is a number, but nobody groups its digits.
LocalizedText CaseRunner::texts(const std::vector<dsl::MessageTemplate>& templates, Frame& frame, std::size_t lane) {
  LocalizedText result;
  for (const dsl::MessageTemplate& entry : templates) {
    std::string text;
    for (const dsl::MessagePart& part : entry.parts) {
      text += part.text;
      if (part.expression == dsl::no_expression) continue;
      const dsl::Expression& node = program().expressions[part.expression];
      const Value value = evaluator_.lanes().value(*evaluator_.evaluate(part.expression, frame), lane, node.type);
      const bool is_year = node.kind == dsl::ExpressionKind::function && node.function == dsl::Function::year;
      const bool is_plain = is_year && !std::holds_alternative<Missing>(value);
      text += is_plain ? plain_text(naming(), value, node.type) : printed(naming(), value, node.type, entry.language);
    }
    result.set(entry.language, std::move(text));
  }
  return result;
}

/// The values in messages, once for all lanes of the frame.
void CaseRunner::prepare_texts(Frame& frame) {
  for (const auto* templates : {&branch_.message, &branch_.help}) {
    for (const dsl::MessageTemplate& entry : *templates) {
      for (const dsl::MessagePart& part : entry.parts) {
        if (part.expression == dsl::no_expression || frame.computed(part.expression)) continue;
        const VectorRef value = evaluator_.evaluate(part.expression, frame);
        if (!frame.computed(part.expression)) frame.keep_computed(part.expression, value);
      }
    }
  }
}

void CaseRunner::keep(RawFinding finding) {
  drop_excess(finding);
  evaluator_.count_steps((finding.evidence.size() + finding.locations.size()) * limits::steps_per_evidence + 1);
  outcomes_.findings.push_back(std::move(finding));
}

}  // namespace roadlint::engine
