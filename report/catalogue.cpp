// Which catalogue a language has: see catalogue.hpp, and words.hpp, list_words.hpp, html_words.hpp and
// proposal_words.hpp for its parts.
#include "report/catalogue.hpp"

namespace roadlint::report {

const Catalogue& catalogue_in(std::string_view language) {
  return language == "de" ? german_catalogue : english_catalogue;
}

const Words& words_in(std::string_view language) { return catalogue_in(language).words; }
const ListWords& list_words_in(std::string_view language) { return catalogue_in(language).lists; }
const HtmlWords& html_words_in(std::string_view language) { return catalogue_in(language).html; }
const ProposalWords& proposal_words_in(std::string_view language) { return catalogue_in(language).proposals; }

}  // namespace roadlint::report
