// GitLab's Code Quality report: an array with an object for each active finding and each unreadable piece of data. See
// report.hpp.
#include <map>

#include "report/json_values.hpp"
#include "report/list_entries.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"

namespace roadlint::report {
namespace {

/// GitLab's words. Unreadable data comes before everything else, as no rule sees it.
std::string_view gitlab_severity(const ListEntry& entry) {
  if (entry.finding == nullptr) return "blocker";
  switch (entry.severity) {
    case Severity::note:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      return "major";
  }
  return "major";
}

/// FNV-1a with 64 bits, in hexadecimal digits.
std::string hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char character : text) {
    hash ^= static_cast<unsigned char>(character);
    hash *= 0x100000001b3ULL;
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string result;
  for (int shift = 60; shift >= 0; shift -= 4) result += digits[(hash >> static_cast<unsigned>(shift)) & 0xFU];
  return result;
}

/// Fingerprints of diagnostics, which have none of their own. Neither line nor message counts, so that they last;
/// equal ones are numbered, as GitLab would show only one of them.
class DiagnosticFingerprints {
 public:
  std::string next(std::string_view code, const std::string& file) {
    const std::string name = std::string(code) + '\n' + file;
    const std::size_t number = ++counts_[name];
    return hash_of(number == 1 ? name : name + '\n' + std::to_string(number));
  }

 private:
  std::map<std::string, std::size_t> counts_;
};

Json entry_json(const Report& report, const ListEntry& entry, DiagnosticFingerprints& fingerprints) {
  const Location location = location_or_first_file(report, review_place(entry));
  const std::string fingerprint =
      entry.finding != nullptr ? entry.finding->fingerprint : fingerprints.next(entry.code, location.file);
  return {{"description", one_line(entry.message)},
          {"check_name", entry.code},
          {"fingerprint", fingerprint},
          {"severity", gitlab_severity(entry)},
          {"location", {{"path", location.file}, {"lines", {{"begin", location.line}, {"end", location.end_line}}}}}};
}

}  // namespace

std::string write_gitlab(const Report& report, const ReportOptions& options) {
  Json result = Json::array();
  DiagnosticFingerprints fingerprints;
  for (const ListEntry& entry : list_entries(report, options.language)) {
    // Warnings about rules concern those who write rules, not those who review data.
    if (entry.finding == nullptr && entry.severity != Severity::error) continue;
    result.push_back(entry_json(report, entry, fingerprints));
  }
  return json_text(result);
}

}  // namespace roadlint::report
