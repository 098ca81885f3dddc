// The manual page of a small command line: its sections, and how texts get into roff.
#include "cli/manual_page.hpp"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace roadlint::cli {
namespace {

struct SmallProgram {
  CLI::App app{"Checks roadmaps.", "roadlint"};
  std::vector<std::string> paths;
  std::string language;
  std::string baseline;
  bool is_quiet = false;

  SmallProgram() {
    for (const char* name : {"check", "watch"}) {
      CLI::App& command = *app.add_subcommand(name, "The main job");
      command.add_option("PATH", paths, "Files of C:\\ or 'elsewhere'");
      command.add_option("--lang", language, "Language")->check(CLI::IsMember({"en", "de"}));
    }
    app.get_subcommand("check")->add_flag("-q,--quiet", is_quiet, ".hidden files – too?");
    CLI::App& group = *app.add_subcommand("baseline", "Known findings");
    group.add_subcommand("create", "Writes it")->add_option("--baseline", baseline, "Known")->type_name("FILE");
  }

  std::string page() const { return manual_page(app, "1.2.3"); }
};

bool has_text(const std::string& page, const std::string& lines) {
  return page.find("\n" + lines + "\n") != std::string::npos;
}

TEST_CASE("The page begins with its title and has all sections in their usual order", "[manual]") {
  const std::string page = SmallProgram().page();
  CHECK(page.starts_with(".TH ROADLINT 1 \"\" \"roadlint 1.2.3\" \"User Commands\"\n"));
  std::size_t at = 0;
  for (const char* name : {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "EXIT STATUS", "ENVIRONMENT",
                           "FILES", "EXAMPLES", "SEE ALSO"}) {
    at = page.find("\n.SH " + std::string(name) + "\n", at);
    INFO(name);
    REQUIRE(at != std::string::npos);
  }
}

TEST_CASE("Commands come from the program; a word that only others follow is none", "[manual]") {
  const std::string page = SmallProgram().page();
  CHECK(has_text(page, ".nf\n\\fBroadlint check\\fR [\\fIOPTION\\fR...] [\\fIPATH\\fR...]"));
  CHECK(has_text(page, "\\fBroadlint baseline create\\fR [\\fIOPTION\\fR...]"));
  CHECK(has_text(page, ".TP\n\\fBbaseline create\\fR\nWrites it."));
  CHECK(page.find("\\fBbaseline\\fR") == std::string::npos);
}

TEST_CASE("An option of several commands stands there once", "[manual]") {
  const std::string page = SmallProgram().page();
  CHECK(has_text(page, ".TP\n\\fB\\-\\-lang\\fR \\fBen\\fR|\\fBde\\fR\nLanguage.\nFor \\fBcheck\\fR, \\fBwatch\\fR."));
  CHECK(has_text(page, ".TP\n\\fB\\-\\-baseline\\fR \\fIFILE\\fR\nKnown.\nFor \\fBbaseline create\\fR."));
  CHECK(page.find("\\-\\-lang", page.find("\\-\\-lang") + 1) > page.find(".SH EXIT STATUS"));
}

TEST_CASE("Special characters of texts are escaped", "[manual]") {
  const std::string page = SmallProgram().page();
  CHECK(has_text(page, "[\\fIPATH\\fR...]: Files of C:\\e or \\(aqelsewhere\\(aq."));
  CHECK(has_text(page, "\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\n\\&.hidden files \\[u2013] too?\nFor \\fBcheck\\fR."));
}

}  // namespace
}  // namespace roadlint::cli
