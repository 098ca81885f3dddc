// Files of waivers: see waivers.hpp.
#include <initializer_list>
#include <utility>

#include "base/limits.hpp"
#include "base/quoted_text.hpp"
#include "gate/file_version.hpp"
#include "gate/map_reader.hpp"
#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

constexpr MistakeCodes codes = {DiagnosticCode::waiver_unknown_key, DiagnosticCode::waiver_value};

class FileReader {
 public:
  FileReader(const Node& root, Diagnostics& diagnostics) : root_(root), diagnostics_(diagnostics) {}

  WaiverFile read() {
    MapReader reader(root_, "a file of waivers", codes, diagnostics_);
    if (root_.kind != NodeKind::map) return {};
    if (!is_known_version(reader.find("schema"), {"roadlint/waivers/", 1, DiagnosticCode::waiver_version},
                          diagnostics_)) {
      return {};
    }
    const Node* const waivers = reader.find("waivers");
    const Node* const accepted = reader.find("accepted");
    reader.report_unknown_keys();
    read_items(reader, waivers, "a list of waivers", [&](const Node& item) { read_waiver(item); });
    read_items(reader, accepted, "a list of accepted findings", [&](const Node& item) { read_acceptance(item); });
    return std::move(result_);
  }

 private:
  template <typename ReadItem>
  void read_items(MapReader& reader, const Node* list, std::string_view expected, ReadItem&& read_item) {
    if (list == nullptr) return;
    if (list->kind != NodeKind::list) {
      reader.report(*list, expected);
      return;
    }
    const std::size_t errors_before = diagnostics_.error_count();
    for (const Node& item : list->items) {
      if (diagnostics_.error_count() - errors_before >= limits::errors_per_file) break;
      read_item(item);
    }
  }

  void read_waiver(const Node& item) {
    const std::size_t errors_before = diagnostics_.error_count();
    MapReader reader(item, "a waiver", codes, diagnostics_);
    if (item.kind != NodeKind::map) return;
    engine::Waiver waiver;
    waiver.rule = reader.text("rule");
    waiver.subject = reader.text("subject");
    waiver.reason = reader.text("reason");
    waiver.approver = reader.text("approver");
    waiver.date = reader.day("date");
    waiver.expires = reader.day("expires");
    waiver.reference = reader.text("reference");
    waiver.fingerprint = reader.text("fingerprint");
    waiver.proposed_by = reader.text("proposed-by");
    const bool is_proposed = reader.has("proposed-by");
    waiver.span = item.span;
    waiver.rule_span = place_of(reader.find("rule"), item);
    waiver.expires_span = place_of(reader.find("expires"), item);
    reader.report_unknown_keys();
    const bool is_backwards = !waiver.date.empty() && !waiver.expires.empty() && waiver.date > waiver.expires;
    if (is_backwards) reader.report(*reader.find("date"), "`date` to be no later than `expires`");
    // What is wrong already need not be missing too.
    if (diagnostics_.error_count() == errors_before) report_gaps(waiver);
    if (diagnostics_.error_count() == errors_before && is_proposed) report_missing_review(waiver);
    if (diagnostics_.error_count() == errors_before) result_.waivers.push_back({std::move(waiver), {}, {}, {}, {}, {}});
  }

  void read_acceptance(const Node& item) {
    const std::size_t errors_before = diagnostics_.error_count();
    MapReader reader(item, "an accepted finding", codes, diagnostics_);
    if (item.kind != NodeKind::map) return;
    engine::Acceptance acceptance;
    acceptance.rule = reader.text("rule");
    acceptance.subject = reader.text("subject");
    acceptance.fingerprint = reader.text("fingerprint");
    acceptance.person = reader.text("person");
    acceptance.due = reader.day("due");
    acceptance.remark = reader.text("remark");
    acceptance.span = item.span;
    acceptance.rule_span = place_of(reader.find("rule"), item);
    reader.report_unknown_keys();
    if (diagnostics_.error_count() != errors_before) return;
    const std::vector<std::string> missing = missing_of({{"rule", acceptance.rule}, {"subject", acceptance.subject}});
    if (missing.empty()) return result_.acceptances.push_back(std::move(acceptance));
    diagnostics_.add(DiagnosticCode::waiver_incomplete, item.span, "an accepted finding lacks " + listed_names(missing))
        .help = "it says of which rule and subject it speaks, and may say `person`, `due` and `remark`";
  }

  static Span place_of(const Node* value, const Node& item) { return value == nullptr ? item.span : value->span; }

  /// The keys that have no value.
  static std::vector<std::string> missing_of(
      std::initializer_list<std::pair<const char*, const std::string&>> keys_with_values) {
    std::vector<std::string> missing;
    for (const auto& [key, value] : keys_with_values) {
      if (value.empty()) missing.emplace_back(key);
    }
    return missing;
  }

  /// What the body itself proposed holds only when somebody else has allowed it.
  void report_missing_review(const engine::Waiver& waiver) {
    const std::vector<std::string> missing = missing_of({{"approver", waiver.approver}, {"date", waiver.date}});
    if (missing.empty()) return;
    diagnostics_.add(DiagnosticCode::waiver_incomplete, waiver.span, "a proposed waiver lacks " + listed_names(missing))
        .help = "who allows it states `approver:` and `date:`; otherwise take the entry out";
  }

  void report_gaps(const engine::Waiver& waiver) {
    const std::vector<std::string> missing = missing_of(
        {{"rule", waiver.rule}, {"subject", waiver.subject}, {"reason", waiver.reason}, {"expires", waiver.expires}});
    if (missing.empty()) return;
    diagnostics_.add(DiagnosticCode::waiver_incomplete, waiver.span, "a waiver lacks " + listed_names(missing)).help =
        "a waiver says of which rule and subject it speaks, why, and until when: `expires: 2026-12-31`";
  }

  const Node& root_;
  Diagnostics& diagnostics_;
  WaiverFile result_;
};

}  // namespace

WaiverFile read_waivers(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  const auto root = read_document(files, file, diagnostics);
  if (!root) return {};
  return FileReader(*root, diagnostics).read();
}

}  // namespace roadlint::gate
