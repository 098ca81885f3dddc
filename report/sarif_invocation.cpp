// The invocation and its notifications: see sarif_invocation.hpp. Like all diagnostics they are in English.
#include "report/sarif_invocation.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "report/closing.hpp"
#include "report/plain_text.hpp"
#include "report/sarif_location.hpp"
#include "report/sarif_rules.hpp"
#include "report/sarif_text.hpp"

namespace roadlint::report {
namespace {

constexpr std::string_view left_out_code = "results-left-out";

/// Rules may well match nothing in a young roadmap, as the human report has it too.
Severity shown_severity(const Diagnostic& diagnostic) {
  return diagnostic.code == matched_nothing_code ? Severity::note : diagnostic.severity;
}

std::string text_of(const Diagnostic& diagnostic) {
  const std::string message = one_line(diagnostic.message);
  std::vector<std::string> lines = {message.empty() ? diagnostic.code : message};
  for (const std::string& note : diagnostic.notes) lines.push_back(printable_text(note));
  if (!diagnostic.help.empty()) lines.push_back(printable_text(diagnostic.help));
  return joined(lines, "\n");
}

Json notification_json(std::string_view code, Severity severity, std::string_view text) {
  const Json descriptor = {{"id", code}};
  return {{"descriptor", descriptor}, {"level", sarif_level(severity)}, {"message", sarif_message(text)}};
}

Json diagnostic_notification(const Report& report, const Diagnostic& diagnostic) {
  Json result = notification_json(diagnostic.code, shown_severity(diagnostic), text_of(diagnostic));
  if (diagnostic.span.is_known()) result["locations"] = Json::array({sarif_location(report, diagnostic.span)});
  return result;
}

/// Data that cannot be read. Everything else is about what the run was told to do: rules, waivers, baseline, options.
bool is_about_data(const Diagnostic& diagnostic) { return diagnostic.code.starts_with("data-"); }

Json left_out_notification(std::size_t left_out) {
  const std::string_view findings = left_out == 1 ? "finding more is" : "findings more are";
  return notification_json(
      left_out_code, Severity::warning,
      fmt::format("{} {} left out, the least severe first: GitHub refuses a longer report", left_out, findings));
}

}  // namespace

Json sarif_invocation(const Report& report, std::size_t left_out) {
  Json about_data = Json::array();
  Json about_configuration = Json::array();
  for (const Diagnostic& diagnostic : report.diagnostics.entries()) {
    Json& list = is_about_data(diagnostic) ? about_data : about_configuration;
    list.push_back(diagnostic_notification(report, diagnostic));
  }
  if (left_out > 0) about_data.push_back(left_out_notification(left_out));
  return {{"executionSuccessful", !report.diagnostics.has_errors()},
          {"toolExecutionNotifications", std::move(about_data)},
          {"toolConfigurationNotifications", std::move(about_configuration)}};
}

}  // namespace roadlint::report
