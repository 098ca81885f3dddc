// See html_words.hpp.
#include "report/html_words.hpp"

namespace roadlint::report {

std::string counted(HtmlPhrase phrase, std::size_t number, std::string_view language) {
  return (html_words_in(language).*phrase).with(number, language);
}

HtmlSentence severity_sentence(Severity severity) {
  if (severity == Severity::error) return &HtmlWords::error;
  return severity == Severity::warning ? &HtmlWords::warning : &HtmlWords::note;
}

}  // namespace roadlint::report
