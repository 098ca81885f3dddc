// See configuration.hpp.
#include "gate/configuration.hpp"

#include <algorithm>
#include <filesystem>

#include "base/edit_distance.hpp"
#include "base/quoted_text.hpp"
#include "base/utf8.hpp"
#include "gate/configuration_keys.hpp"
#include "gate/map_reader.hpp"

namespace roadlint::gate {
namespace {

namespace fs = std::filesystem;

constexpr MistakeCodes codes = {DiagnosticCode::config_unknown_key, DiagnosticCode::config_value};
/// The packs that come with the program: a name among paths that is none.
constexpr std::string_view builtin_packs = "builtin";

class SettingsReader {
 public:
  SettingsReader(const Node& file, const ConfigurationFolder& folder, Configuration& configuration,
                 Diagnostics& diagnostics)
      : reader_(file, "roadlint.yaml", codes, diagnostics),
        folder_(folder),
        configuration_(configuration),
        diagnostics_(diagnostics) {}

  void read() {
    for (const ConfigurationKey& key : configuration_keys()) {
      const Node* const value = reader_.find(key.name);
      if (value != nullptr) read_value(key, *value);
    }
    reader_.report_unknown_keys();
  }

 private:
  void read_value(const ConfigurationKey& key, const Node& value) {
    switch (key.kind) {
      case ValueKind::text:
        return keep(key, value, checked_text(value, "`" + std::string(key.name) + "`"));
      case ValueKind::choice:
        return read_choice(key, value);
      case ValueKind::flag:
        return read_flag(key, value);
      case ValueKind::day:
        return read_day_of(key, value);
      case ValueKind::days:
        return read_days(key, value);
      case ValueKind::path:
      case ValueKind::paths:
        return read_list(
            key, value, [&](const std::string& path) { return path == builtin_packs ? path : folder_.resolved(path); });
      case ValueKind::texts:
        return read_list(key, value, [&](const std::string& text) { return text; });
      case ValueKind::outputs:
        return read_list(key, value, [&](const std::string& text) { return output_text(text); });
      case ValueKind::severities:
        configuration_.places[std::string(key.name)] = value.span;
        return read_severities(value, configuration_.severities.rows);
      case ValueKind::values:
        return read_parameters(key, value);
      case ValueKind::overrides:
        return read_overrides(key, value);
      case ValueKind::letterhead:
        return read_letterhead(key, value);
    }
  }

  /// "sarif=out/report.sarif" with the file as a path of this run; `-` is standard output.
  [[nodiscard]] std::string output_text(const std::string& text) const {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign + 1 == text.size() || text.substr(sign + 1) == "-") return text;
    return text.substr(0, sign + 1) + folder_.resolved(text.substr(sign + 1));
  }

  void keep(const ConfigurationKey& key, const Node& value, const std::string& text) {
    if (!text.empty()) configuration_.settings[std::string(key.name)] = {{text, value.span}};
  }

  /// Empty, and reported, when the value is none or none of the kind that is wanted.
  std::string checked_text(const Node& value, const std::string& name) {
    if (value.kind == NodeKind::scalar && !utf8::is_blank(value.text)) return value.text;
    reader_.report(value, name + " to be a text");
    return "";
  }

  void read_choice(const ConfigurationKey& key, const Node& value) {
    const bool is_one = value.kind == NodeKind::scalar &&
                        std::find(key.choices.begin(), key.choices.end(), value.text) != key.choices.end();
    if (is_one) return keep(key, value, value.text);
    report_choice(value, "`" + std::string(key.name) + "`", key.choices);
  }

  void report_choice(const Node& value, const std::string& name, const std::vector<std::string_view>& choices) {
    Diagnostic& diagnostic = reader_.report(value, name + " to be one of " + listed_names(choices));
    const std::vector<std::string> candidates(choices.begin(), choices.end());
    if (const auto nearest = nearest_name(value.text, candidates)) diagnostic.help = "did you mean `" + *nearest + "`?";
  }

  void read_flag(const ConfigurationKey& key, const Node& value) {
    if (value.kind == NodeKind::scalar && (value.text == "true" || value.text == "false")) {
      return keep(key, value, value.text);
    }
    reader_.report(value, "`" + std::string(key.name) + "` to be `true` or `false`");
  }

  void read_day_of(const ConfigurationKey& key, const Node& value) {
    if (value.kind == NodeKind::scalar && read_day(value.text)) return keep(key, value, value.text);
    reader_.report(value, "`" + std::string(key.name) + "` to be a day such as 2026-06-29");
  }

  void read_days(const ConfigurationKey& key, const Node& value) {
    const auto duration = value.kind == NodeKind::scalar ? read_duration(value.text) : std::nullopt;
    if (duration) return keep(key, value, value.text);
    reader_.report(value, "`" + std::string(key.name) + "` to be a time such as `30 days`");
  }

  template <typename Convert>
  void read_list(const ConfigurationKey& key, const Node& value, const Convert& convert) {
    SettingValues values;
    const auto add = [&](const Node& item) {
      const std::string name = "`" + std::string(key.name) + "`";
      const std::string text = checked_text(item, value.kind == NodeKind::list ? "each of " + name : name);
      if (!text.empty()) values.push_back({convert(text), item.span});
    };
    if (value.kind != NodeKind::list) add(value);
    if (value.kind == NodeKind::list && key.kind == ValueKind::path) {
      reader_.report(value, "`" + std::string(key.name) + "` to be one path");
      return;
    }
    for (const Node& item : value.items) add(item);
    configuration_.settings[std::string(key.name)] = std::move(values);
  }

  void read_severities(const Node& value, std::vector<SeverityRow>& rows) {
    if (value.kind != NodeKind::map) {
      reader_.report(value, "a mapping `rule: severity`");
      return;
    }
    for (const Entry& entry : value.entries) {
      const std::vector<std::string_view>& choices = severity_choices();
      const bool is_one = entry.value.kind == NodeKind::scalar &&
                          std::find(choices.begin(), choices.end(), entry.value.text) != choices.end();
      if (!is_one) {
        report_choice(entry.value, "a severity", choices);
        continue;
      }
      SeverityRow row{entry.key, std::nullopt, entry.key_span};
      for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
        if (severity_name(severity) == entry.value.text) row.severity = severity;
      }
      rows.push_back(std::move(row));
    }
  }

  void read_parameters(const ConfigurationKey& key, const Node& value) {
    if (value.kind != NodeKind::map) {
      reader_.report(value, "a mapping `parameter: value`");
      return;
    }
    SettingValues& values = configuration_.settings[std::string(key.name)];
    for (const Entry& entry : value.entries) {
      const std::string text = checked_text(entry.value, "`" + entry.key + "`");
      if (text.empty()) continue;
      std::erase_if(values, [&](const SettingValue& other) { return other.text.starts_with(entry.key + "="); });
      values.push_back({entry.key + "=" + text, entry.key_span.joined(entry.value.span)});
    }
  }

  void read_overrides(const ConfigurationKey& key, const Node& value) {
    if (value.kind != NodeKind::list) {
      reader_.report(value, "a list of `{paths: ..., severity: ...}`");
      return;
    }
    configuration_.places[std::string(key.name)] = value.span;
    configuration_.severities.paths.clear();
    for (const Node& item : value.items) read_override(item);
  }

  void read_override(const Node& item) {
    MapReader reader(item, "an override", codes, diagnostics_);
    if (item.kind != NodeKind::map) return;
    const std::size_t errors_before = diagnostics_.error_count();
    PathRows part;
    part.folder = folder_.path;
    for (const SettingValue& path : texts_of(reader.find("paths"))) part.paths.push_back(path.text);
    if (const Node* const severities = reader.find("severity")) read_severities(*severities, part.rows);
    for (const SettingValue& pattern : texts_of(reader.find("ignore"))) {
      part.rows.push_back({pattern.text, std::nullopt, pattern.span});
    }
    reader.report_unknown_keys();
    if (part.paths.empty() && diagnostics_.error_count() == errors_before) {
      diagnostics_.add(codes.wrong_value, item.span, "an override names no `paths`").help =
          "write `paths: ['drafts/*']`, or put its severities under `severity:`";
    }
    configuration_.severities.paths.push_back(std::move(part));
  }

  /// A list of texts or a single one.
  SettingValues texts_of(const Node* value) {
    SettingValues values;
    if (value == nullptr) return values;
    const auto add = [&](const Node& item) {
      if (item.kind == NodeKind::scalar) {
        values.push_back({item.text, item.span});
      } else {
        reader_.report(item, "a text");
      }
    };
    if (value->kind != NodeKind::list) add(*value);
    for (const Node& item : value->items) add(item);
    return values;
  }

  void read_letterhead(const ConfigurationKey& key, const Node& value) {
    MapReader reader(value, "the letterhead", codes, diagnostics_);
    if (value.kind != NodeKind::map) return;
    configuration_.places[std::string(key.name)] = value.span;
    for (const LetterheadKey& entry : letterhead_keys()) {
      const std::string text = reader.text(entry.name);
      if (text.empty()) continue;
      if (entry.name == "answer-within" && !read_duration(text)) {
        reader.report(*reader.find(entry.name), "`answer-within` to be a time such as `4 weeks`");
        continue;
      }
      configuration_.letterhead[std::string(entry.name)] = text;
    }
    reader.report_unknown_keys();
  }

  MapReader reader_;
  const ConfigurationFolder& folder_;
  Configuration& configuration_;
  Diagnostics& diagnostics_;
};

}  // namespace

const SettingValues* Configuration::find(std::string_view key) const {
  const auto found = settings.find(key);
  return found == settings.end() ? nullptr : &found->second;
}

std::string ConfigurationFolder::resolved(std::string_view path_in_file) const {
  const fs::path absolute = (fs::path(path) / path_in_file).lexically_normal();
  const std::string relative = absolute.lexically_relative(working_folder).generic_string();
  const bool lies_outside = relative.empty() || relative == ".." || relative.starts_with("../");
  std::string result = lies_outside ? absolute.generic_string() : relative;
  while (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

SettingValues bases_of(const Node& file) {
  SettingValues bases;
  for (const Entry& entry : file.entries) {
    if (entry.key != "extends") continue;
    const Node& value = entry.value;
    if (value.kind == NodeKind::scalar) bases.push_back({value.text, value.span});
    for (const Node& item : value.items) {
      if (item.kind == NodeKind::scalar) bases.push_back({item.text, item.span});
    }
  }
  return bases;
}

void add_settings(const Node& file, const ConfigurationFolder& folder, Configuration& configuration,
                  Diagnostics& diagnostics) {
  SettingsReader(file, folder, configuration, diagnostics).read();
}

}  // namespace roadlint::gate
