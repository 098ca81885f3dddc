// See markdown_text.hpp.
#include "report/markdown_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

/// Longer cells stand out of their column; else a single one would make every line as long.
constexpr std::size_t most_padded_columns = 60;
constexpr std::string_view zero_width_space = "\u200B";

bool is_one_of(char character, std::string_view characters) {
  return characters.find(character) != std::string_view::npos;
}

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// Of any alphabet.
bool is_letter_or_digit(char character) {
  const bool is_letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
  return is_letter || is_digit(character) || static_cast<unsigned char>(character) >= 0x80;
}

/// Signs with which GitHub and GitLab begin the name of a person, issue, request, label and so on.
bool begins_reference(std::string_view text, std::size_t at) {
  if (!is_one_of(text[at], "@#!~%&$^") || at + 1 == text.size()) return false;
  return is_letter_or_digit(text[at + 1]) || is_one_of(text[at + 1], "_\"*");
}

/// Headings and lists, which begin with a text: "# x", "- x", "1. x".
bool begins_block(std::string_view text, std::size_t at) {
  if (at == 0) return is_one_of(text[at], "#+-=");
  const bool ends_word = at + 1 == text.size() || text[at + 1] == ' ';
  return is_one_of(text[at], ".)") && ends_word && text.find_first_not_of("0123456789") == at;
}

/// A line below a word is markup at the word's edge only; file names are full of them.
bool is_markup(std::string_view text, std::size_t at) {
  if (text[at] != '_') return is_one_of(text[at], "\\`*~[]<>|&") || begins_block(text, at);
  return at == 0 || at + 1 == text.size() || !is_letter_or_digit(text[at - 1]) || !is_letter_or_digit(text[at + 1]);
}

std::string padded(const std::string& cell, std::size_t width, bool is_number) {
  const std::size_t used = utf8::display_width(cell);
  const std::string padding(used < width ? width - used : 0, ' ');
  return is_number ? padding + cell : cell + padding;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  std::string result;
  for (const char character : text) {
    if (is_one_of(character, "\\`*_~{}[]<>|&#!$\"")) {
      result += "&#" + std::to_string(static_cast<unsigned char>(character)) + ";";
    } else {
      result += character;
    }
  }
  return result;
}

std::string markdown_comment_text(std::string_view text) {
  // An entity would not do: names are looked for in the text that a reader sees.
  std::string apart;
  for (std::size_t at = 0; at < text.size(); ++at) {
    apart += text[at];
    if (begins_reference(text, at)) apart += zero_width_space;
  }
  return markdown_text(apart);
}

std::string readable_markdown(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_markup(text, at)) result += '\\';
    result += text[at];
  }
  return result;
}

std::string markdown_table(const std::vector<std::vector<std::string>>& rows, std::size_t first_number) {
  constexpr std::size_t least_columns = 3;
  std::vector<std::size_t> widths(rows.front().size(), least_columns);
  for (const std::vector<std::string>& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::size_t width = std::min(utf8::display_width(row[column]), most_padded_columns);
      widths[column] = std::max(widths[column], width);
    }
  }
  std::string result;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    for (std::size_t column = 0; column < rows[index].size(); ++column) {
      result += "| " + padded(rows[index][column], widths[column], column >= first_number) + " ";
    }
    result += "|\n";
    if (index > 0) continue;
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const bool is_number = column >= first_number;
      result += "|" + std::string(widths[column] + (is_number ? 1 : 2), '-') + (is_number ? ":" : "");
    }
    result += "|\n";
  }
  return result;
}

}  // namespace roadlint::report
