// Patterns and word lists: what they find, where, and what they refuse.
#include "values/text_pattern.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using roadlint::TextMatch;
using roadlint::TextPattern;

namespace {

/// The matched part of the text, or "nothing".
std::string found(const TextPattern::Result& result, std::string_view text) {
  REQUIRE(result.pattern.has_value());
  const std::optional<TextMatch> match = result.pattern->find(text);
  return match ? std::string(text.substr(match->offset, match->length)) : "nothing";
}

std::string found_word(const std::vector<std::string>& words, std::string_view text) {
  return found(TextPattern::compile_words(words), text);
}

std::string refusal(std::string_view expression) {
  const TextPattern::Result result = TextPattern::compile(expression);
  CHECK_FALSE(result.pattern.has_value());
  return result.failure.reason + "|" + result.failure.offending;
}

}  // namespace

TEST_CASE("a pattern finds the first match and its place in bytes") {
  const TextPattern::Result result = TextPattern::compile("[0-9]+");
  REQUIRE(result.pattern.has_value());
  const std::optional<TextMatch> match = result.pattern->find("für 2028 und 2030");
  REQUIRE(match.has_value());
  CHECK(match->offset == 5);
  CHECK(match->length == 4);
  CHECK_FALSE(result.pattern->find("ohne Zahl").has_value());
  CHECK_FALSE(result.pattern->find("").has_value());
}

TEST_CASE("patterns ignore case, for umlauts too") {
  CHECK(found(TextPattern::compile("führend"), "WELTWEIT FÜHREND") == "FÜHREND");
  CHECK(found(TextPattern::compile("ÖPNV"), "der öpnv") == "öpnv");
  CHECK(found(TextPattern::compile("^ki"), "KI-Strategie") == "KI");
  CHECK(found(TextPattern::compile("sp.rbar"), "spürbar") == "spürbar");
}

TEST_CASE("copies of a pattern find the same") {
  const TextPattern original = TextPattern::compile("b+").pattern.value();
  const TextPattern copy = original;  // NOLINT: the copy is what is tested
  CHECK(copy.find("abbc").value().offset == 1);
  CHECK(original.find("abbc").value().length == 2);
}

TEST_CASE("a pattern never compiled finds nothing") { CHECK_FALSE(TextPattern().find("text").has_value()); }

TEST_CASE("an invalid pattern is refused with its reason and part") {
  CHECK(refusal("(a") == "missing closing )|(a");
  CHECK(refusal("a)") == "closing ) without an opening (|a)");
  CHECK(refusal("[a") == "missing closing ]|[a");
  CHECK(refusal("*a") == "nothing to repeat|*");
  CHECK(refusal("a**") == "two repetitions in a row|**");
  CHECK(refusal("[z-a]") == "unknown or reversed range of characters|z-a");
  CHECK(refusal("[[:nope:]]") == "unknown or reversed range of characters|[:nope:]");
  CHECK(refusal("a\\") == "backslash at the end|");
  CHECK(refusal("\\q") == "unknown escape|\\q");
  CHECK(refusal("(?=a)") == "unknown kind of group|(?=");
  CHECK(refusal("(?P<a-b>a)").starts_with("bad group name|"));
  CHECK(refusal("\xFF").starts_with("not valid UTF-8|"));
}

TEST_CASE("a pattern that would explode is refused") {
  CHECK(refusal("((a{100}){100}){100}").starts_with("too large"));
  CHECK(refusal("a{100000}").starts_with("too large"));
  CHECK(refusal("(\\pL{500}\\pN{500}){2}").starts_with("too large"));
  CHECK(refusal(std::string(2'000'000, 'a')) == "too large|");
  CHECK(refusal(std::string(100'000, '(') + std::string(100'000, ')')) != "|");
}

TEST_CASE("a search takes no exponential time") {
  CHECK(found(TextPattern::compile("(a*)*b"), std::string(200'000, 'a')) == "nothing");
  CHECK(found(TextPattern::compile("(a|aa)+$"), std::string(200'000, 'a') + "c") == "nothing");
}

TEST_CASE("words are found whole") {
  CHECK(found_word({"mehr"}, "mehrere Projekte") == "nothing");
  CHECK(found_word({"mehr"}, "viel mehr Projekte") == "mehr");
  CHECK(found_word({"mehr"}, "mehrere und noch mehr") == "mehr");
  CHECK(found_word({"mehr"}, "Vermehrung") == "nothing");
  CHECK(found_word({"mehr"}, "Mehr") == "Mehr");
  CHECK(found_word({"führend"}, "weltweit führend") == "führend");
  CHECK(found_word({"führend"}, "weltweit führende") == "nothing");
  CHECK(found_word({"fähig"}, "zukunftsfähig") == "nothing");
  CHECK(found_word({"gr"}, "grün") == "nothing");
  CHECK(found_word({"KI"}, "KI-Anwendung") == "KI");
  CHECK(found_word({"KI"}, "KI4") == "nothing");
}

TEST_CASE("a word's place is its own, without its surroundings") {
  const TextPattern pattern = TextPattern::compile_words({"führend"}).pattern.value();
  const TextMatch match = pattern.find("über („führend“) hinaus").value();
  CHECK(match.offset == 10);
  CHECK(match.length == 8);
  CHECK(pattern.find("führend").value().offset == 0);
}

TEST_CASE("a star stands for any ending") {
  CHECK(found_word({"substanziell*"}, "Substanziell gesteigerte Mittel") == "Substanziell");
  CHECK(found_word({"substanziell*"}, "mit SUBSTANZIELLEN Mitteln") == "SUBSTANZIELLEN");
  CHECK(found_word({"substanziell*"}, "unsubstanziell") == "nothing");
  CHECK(found_word({"führ*"}, "die Führungsgröße.") == "Führungsgröße");
  CHECK(found_word({"deutlich", "signifikant*"}, "ein signifikanter, deutlicher Anstieg") == "signifikanter");
}

TEST_CASE("an umlaut written with a combining mark belongs to its word") {
  CHECK(found_word({"f"}, "fu\u0308r") == "nothing");
  CHECK(found_word({"fu"}, "fu\u0308r") == "nothing");
  CHECK(found_word({"f*"}, "fu\u0308r alle") == "fu\u0308r");
}

TEST_CASE("the first place counts, and there the longest words") {
  CHECK(found_word({"mehr", "mehr Geld"}, "für mehr Geld sorgen") == "mehr Geld");
  CHECK(found_word({"sorgen", "mehr"}, "für mehr Geld sorgen") == "mehr");
}

TEST_CASE("a blank in a phrase stands for any run of blanks") {
  CHECK(found_word({"so bald wie"}, "so\u00A0bald \n wie möglich") == "so\u00A0bald \n wie");
  CHECK(found_word({" mehr "}, "mehr") == "mehr");
}

TEST_CASE("characters of a word have no meaning as a pattern") {
  CHECK(found_word({"z.B."}, "zxBx") == "nothing");
  CHECK(found_word({"z.B."}, "etwa z.B. dies") == "z.B.");
  CHECK(found_word({"a|b"}, "a") == "nothing");
  CHECK(found_word({"(x)"}, "f (x) g") == "(x)");
  CHECK(found_word({"50 %"}, "über 50 % mehr") == "50 %");
}

TEST_CASE("an empty list finds nothing") {
  CHECK(found_word({}, "text") == "nothing");
  CHECK(found_word({}, "") == "nothing");
}

TEST_CASE("lists of any length that is accepted find their last word") {
  // Characters with the most forms, and blanks, need the most room in a compiled list.
  for (const std::string word : {"\u0345", "k", "a b"}) {
    for (std::size_t count = 1; count <= 700; count += count < 150 ? 9 : 90) {
      std::vector<std::string> words;
      for (std::size_t index = 0; index < count; ++index) words.push_back(std::to_string(index) + "x" + word);
      const TextPattern::Result result = TextPattern::compile_words(words);
      INFO(word << " " << count);
      if (result.pattern) REQUIRE(found(result, "; " + words.back() + ";") == words.back());
    }
  }
}

TEST_CASE("empty words and lists beyond the bound are refused") {
  CHECK(TextPattern::compile_words({"mehr", " "}).failure.reason == "a word is empty");
  CHECK(TextPattern::compile_words({"*"}).failure.reason == "a word is empty");
  CHECK(TextPattern::compile_words({"a\xFF"}).failure.reason == "not valid UTF-8");
  CHECK_FALSE(TextPattern::compile_words({"a\xFF"}).pattern.has_value());
  const TextPattern::Result large = TextPattern::compile_words(std::vector<std::string>(200'000, "wortliste"));
  CHECK_FALSE(large.pattern.has_value());
  CHECK(large.failure.reason == "too many words");
}

TEST_CASE("a list of hundreds of words fits") {
  std::vector<std::string> words;
  for (int index = 0; index < 500; ++index) words.push_back("wort" + std::to_string(index) + "*");
  CHECK(found_word(words, "das wort499en") == "wort499en");
  CHECK(found_word(words, "das wortlose") == "nothing");
}
