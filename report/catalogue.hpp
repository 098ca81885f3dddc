// Every sentence of the reports: one catalogue a language, each in a file of its own (catalogue_en.cpp, ...). What
// rules and data say comes from elsewhere. A sentence that a language lacks is a warning of the compiler, and fails the
// test of the catalogues.
#pragma once

#include <string_view>

#include "report/html_words.hpp"
#include "report/list_words.hpp"
#include "report/proposal_words.hpp"
#include "report/words.hpp"

namespace roadlint::report {

/// Texts and nothing else, so that the test can go through all of them.
struct Catalogue {
  Words words;
  ListWords lists;
  HtmlWords html;
  ProposalWords proposals;
};

extern const Catalogue english_catalogue;
extern const Catalogue german_catalogue;

/// The catalogue of a language ("en", "de"); English for any other.
[[nodiscard]] const Catalogue& catalogue_in(std::string_view language);

}  // namespace roadlint::report
