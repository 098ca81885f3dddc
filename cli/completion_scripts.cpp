// See completion_scripts.hpp. Every text goes into a script between single quotes, in which nothing is special but the
// quote itself (in fish the backslash too), so that no description can break a script.
//
// bash knows words only, zsh and fish show the descriptions as well. None of the scripts runs roadlint: completing must
// not wait for a program that may be missing or of another version.
#include "cli/completion_scripts.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command_outline.hpp"

namespace roadlint::cli {
namespace {

/// A word for bash and zsh.
std::string quoted(const std::string& text) { return "'" + with_replaced(text, "'", R"('\'')") + "'"; }

/// Each of the words quoted, with a blank before it.
std::string quoted_words(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += " " + quoted(word);
  return line;
}

/// The text with a backslash before each of the characters.
std::string with_backslashes(const std::string& text, std::string_view characters) {
  std::string escaped;
  for (const char c : text) {
    if (characters.find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

bool takes_files(const CommandOutline& command) {
  return std::any_of(command.arguments.begin(), command.arguments.end(),
                     [](const OptionOutline& argument) { return argument.kind == ValueKind::path; });
}

std::vector<std::string> names_of_options(const CommandOutline& command) {
  std::vector<std::string> names;
  for (const OptionOutline& option : command.options) {
    names.insert(names.end(), option.names.begin(), option.names.end());
  }
  return names;
}

/// The words that may stand where neither an option nor its value does, but for files.
std::vector<std::string> words_of_arguments(const CommandOutline& command) {
  std::vector<std::string> words;
  for (const CommandOutline& below : command.commands) words.push_back(below.name);
  for (const OptionOutline& argument : command.arguments) {
    words.insert(words.end(), argument.choices.begin(), argument.choices.end());
  }
  return words;
}

/// The paths of all commands but the program itself, quoted, as the pattern of a `case`.
std::string quoted_paths(const CommandOutline& program, std::string_view separator) {
  std::vector<std::string> paths;
  for (const CommandOutline* command : with_commands_below(program)) {
    if (command != &program) paths.push_back(quoted(command->path));
  }
  return paths.empty() ? quoted("") : joined(paths, separator);
}

// --- bash -----------------------------------------------------------------------------------------------------------

// <commands>, <values> and <words> are replaced.
constexpr std::string_view bash_template =
    R"(# Completion of roadlint for bash 4 and newer, written by `roadlint completions bash`.

# Offers those of the words that begin with what is typed.
__roadlint_words() {
  local word
  for word in "$@"; do
    if [[ $word == "$current"* ]]; then COMPREPLY+=("$word"); fi
  done
}

__roadlint_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$current")
}

_roadlint() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=roadlint ended='' index
  COMPREPLY=()
  # bash makes a word of its own of `=`: in --lang=en and in --format json=FILE.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((index = 1; index < COMP_CWORD; ++index)); do
    # Behind `--` nothing is an option.
    if [[ ${COMP_WORDS[index]} == -- ]]; then ended=yes before=''; fi
    case "$command ${COMP_WORDS[index]}" in
      <commands>) command+=" ${COMP_WORDS[index]}" ;;
    esac
  done
  case "$command $before" in
<values>  esac
  case $command in
<words>  esac
}

complete -F _roadlint roadlint
)";

/// `'roadlint check -h' | 'roadlint check --help') ` for the names -h and --help.
std::string bash_pattern(const CommandOutline& command, const std::vector<std::string>& names) {
  std::vector<std::string> alternatives;
  for (const std::string& name : names) alternatives.push_back(quoted(command.path + " " + name));
  return "    " + joined(alternatives, " | ") + ") ";
}

/// What is offered behind an option that takes a value.
std::string bash_value(const CommandOutline& command, const OptionOutline& option) {
  const std::string pattern = bash_pattern(command, option.names);
  const std::string files = "__roadlint_files; return ;;\n";
  const std::string choices = "__roadlint_words" + quoted_words(option.choices) + "; return ;;\n";
  switch (option.kind) {
    case ValueKind::none:
      return "";
    case ValueKind::text:
      return pattern + "return ;;\n";
    case ValueKind::path:
      return pattern + files;
    case ValueKind::choice:
      return pattern + choices;
    case ValueKind::choice_with_path:
      // In `--format json=FILE` the word before `=` is a choice.
      return pattern + choices + bash_pattern(command, option.choices) + files;
  }
  return "";
}

/// What is offered elsewhere.
std::string bash_words(const CommandOutline& command) {
  const std::string arguments = takes_files(command) ? std::string("__roadlint_files")
                                                     : "__roadlint_words" + quoted_words(words_of_arguments(command));
  return "    " + quoted(command.path) + ")\n      if [[ $current == -* && -z $ended ]]; then\n        " +
         "__roadlint_words" + quoted_words(names_of_options(command)) + "\n      else\n        " + arguments +
         "\n      fi\n      ;;\n";
}

std::string bash_script(const CommandOutline& program) {
  std::string values;
  std::string words;
  for (const CommandOutline* command : with_commands_below(program)) {
    for (const OptionOutline& option : command->options) values += bash_value(*command, option);
    words += bash_words(*command);
  }
  std::string script(bash_template);
  script = with_replaced(script, "<commands>", quoted_paths(program, " | "));
  script = with_replaced(script, "<values>", values);
  return with_replaced(script, "<words>", words);
}

// --- zsh ------------------------------------------------------------------------------------------------------------

constexpr std::string_view zsh_start = R"(#compdef roadlint
# Completion of roadlint for zsh, written by `roadlint completions zsh`.

# One of the words; behind `=` a file.
__roadlint_choice_with_path() {
  if compset -P '*='; then
    _files
  else
    compadd -- "$@"
  fi
}
)";

// The file is either loaded by compinit as the body of the function, or read with `source`.
constexpr std::string_view zsh_end = R"(
if [[ $funcstack[1] == _roadlint ]]; then
  _roadlint "$@"
else
  compdef _roadlint roadlint
fi
)";

/// The name of a command's function: `_roadlint_baseline_create`.
std::string zsh_function(const CommandOutline& command) { return "_" + with_replaced(command.path, " ", "_"); }

/// `PATH:_files`: what the value is called, and what is offered.
std::string zsh_value(const OptionOutline& option) {
  std::vector<std::string> choices;
  for (const std::string& choice : option.choices) choices.push_back(with_backslashes(choice, "\\ ():[]'\"$`*?;&|<>"));
  const std::string name = with_backslashes(option.value_name, "\\:") + ":";
  switch (option.kind) {
    case ValueKind::path:
      return name + "_files";
    case ValueKind::choice:
      return name + "(" + joined(choices, " ") + ")";
    case ValueKind::choice_with_path:
      // The blank in front keeps _arguments from adding words of its own.
      return name + " __roadlint_choice_with_path " + joined(choices, " ");
    case ValueKind::none:
    case ValueKind::text:
      return name + " ";
  }
  return name;
}

/// One line for each name of the option; one name on the command line takes the others off the offer.
std::string zsh_option(const OptionOutline& option) {
  std::string lines;
  const std::string others = option.is_repeatable ? "*" : "(" + joined(option.names, " ") + ")";
  const std::string description = "[" + with_backslashes(option.description, "\\[]:") + "]";
  for (const std::string& name : option.names) {
    // `=` allows the value in the same word and in the next.
    const bool is_long = name.starts_with("--");
    const std::string sign = option.kind == ValueKind::none ? "" : is_long ? "=" : "+";
    const std::string value = option.kind == ValueKind::none ? "" : ":" + zsh_value(option);
    lines += " \\\n    " + quoted(others + name + sign + description + value);
  }
  return lines;
}

std::string zsh_argument(const OptionOutline& argument) {
  const std::string_view start = argument.is_repeatable ? "*:" : argument.is_required ? ":" : "::";
  return " \\\n    " + quoted(std::string(start) + zsh_value(argument));
}

/// The end of a command that has commands below it: which one, and on to its function.
std::string zsh_commands(const CommandOutline& command) {
  std::string descriptions;
  std::string cases;
  for (const CommandOutline& below : command.commands) {
    descriptions += "\n    " + quoted(with_backslashes(below.name, "\\:") + ":" + below.description);
    cases += "        " + quoted(below.name) + ") " + zsh_function(below) + " ;;\n";
  }
  return " \\\n    '1: :->command' '*:: :->arguments'\n  commands=(" + descriptions +
         "\n  )\n  case $state in\n    command) _describe command commands ;;\n    arguments)\n      case $line[1] "
         "in\n" +
         cases + "      esac\n      ;;\n  esac\n";
}

std::string zsh_function_of(const CommandOutline& command) {
  std::string text = "\n" + zsh_function(command) + "() {\n";
  const bool has_commands = !command.commands.empty();
  if (has_commands) text += "  local context state state_descr line\n  typeset -A opt_args\n  local -a commands\n";
  text += has_commands ? "  _arguments -C -S" : "  _arguments -S";
  for (const OptionOutline& option : command.options) text += zsh_option(option);
  for (const OptionOutline& argument : command.arguments) text += zsh_argument(argument);
  text += has_commands ? zsh_commands(command) : "\n";
  return text + "}\n";
}

std::string zsh_script(const CommandOutline& program) {
  std::string script(zsh_start);
  for (const CommandOutline* command : with_commands_below(program)) script += zsh_function_of(*command);
  return script + std::string(zsh_end);
}

// --- fish -----------------------------------------------------------------------------------------------------------

// <commands> is replaced.
constexpr std::string_view fish_start = R"(# Completion of roadlint for fish, written by `roadlint completions fish`.

# The command whose options and arguments are typed: `roadlint check`.
function __roadlint_command
    set -l command roadlint
    for word in (commandline -opc)[2..-1]
        switch "$command $word"
            case <commands>
                set command "$command $word"
        end
    end
    echo $command
end

function __roadlint_is
    test (__roadlint_command) = "$argv"
end

complete -c roadlint -f
)";

std::string fish_quoted(const std::string& text) { return "'" + with_backslashes(text, "\\'") + "'"; }

/// `complete` for what follows the command, up to what is offered.
std::string fish_rule(const CommandOutline& command) {
  return "complete -c roadlint -n " + fish_quoted("__roadlint_is " + command.path);
}

std::string fish_described(const std::string& description) {
  return description.empty() ? "\n" : " -d " + fish_quoted(description) + "\n";
}

/// fish expands the list once more, hence two layers of quotes.
std::string fish_choices(const std::vector<std::string>& choices) {
  std::vector<std::string> words;
  for (const std::string& choice : choices) words.push_back(with_backslashes(choice, "\\ ()[]{}'\"$*?;&|<>~#"));
  return " -a " + fish_quoted(joined(words, " "));
}

std::string fish_value(const OptionOutline& option) {
  switch (option.kind) {
    case ValueKind::none:
      return "";
    case ValueKind::text:
      return " -x";
    case ValueKind::path:
      return " -r -F";
    case ValueKind::choice:
      return " -x" + fish_choices(option.choices);
    case ValueKind::choice_with_path:
      return " -r -F" + fish_choices(option.choices);
  }
  return "";
}

std::string fish_option(const CommandOutline& command, const OptionOutline& option) {
  std::string line = fish_rule(command);
  for (const std::string& name : option.names) {
    line += name.starts_with("--") ? " -l " + fish_quoted(name.substr(2)) : " -s " + fish_quoted(name.substr(1));
  }
  return line + fish_value(option) + fish_described(option.description);
}

std::string fish_arguments(const CommandOutline& command) {
  std::string lines;
  for (const CommandOutline& below : command.commands) {
    lines += fish_rule(command) + fish_choices({below.name}) + fish_described(below.description);
  }
  for (const OptionOutline& argument : command.arguments) {
    const bool is_choice = !argument.choices.empty();
    if (is_choice) lines += fish_rule(command) + fish_choices(argument.choices) + fish_described(argument.description);
  }
  if (takes_files(command)) lines += fish_rule(command) + " -F\n";
  return lines;
}

std::string fish_script(const CommandOutline& program) {
  std::string script = with_replaced(std::string(fish_start), "<commands>", quoted_paths(program, " "));
  for (const CommandOutline* command : with_commands_below(program)) {
    script += "\n" + fish_arguments(*command);
    for (const OptionOutline& option : command->options) script += fish_option(*command, option);
  }
  return script;
}

}  // namespace

std::string completion_script(const CLI::App& app, std::string_view shell) {
  const CommandOutline program = outline_of(app);
  if (shell == "bash") return bash_script(program);
  if (shell == "zsh") return zsh_script(program);
  if (shell == "fish") return fish_script(program);
  return "";
}

}  // namespace roadlint::cli
