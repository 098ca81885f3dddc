// Word lists, beyond what text_pattern_test.cpp shows of them: phrases, stems and letters with unlike lengths.
#include "values/word_list.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>

using roadlint::TextMatch;
using roadlint::WordList;

namespace {

WordList list_of(std::string_view word, bool is_stem) {
  WordList list;
  list.add(word, is_stem);
  return list;
}

/// The matched part of the text, or "nothing".
std::string found(const WordList& list, std::string_view text) {
  const auto match = list.find(text);
  return match ? std::string(text.substr(match->offset, match->length)) : "nothing";
}

std::string found_phrase(std::string_view phrase, std::string_view text) { return found(list_of(phrase, false), text); }
std::string found_stem(std::string_view stem, std::string_view text) { return found(list_of(stem, true), text); }

}  // namespace

TEST_CASE("several blanks of a phrase stand for one or many") {
  CHECK(found_phrase("mehr  als", "mehr als genug") == "mehr als");
  CHECK(found_phrase("mehr \t als", "mehr\nals genug") == "mehr\nals");
  CHECK(found_phrase("mehr\u00A0als", "mehr   als genug") == "mehr   als");
  CHECK(found_phrase("nicht  mehr  als", "nicht mehr \u00A0 als fünf") == "nicht mehr \u00A0 als");
}

TEST_CASE("the words of a phrase stand one behind the other") {
  CHECK(found_phrase("mehr als", "mehr, als genug") == "nothing");
  CHECK(found_phrase("mehr als", "mehrals") == "nothing");
  CHECK(found_phrase("mehr als", "mehr Geld als genug") == "nothing");
  CHECK(found_phrase("mehr als", "mehr alsbald") == "nothing");
  CHECK(found_phrase("mehr als", "mehr") == "nothing");
  CHECK(found_phrase("mehr als", "immer mehr mehr als genug") == "mehr als");
}

TEST_CASE("a stem at the end of a phrase takes any ending") {
  CHECK(found_stem("so bald wie mög", "So bald  wie möglich bauen") == "So bald  wie möglich");
  CHECK(found_stem("so bald wie mög", "so bald wie mög") == "so bald wie mög");
  CHECK(found_stem("so bald wie mög", "so bald wie nötig") == "nothing");
  CHECK(found_stem("so bald wie mög", "also bald wie möglich") == "nothing");
  CHECK(found_stem("bis 20", "bis 2030") == "bis 2030");
}

TEST_CASE("capital letters with marks are found by small ones, and the other way round") {
  CHECK(found_phrase("über", "ÜBER ALLES") == "ÜBER");
  CHECK(found_phrase("ÜBER", "weit über") == "über");
  CHECK(found_stem("ÖKO", "für ökologische Ziele") == "ökologische");
  CHECK(found_stem("größ", "GRÖßERE") == "GRÖßERE");
  CHECK(found_phrase("œuvre", "ŒUVRE") == "ŒUVRE");
  CHECK(found_phrase("žena", "ŽENA") == "ŽENA");
}

TEST_CASE("the capital sharp s is a sharp s, and takes a byte more") {
  const WordList list = list_of("größe", false);
  const auto match = list.find("Die GRÖẞE zählt");
  REQUIRE(match.has_value());
  CHECK(match->offset == 4);
  CHECK(match->length == std::string_view("GRÖẞE").size());
  CHECK(found_phrase("GRÖẞE", "größe") == "größe");
  CHECK(found_phrase("größe", "GROESSE, GRÖSSE") == "nothing");
  CHECK(found_stem("straẞ", "Straßen") == "Straßen");
}

TEST_CASE("places are counted in bytes") {
  const WordList list = list_of("spürbar", true);
  const std::string_view text = "für die Wärme – spürbare Senkung";
  const auto match = list.find(text);
  REQUIRE(match.has_value());
  CHECK(match->offset == text.find("spürbare"));
  CHECK(match->length == std::string_view("spürbare").size());
}

TEST_CASE("of a stem, a word and a phrase at one place the longest counts") {
  WordList list;
  list.add("mehr", false);
  list.add("mehr", true);
  list.add("mehr als", false);
  list.add("mehr a", true);
  CHECK(found(list, "mehr als genug") == "mehr als");
  CHECK(found(list, "mehr Geld") == "mehr");
  CHECK(found(list, "mehrere Alben") == "mehrere");
  CHECK(found(list, "mehr Autos") == "mehr Autos");
}

TEST_CASE("an entry may begin and end with signs, and no word may touch it") {
  CHECK(found_phrase("> 50 %", "anteil > 50 %, dann") == "> 50 %");
  CHECK(found_phrase("(neu)", "Werk(neu)") == "nothing");
  CHECK(found_phrase("(neu)", "Werk (neu)") == "(neu)");
}

TEST_CASE("nothing is found in no text, and nothing by no words") {
  CHECK(found(WordList(), "mehr") == "nothing");
  CHECK(found_phrase("mehr", "") == "nothing");
  CHECK(found_phrase("mehr", " \u00A0\n") == "nothing");
}
