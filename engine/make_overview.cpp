// See make_overview.hpp.
#include "engine/make_overview.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "engine/value.hpp"

namespace roadlint::engine {
namespace {

/// Reads values by the names of fields; what the model or the record does not have is nothing.
class FieldReader {
 public:
  FieldReader(const dsl::Model& model, const DataSet& data) : model_(model), data_(data), naming_{model, data} {}

  [[nodiscard]] std::vector<RecordId> records(std::string_view entity) const {
    std::vector<RecordId> found;
    const TableId table = model_.find_table(entity);
    if (table == dsl::no_id) return found;
    for (Row row = 0; row < data_.tables[table].size(); ++row) found.push_back({table, row});
    return found;
  }

  /// Nothing when it is absent or cannot be read.
  [[nodiscard]] std::optional<Value> value(RecordId record, std::string_view name) const {
    const FieldId field = model_.tables[record.table].find_field(name);
    if (field == dsl::no_id) return std::nullopt;
    Result result = read_cell_value(model_, data_, {record, field});
    if (result.missing() != nullptr) return std::nullopt;
    return std::move(result.value);
  }

  template <typename Type>
  [[nodiscard]] std::optional<Type> value_of(RecordId record, std::string_view name) const {
    const auto found = value(record, name);
    const Type* const typed = found ? std::get_if<Type>(&*found) : nullptr;
    return typed == nullptr ? std::nullopt : std::optional<Type>(*typed);
  }

  [[nodiscard]] std::string text(RecordId record, std::string_view name) const {
    return value_of<std::string>(record, name).value_or("");
  }

  /// The name of an enumeration's member; empty when it is absent.
  [[nodiscard]] std::string member(RecordId record, std::string_view name) const {
    const auto found = value_of<dsl::EnumerationMember>(record, name);
    return found ? model_.enumerations[found->enumeration].members[found->member] : "";
  }

  /// The records that a reference leads to, or that a list or a field holds.
  [[nodiscard]] std::vector<RecordId> targets(RecordId record, std::string_view name) const {
    std::vector<RecordId> found;
    const auto add = [&](const Value& entry) {
      const auto* const records = std::get_if<Records>(&entry);
      if (records == nullptr) return;
      for (const Row row : records->rows) found.push_back({records->table, row});
    };
    const auto read = value(record, name);
    if (!read) return found;
    if (const auto* const list = std::get_if<List>(&*read)) {
      for (const Result& element : *list) add(element.value);
    } else {
      add(*read);
    }
    return found;
  }

  [[nodiscard]] std::string name(RecordId record) const { return record_name(model_, data_, record); }
  [[nodiscard]] Span span(RecordId record) const { return record_head_span(model_, data_, record); }

  /// The id of the nearest record around this one of an entity; empty when there is none.
  [[nodiscard]] std::string container(RecordId record, std::string_view entity) const {
    const TableId wanted = model_.find_table(entity);
    while (record.table != dsl::no_id && record.table != wanted) {
      record = data_.tables[record.table].parent(record.row);
    }
    return record.table == dsl::no_id ? "" : name(record);
  }

 private:
  const dsl::Model& model_;
  const DataSet& data_;
  Naming naming_;
};

class OverviewMaker {
 public:
  OverviewMaker(const dsl::Model& model, const DataSet& data, const CalendarPeriod& as_of)
      : read_(model, data), as_of_(as_of) {}

  Overview make() {
    for (const RecordId record : read_.records("roadmap")) {
      overview_.roadmaps.push_back({read_.name(record), read_.text(record, "title"), read_.span(record)});
    }
    for (const RecordId record : read_.records("goal")) {
      overview_.goals.push_back(
          {read_.name(record), read_.text(record, "title"), read_.container(record, "roadmap"), read_.span(record)});
    }
    for (const RecordId record : read_.records("milestone")) add_milestone(record);
    for (const RecordId record : read_.records("funding")) add_funding(record);
    mark_what_may_be_counted_twice();
    for (const char* const entity : {"goal", "milestone", "measure"}) {
      for (const RecordId record : read_.records(entity)) add_progress(record);
    }
    return std::move(overview_);
  }

 private:
  void add_milestone(RecordId record) {
    OverviewMilestone milestone;
    milestone.id = read_.name(record);
    milestone.title = read_.text(record, "title");
    milestone.goal = read_.container(record, "goal");
    milestone.roadmap = read_.container(record, "roadmap");
    milestone.due = read_.value_of<CalendarPeriod>(record, "due");
    milestone.span = read_.span(record);
    const std::string status = read_.member(record, "status");
    milestone.is_achieved = status == "achieved";
    milestone.is_abandoned = status == "abandoned";
    const bool is_open = !milestone.is_achieved && !milestone.is_abandoned;
    milestone.is_overdue = is_open && milestone.due && milestone.due->last < as_of_.first;
    for (const RecordId prerequisite : read_.targets(record, "depends_on")) {
      milestone.depends_on.push_back(read_.name(prerequisite));
      const auto due_before = read_.value_of<CalendarPeriod>(prerequisite, "due");
      const bool is_later = milestone.due && due_before && milestone.due->last < due_before->last;
      milestone.is_out_of_order = milestone.is_out_of_order || is_later;
    }
    overview_.milestones.push_back(std::move(milestone));
  }

  void add_funding(RecordId record) {
    const std::vector<RecordId> programmes = read_.targets(record, "programme");
    OverviewFunding funding;
    funding.amount = read_.value_of<Money>(record, "amount");
    funding.has_no_money = read_.member(record, "status") == "none";
    if (programmes.empty()) {
      if (!funding.has_no_money) add_other_funding(funding.amount);
      return;
    }
    funding.programme = read_.name(programmes.front());
    funding.programme_title = read_.text(programmes.front(), "title");
    funding.roadmap = read_.container(record, "roadmap");
    funding.title = read_.text(record, "title");
    funding.counted = read_.value_of<bool>(record, "counted");
    funding.span = read_.span(record);
    overview_.funding.push_back(std::move(funding));
  }

  void add_other_funding(const std::optional<Money>& amount) {
    OverviewOtherFunding& other = overview_.other_funding;
    ++other.lines;
    if (!amount) return;
    const auto sum = std::ranges::find(other.sums, amount->currency, &Money::currency);
    if (sum == other.sums.end()) {
      other.sums.push_back(*amount);
    } else {
      sum->amount = sum->amount + amount->amount;
    }
  }

  void mark_what_may_be_counted_twice() {
    const auto may_count = [](const OverviewFunding& line) {
      return line.counted.value_or(true) && !line.has_no_money;
    };
    std::map<std::string, std::set<std::string>> roadmaps;  // that may count a programme
    for (const OverviewFunding& line : overview_.funding) {
      if (may_count(line)) roadmaps[line.programme].insert(line.roadmap);
    }
    std::set<std::string> twice;
    for (const auto& [programme, counting] : roadmaps) {
      if (counting.size() > 1) twice.insert(programme);
    }
    for (const RecordId programme : read_.records("programme")) {
      const std::string outer = read_.name(programme);
      if (!roadmaps.contains(outer)) continue;
      for (const std::string& inner : included_in(programme)) {
        if (inner == outer || !roadmaps.contains(inner)) continue;
        twice.insert(outer);
        twice.insert(inner);
      }
    }
    for (OverviewFunding& line : overview_.funding) {
      line.may_be_counted_twice = may_count(line) && twice.contains(line.programme);
    }
  }

  /// The programmes that a programme includes, and those that they include.
  [[nodiscard]] std::set<std::string> included_in(RecordId programme) const {
    std::set<std::string> names;
    std::vector<RecordId> open = {programme};
    while (!open.empty()) {
      const RecordId next = open.back();
      open.pop_back();
      for (const RecordId inner : read_.targets(next, "includes")) {
        if (names.insert(read_.name(inner)).second) open.push_back(inner);
      }
    }
    return names;
  }

  void add_progress(RecordId subject) {
    for (const RecordId indicator : read_.targets(subject, "indicators")) {
      OverviewProgress progress;
      const std::string unit = read_.text(indicator, "unit");
      for (const RecordId entry : read_.targets(indicator, "observations")) {
        const auto point = point_of(entry, "date", "value", unit);
        if (point) progress.observations.push_back(*point);
      }
      if (progress.observations.empty()) continue;
      std::stable_sort(progress.observations.begin(), progress.observations.end(),
                       [](const auto& left, const auto& right) { return left.date.last < right.date.last; });
      progress.subject = read_.name(subject);
      progress.name = read_.text(indicator, "name");
      progress.baseline = point_of(indicator, "baseline_year", "baseline", unit);
      progress.span = read_.span(indicator);
      const std::vector<RecordId> targets = read_.targets(indicator, "target");
      if (!targets.empty()) progress.target = target_of(subject, targets.front(), progress, unit);
      progress.has_different_units = has_different_units(progress);
      if (progress.target) judge(progress, indicator, targets.front());
      overview_.progress.push_back(std::move(progress));
    }
  }

  [[nodiscard]] static bool has_different_units(const OverviewProgress& progress) {
    const std::string& unit = progress.observations.front().unit;
    const auto differs = [&](const OverviewPoint& point) { return point.unit != unit; };
    return std::ranges::any_of(progress.observations, differs) || (progress.baseline && differs(*progress.baseline)) ||
           (progress.target && differs(*progress.target));
  }

  void judge(OverviewProgress& progress, RecordId indicator, RecordId target) const {
    progress.is_past = progress.target->date.last < as_of_.first;
    progress.comparison = comparison_of(indicator, target, progress.target->value);
    if (progress.has_different_units) return;
    progress.is_reached = is_reached(progress.observations.back().value, progress.comparison, progress.target->value);
  }

  /// As the target states it; else towards it from the baseline; else which way is better.
  [[nodiscard]] OverviewComparison comparison_of(RecordId indicator, RecordId target, const Number& aim) const {
    const std::string stated = read_.member(target, "operator");
    if (stated == "at_least") return OverviewComparison::at_least;
    if (stated == "more_than") return OverviewComparison::more_than;
    if (stated == "exactly") return OverviewComparison::exactly;
    if (stated == "at_most") return OverviewComparison::at_most;
    if (stated == "less_than") return OverviewComparison::less_than;
    const auto baseline = read_.value_of<Quantity>(indicator, "baseline");
    const bool is_falling = baseline ? aim < baseline->amount : read_.member(indicator, "direction") == "decrease";
    return is_falling ? OverviewComparison::at_most : OverviewComparison::at_least;
  }

  [[nodiscard]] static bool is_reached(const Number& value, OverviewComparison comparison, const Number& aim) {
    switch (comparison) {
      case OverviewComparison::at_least:
        return value >= aim;
      case OverviewComparison::more_than:
        return value > aim;
      case OverviewComparison::exactly:
        return value == aim;
      case OverviewComparison::at_most:
        return value <= aim;
      case OverviewComparison::less_than:
        return value < aim;
    }
    return false;
  }

  /// `unit` is for a value that states none.
  [[nodiscard]] std::optional<OverviewPoint> point_of(RecordId record, std::string_view date, std::string_view amount,
                                                      const std::string& unit) const {
    const auto period = read_.value_of<CalendarPeriod>(record, date);
    const auto quantity = read_.value_of<Quantity>(record, amount);
    if (!period || !quantity) return std::nullopt;
    return OverviewPoint{*period, quantity->amount, quantity->unit.empty() ? unit : quantity->unit};
  }

  /// A value, or a multiple of the baseline, at its own date or that of the milestone.
  [[nodiscard]] std::optional<OverviewPoint> target_of(RecordId subject, RecordId target,
                                                       const OverviewProgress& progress,
                                                       const std::string& unit) const {
    auto due = read_.value_of<CalendarPeriod>(target, "due");
    if (!due) due = read_.value_of<CalendarPeriod>(subject, "due");
    const auto quantity = read_.value_of<Quantity>(target, "value");
    const auto factor = read_.value_of<Number>(target, "factor");
    if (!due) return std::nullopt;
    if (quantity) return OverviewPoint{*due, quantity->amount, quantity->unit.empty() ? unit : quantity->unit};
    if (!factor || !progress.baseline) return std::nullopt;
    return OverviewPoint{*due, progress.baseline->value * *factor, progress.baseline->unit};
  }

  FieldReader read_;
  CalendarPeriod as_of_;
  Overview overview_;
};

}  // namespace

Overview make_overview(const dsl::Model& model, const DataSet& data, const CalendarPeriod& as_of) {
  return OverviewMaker(model, data, as_of).make();
}

}  // namespace roadlint::engine
