// See findings.hpp.
#include "engine/findings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "base/parallel.hpp"
#include "base/utf8.hpp"
#include "dsl/typed/rule_text.hpp"
#include "engine/finding_order.hpp"
#include "engine/fingerprint.hpp"
#include "engine/load/mistakes.hpp"
#include "engine/sentences.hpp"

namespace roadlint::engine {
namespace {

/// One value may be missed by thousands of findings; the first ones in the order of the report stand for all.
constexpr std::size_t most_causes_of_a_cell = 10;

/// Orders cells, for sets and maps.
struct CellOrder {
  bool operator()(const CellId& left, const CellId& right) const {
    return std::tie(left.record.table, left.record.row, left.field) <
           std::tie(right.record.table, right.record.row, right.field);
  }
};

/// What is still needed of a finding to connect it to others.
struct Connections {
  /// Cells whose absence it names, as a violation or data mistake.
  Cells names;
  /// Cells whose absence leaves it undecided.
  Cells needs;
  std::vector<std::string> case_names;
};

struct Draft {
  Finding finding;
  Connections connections;
};

class OutcomeMaker {
 public:
  OutcomeMaker(const dsl::Program& program, const DataSet& data, const SourceFiles& files, unsigned threads)
      : program_(program),
        model_(program.model),
        data_(data),
        files_(files),
        threads_(threads),
        naming_{program.model, data} {
    for (const dsl::Table& table : model_.tables) {
      std::vector<FieldId>& fields = responsible_fields_.emplace_back();
      for (FieldId field = 0; field < table.fields.size(); ++field) {
        if (table.fields[field].is_responsible) fields.push_back(field);
      }
    }
  }

  Outcomes run(std::vector<RuleOutcomes>& all) {
    Outcomes outcomes;
    outcomes.records = data_.record_count;
    add_data_mistakes(outcomes);
    std::size_t count = findings_.size();
    for (const RuleOutcomes& entry : all) count += entry.findings.size();
    findings_.reserve(count);
    connections_.reserve(count);
    for (RuleOutcomes& entry : all) add_rule(entry, outcomes);
    sort_findings();
    give_fingerprints();
    connect_causes();
    outcomes.findings = std::move(findings_);
    return outcomes;
  }

 private:
  // --- data mistakes -------------------------------------------------------------------------------------------

  void add_data_mistakes(Outcomes& outcomes) {
    for (const DataRule& rule : data_rules()) {
      RuleAccount account;
      account.id = rule.id;
      account.title.set("en", std::string(rule.title_en));
      account.title.set("de", std::string(rule.title_de));
      for (const DataMistake& mistake : data_.mistakes) {
        if (mistake.rule != rule.id) continue;
        ++account.matched;
        ++account.violated;
        keep(draft_of(mistake, account));
      }
      outcomes.rules.push_back(std::move(account));
    }
  }

  /// The record of an entity or policy that the mistake is in; records without name inside it are passed.
  [[nodiscard]] RecordId nearest_named(RecordId record) const {
    while (record.table != dsl::no_id && model_.tables[record.table].kind == dsl::TableKind::record) {
      record = data_.tables[record.table].parent(record.row);
    }
    return record;
  }

  Draft draft_of(const DataMistake& mistake, const RuleAccount& account) {
    Draft draft;
    Finding& finding = draft.finding;
    finding.rule = mistake.rule;
    finding.title = account.title;
    finding.message = mistake.message;
    finding.help = mistake.help;
    finding.span = mistake.span;
    if (mistake.other.is_known()) finding.locations.push_back(mistake.other);
    const RecordId named = nearest_named(mistake.record);
    finding.subject = {"file", files_.file(mistake.span.file).name()};
    std::string path = mistake.field;
    if (named.table != dsl::no_id) {
      finding.subject = {dsl::type_text(model_, dsl::Type::record_of(named.table)), record_name(model_, data_, named)};
      set_responsible(finding, named);
      finding.record = record_span(data_, named);
      finding.identity = identity_without_id(named);
      path = record_path(model_, data_, mistake.record) + "." + mistake.field;
      const FieldId field = model_.tables[mistake.record.table].find_field(mistake.field);
      if (field != dsl::no_id) draft.connections.names.push_back({mistake.record, field});
    }
    const bool is_in_record = mistake.record.table != dsl::no_id;
    const std::string holder = is_in_record ? record_identity(model_, data_, mistake.record) + "." : "";
    draft.connections.case_names = {holder + mistake.field};
    // Another record that does not exist is another mistake; elsewhere the value may change.
    if (mistake.rule == "data-dangling-reference") draft.connections.case_names.push_back(mistake.value);
    std::optional<std::string> value;
    if (!mistake.value.empty()) value = mistake.value;
    finding.evidence.push_back({path, value, mistake.span});
    return draft;
  }

  // --- rules ---------------------------------------------------------------------------------------------------

  void add_rule(RuleOutcomes& entry, Outcomes& outcomes) {
    const dsl::Rule& rule = program_.rules[entry.rule];
    RuleAccount account;
    account.id = rule.id;
    account.pack = rule.pack;
    account.title = rule.title;
    account.severity = rule.severity;
    account.certainty = rule.certainty;
    account.basis = rule.basis;
    account.help = help_of(rule);
    account.matched = entry.matched;
    account.satisfied = entry.satisfied;
    for (const Unscoped& left_out : entry.unscoped) account.unscoped += left_out.count;
    for (const RawFinding& raw : entry.findings) {
      ++(raw.verdict == Verdict::violated ? account.violated : account.undecidable);
    }
    keep_all(rule, entry.findings);
    account.unscoped_reasons = unscoped_reasons(rule, entry.unscoped);
    entry.findings = {};  // their memory is needed for the findings of the next rule
    outcomes.rules.push_back(std::move(account));
  }

  /// The help of the rule's first branch, in words of the rule.
  [[nodiscard]] LocalizedText help_of(const dsl::Rule& rule) const {
    LocalizedText help;
    if (rule.branches.empty()) return help;
    for (const dsl::MessageTemplate& text : rule.branches.front().help) {
      help.set(text.language, dsl::plain_text(program_, text));
    }
    return help;
  }

  /// Empty for a record with an id, and for one whose place in a list is all that is known of it.
  [[nodiscard]] std::string identity_without_id(RecordId record) const {
    if (model_.tables[record.table].id_field != dsl::no_id) return "";
    std::string identity = record_identity(model_, data_, record);
    return identity == record_name(model_, data_, record) ? "" : identity;
  }

  /// Texts move from the raw finding into the draft.
  Draft draft_of(const dsl::Rule& rule, RawFinding& raw) {
    Draft draft;
    Finding& finding = draft.finding;
    finding.rule = rule.id;
    finding.title = rule.title;
    finding.verdict = raw.verdict;
    finding.severity = rule.severity;
    finding.certainty = rule.certainty;
    finding.basis = rule.basis;
    finding.message = std::move(raw.message);
    finding.help = std::move(raw.help);
    if (raw.verdict == Verdict::undecidable) {
      finding.message = undecidable_message(naming_, subject_text(raw), raw.causes, rule.languages);
      finding.help = undecidable_help(naming_, raw.causes, rule.languages);
      for (const Cause& cause : raw.causes) draft.connections.needs.push_back(cause.cell);
    }
    if (raw.subject_record.table != dsl::no_id) {
      set_responsible(finding, raw.subject_record);
      finding.record = record_span(data_, raw.subject_record);
    }
    Cells cells = shown_cells(raw);
    for (const CellId& cell : cells) add_evidence(finding, cell);
    finding.span = place_of(raw, cells);
    std::set<std::tuple<FileId, std::uint32_t, std::uint32_t>> known;
    for (const CellId& cell : raw.locations) {
      if (is_way_between_versions(cell)) continue;
      const Span span = span_of(cell);
      if (known.emplace(span.file, span.begin, span.end).second) finding.locations.push_back(span);
    }
    if (raw.verdict == Verdict::violated) draft.connections.names = absent_cells(cells);
    draft.connections.case_names = std::move(raw.case_names);
    finding.subject = std::move(raw.subject);
    const bool is_one_record =
        raw.subject_record.table != dsl::no_id && finding.subject.id.find('|') == std::string::npos;
    if (is_one_record) finding.identity = identity_without_id(raw.subject_record);
    return draft;
  }

  [[nodiscard]] std::string subject_text(const RawFinding& raw) const {
    const RecordId& record = raw.subject_record;
    if (record.table == dsl::no_id || raw.subject.id.find('|') != std::string::npos) return raw.subject.id;
    return printed(naming_, Records{record.table, {record.row}, dsl::no_id, {}}, dsl::Type::record_of(record.table),
                   "en");
  }

  /// The evidence; when nothing else decided, the subject itself.
  [[nodiscard]] Cells shown_cells(const RawFinding& raw) const {
    Cells cells;
    for (const CellId& cell : raw.evidence) {
      if (cell.record.table != dsl::no_id && !is_way_between_versions(cell)) cells.push_back(cell);
    }
    if (cells.empty() && raw.subject_record.table != dsl::no_id) cells.push_back({raw.subject_record, dsl::no_id});
    return cells;
  }

  /// `m.before` stands nowhere in the data; what was found there is evidence of its own.
  [[nodiscard]] bool is_way_between_versions(const CellId& cell) const {
    if (cell.field == dsl::no_id || !model_.tables[cell.record.table].fields[cell.field].is_version) return false;
    return data_.tables[cell.record.table].columns[cell.field].states[cell.record.row] == CellState::present;
  }

  void add_evidence(Finding& finding, const CellId& cell) const {
    finding.evidence.push_back({cell_path(naming_, cell), value_of(cell), span_of(cell)});
  }

  /// Amounts as written ("1/6", "1,5 Mio. EUR"), other values as read.
  [[nodiscard]] std::optional<std::string> value_of(const CellId& cell) const {
    if (cell.field == dsl::no_id) return cell_text(naming_, cell);
    const TableData& table = data_.tables[cell.record.table];
    if (table.columns[cell.field].states[cell.record.row] != CellState::present) return std::nullopt;
    const dsl::Type& type = model_.tables[cell.record.table].fields[cell.field].type;
    const bool is_amount = type.kind == dsl::TypeKind::number || type.kind == dsl::TypeKind::percent ||
                           type.kind == dsl::TypeKind::factor || type.kind == dsl::TypeKind::money ||
                           type.kind == dsl::TypeKind::quantity;
    if (!is_amount || type.is_list) return cell_text(naming_, cell);
    std::string_view written = files_.text(cell_span(data_, cell.record, cell.field));
    const bool is_quoted =
        written.size() >= 2 && (written.front() == '"' || written.front() == '\'') && written.back() == written.front();
    if (is_quoted) written = written.substr(1, written.size() - 2);
    const bool is_plain = !written.empty() && written.find_first_of("\n\\") == std::string_view::npos;
    return is_plain ? std::string(utf8::trimmed(written)) : cell_text(naming_, cell);
  }

  /// The value, or where the record that lacks it begins.
  [[nodiscard]] Span span_of(const CellId& cell) const {
    const bool is_written =
        cell.field != dsl::no_id &&
        data_.tables[cell.record.table].columns[cell.field].states[cell.record.row] != CellState::absent;
    return is_written ? cell_span(data_, cell.record, cell.field) : record_head_span(model_, data_, cell.record);
  }

  [[nodiscard]] bool stands_in(RecordId record, RecordId container) const {
    while (record.table != dsl::no_id && !(record == container)) record = data_.tables[record.table].parent(record.row);
    return record.table != dsl::no_id;
  }

  /// The first deciding value inside the subject's record, else the subject itself.
  [[nodiscard]] Span place_of(const RawFinding& raw, const Cells& cells) const {
    if (raw.subject_record.table != dsl::no_id) {
      for (const Cause& cause : raw.causes) {
        if (cause.cell.record.table != dsl::no_id && stands_in(cause.cell.record, raw.subject_record)) {
          return span_of(cause.cell);
        }
      }
      for (const CellId& cell : cells) {
        if (stands_in(cell.record, raw.subject_record)) return span_of(cell);
      }
      return record_head_span(model_, data_, raw.subject_record);
    }
    if (raw.subject_cell.record.table != dsl::no_id) return span_of(raw.subject_cell);
    return cells.empty() ? Span{} : span_of(cells.front());
  }

  /// The body named by the record, or by the nearest record around it that names one, and the field that names it.
  void set_responsible(Finding& finding, RecordId record) const {
    while (record.table != dsl::no_id) {
      const CellId cell = naming_cell(record, references_followed);
      if (cell.record.table != dsl::no_id) {
        finding.responsible = body_in(cell);
        finding.responsible_from = cell_path(naming_, cell);
        return;
      }
      record = data_.tables[record.table].parent(record.row);
    }
  }

  /// References between records that lend each other their bodies, at most.
  static constexpr int references_followed = 2;

  /// The field in which the record, or one that it refers to, names a body; table no_id when none does.
  [[nodiscard]] CellId naming_cell(RecordId record, int depth) const {
    for (const FieldId field : responsible_fields_[record.table]) {
      const dsl::Field& entry = model_.tables[record.table].fields[field];
      const Column& column = data_.tables[record.table].columns[field];
      if (column.states[record.row] != CellState::present) continue;
      if (!entry.type.is_list) return {record, field};
      const Slice slice = column.slices[record.row];
      for (std::uint32_t index = slice.first; index < slice.first + slice.count && depth > 0; ++index) {
        for (const Row row : data_.target_rows(column.elements->targets[index])) {
          const CellId cell = naming_cell({entry.type.index, row}, depth - 1);
          if (cell.record.table != dsl::no_id) return cell;
        }
      }
    }
    return {};
  }

  [[nodiscard]] std::string body_in(const CellId& cell) const {
    const Column& column = data_.tables[cell.record.table].columns[cell.field];
    const Target target = column.targets[cell.record.row];
    // A reference may name the body by another of its ids.
    const bool is_one = !target.is_dangling() && target.is_single();
    if (!is_one) return std::string(data_.texts.text(column.texts[cell.record.row]));
    return record_name(model_, data_, {model_.tables[cell.record.table].fields[cell.field].type.index, target.row()});
  }

  // --- unscoped ------------------------------------------------------------------------------------------------

  /// Reasons that differ only in the record are one, shown by its first record.
  std::vector<UnscopedReason> unscoped_reasons(const dsl::Rule& rule, const std::vector<Unscoped>& unscoped) const {
    std::vector<UnscopedReason> reasons;
    for (const Unscoped& entry : unscoped) {
      if (!entry.cause) continue;
      UnscopedReason reason;
      reason.count = entry.count;
      for (const std::string& language : rule.languages) {
        reason.reason.set(language, cause_text(naming_, *entry.cause, language));
      }
      if (entry.cause->cell.record.table != dsl::no_id) reason.span = span_of(entry.cause->cell);
      reasons.push_back(std::move(reason));
    }
    return reasons;
  }

  // --- order, fingerprints, causes -----------------------------------------------------------------------------

  /// Puts the findings of a rule together, on several threads, each in its place.
  void keep_all(const dsl::Rule& rule, std::vector<RawFinding>& raw) {
    constexpr std::size_t at_once = 256;
    const std::size_t first = findings_.size();
    findings_.resize(first + raw.size());
    connections_.resize(first + raw.size());
    run_parallel(threads_, (raw.size() + at_once - 1) / at_once, [&](std::size_t part) {
      const std::size_t end = std::min(raw.size(), (part + 1) * at_once);
      for (std::size_t index = part * at_once; index < end; ++index) {
        Draft draft = draft_of(rule, raw[index]);
        findings_[first + index] = std::move(draft.finding);
        connections_[first + index] = std::move(draft.connections);
      }
    });
  }

  void keep(Draft draft) {
    findings_.push_back(std::move(draft.finding));
    connections_.push_back(std::move(draft.connections));
  }

  /// Those that hold no value.
  [[nodiscard]] Cells absent_cells(const Cells& cells) const {
    Cells absent;
    for (const CellId& cell : cells) {
      if (cell.field == dsl::no_id) continue;
      const Column& column = data_.tables[cell.record.table].columns[cell.field];
      if (column.states[cell.record.row] != CellState::present) absent.push_back(cell);
    }
    return absent;
  }

  /// Findings are large: their places are sorted, and then each moves once.
  void sort_findings() {
    std::vector<std::uint32_t> order = finding_order(findings_, files_);
    for (std::uint32_t first = 0; first < order.size(); ++first) move_round(order, first);
  }

  /// Moves the findings that go round with the one in this place: each to where the next one was.
  void move_round(std::vector<std::uint32_t>& order, std::uint32_t first) {
    if (order[first] == first) return;
    Finding finding = std::move(findings_[first]);
    Connections connections = std::move(connections_[first]);
    std::uint32_t to = first;
    while (order[to] != first) {
      const std::uint32_t from = std::exchange(order[to], to);
      findings_[to] = std::move(findings_[from]);
      connections_[to] = std::move(connections_[from]);
      to = from;
    }
    order[to] = to;
    findings_[to] = std::move(finding);
    connections_[to] = std::move(connections);
  }

  void give_fingerprints() {
    Fingerprints fingerprints;
    for (std::size_t index = 0; index < findings_.size(); ++index) {
      Finding& finding = findings_[index];
      const std::string& subject = finding.subject_name();
      std::vector<std::string_view> parts = {finding.rule, finding.subject.entity, subject};
      std::vector<std::string>& names = connections_[index].case_names;
      parts.insert(parts.end(), names.begin(), names.end());
      finding.fingerprint = fingerprints.next(parts);
      names = {};
    }
  }

  /// An undecidable finding is caused by those that already name the absent value.
  void connect_causes() {
    std::map<CellId, std::vector<std::uint32_t>, CellOrder> named;
    for (std::uint32_t index = 0; index < findings_.size(); ++index) {
      for (const CellId& cell : connections_[index].names) {
        std::vector<std::uint32_t>& causes = named[cell];
        if (causes.size() < most_causes_of_a_cell) causes.push_back(index);
      }
    }
    for (std::size_t index = 0; index < findings_.size(); ++index) {
      std::vector<std::string>& causes = findings_[index].caused_by;
      for (const CellId& cell : connections_[index].needs) {
        const auto found = named.find(cell);
        if (found == named.end()) continue;
        for (const std::uint32_t cause : found->second) causes.push_back(findings_[cause].fingerprint);
      }
      std::sort(causes.begin(), causes.end());
      causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
    }
  }

  const dsl::Program& program_;
  const dsl::Model& model_;
  const DataSet& data_;
  const SourceFiles& files_;
  unsigned threads_;
  Naming naming_;
  /// By table: the fields that name a responsible body.
  std::vector<std::vector<FieldId>> responsible_fields_;
  std::vector<Finding> findings_;
  std::vector<Connections> connections_;  // of each finding
};

}  // namespace

Outcomes make_outcomes(const dsl::Program& program, const DataSet& data, std::vector<RuleOutcomes> outcomes,
                       const SourceFiles& files, unsigned threads) {
  return OutcomeMaker(program, data, files, threads).run(outcomes);
}

}  // namespace roadlint::engine
