// Every command with its options and their help, for CLI11. What the words mean is decided in options.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace roadlint::cli {

/// The words of the command line before they are understood.
struct Words {
  std::vector<std::string> formats;
  std::string fail_on = "error";
  std::string as_of;
  std::vector<std::string> parameters;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string waiver_notice;
  std::string answer_by;
  std::string color = "auto";
  std::string stage = "ast";
  std::string dump_file;
  std::string old_path;
  std::string new_path;
  unsigned threads = 0;  // as many as there are processors
};

inline constexpr const char* application_description =
    "Checks technology roadmaps against rules and says, with file, line and column,\n"
    "what is missing, contradictory or counted twice.";

/// Adds all commands. Only the one that the first word names gets its options; behind an option it may be any, and all
/// get theirs. Both values are filled when the application parses.
void set_up(CLI::App& app, std::string_view first_word, Options& options, Words& words);

/// The formats of a command, the standard one first. Only findings have all of them.
[[nodiscard]] std::vector<std::string> format_names(Command command);

}  // namespace roadlint::cli
