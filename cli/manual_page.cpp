// See manual_page.hpp. The page keeps to what man(7) has everywhere: .SH, .SS, .TP, .PP, .EX and fonts within the text.
#include "cli/manual_page.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "base/utf8.hpp"
#include "cli/command_outline.hpp"

namespace roadlint::cli {
namespace {

constexpr std::string_view more_description = R"(.PP
Roadmaps are YAML or JSON files.
The rules that come with \fBroadlint\fR are part of the program.
Every finding names the values that decided it, the document that the rule comes from, and the responsible body.
A rule that cannot be decided because a value is missing is reported as undecidable.
A rule that only guesses is heuristic: its findings are never errors.
)";

constexpr std::string_view after_options = R"(.SH EXIT STATUS
The first that applies:
.TP
.B 2
Wrong use, or a mistake in rules or configuration.
.TP
.B 3
Data that cannot be read, or an internal error.
Readable files are checked and reported all the same.
.TP
.B 1
Findings at or above \fB\-\-fail\-on\fR; of \fBroadlint diff\fR only new ones.
.TP
.B 0
None.
.SH ENVIRONMENT
An option wins over its variable, a variable over \fIroadlint.yaml\fR.
.TP
.BI ROADLINT_ OPTION
Stands for the option of the same name: \fBROADLINT_FAIL_ON\fR for \fB\-\-fail\-on\fR.
.TP
.B ROADLINT_LOG
Log of the program's own steps on standard error: \fBoff\fR, \fBinfo\fR or \fBdebug\fR.
.TP
.B NO_COLOR
When it is set and not empty, no colours are used unless \fB\-\-color\fR asks for them.
.TP
.B SOURCE_DATE_EPOCH
The day that is \(dqtoday\(dq, in seconds since 1970, unless \fB\-\-as\-of\fR names one.
.TP
.B GITHUB_STEP_SUMMARY
The file to which \fB\-\-format github\fR adds its summary.
.SH FILES
.TP
.I roadlint.yaml
The configuration, searched in the folder of the data and then upwards.
.TP
.I roadlint\-baseline.json
Findings that are known and do not count.
.TP
.I waivers.yaml
Findings that are accepted, each with a reason and a last day.
.SH EXAMPLES
Check a folder, with messages in German:
.PP
.in +4n
.EX
roadlint check roadmaps/ \-\-lang de
.EE
.in
.PP
Leave out the rules about wording:
.PP
.in +4n
.EX
roadlint check roadmaps/ \-\-ignore \(aqwording/*\(aq
.EE
.in
.PP
Write a report for people and one for programs:
.PP
.in +4n
.EX
roadlint check roadmaps/ \-\-format human \-\-format json=findings.json
.EE
.in
.PP
Stop a publication that is worse than the one before:
.PP
.in +4n
.EX
roadlint diff last\-year/ roadmaps/
.EE
.in
.PP
Say what a rule checks, and when it cannot decide:
.PP
.in +4n
.EX
roadlint explain milestone\-owner
.EE
.in
.SH SEE ALSO
.BR diff (1),
.BR yamllint (1)
.PP
The rule language and all diagnostics are described in the documents beside \fIREADME.md\fR, which a package installs
in \fI/usr/share/doc/roadlint\fR.
)";

std::string escaped_code_point(char32_t code_point) {
  switch (code_point) {
    case U'\\':
      return "\\e";
    case U'-':
      return "\\-";  // else a hyphen, with which a copied option does not work
    case U'\'':
      return "\\(aq";
    case U'"':
      return "\\(dq";
    case U'`':
      return "\\(ga";
    case U'^':
      return "\\(ha";
    case U'~':
      return "\\(ti";
    default:
      break;
  }
  if (code_point < 0x80) return std::string(1, static_cast<char>(code_point));
  char name[16];
  std::snprintf(name, sizeof name, "\\[u%04X]", static_cast<unsigned>(code_point));
  return name;
}

/// As text that stands anywhere in a line: a dot at the start would be a request.
std::string escaped(std::string_view text) {
  std::string roff = text.starts_with('.') ? "\\&" : "";
  for (std::size_t at = 0; at < text.size();) roff += escaped_code_point(utf8::next_code_point(text, at));
  return roff;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }

std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

/// The words in bold with the separator between them.
std::string bold_words(const std::vector<std::string>& words, std::string_view separator) {
  std::vector<std::string> roff;
  for (const std::string& word : words) roff.push_back(bold(word));
  return joined(roff, separator);
}

std::string sentence(std::string_view text) {
  const bool is_closed = text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
  return text.empty() ? "" : escaped(text) + (is_closed ? "\n" : ".\n");
}

// --- commands -------------------------------------------------------------------------------------------------------

/// `baseline create` of `roadlint baseline create`.
std::string name_within(const CommandOutline& program, const CommandOutline& command) {
  return &command == &program ? "" : command.path.substr(program.path.size() + 1);
}

/// Those that do something themselves: not the program, and not a word that only others follow.
std::vector<const CommandOutline*> commands_of(const CommandOutline& program) {
  std::vector<const CommandOutline*> commands = with_commands_below(program);
  std::erase_if(commands, [&](const CommandOutline* command) {
    return command == &program || (!command->commands.empty() && command->arguments.empty());
  });
  return commands;
}

std::string argument_in_synopsis(const OptionOutline& argument) {
  const std::string name =
      (argument.choices.empty() ? italic(argument.value_name) : bold_words(argument.choices, "|")) +
      (argument.is_repeatable ? "..." : "");
  return argument.is_required ? name : "[" + name + "]";
}

/// `roadlint check [OPTION...] PATH...`
std::string synopsis_of(const CommandOutline& command) {
  std::string line = bold(command.path);
  const bool has_options = std::any_of(command.options.begin(), command.options.end(), [](const OptionOutline& option) {
    return std::find(option.names.begin(), option.names.end(), "--help") == option.names.end();
  });
  if (has_options) line += " [" + italic("OPTION") + "...]";
  for (const OptionOutline& argument : command.arguments) line += " " + argument_in_synopsis(argument);
  return line + "\n";
}

std::string synopsis_section(const CommandOutline& program) {
  std::string roff = ".SH SYNOPSIS\n.nf\n";
  for (const CommandOutline* command : commands_of(program)) roff += synopsis_of(*command);
  return roff + ".fi\n";
}

std::string commands_section(const CommandOutline& program) {
  std::string roff = ".SH COMMANDS\n";
  for (const CommandOutline* command : commands_of(program)) {
    roff += ".TP\n" + bold(name_within(program, *command)) + "\n" + sentence(command->description);
    for (const OptionOutline& argument : command->arguments) {
      if (argument.description.empty()) continue;
      roff += ".IP\n" + argument_in_synopsis(argument) + ": " + sentence(argument.description);
    }
  }
  return roff;
}

// --- options --------------------------------------------------------------------------------------------------------

/// An option with its text, and the commands that have it.
struct OptionEntry {
  std::string sort_key;
  std::string heading;
  std::string description;
  std::vector<std::string> commands;
  bool is_of_all = true;
};

/// `-h, --help`, `--lang en|de`, `--format FMT[=FILE]`.
std::string heading_of(const OptionOutline& option) {
  std::string heading = bold_words(option.names, ", ");
  if (option.kind == ValueKind::none) return heading;
  const bool shows_choices = option.kind == ValueKind::choice;
  return heading + " " + (shows_choices ? bold_words(option.choices, "|") : italic(option.value_name));
}

std::string description_of(const OptionOutline& option) {
  std::string text = sentence(option.description);
  if (option.kind == ValueKind::choice_with_path) text += "Choices: " + bold_words(option.choices, ", ") + ".\n";
  if (option.is_required) text += "Required.\n";
  return text;
}

void add_entry(const OptionOutline& option, const std::string& command, std::vector<OptionEntry>& entries) {
  const std::string heading = heading_of(option);
  const std::string description = description_of(option);
  auto entry = std::find_if(entries.begin(), entries.end(), [&](const OptionEntry& other) {
    return other.heading == heading && other.description == description;
  });
  if (entry == entries.end()) {
    entries.push_back({option.names.back(), heading, description, {}, true});
    entry = std::prev(entries.end());
  }
  if (!command.empty()) entry->commands.push_back(command);
}

/// By name. An option of several commands stands there once, or once for each description that it has.
std::vector<OptionEntry> option_entries(const CommandOutline& program) {
  std::vector<OptionEntry> entries;
  for (const OptionOutline& option : program.options) add_entry(option, "", entries);
  const std::vector<const CommandOutline*> commands = commands_of(program);
  for (const CommandOutline* command : commands) {
    for (const OptionOutline& option : command->options) {
      add_entry(option, name_within(program, *command), entries);
    }
  }
  for (OptionEntry& entry : entries) entry.is_of_all = entry.commands.size() == commands.size();
  std::stable_sort(entries.begin(), entries.end(),
                   [](const OptionEntry& one, const OptionEntry& other) { return one.sort_key < other.sort_key; });
  return entries;
}

std::string options_section(const CommandOutline& program) {
  std::string roff = ".SH OPTIONS\n";
  for (const OptionEntry& entry : option_entries(program)) {
    roff += ".TP\n" + entry.heading + "\n" + entry.description;
    if (!entry.commands.empty()) {
      roff += "For " + (entry.is_of_all ? "every command" : bold_words(entry.commands, ", ")) + ".\n";
    }
  }
  return roff;
}

}  // namespace

std::string manual_page(const CLI::App& app, std::string_view version) {
  const CommandOutline program = outline_of(app);
  std::string roff = ".TH ROADLINT 1 \"\" \"roadlint " + escaped(version) + "\" \"User Commands\"\n";
  roff += ".SH NAME\nroadlint \\- a linter for technology roadmaps\n";
  roff += synopsis_section(program);
  roff += ".SH DESCRIPTION\n" + sentence(program.description) + std::string(more_description);
  roff += commands_section(program);
  roff += options_section(program);
  return roff + std::string(after_options);
}

}  // namespace roadlint::cli
