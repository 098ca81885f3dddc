// What the tests of the catalogues ask of a text.
#pragma once

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "base/letters.hpp"

namespace roadlint::report {

/// The words of a text in small letters, without what stands in back-ticks and braces.
inline std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  char closing = '\0';
  for (const char character : std::string(text) + " ") {
    const bool is_letter = static_cast<unsigned char>(character) >= 0x80 || std::isalpha(character) != 0;
    if (closing != '\0') {
      if (character == closing) closing = '\0';
    } else if (character == '`' || character == '{') {
      closing = character == '`' ? '`' : '}';
    } else if (is_letter) {
      word += character;
      continue;
    }
    if (!word.empty()) words.push_back(lower_case(word));
    word.clear();
  }
  return words;
}

/// Words without which nobody writes a sentence, and that the other language does not have.
inline constexpr auto words_only_english = std::to_array<std::string_view>(
    {"the",  "of",    "is",   "are",  "and",   "or",    "not",  "no",   "which", "with", "by",    "for",
     "from", "has",   "have", "been", "be",    "it",    "its",  "that", "this",  "to",   "as",    "on",
     "at",   "there", "when", "them", "those", "their", "were", "than", "would", "says", "cannot"});
inline constexpr auto words_only_german = std::to_array<std::string_view>(
    {"der",    "die",   "das",  "des",   "dem",  "den", "ein",  "eine",  "einen", "einer", "einem", "eines", "ist",
     "sind",   "und",   "oder", "nicht", "mit",  "von", "für",  "auf",   "bei",   "zum",   "zur",   "zu",    "wird",
     "werden", "wurde", "kein", "keine", "nach", "aus", "über", "durch", "bis",   "im",    "vom",   "dass",  "es"});

/// The first word that belongs to the other language; empty when there is none.
inline std::string foreign_word(std::string_view text, std::string_view language) {
  const auto is_foreign = [&](const std::string& word) {
    return language == "de" ? std::ranges::find(words_only_english, word) != words_only_english.end()
                            : std::ranges::find(words_only_german, word) != words_only_german.end();
  };
  const std::vector<std::string> words = words_of(text);
  const auto found = std::ranges::find_if(words, is_foreign);
  return found == words.end() ? std::string() : *found;
}

/// Signs of a typewriter where a printer has others: straight quotes, three dots, a hyphen for a dash.
inline std::string typewriter_sign(std::string_view text) {
  for (const std::string_view sign : {"\"", "'", "...", " - "}) {
    std::string_view rest = text;
    // Code in back-ticks stays as a program reads it.
    for (std::size_t begin = 0; begin != std::string_view::npos;) {
      begin = rest.find('`');
      if (rest.substr(0, begin).find(sign) != std::string_view::npos) return std::string(sign);
      if (begin == std::string_view::npos) break;
      const std::size_t end = rest.find('`', begin + 1);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return {};
}

}  // namespace roadlint::report
