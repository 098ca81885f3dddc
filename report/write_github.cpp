// Workflow commands of GitHub, which its runner turns into annotations beside the lines of a change. See report.hpp.
#include <algorithm>
#include <array>
#include <string_view>

#include "report/list_entries.hpp"
#include "report/plain_text.hpp"
#include "report/relative_location.hpp"
#include "report/report.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// Annotations of one level that a step may make; the runner drops further ones without a word.
constexpr std::size_t most_of_a_level = 10;
/// The runner cuts messages off at 4096 characters without a mark.
constexpr std::size_t message_columns = 4000;
constexpr std::size_t title_columns = 200;

struct Level {
  std::size_t count = 0;
  std::size_t shown = 0;
};
/// One for each severity.
using Levels = std::array<Level, 3>;

Level& level_of(Levels& levels, Severity severity) { return levels.at(static_cast<std::size_t>(severity)); }

Levels count_levels(const std::vector<ListEntry>& entries) {
  Levels levels;
  for (const ListEntry& entry : entries) ++level_of(levels, entry.severity).count;
  for (Level& level : levels) level.shown = std::min(level.count, most_of_a_level);
  // What says that some are not shown is a note itself.
  const bool is_all_shown =
      std::all_of(levels.begin(), levels.end(), [](const Level& level) { return level.shown == level.count; });
  Level& notes = level_of(levels, Severity::note);
  if (!is_all_shown) notes.shown = std::min(notes.shown, most_of_a_level - 1);
  return levels;
}

/// Characters that would end a parameter or the command become %0A and the like. Without line breaks no text can begin
/// a command, and without colons no parameter can end one.
std::string escaped(std::string_view text, std::string_view characters) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char character : text) {
    if (characters.find(character) == std::string_view::npos) {
      result += character;
      continue;
    }
    const auto code = static_cast<unsigned char>(character);
    result += '%';
    result += digits[code >> 4U];
    result += digits[code & 0xFU];
  }
  return result;
}

std::string escaped_message(std::string_view text) { return escaped(text, "%\r\n"); }
std::string escaped_parameter(std::string_view text) { return escaped(text, "%\r\n:,"); }

std::string_view command_name(Severity severity) {
  return severity == Severity::note ? "notice" : severity_name(severity);
}

std::string number_parameter(std::string_view name, std::uint32_t number) {
  return std::string(name) + "=" + std::to_string(number) + ",";
}

/// "file=roadmaps/ki.yaml,line=7,endLine=7,col=9,endColumn=19,"
std::string place_parameters(const Report& report, const Span& span) {
  if (!span.is_known()) return {};
  const Location location = relative_location(report, span);
  std::string result = "file=" + escaped_parameter(one_line(location.file)) + ",";
  result += number_parameter("line", location.line) + number_parameter("endLine", location.end_line);
  // GitHub refuses columns of places with several lines.
  if (location.line != location.end_line) return result;
  return result + number_parameter("col", location.column) + number_parameter("endColumn", location.end_column);
}

std::string title_of(const ListEntry& entry) {
  const std::string subject = one_line(entry.subject);
  return shortened(one_line(entry.code) + (subject.empty() ? "" : " ") + subject, title_columns);
}

std::string command_of(const Report& report, const ListEntry& entry, std::string_view language) {
  return "::" + std::string(command_name(entry.severity)) + " " + place_parameters(report, review_place(entry)) +
         "title=" + escaped_parameter(title_of(entry)) +
         "::" + escaped_message(shortened(message_and_help(entry, language), message_columns)) + "\n";
}

/// "12 errors, 1 note", of those with a number.
std::string phrase_hidden(Levels levels, const Words& words) {
  std::string list;
  const auto append = [&](Severity severity, const Phrase& phrase) {
    const Level& level = level_of(levels, severity);
    if (level.count > level.shown)
      list += (list.empty() ? "" : ", ") + phrase.with(level.count - level.shown, words.language);
  };
  append(Severity::error, words.errors);
  append(Severity::warning, words.warnings);
  append(Severity::note, words.notes);
  return list;
}

}  // namespace

std::string write_github(const Report& report, const ReportOptions& options) {
  std::vector<ListEntry> entries = list_entries(report, options.language);
  sort_by_severity(entries);
  const Levels levels = count_levels(entries);
  Levels left = levels;
  std::string result;
  for (const ListEntry& entry : entries) {
    Level& level = level_of(left, entry.severity);
    if (level.shown == 0) continue;
    --level.shown;
    result += command_of(report, entry, options.language);
  }
  const Words& words = words_in(options.language);
  const std::string hidden = phrase_hidden(levels, words);
  return hidden.empty() ? result : result + "::notice::" + hidden + " " + std::string(words.not_shown) + "\n";
}

}  // namespace roadlint::report
