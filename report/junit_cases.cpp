// See junit_cases.hpp.
#include "report/junit_cases.hpp"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "report/finding_text.hpp"
#include "report/list_entries.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/words.hpp"
#include "values/calendar.hpp"

namespace roadlint::report {
namespace {

/// GitLab refuses reports of more than 30 MB.
constexpr std::size_t most_bytes = 20'000'000;
constexpr std::size_t name_columns = 250;
/// The message is a heading; the text says it in full.
constexpr std::size_t message_columns = 500;
/// Tags, indentation and attribute names of a case.
constexpr std::size_t markup_bytes = 200;

/// XML can write no U+FFFE and U+FFFF; the other characters that it cannot are not in printable text.
std::string xml_text(std::string text) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  for (const std::string_view bad : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
    for (std::size_t at = text.find(bad); at != std::string::npos; at = text.find(bad, at + bad.size())) {
      text.replace(at, bad.size(), replacement);
    }
  }
  return text;
}

std::string xml_line(std::string_view text) { return xml_text(one_line(text)); }
std::string xml_heading(std::string_view text) { return xml_text(shortened(one_line(text), message_columns)); }

/// Bytes of the text in the report, where some characters become entities.
std::size_t bytes_of(std::string_view text) {
  std::size_t bytes = text.size();
  for (const char character : text) {
    if (character == '<' || character == '>') bytes += 3;
    if (character == '&') bytes += 4;
    if (character == '"') bytes += 5;
  }
  return bytes;
}

std::size_t bytes_of(const JunitCase& test) {
  return markup_bytes + bytes_of(test.name) + bytes_of(test.class_name) + bytes_of(test.message) + bytes_of(test.text) +
         bytes_of(test.output) + bytes_of(test.place.file);
}

/// Readers drop all cases of one name but one.
class Names {
 public:
  /// The name, with the distinction behind it as often as needed.
  std::string unique(std::string_view name, std::string_view distinction) {
    std::string result = xml_text(shortened(one_line(name), name_columns));
    while (!used_.insert(result).second) result += " [" + xml_line(distinction) + "]";
    return result;
  }

 private:
  std::unordered_set<std::string> used_;
};

/// The findings of one rule, in their order.
struct RuleFindings {
  std::string_view rule;
  /// Null for findings of a rule that has no account.
  const engine::RuleAccount* account = nullptr;
  std::vector<const engine::Finding*> findings = {};
};

/// In the order of the rules' accounts.
std::vector<RuleFindings> findings_by_rule(const engine::Outcomes& outcomes) {
  std::vector<RuleFindings> groups;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const engine::RuleAccount& account : outcomes.rules) {
    if (places.emplace(account.id, groups.size()).second) groups.push_back({account.id, &account});
  }
  for (const engine::Finding& finding : outcomes.findings) {
    const auto [place, is_new] = places.emplace(finding.rule, groups.size());
    if (is_new) groups.push_back({finding.rule});
    groups[place->second].findings.push_back(&finding);
  }
  return groups;
}

std::string class_name_of(const RuleFindings& group) {
  const bool has_pack = group.account != nullptr && !group.account->pack.empty();
  return xml_line(has_pack ? group.account->pack : "roadlint") + "/" + xml_line(group.rule);
}

class SuiteMaker {
 public:
  SuiteMaker(const Report& report, const ReportOptions& options, bool with_evidence)
      : report_(report),
        language_(options.language),
        words_(words_in(options.language)),
        with_evidence_(with_evidence) {}

  [[nodiscard]] std::vector<JunitSuite> suites() {
    std::vector<JunitSuite> result;
    JunitSuite data = data_suite();
    if (!data.cases.empty()) result.push_back(std::move(data));
    for (const RuleFindings& group : findings_by_rule(report_.outcomes)) result.push_back(rule_suite(group));
    return result;
  }
  /// Whether findings were left out.
  [[nodiscard]] bool is_cut() const { return is_cut_; }

 private:
  // --- diagnostics ---------------------------------------------------------------------------------------------

  JunitSuite data_suite() {
    JunitSuite suite = {"data", {}, {}};
    for (const ListEntry& entry : list_entries(report_, language_)) {
      if (entry.finding == nullptr && entry.severity == Severity::error) suite.cases.push_back(case_of(entry));
    }
    return suite;
  }

  JunitCase case_of(const ListEntry& entry) {
    JunitCase test;
    test.place = place_of(entry.span);
    const std::string name = std::string(entry.code) + (test.place.file.empty() ? "" : " ") + test.place.file;
    test.name = names_.unique(name, std::to_string(++diagnostics_));
    test.class_name = "roadlint/" + xml_line(entry.code);
    test.result = JunitResult::erroneous;
    test.type = severity_name(entry.severity);
    test.message = xml_heading(entry.message);
    test.text = xml_text(message_and_help(entry, language_));
    used_bytes_ += bytes_of(test);
    return test;
  }

  // --- findings ------------------------------------------------------------------------------------------------

  JunitSuite rule_suite(const RuleFindings& group) {
    JunitSuite suite = {xml_line(group.rule), {}, {}};
    const std::string class_name = class_name_of(group);
    std::size_t untouched = 0;
    std::vector<const engine::Finding*> left_out;
    for (const engine::Finding* finding : group.findings) {
      if (finding->standing == engine::Standing::untouched) {
        ++untouched;
      } else if (!add_case(suite, *finding, class_name)) {
        left_out.push_back(finding);
      }
    }
    if (!left_out.empty()) suite.cases.push_back(case_of_left_out(left_out, group, class_name));
    if (!suite.cases.empty() && !with_evidence_) suite.output = words_.evidence_left_out_for_size;
    if (suite.cases.empty()) suite.cases.push_back(case_of_rule(group, class_name, untouched));
    return suite;
  }

  /// Nothing when the report would become too large.
  bool add_case(JunitSuite& suite, const engine::Finding& finding, const std::string& class_name) {
    if (is_cut_) return false;
    JunitCase test = case_of(finding);
    const std::string& subject = finding.subject.id.empty() ? finding.subject.entity : finding.subject.id;
    test.name = names_.unique(finding.rule + (subject.empty() ? "" : " ") + subject, finding.fingerprint);
    test.class_name = class_name;
    used_bytes_ += bytes_of(test);
    is_cut_ = used_bytes_ > most_bytes;
    if (is_cut_) return false;
    suite.cases.push_back(std::move(test));
    return true;
  }

  [[nodiscard]] JunitCase case_of(const engine::Finding& finding) const {
    JunitCase test;
    test.place = place_of(finding.span);
    const std::string text = xml_text(finding_text(report_, finding, language_, with_evidence_));
    test.result = result_of(finding);
    if (test.result == JunitResult::passed) {
      test.output = text;
    } else if (test.result == JunitResult::skipped) {
      const std::string reason = reason_to_skip(finding);
      test.message = xml_heading(reason);
      test.text = xml_line(reason) + "\n" + text;
    } else {
      const bool is_undecidable = finding.verdict == engine::Verdict::undecidable;
      test.type = is_undecidable ? engine::verdict_name(finding.verdict) : severity_name(finding.severity);
      test.message = xml_heading(finding.message.in(language_));
      test.text = text;
    }
    return test;
  }

  static JunitResult result_of(const engine::Finding& finding) {
    if (!is_active(finding)) return JunitResult::skipped;
    if (finding.severity == Severity::note) return JunitResult::passed;
    return finding.verdict == engine::Verdict::undecidable ? JunitResult::erroneous : JunitResult::failed;
  }

  [[nodiscard]] std::string reason_to_skip(const engine::Finding& finding) const {
    if (finding.standing == engine::Standing::known) return std::string(words_.known_from_baseline);
    const std::vector<engine::Waiver>& waivers = report_.outcomes.waivers;
    if (finding.waiver >= waivers.size()) return std::string(words_.waived);
    const engine::Waiver& waiver = waivers[finding.waiver];
    const std::string approver = waiver.approver.empty() ? "" : waiver.approver + ", ";
    return std::string(words_.waived) + ": " + waiver.reason + " (" + approver + std::string(words_.until) + " " +
           date_text(waiver.expires, words_.language) + ")";
  }

  // --- cases without a finding of their own --------------------------------------------------------------------

  /// Fails when one of those left out would.
  JunitCase case_of_left_out(const std::vector<const engine::Finding*>& left_out, const RuleFindings& group,
                             const std::string& class_name) {
    JunitCase test = {names_.unique(group.rule, "..."), class_name};
    const std::string text = words_.left_out_for_size.with(left_out.size(), words_.language);
    Severity worst = Severity::note;
    for (const engine::Finding* finding : left_out) {
      if (is_active(*finding)) worst = std::max(worst, finding->severity);
    }
    if (worst == Severity::note) {
      test.output = text;
      return test;
    }
    test.result = JunitResult::failed;
    test.type = severity_name(worst);
    test.message = text;
    test.text = text;
    return test;
  }

  /// The loader's own rules look at everything that is read, so they cannot match nothing.
  JunitCase case_of_rule(const RuleFindings& group, const std::string& class_name, std::size_t untouched) {
    JunitCase test = {names_.unique(group.rule, "..."), class_name};
    if (untouched > 0) test.output = words_.untouched_count.with(untouched, words_.language);
    const engine::RuleAccount* account = group.account;
    if (account == nullptr || account->pack.empty()) return test;
    if (account->matched > 0) {
      test.assertions = account->satisfied;
    } else {
      test.result = JunitResult::skipped;
      test.message = words_.rule_without_records;
      test.text = words_.rule_without_records;
    }
    return test;
  }

  [[nodiscard]] Location place_of(const Span& span) const {
    Location place = relative_location(report_, span);
    place.file = xml_line(place.file);
    return place;
  }

  const Report& report_;
  const std::string& language_;
  const Words& words_;
  bool with_evidence_;
  Names names_;
  std::size_t diagnostics_ = 0;
  std::size_t used_bytes_ = 0;
  bool is_cut_ = false;
};

}  // namespace

std::vector<JunitSuite> junit_suites(const Report& report, const ReportOptions& options) {
  SuiteMaker whole(report, options, true);
  std::vector<JunitSuite> suites = whole.suites();
  if (!whole.is_cut()) return suites;
  return SuiteMaker(report, options, false).suites();
}

}  // namespace roadlint::report
