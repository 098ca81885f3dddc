// The completion scripts of a small command line: what each shell is told, and that no text can break a script.
#include "cli/completion_scripts.hpp"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/command_outline.hpp"

namespace roadlint::cli {
namespace {

/// `roadlint check`, `roadlint baseline create` and an option that `--help` does not show.
struct SmallProgram {
  CLI::App app{"Checks roadmaps.", "roadlint"};
  std::vector<std::string> paths;
  std::vector<std::string> formats;
  std::string language;
  std::string date;
  std::string baseline;
  std::string secret;
  unsigned threads = 0;
  bool is_quiet = false;

  SmallProgram() {
    add_check();
    CLI::App& group = *app.add_subcommand("baseline", "Known findings");
    CLI::App& create = *group.add_subcommand("create", "Writes it");
    create.add_option("--baseline", baseline, "The \"known\" [ones]: it's `all` $HOME \\ of them")->type_name("FILE");
  }

  void add_check() {
    CLI::App& check = *app.add_subcommand("check", "The main job:\ncheck");
    check.add_option("PATH", paths, "Files")->required();
    check.add_option("--lang", language, "Language")->check(CLI::IsMember({"en", "de"}));
    check.add_option("--format", formats, "What to write")->type_name("FMT[=FILE]:{human,json}");
    check.add_option("--as-of", date, "Today")->type_name("DATE");
    check.add_option("--threads", threads, "How many")->check(CLI::Range(1, 8));
    check.add_option("--secret", secret, "Not for people")->group("");
    check.add_flag("-q,--quiet", is_quiet, "Less");
  }

  std::string script(std::string_view shell) const { return completion_script(app, shell); }
};

bool has_line(const std::string& script, const std::string& line) {
  return ("\n" + script).find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("bash is offered commands, options, choices and files", "[completion]") {
  const std::string script = SmallProgram().script("bash");
  CHECK(has_line(script,
                 "      'roadlint check' | 'roadlint baseline' | 'roadlint baseline create') command+=\" "
                 "${COMP_WORDS[index]}\" ;;"));
  CHECK(has_line(script, "    'roadlint check --lang') __roadlint_words 'en' 'de'; return ;;"));
  CHECK(has_line(script, "    'roadlint check --format') __roadlint_words 'human' 'json'; return ;;"));
  CHECK(has_line(script, "    'roadlint check human' | 'roadlint check json') __roadlint_files; return ;;"));
  CHECK(has_line(script, "    'roadlint check --as-of') return ;;"));
  CHECK(has_line(script, "    'roadlint baseline create --baseline') __roadlint_files; return ;;"));
  CHECK(has_line(script, "        __roadlint_words 'check' 'baseline'"));
  CHECK(script.find("'roadlint check --quiet'") == std::string::npos);  // a flag has no value
}

TEST_CASE("zsh is offered the descriptions as well", "[completion]") {
  const std::string script = SmallProgram().script("zsh");
  CHECK(script.starts_with("#compdef roadlint\n"));
  CHECK(has_line(script, "    'check:The main job: check'"));
  CHECK(has_line(script, "    '(--lang)--lang=[Language]:TEXT:(en de)' \\"));
  CHECK(has_line(script, "    '*--format=[What to write]:FMT[=FILE]: __roadlint_choice_with_path human json' \\"));
  CHECK(has_line(script, "    '(-q --quiet)-q[Less]' \\"));
  CHECK(has_line(script, "    '*:PATH:_files'"));
  CHECK(has_line(script, "_roadlint_baseline_create() {"));
}

TEST_CASE("fish is offered the descriptions as well", "[completion]") {
  const std::string script = SmallProgram().script("fish");
  CHECK(has_line(script, "            case 'roadlint check' 'roadlint baseline' 'roadlint baseline create'"));
  CHECK(has_line(script, "complete -c roadlint -n '__roadlint_is roadlint' -a 'check' -d 'The main job: check'"));
  CHECK(
      has_line(script, "complete -c roadlint -n '__roadlint_is roadlint check' -l 'lang' -x -a 'en de' -d 'Language'"));
  CHECK(has_line(script, "complete -c roadlint -n '__roadlint_is roadlint check' -s 'q' -l 'quiet' -d 'Less'"));
  CHECK(has_line(script, "complete -c roadlint -n '__roadlint_is roadlint check' -F"));
}

TEST_CASE("Quotes and backslashes of a description stay within the quotes of the shell", "[completion]") {
  const SmallProgram program;
  CHECK(
      has_line(program.script("zsh"),
               R"(    '(--baseline)--baseline=[The "known" \[ones\]\: it'\''s `all` $HOME \\ of them]:FILE:_files')"));
  CHECK(program.script("fish").find(R"( -d 'The "known" [ones]: it\'s `all` $HOME \\ of them')") != std::string::npos);
}

TEST_CASE("What --help does not show is not offered", "[completion]") {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    CHECK(SmallProgram().script(shell).find("secret") == std::string::npos);
  }
}

TEST_CASE("Other shells have no script", "[completion]") {
  CHECK(SmallProgram().script("csh").empty());
  CHECK(SmallProgram().script("").empty());
}

TEST_CASE("The outline says what a value is", "[completion]") {
  const SmallProgram program;
  const CommandOutline outline = outline_of(program.app);
  REQUIRE(outline.commands.size() == 2);
  const CommandOutline& check = outline.commands[0];
  CHECK(check.path == "roadlint check");
  REQUIRE(check.arguments.size() == 1);
  CHECK(check.arguments[0].kind == ValueKind::path);
  CHECK(check.arguments[0].is_required);
  CHECK(check.arguments[0].is_repeatable);
  std::vector<std::string> values;
  for (const OptionOutline& option : check.options) values.push_back(option.value_name);
  CHECK(values == std::vector<std::string>{"", "TEXT", "FMT[=FILE]", "DATE", "N", ""});  // --help first
  CHECK(with_commands_below(outline).size() == 4);
}

}  // namespace
}  // namespace roadlint::cli
