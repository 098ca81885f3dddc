// The catalogues: every sentence in every language, and written as that language is written.
#include "report/catalogue.hpp"

#include <bit>
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <type_traits>

#include "tests/unit/report/language_checks.hpp"

using namespace roadlint;
using namespace roadlint::report;

namespace {

// A catalogue is texts and nothing else, so it can be looked at as an array of them. A sentence added later is in it.
constexpr std::size_t sentence_count = sizeof(Catalogue) / sizeof(std::string_view);
static_assert(sizeof(Catalogue) == sentence_count * sizeof(std::string_view));
static_assert(std::is_trivially_copyable_v<Catalogue>);
using Sentences = std::array<std::string_view, sentence_count>;

Sentences sentences_in(std::string_view language) { return std::bit_cast<Sentences>(catalogue_in(language)); }

/// What both languages write alike.
const std::set<std::string_view> alike = {"Roadmap", "Text", "Organisation", ": "};

/// English words that mean two things, which German tells apart, or that change their form in German.
const std::set<std::string> ambiguous = {"baseline", "reference", "evidence", "matched no record"};

/// "{0}" and "{}", in any order.
std::multiset<std::string> places_in(std::string_view sentence) {
  std::multiset<std::string> places;
  for (std::size_t begin = sentence.find('{'); begin != std::string_view::npos; begin = sentence.find('{', begin + 1)) {
    places.emplace(sentence.substr(begin, sentence.find('}', begin) - begin));
  }
  return places;
}

/// German umlauts are small letters too.
std::string in_small_letters(std::string_view text) { return lower_case(text); }

}  // namespace

TEST_CASE("catalogues: every sentence is there in both languages", "[report]") {
  const Sentences english = sentences_in("en");
  const Sentences german = sentences_in("de");
  for (std::size_t index = 0; index < sentence_count; ++index) {
    INFO(index << ": '" << english[index] << "' '" << german[index] << "'");
    CHECK_FALSE(english[index].empty());
    CHECK_FALSE(german[index].empty());
    CHECK((english[index] != german[index] || alike.contains(english[index])));
    CHECK(places_in(english[index]) == places_in(german[index]));
  }
}

TEST_CASE("catalogues: no word of the other language, and signs as printers set them", "[report]") {
  for (const std::string_view language : {"en", "de"}) {
    for (const std::string_view sentence : sentences_in(language)) {
      // The button that leads to the other language is called by its name there.
      if (sentence == "Deutsch" || sentence == "English") continue;
      INFO(sentence);
      CHECK(foreign_word(sentence, language).empty());
      CHECK(typewriter_sign(sentence).empty());
    }
  }
}

TEST_CASE("catalogues: what is one word in English is one word in German", "[report]") {
  const Sentences english = sentences_in("en");
  const Sentences german = sentences_in("de");
  std::map<std::string, std::string> translations;
  for (std::size_t index = 0; index < sentence_count; ++index) {
    const std::string word = in_small_letters(english[index]);
    const std::string translation = in_small_letters(german[index]);
    // Both forms of a phrase may be one in English.
    const bool is_plural = index > 0 && english[index] == english[index - 1];
    if (ambiguous.contains(word) || is_plural) continue;
    INFO(word);
    CHECK(translations.emplace(word, translation).first->second == translation);
  }
}

TEST_CASE("catalogues: a language that is not known is English", "[report]") {
  CHECK(&catalogue_in("en") == &catalogue_in("fr"));
  CHECK(&catalogue_in("de") != &catalogue_in("en"));
  CHECK(words_in("de").language == "de");
}

TEST_CASE("catalogues: the checks see what they look for", "[report]") {
  CHECK(foreign_word("Der Befund is offen", "de") == "is");
  CHECK(foreign_word("Der Befund `is` offen {the}", "de").empty());
  CHECK(foreign_word("The finding für all", "en") == "für");
  CHECK(typewriter_sign("a \"word\"") == "\"");
  CHECK(typewriter_sign("`a \"word\"` and so on...") == "...");
  CHECK(typewriter_sign("`roadlint check --format json`").empty());
}
