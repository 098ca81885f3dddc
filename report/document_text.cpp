// See document_text.hpp.
#include "report/document_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

class LineWrapper {
 public:
  LineWrapper(std::string_view first, std::size_t columns)
      : text_(first), indent_(utf8::display_width(first)), columns_(columns), used_(indent_) {}

  void add_word(std::string_view word) {
    const std::size_t width = utf8::display_width(word);
    if (width <= columns_ - indent_) {
      append(word, width);
    } else {
      add_in_pieces(word);
    }
  }
  [[nodiscard]] std::string take() { return std::move(text_) + "\n"; }

 private:
  void append(std::string_view word, std::size_t width) {
    const bool is_first = used_ == indent_;
    if (!is_first && used_ + 1 + width > columns_) {
      text_ += "\n" + std::string(indent_, ' ');
      used_ = indent_;
    } else if (!is_first) {
      text_ += ' ';
      ++used_;
    }
    text_ += word;
    used_ += width;
  }

  void add_in_pieces(std::string_view word) {
    std::size_t begin = 0;
    std::size_t piece_width = 0;
    for (std::size_t offset = 0; offset < word.size();) {
      const std::size_t start = offset;
      static_cast<void>(utf8::next_code_point(word, offset));
      const std::size_t width = utf8::display_width(word.substr(start, offset - start));
      if (piece_width + width > columns_ - indent_) {
        append(word.substr(begin, start - begin), piece_width);
        begin = start;
        piece_width = 0;
      }
      piece_width += width;
    }
    append(word.substr(begin), piece_width);
  }

  std::string text_;
  std::size_t indent_;
  std::size_t columns_;
  std::size_t used_;
};

/// "12", "1.200", "2,5"
bool is_number(std::string_view word) {
  const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
  const auto is_of_number = [&](char character) { return is_digit(character) || character == '.' || character == ','; };
  return !word.empty() && is_digit(word.back()) && std::ranges::all_of(word, is_of_number);
}

/// A number and what it is a number of stay together: "1.200 EUR".
std::size_t end_of_word(std::string_view text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  if (end == text.size() || !is_number(text.substr(0, end))) return end;
  return std::min(text.find(' ', end + 1), text.size());
}

}  // namespace

std::string capitalized(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result.front() >= 'a' && result.front() <= 'z') {
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  }
  return result;
}

std::string wrapped(std::string_view first, std::string_view text, std::size_t columns) {
  LineWrapper wrapper(first, columns);
  while (!text.empty()) {
    const std::size_t end = end_of_word(text);
    if (end != 0) wrapper.add_word(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return wrapper.take();
}

}  // namespace roadlint::report
