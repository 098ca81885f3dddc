// See words.hpp.
#include "report/words.hpp"

#include <fmt/format.h>

#include "report/plain_text.hpp"
#include "values/amounts.hpp"

namespace roadlint::report {

std::string count_text(std::size_t count, std::string_view language) {
  return number_text(Number(static_cast<std::int64_t>(count)), language);
}

std::string Phrase::with(std::size_t number, std::string_view language) const {
  return fmt::format(fmt::runtime(number == 1 ? one : several), count_text(number, language));
}

std::string_view severity_word(const Words& words, Severity severity) {
  switch (severity) {
    case Severity::note:
      return words.note;
    case Severity::warning:
      return words.warning;
    case Severity::error:
      return words.error;
  }
  return words.error;
}

std::string basis_text(const Basis& basis, const Words& words) {
  const std::string text = one_line(basis.text());
  return basis.is_unread ? text + " (" + std::string(words.unread) + ")" : text;
}

}  // namespace roadlint::report
