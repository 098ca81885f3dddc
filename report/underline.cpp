// Arranging underlines and their texts in rows: see underline.hpp.
#include "report/underline.hpp"

#include <algorithm>
#include <optional>

#include "report/color.hpp"

namespace roadlint::report {
namespace {

/// A row of single-column characters, each with its paint.
class Row {
 public:
  void put(std::size_t column, char character, Paint paint) {
    if (characters_.size() <= column) {
      characters_.resize(column + 1, ' ');
      paints_.resize(column + 1, Paint::plain);
    }
    characters_[column] = character;
    paints_[column] = paint;
  }
  /// Blanks up to a column, after which text may be added.
  void fill(std::size_t column) {
    if (characters_.size() < column) put(column - 1, ' ', Paint::plain);
  }
  [[nodiscard]] std::string drawn(bool color) const {
    std::string result;
    for (std::size_t begin = 0; begin < characters_.size();) {
      std::size_t end = begin;
      while (end < characters_.size() && paints_[end] == paints_[begin]) ++end;
      result += painted(characters_.substr(begin, end - begin), paints_[begin], color);
      begin = end;
    }
    return result;
  }

 private:
  std::string characters_;
  std::vector<Paint> paints_;
};

Paint paint_of(const Underline& underline, Severity severity) {
  return underline.is_primary ? severity_paint(severity) : Paint::gutter;
}

/// The underline whose text can stand beside it: nothing else begins or ends further to the right.
std::optional<std::size_t> index_beside(const std::vector<Underline>& sorted) {
  const std::size_t last = sorted.size() - 1;
  const bool reaches_furthest = std::all_of(
      sorted.begin(), sorted.end(), [&](const Underline& underline) { return underline.end <= sorted[last].end; });
  const bool starts_alone = last == 0 || sorted[last - 1].begin < sorted[last].begin || sorted[last - 1].text.empty();
  if (sorted[last].text.empty() || !reaches_furthest || !starts_alone) return std::nullopt;
  return last;
}

Row bars_before(const std::vector<Underline>& hanging, std::size_t count, std::size_t column, Severity severity) {
  Row row;
  for (std::size_t index = 0; index < count; ++index) {
    if (hanging[index].begin < column) row.put(hanging[index].begin, '|', paint_of(hanging[index], severity));
  }
  return row;
}

std::vector<std::string> draw_hanging(const std::vector<Underline>& hanging, Severity severity, bool color) {
  std::vector<std::string> rows;
  if (hanging.empty()) return rows;
  rows.push_back(bars_before(hanging, hanging.size(), hanging.back().begin + 1, severity).drawn(color));
  for (std::size_t left = hanging.size(); left > 0; --left) {
    const Underline& underline = hanging[left - 1];
    Row row = bars_before(hanging, left - 1, underline.begin, severity);
    row.fill(underline.begin);
    rows.push_back(row.drawn(color) + painted(underline.text, paint_of(underline, severity), color));
  }
  return rows;
}

}  // namespace

std::vector<std::string> draw_underlines(std::vector<Underline> underlines, Severity severity, bool color) {
  if (underlines.empty()) return {};
  std::stable_sort(underlines.begin(), underlines.end(),
                   [](const Underline& left, const Underline& right) { return left.begin < right.begin; });
  Row carets;
  for (const bool is_primary : {false, true}) {  // the primary ones last: they win where both are
    for (const Underline& underline : underlines) {
      if (underline.is_primary != is_primary) continue;
      for (std::size_t column = underline.begin; column < underline.end; ++column) {
        carets.put(column, is_primary ? '^' : '-', paint_of(underline, severity));
      }
    }
  }
  std::string first = carets.drawn(color);
  const std::optional<std::size_t> beside = index_beside(underlines);
  std::vector<Underline> hanging;
  for (std::size_t index = 0; index < underlines.size(); ++index) {
    if (index == beside) {
      first += " " + painted(underlines[index].text, paint_of(underlines[index], severity), color);
    } else if (!underlines[index].text.empty()) {
      hanging.push_back(underlines[index]);
    }
  }
  std::vector<std::string> rows = {std::move(first)};
  for (std::string& row : draw_hanging(hanging, severity, color)) rows.push_back(std::move(row));
  return rows;
}

}  // namespace roadlint::report
