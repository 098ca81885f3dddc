// Head, excerpts and remarks of a drawing: see drawing.hpp.
#include "report/drawing.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "report/color.hpp"
#include "report/excerpt.hpp"
#include "report/plain_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// Marks that are drawn into one excerpt; the first one gives the place in its heading.
using Marks = std::vector<Mark>;

/// One excerpt for each file of the diagnostic and its labels, then one for each further place.
std::vector<Marks> excerpts_of(const Drawing& drawing) {
  std::vector<Marks> excerpts;
  const Diagnostic& diagnostic = drawing.diagnostic;
  if (diagnostic.span.is_known()) excerpts.push_back({{diagnostic.span, true, ""}});
  for (const Label& label : diagnostic.labels) {
    if (!label.span.is_known()) continue;
    const auto same_file = std::find_if(excerpts.begin(), excerpts.end(), [&label](const Marks& marks) {
      return marks.front().span.file == label.span.file;
    });
    Mark mark = {label.span, false, one_line(label.text)};
    if (same_file == excerpts.end()) {
      excerpts.push_back({std::move(mark)});
    } else {
      same_file->push_back(std::move(mark));
    }
  }
  for (const Span& place : drawing.further_places) {
    if (place.is_known()) excerpts.push_back({{place, true, ""}});
  }
  return excerpts;
}

std::size_t number_width(const SourceFiles& files, const std::vector<Marks>& excerpts) {
  std::uint32_t largest = 1;
  for (const Marks& marks : excerpts) {
    for (const Mark& mark : marks) {
      largest = std::max(largest, files.file(mark.span.file).position(mark.span.begin).line);
    }
  }
  return std::to_string(largest).size();
}

std::string draw_head(const Drawing& drawing, const Words& words, bool color) {
  const Diagnostic& diagnostic = drawing.diagnostic;
  std::string head(severity_word(words, diagnostic.severity));
  if (!diagnostic.code.empty()) head += "[" + one_line(diagnostic.code) + "]";
  if (!drawing.qualifier.empty()) head += " " + drawing.qualifier;
  return painted(head, severity_paint(diagnostic.severity), color) +
         painted(": " + one_line(diagnostic.message), Paint::bold, color) + "\n";
}

std::string draw_excerpt_with_heading(const SourceFiles& files, const Marks& marks, bool is_first,
                                      const ExcerptStyle& style) {
  const SourceText& source = files.file(marks.front().span.file);
  const std::string arrow = std::string(style.number_width, ' ') + (is_first ? "-->" : ":::");
  std::string heading = painted(arrow, Paint::gutter, style.color) + " " + one_line(source.name());
  // Without bytes there is no line to show: the file is missing, empty or not readable.
  if (source.bytes().empty()) return heading + "\n";
  const Position position = source.position(marks.front().span.begin);
  heading += ":" + std::to_string(position.line) + ":" + std::to_string(position.column) + "\n";
  return heading + draw_excerpt(source, marks, style);
}

std::string draw_excerpts(const SourceFiles& files, const Drawing& drawing, const std::vector<Marks>& excerpts,
                          const ExcerptStyle& style) {
  std::string result;
  for (const Marks& marks : excerpts) {
    if (!result.empty()) result += empty_gutter(style) + "\n";
    result += draw_excerpt_with_heading(files, marks, result.empty(), style);
  }
  if (drawing.places_left_out > 0) {
    result += empty_gutter(style) + "\n" +
              painted(std::string(style.number_width, ' ') + ":::", Paint::gutter, style.color) + " " +
              style.words.more_places.with(drawing.places_left_out, style.words.language) + "\n";
  }
  return result;
}

std::vector<Remark> remarks_of(const Drawing& drawing, const Words& words) {
  const Diagnostic& diagnostic = drawing.diagnostic;
  std::vector<Remark> remarks;
  for (const Label& label : diagnostic.labels) {
    if (!label.span.is_known() && !label.text.empty())
      remarks.push_back({std::string(words.note), {one_line(label.text)}});
  }
  for (const std::string& note : diagnostic.notes) remarks.push_back({std::string(words.note), printable_lines(note)});
  if (!diagnostic.help.empty()) remarks.push_back({std::string(words.help), printable_lines(diagnostic.help)});
  remarks.insert(remarks.end(), drawing.remarks.begin(), drawing.remarks.end());
  return remarks;
}

std::string draw_remark(const Remark& remark, const ExcerptStyle& style) {
  const std::string margin(style.number_width + 1, ' ');
  std::string result =
      margin + painted("=", Paint::gutter, style.color) + " " + painted(remark.word + ":", Paint::bold, style.color);
  const std::string indentation = margin + std::string(utf8::display_width(remark.word) + 4, ' ');
  for (std::size_t index = 0; index < remark.lines.size(); ++index) {
    if (index > 0) result += "\n" + (remark.lines[index].empty() ? "" : indentation);
    if (index == 0) result += ' ';
    result += remark.lines[index];
  }
  return result + "\n";
}

}  // namespace

std::string draw(const SourceFiles& files, const Drawing& drawing, const RenderStyle& style) {
  const Words& words = words_in(style.language);
  const std::vector<Marks> excerpts = excerpts_of(drawing);
  const ExcerptStyle excerpt_style = {words, drawing.diagnostic.severity, style.color, number_width(files, excerpts)};
  const std::vector<Remark> remarks = remarks_of(drawing, words);
  std::string result = draw_head(drawing, words, style.color);
  result += draw_excerpts(files, drawing, excerpts, excerpt_style);
  if (!excerpts.empty() && !remarks.empty()) result += empty_gutter(excerpt_style) + "\n";
  for (const Remark& remark : remarks) result += draw_remark(remark, excerpt_style);
  return result;
}

}  // namespace roadlint::report
