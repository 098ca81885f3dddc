// Escape sequences: see color.hpp.
#include "report/color.hpp"

namespace roadlint::report {
namespace {

std::string_view escape_sequence(Paint paint) {
  switch (paint) {
    case Paint::plain:
      return "";
    case Paint::bold:
      return "\x1b[1m";
    case Paint::error:
      return "\x1b[1;31m";
    case Paint::warning:
      return "\x1b[1;33m";
    case Paint::note:
      return "\x1b[1;36m";
    case Paint::gutter:
      return "\x1b[1;34m";
  }
  return "";
}

}  // namespace

Paint severity_paint(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Paint::note;
    case Severity::warning:
      return Paint::warning;
    case Severity::error:
      return Paint::error;
  }
  return Paint::error;
}

std::string painted(std::string_view text, Paint paint, bool color) {
  if (!color || text.empty() || paint == Paint::plain) return std::string(text);
  return std::string(escape_sequence(paint)).append(text).append("\x1b[0m");
}

}  // namespace roadlint::report
