// What the pictures of the HTML report have in common: their frame, their texts, and numbers as lengths.
#pragma once

#include <string>
#include <string_view>

#include "report/html_writer.hpp"
#include "values/number.hpp"

namespace roadlint::report {

/// A number as a length: near enough for a picture.
[[nodiscard]] double length_of(const Number& number);

/// `<svg>` of a size, with its name and its description for those who do not see it; `</svg>` is up to the caller.
template <TextByLanguage Name, TextByLanguage Description>
void begin_picture(HtmlWriter& out, double width, double height, const Name& name, const Description& description) {
  out.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"").attribute("width", width);
  out.attribute("height", height);
  out.markup(" viewBox=\"0 0 ").text(std::to_string(static_cast<int>(width))).markup(" ");
  out.text(std::to_string(static_cast<int>(height))).markup("\">\n");
  out.described("title", name).described("desc", description).markup("\n");
}

/// `<text>` at a place, up to what it says; `</text>` is up to the caller.
void begin_picture_text(HtmlWriter& out, double x, double y, std::string_view classes);

/// A text from the data, cut to a number of columns with all of it as its title.
void write_picture_text(HtmlWriter& out, double x, double y, std::string_view classes, std::string_view text,
                        std::size_t columns);

/// `<line>`
void write_line(HtmlWriter& out, std::string_view classes, double x1, double y1, double x2, double y2);

}  // namespace roadlint::report
