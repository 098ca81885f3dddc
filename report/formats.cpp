// See formats.hpp.
#include "report/formats.hpp"

#include <algorithm>

namespace roadlint::report {

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"human", write_human},
      {"line", write_line},
      {"json", [](const Report& report, const ReportOptions&) { return write_json(report); }},
      {"sarif", write_sarif},
      {"github", write_github},
      {"gitlab", write_gitlab},
      {"junit", write_junit},
      {"rdjson", write_rdjson},
      {"html", write_html},
      {"xlsx", write_xlsx},
      {"csv", write_csv},
      {"markdown", write_markdown},
      {"text", write_text},
      {"protocol", write_protocol},
  };
  return all;
}

const Format* find_format(std::string_view name) {
  const auto found =
      std::find_if(formats().begin(), formats().end(), [&](const Format& format) { return format.name == name; });
  return found == formats().end() ? nullptr : &*found;
}

}  // namespace roadlint::report
