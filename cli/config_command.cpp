// `roadlint config`: what holds for a run, as roadlint.yaml would have it, and where each value comes from.
#include <algorithm>

#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/pipeline.hpp"
#include "cli/terminal.hpp"
#include "gate/configuration_keys.hpp"

namespace roadlint::cli {
namespace {

/// A text as a YAML value: plain where that is safe, else in quotes.
std::string yaml_text(const std::string& text) {
  constexpr std::string_view safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./=%+-";
  const bool is_plain =
      !text.empty() && text.find_first_not_of(safe) == std::string::npos && text.find_first_of("-=%+") != 0;
  if (is_plain) return text;
  std::string quoted = "\"";
  for (const char character : text) {
    if (character == '\n') {
      quoted += "\\n";
      continue;
    }
    const auto byte = static_cast<unsigned char>(character);
    if (byte < 0x20 || byte == 0x7F) {
      constexpr std::string_view digits = "0123456789abcdef";
      quoted += std::string("\\x") + digits[byte >> 4U] + digits[byte & 0xFU];
      continue;
    }
    if (character == '"' || character == '\\') quoted += '\\';
    quoted += character;
  }
  return quoted + "\"";
}

template <typename Entries, typename Convert>
std::string flow(const Entries& entries, char begin, char end, const Convert& convert) {
  std::string text(1, begin);
  for (const auto& entry : entries) text += (text.size() == 1 ? "" : ", ") + convert(entry);
  return text + end;
}

template <typename Entries, typename Convert>
std::string flow_list(const Entries& entries, const Convert& convert) {
  return flow(entries, '[', ']', convert);
}

std::string texts(const std::vector<std::string>& values) { return flow_list(values, yaml_text); }

std::string patterns(const std::vector<RulePattern>& values) {
  return flow_list(values, [](const RulePattern& pattern) { return yaml_text(pattern.text); });
}

/// A later row with the same name takes the place of an earlier one.
std::string rows(const std::vector<gate::SeverityRow>& all) {
  std::vector<gate::SeverityRow> values;
  for (const gate::SeverityRow& row : all) {
    std::erase_if(values, [&](const gate::SeverityRow& other) { return other.pattern == row.pattern; });
    values.push_back(row);
  }
  return flow(values, '{', '}', [](const gate::SeverityRow& row) {
    return yaml_text(row.pattern) + ": " + std::string(row.severity ? severity_name(*row.severity) : "off");
  });
}

std::string overrides(const std::vector<gate::PathRows>& parts) {
  return flow_list(parts, [](const gate::PathRows& part) {
    return "{paths: " + texts(part.paths) + ", severity: " + rows(part.rows) + "}";
  });
}

/// The last value of a parameter decides.
std::string parameters(const std::vector<Parameter>& values) {
  std::map<std::string, std::string> last;
  for (const Parameter& parameter : values) last[parameter.name] = parameter.value;
  return flow(last, '{', '}',
              [](const auto& entry) { return yaml_text(entry.first) + ": " + yaml_text(entry.second); });
}

std::string outputs(const std::vector<Output>& values) {
  return flow_list(values, [](const Output& output) {
    const std::string language = output.language.empty() ? "" : ":" + output.language;
    return yaml_text(output.format + language + (output.path.empty() ? "" : "=" + output.path));
  });
}

std::string fail_level(const Options& options) {
  return std::string(options.fail_on ? severity_name(*options.fail_on) : "never");
}

/// The value that holds; empty when nothing does.
std::string value_of(std::string_view key, const Options& options) {
  const std::vector<std::string> builtin = {"builtin"};
  if (key == "paths") return options.paths.empty() ? "" : texts(options.paths);
  if (key == "rules") return texts(options.rule_paths.empty() ? builtin : options.rule_paths);
  if (key == "select") return patterns(options.select);
  if (key == "ignore") return patterns(options.ignore);
  if (key == "set") return parameters(options.parameters);
  if (key == "severity") return rows(options.severities.rows);
  if (key == "overrides") return overrides(options.severities.paths);
  if (key == "lang") return options.language;
  if (key == "fail-on") return fail_level(options);
  if (key == "fail-on-heuristic") return options.fail_on_heuristic ? "true" : "false";
  if (key == "as-of") return calendar_text(options.as_of);
  if (key == "baseline") return options.baseline.empty() ? "" : yaml_text(options.baseline);
  if (key == "waivers") return texts(options.waiver_files);
  if (key == "waiver-notice") return duration_text(options.waiver_notice, "en");
  if (key == "format") return outputs(options.outputs);
  if (key != "letterhead") return "";
  return flow(options.letterhead, '{', '}',
              [](const auto& entry) { return entry.first + ": " + yaml_text(entry.second); });
}

/// "--lang", "ROADLINT_LANG", "roadlint.yaml:3", or "standard".
std::string origin_of(std::string_view key, const Options& options, const SourceFiles& files) {
  const auto origin = options.origins.find(key);
  if (origin == options.origins.end()) return key == "as-of" ? "today" : "standard";
  if (!origin->second.span.is_known()) return origin->second.name;
  const Location place = files.locate(origin->second.span);
  return place.file + ":" + std::to_string(place.line);
}

struct SettingLine {
  std::string value;
  std::string origin;
};

std::vector<SettingLine> setting_lines(const Options& options, const SourceFiles& files) {
  std::vector<SettingLine> lines;
  for (const gate::ConfigurationKey& key : gate::configuration_keys()) {
    if (key.name == "extends") continue;  // what it leads to is there already
    const bool is_named = key.name == "paths" && !options.paths.empty() && !options.is_given("paths");
    const bool is_standard = !options.is_given(key.name) && !is_named;
    if (is_standard && !options.is_resolved) continue;
    const std::string value = value_of(key.name, options);
    const std::string shown = std::string(key.name) + ":" + (value.empty() ? "" : " " + value);
    lines.push_back({shown, is_named ? "PATH" : origin_of(key.name, options, files)});
  }
  return lines;
}

/// Origins as comments, in a column of their own as far as that is near.
std::string draw(const std::vector<SettingLine>& lines) {
  constexpr std::size_t widest_column = 60;
  std::size_t width = 0;
  for (const SettingLine& line : lines) {
    if (line.value.size() <= widest_column) width = std::max(width, line.value.size());
  }
  std::string text;
  for (const SettingLine& line : lines) {
    const std::size_t padding = line.value.size() < width ? width - line.value.size() : 0;
    text += line.value + std::string(padding, ' ') + "  # " + line.origin + "\n";
  }
  return text;
}

std::string draw_head(const Options& options) {
  std::string text;
  for (const std::string& file : options.config_files) text += (text.empty() ? "# " : ", ") + file;
  return (text.empty() ? std::string("# no configuration file") : text) + "\n";
}

}  // namespace

ExitStatus config_command(const Options& given) {
  if (given.wants_schema) {
    print(gate::configuration_schema());
    return ExitStatus::success;
  }
  Run run;
  const Options options = completed(given, run);
  // Names of rules and parameters are looked up too: a configuration that is shown is one that can be used.
  if (!run.rules.mistakes.has_errors()) read_rules(options, run);
  print_mistakes(options, run.files, run.rules.mistakes);
  if (run.rules.mistakes.has_errors()) return ExitStatus::wrong_use;
  print(draw_head(options) + draw(setting_lines(options, run.files)));
  return ExitStatus::success;
}

}  // namespace roadlint::cli
