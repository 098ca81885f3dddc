// Matching with one remembered `*`: on a mismatch the last star takes one character more.
#include "base/glob.hpp"

namespace roadlint {

bool matches_glob(std::string_view text, std::string_view pattern) {
  std::size_t at_text = 0;
  std::size_t at_pattern = 0;
  std::size_t star = std::string_view::npos;
  std::size_t after_star = 0;
  while (at_text < text.size()) {
    const bool is_star = at_pattern < pattern.size() && pattern[at_pattern] == '*';
    const bool fits =
        at_pattern < pattern.size() && (pattern[at_pattern] == '?' || pattern[at_pattern] == text[at_text]);
    if (is_star) {
      star = at_pattern++;
      after_star = at_text;
    } else if (fits) {
      ++at_pattern;
      ++at_text;
    } else if (star != std::string_view::npos) {
      at_pattern = star + 1;
      at_text = ++after_star;
    } else {
      return false;
    }
  }
  while (at_pattern < pattern.size() && pattern[at_pattern] == '*') ++at_pattern;
  return at_pattern == pattern.size();
}

}  // namespace roadlint
