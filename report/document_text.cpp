// See document_text.hpp.
#include "report/document_text.hpp"

#include "base/utf8.hpp"

namespace roadlint::report {
namespace {

bool is_digit(char character) { return character >= '0' && character <= '9'; }

/// "2026-06-29"
bool is_day(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() != shape.size()) return false;
  for (std::size_t at = 0; at < shape.size(); ++at) {
    if (shape[at] == 'd' ? !is_digit(text[at]) : text[at] != '-') return false;
  }
  return true;
}

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

}  // namespace

std::string shown_date(std::string_view day, std::string_view language) {
  if (language != "de" || !is_day(day)) return std::string(day);
  return std::string(day.substr(8, 2)) + "." + std::string(day.substr(5, 2)) + "." + std::string(day.substr(0, 4));
}

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
    const std::size_t end = text.find(' ');
    if (end != 0) wrapper.add_word(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return wrapper.take();
}

}  // namespace roadlint::report
