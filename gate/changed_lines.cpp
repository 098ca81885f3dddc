// Which findings a change touches: see changed_lines.hpp.
#include "gate/changed_lines.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/records_at.hpp"

namespace roadlint::gate {
namespace {

/// The records that changed lines belong to, each to the innermost one with a name.
class TouchedRecords {
 public:
  TouchedRecords(const ChangedLinesOfFiles& lines_of, const dsl::Model& model, const engine::DataSet& data,
                 const SourceFiles& files)
      : model_(model), data_(data), files_(files) {
    for (const auto& [file, lines] : lines_of) {
      for (const LineRange& range : lines) add(file, range);
    }
    const std::vector<engine::RecordId> records = engine::records_at(model, data, places_);
    for (std::size_t index = 0; index < records.size(); ++index) {
      touch(records[index], places_[index], indentations_[index]);
    }
  }

  /// Unknown when no changed line belongs to the record itself.
  [[nodiscard]] Span first_place_in(const Span& record) const {
    const auto found = touched_.find({record.file, record.begin, record.end});
    return found == touched_.end() ? Span() : found->second;
  }

 private:
  using Key = std::tuple<FileId, std::uint32_t, std::uint32_t>;
  static constexpr std::uint32_t no_gap = 0xFFFFFFFF;

  void add(FileId file, const LineRange& range) {
    const SourceText& source = files_.file(file);
    if (range.is_gap) return add_gap(file, range);
    const std::uint32_t last = std::min(range.last, source.line_count());
    for (std::uint32_t line = range.first; line <= last; ++line) add_line(file, line);
  }

  /// The text of the line, behind the dashes of lists: where a record begins.
  void add_line(FileId file, std::uint32_t line) {
    const SourceText& source = files_.file(file);
    const std::string_view text = source.line(line);
    const std::size_t begin = text.find_first_not_of(" \t-");
    if (begin == std::string_view::npos) return;
    const auto at = static_cast<std::uint32_t>(source.line_start(line) + begin);
    places_.emplace_back(file, at, static_cast<std::uint32_t>(source.line_start(line) + text.size()));
    indentations_.push_back(no_gap);
  }

  /// The last text before the gap.
  void add_gap(FileId file, const LineRange& range) {
    const SourceText& source = files_.file(file);
    for (std::uint32_t line = std::min(range.first, source.line_count()); line > 0; --line) {
      const std::string_view text = source.line(line);
      const std::size_t last = text.find_last_not_of(" \t\r");
      if (last == std::string_view::npos) continue;
      const auto at = static_cast<std::uint32_t>(source.line_start(line) + last);
      places_.emplace_back(file, at, at + 1);
      indentations_.push_back(range.gap_indentation);
      return;
    }
  }

  /// What was taken away less deep than a record begins did not belong to it, but to one around it.
  void touch(engine::RecordId record, const Span& place, std::uint32_t gap_indentation) {
    while (record.table != dsl::no_id && gap_indentation != no_gap && column_of(record) > gap_indentation) {
      record = named_parent(record);
    }
    if (record.table == dsl::no_id) return;
    const Span span = engine::record_span(data_, record);
    touched_.try_emplace({span.file, span.begin, span.end}, place);
  }

  [[nodiscard]] std::uint32_t column_of(engine::RecordId record) const {
    const Span span = engine::record_span(data_, record);
    const SourceText& source = files_.file(span.file);
    return span.begin - source.line_start(source.position(span.begin).line);
  }

  [[nodiscard]] engine::RecordId named_parent(engine::RecordId record) const {
    do {
      record = data_.tables[record.table].parent(record.row);
    } while (record.table != dsl::no_id && model_.tables[record.table].kind == dsl::TableKind::record);
    return record;
  }

  const dsl::Model& model_;
  const engine::DataSet& data_;
  const SourceFiles& files_;
  std::vector<Span> places_;
  /// Of a gap; no_gap for a changed line.
  std::vector<std::uint32_t> indentations_;
  /// Records by their place: their first changed line.
  std::map<Key, Span> touched_;
};

class ChangeMarker {
 public:
  ChangeMarker(const ChangedLinesOfFiles& lines_of, const TouchedRecords& records, const SourceFiles& files)
      : lines_of_(lines_of), records_(records), files_(files) {}

  void mark(engine::Finding& finding) const {
    if (finding.standing != engine::Standing::active) return;
    finding.changed = first_changed(finding);
    if (!finding.changed.is_known()) finding.standing = engine::Standing::untouched;
  }

 private:
  [[nodiscard]] Span first_changed(const engine::Finding& finding) const {
    if (is_changed(finding, finding.span)) return finding.span;
    for (const Span& place : finding.locations) {
      if (is_changed(finding, place)) return place;
    }
    for (const engine::Evidence& evidence : finding.evidence) {
      if (is_changed(finding, evidence.span)) return evidence.span;
    }
    // Of what is no data, such as a waiver, the record is what changes.
    const bool is_data = finding.subject.entity != "waiver";
    return is_data ? records_.first_place_in(finding.record) : changed_part(finding.record);
  }

  /// An absent value has the place of its record, which says nothing of the lines in it.
  [[nodiscard]] bool is_changed(const engine::Finding& finding, const Span& place) const {
    return !(place == finding.record) && changed_part(place).is_known();
  }

  /// The first changed lines of a span.
  [[nodiscard]] Span changed_part(const Span& span) const {
    if (!span.is_known()) return {};
    const auto lines = lines_of_.find(span.file);
    if (lines == lines_of_.end()) return {};
    const SourceText& source = files_.file(span.file);
    const std::uint32_t first = source.position(span.begin).line;
    const std::uint32_t last = source.position(span.end > span.begin ? span.end - 1 : span.begin).line;
    for (auto range = first_range_from(lines->second, first); range != lines->second.end(); ++range) {
      if (range->first > last) break;
      if (range->is_gap) continue;
      const std::uint32_t line = std::max(first, range->first);
      const std::uint32_t begin = std::max(span.begin, source.line_start(line));
      const auto line_end = static_cast<std::uint32_t>(source.line_start(line) + source.line(line).size());
      return {span.file, begin, std::max(begin, std::min(span.end, line_end))};
    }
    return {};
  }

  static std::vector<LineRange>::const_iterator first_range_from(const std::vector<LineRange>& lines,
                                                                 std::uint32_t line) {
    return std::lower_bound(lines.begin(), lines.end(), line,
                            [](const LineRange& range, std::uint32_t wanted) { return range.last < wanted; });
  }

  const ChangedLinesOfFiles& lines_of_;
  const TouchedRecords& records_;
  const SourceFiles& files_;
};

}  // namespace

void apply_changed_lines(const ChangedLinesOfFiles& lines_of, const dsl::Model& model, const engine::DataSet& data,
                         const SourceFiles& files, engine::Outcomes& outcomes) {
  const TouchedRecords records(lines_of, model, data, files);
  const ChangeMarker marker(lines_of, records, files);
  for (engine::Finding& finding : outcomes.findings) marker.mark(finding);
}

}  // namespace roadlint::gate
