// `group by`: the cases before it are collected, get the number of their group, and go on as one case for each group.
#include <algorithm>

#include "base/limits.hpp"
#include "engine/evaluate/case_runner.hpp"
#include "engine/same_values.hpp"
#include "engine/value_arithmetic.hpp"

namespace roadlint::engine {
namespace {

/// Variable of the groups' frames that holds the number of the group: no variable of a program has this number.
constexpr dsl::VariableId group_number = dsl::no_id - 1;

/// Whether references to one id used twice can stand for the records of that id: not beside single records.
bool has_shared_keys(const Vector& vector, const dsl::Type& type) {
  if (type.kind != dsl::TypeKind::record) return false;
  for (std::size_t lane = 0; lane < vector.lane_count(); ++lane) {
    if (vector.missing[lane] == 0 && is_own(vector.values[lane])) return false;
  }
  return true;
}

std::uint64_t group_key(const DataSet& data, const Vector& vector, std::size_t index, const dsl::Type& type) {
  if (const auto key = key_of(vector, index, type)) return *key;
  return data.target_rows(target_of(vector.value(index))).front();
}

}  // namespace

void CaseRunner::collect_members(Frame& frame) {
  if (!groups_) groups_.emplace();
  Groups& groups = *groups_;
  groups.member_count += frame.size();
  evaluator_.count_steps(frame.size() * limits::steps_per_member);
  std::size_t number = 0;
  for (std::size_t index = 0; index < plan_.group_step; ++index) {
    const dsl::Step& step = branch_.steps[index];
    if (step.kind != dsl::StepKind::for_each) continue;
    if (groups.values.size() == number) {
      groups.values.emplace_back(false, false);
      groups.positions.push_back(std::make_shared<Vector>());
    }
    const VectorRef value = evaluator_.variable(step.variable, frame);
    const VectorRef positions = positions_of(step.variable, frame);
    for (std::size_t lane = 0; lane < frame.size(); ++lane) {
      groups.values[number].add_lane(*value, lane);
      if (!positions) continue;
      groups.positions[number]->missing.push_back(0);
      groups.positions[number]->values.push_back(positions->value(lane));
    }
    ++number;
  }
}

/// In the order in which a first member came.
std::vector<std::uint32_t> CaseRunner::numbered_groups(const std::vector<KeyColumn>& keys, const Lanes& members,
                                                       std::size_t& group_count) {
  const DataSet& data = evaluator_.run().data;
  const bool is_keyed = std::all_of(keys.begin(), keys.end(), [](const KeyColumn& key) {
    return are_keyed(*key.vector, key.type) || has_shared_keys(*key.vector, key.type);
  });
  std::vector<std::uint32_t> numbers;
  if (is_keyed) {
    TupleNumbers tuples;
    std::vector<std::uint32_t> group_of_tuple;
    for (const Lane member : members) {
      std::uint32_t tuple = TupleNumbers::empty_tuple;
      for (const KeyColumn& key : keys) tuple = tuples.add(tuple, group_key(data, *key.vector, member, key.type));
      group_of_tuple.resize(tuples.size(), dsl::no_id);
      if (group_of_tuple[tuple] == dsl::no_id) group_of_tuple[tuple] = static_cast<std::uint32_t>(group_count++);
      numbers.push_back(group_of_tuple[tuple]);
    }
    return numbers;
  }
  SameValues known;
  for (const Lane member : members) {
    SameValues::Values values;
    for (const KeyColumn& key : keys) {
      values.push_back(counted_value(evaluator_.lanes().value(*key.vector, member, key.type), key.type));
    }
    const std::size_t number = known.find(values).value_or(group_count);
    if (number == group_count) {
      known.add(std::move(values));
      ++group_count;
    }
    numbers.push_back(static_cast<std::uint32_t>(number));
  }
  return numbers;
}

void CaseRunner::run_groups() {
  Groups& groups = *groups_;
  const dsl::Step& step = branch_.steps[plan_.group_step];
  groups.members = std::make_unique<Frame>(evaluator_.root(false), Lanes(groups.member_count, 0));
  define_members();
  for (const dsl::GroupKey& key : step.keys) {
    groups.keys.push_back({evaluator_.evaluate(key.key, *groups.members), type_of(key.key)});
  }
  Lanes members;
  Lanes keyless;
  for (Lane member = 0; member < groups.member_count; ++member) {
    const bool has_keys = std::none_of(groups.keys.begin(), groups.keys.end(),
                                       [&](const KeyColumn& key) { return key.vector->is_missing(member); });
    (has_keys ? members : keyless).push_back(member);
  }
  report_keyless(keyless);
  std::size_t group_count = 0;
  const std::vector<std::uint32_t> numbers = numbered_groups(groups.keys, members, group_count);
  groups.ends.assign(group_count, 0);
  for (const std::uint32_t number : numbers) ++groups.ends[number];
  std::uint32_t end = 0;
  std::vector<std::uint32_t> next;
  for (std::uint32_t& count : groups.ends) {
    next.push_back(end);
    end = count += end;
  }
  groups.order.resize(members.size());
  for (std::size_t at = 0; at < members.size(); ++at) groups.order[next[numbers[at]]++] = members[at];
  const std::size_t most_groups = evaluator_.run().sizes.lanes;
  for (std::size_t begin = 0; begin < group_count; begin += most_groups) {
    run_group_part(begin, std::min(group_count, begin + most_groups));
  }
}

void CaseRunner::define_members() {
  Groups& groups = *groups_;
  std::size_t number = 0;
  for (std::size_t index = 0; index < plan_.group_step; ++index) {
    const dsl::Step& step = branch_.steps[index];
    VariableSlot slot;
    slot.variable = step.variable;
    if (step.kind == dsl::StepKind::let) slot.expression = step.expression;
    if (step.kind == dsl::StepKind::for_each) {
      const Loop& loop = loop_of(index);
      if (loop.table == dsl::no_id && type_of(loop.source).kind != dsl::TypeKind::record) slot.source = loop.source;
      slot.positions = groups.positions[number];
      slot.value = groups.values[number++].finish();
    }
    if (slot.variable != dsl::no_id) groups.members->define(std::move(slot));
  }
}

/// A record whose key is absent is in no group and is undecidable.
void CaseRunner::report_keyless(const Lanes& keyless) {
  const dsl::Step& step = branch_.steps[plan_.group_step];
  outcomes_.matched += keyless.size();
  constexpr std::size_t most_lanes = 256;
  for (std::size_t begin = 0; begin < keyless.size(); begin += most_lanes) {
    const auto first = keyless.begin() + static_cast<std::ptrdiff_t>(begin);
    const Lanes lanes(first, first + static_cast<std::ptrdiff_t>(std::min(most_lanes, keyless.size() - begin)));
    const auto frame = traced(*groups_->members, lanes);
    std::vector<VectorRef> keys;
    for (const dsl::GroupKey& key : step.keys) keys.push_back(evaluator_.evaluate(key.key, *frame));
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
      RawFinding finding;
      finding.verdict = Verdict::undecidable;
      for (const VectorRef& key : keys) {
        const auto causes = key->causes(lane);
        if (key->is_missing(lane)) finding.causes.insert(finding.causes.end(), causes.begin(), causes.end());
        const auto evidence = key->evidence(lane);
        finding.evidence.insert(finding.evidence.end(), evidence.begin(), evidence.end());
      }
      if (!step.lists.empty()) {
        const dsl::VariableId element = step.lists.front().element;
        const VectorRef record = evaluator_.variable(element, *frame);
        add_subject_part(finding, *record, lane, program().variables[element].type);
        finding.case_names.push_back(identity_of(*record, lane, program().variables[element].type));
      }
      keep(std::move(finding));
    }
  }
}

void CaseRunner::run_group_part(std::size_t begin, std::size_t end) {
  const Groups& groups = *groups_;
  const dsl::Step& step = branch_.steps[plan_.group_step];
  Frame frame(evaluator_.root(false), Lanes(end - begin, 0));
  Lanes firsts;
  auto numbers = std::make_shared<Vector>();
  for (std::size_t group = begin; group < end; ++group) {
    firsts.push_back(groups.order[groups.begin_of(group)]);
    numbers->missing.push_back(0);
    numbers->values.push_back(group);
  }
  frame.set(group_number, numbers);
  for (std::size_t index = 0; index < step.keys.size(); ++index) {
    frame.set(step.keys[index].variable, gathered(groups.keys[index].vector, firsts));
  }
  const std::uint32_t first_member = groups.begin_of(begin);
  const auto members = std::span<const Lane>(groups.order).subspan(first_member, groups.ends[end - 1] - first_member);
  for (const dsl::GroupList& list : step.lists) {
    auto lists = std::make_shared<Vector>();
    for (std::size_t group = begin; group < end; ++group) {
      lists->missing.push_back(0);
      lists->ends.push_back(groups.ends[group] - first_member);
    }
    lists->elements = gathered(flat(evaluator_.variable(list.element, *groups.members), groups.member_count), members);
    frame.set(list.variable, lists);
  }
  run_step(plan_.group_step + 1, frame);
}

/// A frame with traces for cases behind the group, with the records of their groups.
std::unique_ptr<Frame> CaseRunner::traced_groups(Frame& frame, const Lanes& lanes) {
  const Groups& groups = *groups_;
  const dsl::Step& step = branch_.steps[plan_.group_step];
  const VectorRef numbers = evaluator_.variable(group_number, frame);
  Lanes members;
  Lanes firsts;
  std::vector<std::uint32_t> ends;
  for (const Lane lane : lanes) {
    const auto group = static_cast<std::size_t>(numbers->value(lane));
    firsts.push_back(static_cast<Lane>(members.size()));
    members.insert(members.end(), groups.order.begin() + groups.begin_of(group),
                   groups.order.begin() + groups.ends[group]);
    ends.push_back(static_cast<std::uint32_t>(members.size()));
  }
  const auto member_frame = traced(*groups.members, members);
  auto result = std::make_unique<Frame>(evaluator_.root(true), Lanes(lanes.size(), 0));
  std::vector<VectorRef> keys;
  for (const dsl::GroupKey& key : step.keys) {
    keys.push_back(flat(evaluator_.evaluate(key.key, *member_frame), members.size()));
    result->set(key.variable, gathered(keys.back(), firsts));
  }
  for (const dsl::GroupList& list : step.lists) {
    auto lists = std::make_shared<Vector>();
    lists->missing.resize(lanes.size());
    lists->ends = ends;
    lists->elements = flat(evaluator_.variable(list.element, *member_frame), members.size());
    result->set(list.variable, lists);
  }
  group_evidence_.assign(lanes.size(), {});
  for (std::size_t lane = 0, member = 0; lane < lanes.size(); ++lane) {
    for (; member < ends[lane]; ++member) {
      for (const VectorRef& key : keys) {
        const auto evidence = key->evidence(member);
        group_evidence_[lane].insert(group_evidence_[lane].end(), evidence.begin(), evidence.end());
      }
    }
  }
  return result;
}

/// The vector with a lane of its own for each of `count` lanes.
VectorRef CaseRunner::flat(const VectorRef& vector, std::size_t count) {
  if (!vector->is_constant) return vector;
  VectorBuilder builder(vector->elements != nullptr, vector->trace != nullptr);
  for (std::size_t lane = 0; lane < count; ++lane) builder.add_lane(*vector, lane);
  return builder.finish();
}

}  // namespace roadlint::engine
