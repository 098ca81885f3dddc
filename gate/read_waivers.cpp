// Files of waivers: see waivers.hpp.
#include "base/limits.hpp"
#include "base/quoted_text.hpp"
#include "gate/file_version.hpp"
#include "gate/map_reader.hpp"
#include "gate/waivers.hpp"

namespace roadlint::gate {
namespace {

constexpr MistakeCodes codes = {DiagnosticCode::waiver_unknown_key, DiagnosticCode::waiver_value};

class WaiverFile {
 public:
  WaiverFile(const Node& root, Diagnostics& diagnostics) : root_(root), diagnostics_(diagnostics) {}

  std::vector<PlacedWaiver> read() {
    MapReader reader(root_, "a file of waivers", codes, diagnostics_);
    if (root_.kind != NodeKind::map) return {};
    if (!is_known_version(reader.find("schema"), {"roadlint/waivers/", 1, DiagnosticCode::waiver_version},
                          diagnostics_)) {
      return {};
    }
    const Node* const list = reader.find("waivers");
    reader.report_unknown_keys();
    if (list == nullptr) return {};
    if (list->kind != NodeKind::list) {
      reader.report(*list, "a list of waivers");
      return {};
    }
    std::vector<PlacedWaiver> waivers;
    const std::size_t errors_before = diagnostics_.error_count();
    for (const Node& item : list->items) {
      if (diagnostics_.error_count() - errors_before >= limits::errors_per_file) break;
      read_waiver(item, waivers);
    }
    return waivers;
  }

 private:
  void read_waiver(const Node& item, std::vector<PlacedWaiver>& waivers) {
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
    waiver.span = item.span;
    waiver.rule_span = place_of(reader.find("rule"), item);
    waiver.expires_span = place_of(reader.find("expires"), item);
    reader.report_unknown_keys();
    const bool is_backwards = !waiver.date.empty() && !waiver.expires.empty() && waiver.date > waiver.expires;
    if (is_backwards) reader.report(*reader.find("date"), "`date` to be no later than `expires`");
    // What is wrong already need not be missing too.
    if (diagnostics_.error_count() == errors_before) report_gaps(waiver);
    if (diagnostics_.error_count() == errors_before) waivers.push_back({std::move(waiver), {}, {}, {}, {}, {}});
  }

  static Span place_of(const Node* value, const Node& item) { return value == nullptr ? item.span : value->span; }

  void report_gaps(const engine::Waiver& waiver) {
    std::vector<std::string> missing;
    const auto require = [&](const std::string& value, const char* key) {
      if (value.empty()) missing.emplace_back(key);
    };
    require(waiver.rule, "rule");
    require(waiver.subject, "subject");
    require(waiver.reason, "reason");
    require(waiver.expires, "expires");
    if (missing.empty()) return;
    diagnostics_.add(DiagnosticCode::waiver_incomplete, waiver.span, "a waiver lacks " + listed_names(missing)).help =
        "a waiver says of which rule and subject it speaks, why, and until when: `expires: 2026-12-31`";
  }

  const Node& root_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<PlacedWaiver> read_waivers(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  const auto root = read_document(files, file, diagnostics);
  if (!root) return {};
  return WaiverFile(*root, diagnostics).read();
}

}  // namespace roadlint::gate
