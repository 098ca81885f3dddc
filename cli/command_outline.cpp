// See command_outline.hpp. CLI11 has no door to the values of CLI::IsMember but the text in which it shows them: the
// name of the type, `TEXT:{en,de}`. A type name that is written like this by hand, `FMT[=FILE]:{human,json}`, is read
// in the same way.
#include "cli/command_outline.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace roadlint::cli {
namespace {

std::string on_one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool is_space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_space) line += c;
    if (is_space && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

/// The words between the braces of `TEXT:{en,de}`.
std::vector<std::string> choices_in(const std::string& type_name) {
  const std::size_t open = type_name.find('{');
  const std::size_t close = type_name.find('}', open == std::string::npos ? 0 : open);
  std::vector<std::string> choices;
  if (open == std::string::npos || close == std::string::npos) return choices;
  for (std::size_t start = open + 1; start < close;) {
    const std::size_t end = std::min(type_name.find(',', start), close);
    choices.push_back(type_name.substr(start, end - start));
    start = end + 1;
  }
  return choices;
}

/// `TEXT` of `TEXT:{en,de}`. What CLI11 calls UINT is a word of programmers.
std::string value_name_in(const std::string& type_name) {
  const std::string name = type_name.substr(0, type_name.find_first_of(":{"));
  const bool is_number = name == "UINT" || name == "INT";
  return is_number ? "N" : name;
}

bool names_a_path(const std::string& value_name) {
  constexpr const char* words[] = {"PATH", "FILE", "FOLDER", "OLD", "NEW"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](const char* word) { return value_name.find(word) != std::string::npos; });
}

ValueKind kind_of(const OptionOutline& option) {
  if (option.value_name.empty()) return ValueKind::none;
  const bool has_path = names_a_path(option.value_name);
  if (option.choices.empty()) {
    const bool is_behind_sign = option.value_name.find('=') != std::string::npos;
    return has_path && !is_behind_sign ? ValueKind::path : ValueKind::text;
  }
  return has_path ? ValueKind::choice_with_path : ValueKind::choice;
}

std::vector<std::string> names_of(const CLI::Option& option) {
  std::vector<std::string> names;
  for (const std::string& name : option.get_snames()) names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
  return names;
}

OptionOutline outline_of(const CLI::Option& option) {
  OptionOutline outline;
  outline.names = names_of(option);
  const bool takes_value = option.get_items_expected_max() > 0;
  if (takes_value) {
    const std::string type_name = option.get_type_name();
    outline.choices = choices_in(type_name);
    outline.value_name = outline.names.empty() ? option.get_name(true) : value_name_in(type_name);
  }
  outline.kind = kind_of(outline);
  outline.description = on_one_line(option.get_description());
  outline.is_required = option.get_required();
  outline.is_repeatable = option.get_items_expected_max() > 1;
  return outline;
}

CommandOutline outline_below(const CLI::App& app, const std::string& path_above) {
  CommandOutline outline;
  outline.name = app.get_name();
  outline.path = path_above.empty() ? outline.name : path_above + " " + outline.name;
  outline.description = on_one_line(app.get_description());
  for (const CLI::Option* option : app.get_options()) {
    const bool is_hidden = option->get_group().empty();
    if (is_hidden) continue;
    (option->nonpositional() ? outline.options : outline.arguments).push_back(outline_of(*option));
  }
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    const bool is_hidden = command->get_group().empty();
    if (!is_hidden) outline.commands.push_back(outline_below(*command, outline.path));
  }
  return outline;
}

void collect(const CommandOutline& command, std::vector<const CommandOutline*>& found) {
  found.push_back(&command);
  for (const CommandOutline& below : command.commands) collect(below, found);
}

}  // namespace

CommandOutline outline_of(const CLI::App& app) { return outline_below(app, ""); }

std::vector<const CommandOutline*> with_commands_below(const CommandOutline& command) {
  std::vector<const CommandOutline*> found;
  collect(command, found);
  return found;
}

std::string with_replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += separator;
    text += word;
  }
  return text;
}

}  // namespace roadlint::cli
