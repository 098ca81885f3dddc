// See settings.hpp. The table of setters says how a value gets into the options; kinds and choices of values stand in
// gate/configuration_keys.cpp.
#include "cli/settings.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/edit_distance.hpp"
#include "base/quoted_text.hpp"
#include "base/utf8.hpp"
#include "cli/configuration_files.hpp"
#include "gate/configuration.hpp"
#include "gate/configuration_keys.hpp"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace roadlint::cli {
namespace {

using Values = std::vector<std::string>;

/// What a value is for: its texts and where they stand.
struct Given {
  Values texts;
  std::vector<Origin> origins;
};

/// What is wrong with a setting, and with which of its values; no text when nothing is.
struct Complaint {
  std::string text = {};
  std::size_t index = 0;
};

using Setter = Complaint (*)(const Given& given, Options& options);

Complaint set_language(const Given& given, Options& options) {
  options.language = given.texts.back();
  return {};
}

Complaint set_fail_level(const Given& given, Options& options) {
  set_fail_on(given.texts.back(), options);
  return {};
}

Complaint set_fail_on_heuristic(const Given& given, Options& options) {
  options.fail_on_heuristic = given.texts.back() == "true";
  return {};
}

Complaint set_date(const Given& given, Options& options) { return {set_as_of(given.texts.back(), options)}; }

Complaint set_baseline(const Given& given, Options& options) {
  options.baseline = given.texts.back();
  return {};
}

Complaint set_waivers(const Given& given, Options& options) {
  options.waiver_files = given.texts;
  return {};
}

Complaint set_waiver_notice(const Given& given, Options& options) {
  const auto notice = read_duration(given.texts.back());
  if (!notice) return {"expected a time such as `30 days`, found `" + given.texts.back() + "`"};
  options.waiver_notice = *notice;
  return {};
}

Complaint set_rules(const Given& given, Options& options) {
  options.rule_paths = given.texts;
  return {};
}

std::vector<RulePattern> patterns_of(const Given& given) {
  std::vector<RulePattern> patterns;
  for (std::size_t index = 0; index < given.texts.size(); ++index) {
    patterns.push_back({given.texts[index], given.origins[index]});
  }
  return patterns;
}

Complaint set_select(const Given& given, Options& options) {
  options.select = patterns_of(given);
  return {};
}

Complaint set_ignore(const Given& given, Options& options) {
  options.ignore = patterns_of(given);
  return {};
}

/// Parameters of the command line stand behind these, so that they decide.
Complaint set_parameters(const Given& given, Options& options) {
  std::vector<Parameter> parameters;
  for (std::size_t index = 0; index < given.texts.size(); ++index) {
    const std::string& text = given.texts[index];
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0) return {"expected NAME=VALUE, found `" + text + "`", index};
    parameters.push_back({text.substr(0, sign), text.substr(sign + 1), given.origins[index]});
  }
  options.parameters.insert(options.parameters.begin(), parameters.begin(), parameters.end());
  return {};
}

Complaint set_formats(const Given& given, Options& options) {
  std::vector<Output> outputs;
  for (const std::string& word : given.texts) {
    const std::string mistake = add_output(word, Command::check, outputs);
    if (!mistake.empty()) return {mistake, static_cast<std::size_t>(&word - given.texts.data())};
  }
  options.outputs = std::move(outputs);
  return {};
}

struct SettingSetter {
  std::string_view name;
  Setter set;
};
constexpr SettingSetter setters[] = {
    {"rules", set_rules},
    {"select", set_select},
    {"ignore", set_ignore},
    {"set", set_parameters},
    {"lang", set_language},
    {"fail-on", set_fail_level},
    {"fail-on-heuristic", set_fail_on_heuristic},
    {"as-of", set_date},
    {"baseline", set_baseline},
    {"waivers", set_waivers},
    {"waiver-notice", set_waiver_notice},
    {"format", set_formats},
};

/// What belongs to checking and is no use to those who only look at rules.
bool is_used(Command command, std::string_view setting) {
  if (setting == "format") return command == Command::check || command == Command::config;
  if (setting == "baseline") return command == Command::check || command == Command::list || command == Command::config;
  if (command == Command::init) return setting == "as-of";
  return true;
}

// --- environment -----------------------------------------------------------------------------------------------

constexpr std::string_view variable_prefix = "ROADLINT_";

/// "ROADLINT_FAIL_ON" for "fail-on".
std::string variable_name(std::string_view setting) {
  std::string name(variable_prefix);
  for (const char character : setting) {
    const bool is_small = character >= 'a' && character <= 'z';
    name += character == '-' ? '_' : is_small ? static_cast<char>(character - 'a' + 'A') : character;
  }
  return name;
}

/// Nothing when the variable is not set, or empty.
std::optional<std::string> variable(const std::string& name) {
  const char* const value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): called from one thread
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool is_list(const gate::ConfigurationKey& key) {
  using gate::ValueKind;
  return key.kind == ValueKind::texts || key.kind == ValueKind::paths || key.kind == ValueKind::outputs ||
         key.kind == ValueKind::values;
}

/// What is wrong with a word that must be one of a few; nothing when it is, or when any may stand there.
std::string wrong_choice(const gate::ConfigurationKey& key, const std::string& word) {
  std::vector<std::string_view> choices = key.choices;
  if (key.kind == gate::ValueKind::flag) choices = {"true", "false"};
  if (choices.empty() || std::find(choices.begin(), choices.end(), word) != choices.end()) return "";
  return "expected one of " + listed_names(choices) + ", found `" + utf8::printable(word) + "`";
}

/// A list stands line by line, or, on a single line, between commas.
Values values_of(std::string_view text, const gate::ConfigurationKey& key) {
  if (!is_list(key)) return {std::string(text)};
  const char separator = text.find('\n') != std::string_view::npos ? '\n' : ',';
  Values values;
  while (true) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view value = utf8::trimmed(text.substr(0, end));
    if (!value.empty()) values.emplace_back(value);
    if (end == text.size()) return values;
    text.remove_prefix(end + 1);
  }
}

/// Names of all variables that the program reads, without the prefix.
std::vector<std::string> known_variables() {
  std::vector<std::string> names = {"CONFIG", "LOG", "THREADS", "DIFF_BASE", "COLOR", "PATHS"};
  for (const SettingSetter& setter : setters) {
    names.push_back(variable_name(setter.name).substr(variable_prefix.size()));
  }
  return names;
}

/// A misspelt variable would be passed over in silence; what is like none of ours may belong to somebody else.
void check_variables(Diagnostics& diagnostics) {
  const std::vector<std::string> known = known_variables();
  std::vector<std::string> unknown;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::string_view name = text.substr(0, text.find('='));
    if (name.starts_with(variable_prefix)) unknown.emplace_back(name.substr(variable_prefix.size()));
  }
  std::sort(unknown.begin(), unknown.end());  // the environment has no order
  for (const std::string& name : unknown) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    auto nearest = nearest_name(name, known);
    for (const std::string& entry : known) {
      if (name.starts_with(entry + "_")) nearest = entry;  // ROADLINT_LOG_LEVEL for ROADLINT_LOG
    }
    if (!nearest) continue;
    const std::string prefix(variable_prefix);
    diagnostics.add(DiagnosticCode::use_variable, Span{}, "the variable `" + prefix + name + "` is not known").help =
        "did you mean `" + prefix + *nearest + "`?";
  }
}

// --- all together ------------------------------------------------------------------------------------------------

class OptionCompleter {
 public:
  OptionCompleter(Options& options, SourceFiles& files, Diagnostics& diagnostics)
      : options_(options), files_(files), diagnostics_(diagnostics) {}

  void run() {
    check_variables(diagnostics_);
    read_configuration_file();
    for (const SettingSetter& setter : setters) complete(setter);
    const bool reads_input = std::find(options_.paths.begin(), options_.paths.end(), "-") != options_.paths.end();
    if (!options_.stdin_name.empty() && !reads_input) options_.paths.emplace_back("-");
    if (options_.paths.empty()) take_paths();
    if (options_.paths.empty()) require_paths();
    refuse_contradictions();
    if (options_.outputs.empty())
      options_.outputs.push_back({options_.command == Command::list ? "text" : "human", ""});
    options_.severities = std::move(configuration_.severities);
    options_.letterhead = std::move(configuration_.letterhead);
    options_.config_files = std::move(configuration_.files);
    for (const auto& [key, span] : configuration_.places) options_.origins[key] = {key, span};
    diagnostics_.sort();
  }

 private:
  void read_configuration_file() {
    if (options_.has_no_config) return;
    std::string path = options_.config_path;
    if (path.empty()) {
      std::vector<std::string> places = options_.paths;
      if (!options_.stdin_name.empty()) places.push_back(options_.stdin_name);
      std::erase(places, "-");
      if (places.empty()) places.emplace_back(".");
      path = find_configuration(places, files_, diagnostics_);
    }
    if (!path.empty() && !diagnostics_.has_errors()) configuration_ = read_configuration(path, files_, diagnostics_);
  }

  void complete(const SettingSetter& setter) {
    if (!is_used(options_.command, setter.name)) return;
    const std::string key(setter.name);
    // Parameters are set one by one: those of the file hold beside those of the command line.
    const bool is_added = setter.name == "set";
    if (options_.is_given(key) && !is_added) return;
    if (const auto text = variable(variable_name(setter.name))) {
      const Origin origin{variable_name(setter.name), {}};
      const Values values = values_of(*text, *gate::find_configuration_key(setter.name));
      apply(setter, {values, std::vector<Origin>(values.size(), origin)}, origin);
      if (!is_added) return;
    }
    if (setter.name == "as-of" && set_reproducible_date()) return;
    const gate::SettingValues* const values = configuration_.find(setter.name);
    if (values == nullptr) return;
    Given given;
    for (const gate::SettingValue& value : *values) {
      given.texts.push_back(value.text);
      given.origins.push_back({key, value.span});
    }
    apply(setter, given, values->empty() ? Origin{key, {}} : Origin{key, values->front().span});
  }

  void apply(const SettingSetter& setter, const Given& given, const Origin& origin) {
    const gate::ConfigurationKey& key = *gate::find_configuration_key(setter.name);
    if (given.texts.empty() && !is_list(key)) return;
    const std::string no_choice = given.texts.empty() ? "" : wrong_choice(key, given.texts.back());
    if (!no_choice.empty()) {
      diagnostics_.add(DiagnosticCode::config_value, origin.span, origin.name + ": " + no_choice);
      return;
    }
    const Complaint complaint = setter.set(given, options_);
    if (!complaint.text.empty()) {
      const Origin& place = complaint.index < given.origins.size() ? given.origins[complaint.index] : origin;
      diagnostics_.add(DiagnosticCode::config_value, place.span, place.name + ": " + complaint.text);
    }
    options_.origins.try_emplace(std::string(setter.name), origin);
  }

  /// SOURCE_DATE_EPOCH: seconds since 1970, which builds that must give the same bytes take for "now".
  /// False when it is not set.
  bool set_reproducible_date() {
    const auto text = variable("SOURCE_DATE_EPOCH");
    if (!text) return false;
    constexpr long long seconds_a_day = 86'400;
    constexpr long long last_second = 253'402'300'799;  // of the year 9999
    char* end = nullptr;
    const long long seconds = std::strtoll(text->c_str(), &end, 10);
    if (*end != '\0' || seconds < 0 || seconds > last_second) {
      diagnostics_.add(DiagnosticCode::config_value, Span{},
                       "SOURCE_DATE_EPOCH: expected seconds since 1970, found `" + utf8::printable(*text) + "`");
      return true;
    }
    options_.as_of = CalendarPeriod::of_day(static_cast<DayNumber>(seconds / seconds_a_day));
    options_.origins["as-of"] = {"SOURCE_DATE_EPOCH", {}};
    return true;
  }

  void take_paths() {
    const bool wants_paths = options_.command == Command::check || options_.command == Command::list ||
                             options_.command == Command::baseline || options_.command == Command::config;
    if (!wants_paths) return;
    if (const auto text = variable("ROADLINT_PATHS")) {
      options_.paths = values_of(*text, *gate::find_configuration_key("paths"));
      options_.origins["paths"] = {"ROADLINT_PATHS", {}};
      return;
    }
    const gate::SettingValues* const paths = configuration_.find("paths");
    if (paths == nullptr) return;
    for (const gate::SettingValue& path : *paths) options_.paths.push_back(path.text);
    if (!paths->empty()) options_.origins["paths"] = {"paths", paths->front().span};
  }

  void refuse_contradictions() {
    const auto refuse = [&](const std::string& message, const std::string& help) {
      diagnostics_.add(DiagnosticCode::use_option, Span{}, message).help = help;
    };
    const bool reads_input = std::find(options_.paths.begin(), options_.paths.end(), "-") != options_.paths.end();
    if (reads_input && !options_.diff_base.empty()) {
      refuse("--diff-base: git knows the lines of files, not those of standard input", "check the files instead");
    }
    if (options_.has_no_config && options_.origins.contains("config")) {
      refuse("--no-config and --config contradict each other", "leave out one of them");
    }
    std::size_t to_output = 0;
    std::size_t documents = 0;
    for (const Output& output : options_.outputs) {
      if (!output.path.empty()) continue;
      ++to_output;
      // Lines may stand below each other; a whole document may not.
      if (output.format != "human" && output.format != "line" && output.format != "github") ++documents;
    }
    const bool is_mixed = to_output > 1 && documents > 0 && options_.list_out.empty();
    if (!options_.list_out.empty() && to_output < options_.outputs.size()) {
      refuse("--out names a file for each list, and --format one of its own", "leave out `=FILE`");
    }
    if (is_mixed) {
      refuse("--format: several reports would be mixed on standard output",
             "write them to files: `--format json=FILE`");
    }
  }

  void require_paths() {
    const bool needs_paths = options_.command == Command::check || options_.command == Command::list ||
                             options_.command == Command::baseline;
    if (!needs_paths || diagnostics_.has_errors()) return;
    diagnostics_.add(DiagnosticCode::use_option, Span{}, "no roadmaps are named").help =
        "name files or folders behind the command, or under `paths:` in roadlint.yaml";
  }

  Options& options_;
  SourceFiles& files_;
  Diagnostics& diagnostics_;
  gate::Configuration configuration_;
};

}  // namespace

void complete_options(Options& options, SourceFiles& files, Diagnostics& diagnostics) {
  OptionCompleter(options, files, diagnostics).run();
}

}  // namespace roadlint::cli
