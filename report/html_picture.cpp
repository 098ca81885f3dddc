// See html_picture.hpp.
#include "report/html_picture.hpp"

#include <charconv>

#include "report/plain_text.hpp"

namespace roadlint::report {

double length_of(const Number& number) {
  constexpr int places = 6;
  const std::string text = number.rounded_text(places);
  double length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

void begin_picture_text(HtmlWriter& out, double x, double y, std::string_view classes) {
  out.markup("<text").attribute("x", x).attribute("y", y).attribute("class", classes).markup(">");
}

void write_picture_text(HtmlWriter& out, double x, double y, std::string_view classes, std::string_view text,
                        std::size_t columns) {
  const std::string line = one_line(text);
  const std::string shown = shortened(line, columns);
  begin_picture_text(out, x, y, classes);
  if (shown != line) out.markup("<title>").text(line).markup("</title>");
  out.text(shown).markup("</text>\n");
}

void write_line(HtmlWriter& out, std::string_view classes, double x1, double y1, double x2, double y2) {
  out.markup("<line").attribute("class", classes).attribute("x1", x1).attribute("y1", y1).attribute("x2", x2);
  out.attribute("y2", y2).markup("/>\n");
}

}  // namespace roadlint::report
