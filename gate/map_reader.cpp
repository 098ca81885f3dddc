// See map_reader.hpp.
#include "gate/map_reader.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"
#include "base/quoted_text.hpp"
#include "base/utf8.hpp"

namespace roadlint::gate {

MapReader::MapReader(const Node& node, std::string_view name, MistakeCodes codes, Diagnostics& diagnostics)
    : node_(node), name_(name), codes_(codes), diagnostics_(diagnostics) {
  if (node.kind != NodeKind::map) report(node, "a mapping `key: value`");
}

const Node* MapReader::find(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
  for (const Entry& entry : node_.entries) {
    if (entry.key == key) return entry.value.kind == NodeKind::nothing ? nullptr : &entry.value;
  }
  return nullptr;
}

bool MapReader::has(std::string_view key) const {
  return std::any_of(node_.entries.begin(), node_.entries.end(), [&](const Entry& entry) { return entry.key == key; });
}

std::string MapReader::text(std::string_view key) {
  const Node* const value = find(key);
  if (value == nullptr) return "";
  if (value->kind != NodeKind::scalar) {
    report(*value, "`" + std::string(key) + "` to be a text");
    return "";
  }
  return std::string(utf8::trimmed(value->text));
}

std::string MapReader::day(std::string_view key) {
  const Node* const value = find(key);
  if (value == nullptr) return "";
  if (value->kind == NodeKind::scalar && read_day(value->text)) return value->text;
  report(*value, "`" + std::string(key) + "` to be a day such as 2026-12-31");
  return "";
}

void MapReader::report_unknown_keys() {
  for (const Entry& entry : node_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    const std::string key = utf8::printable(entry.key);
    Diagnostic& diagnostic = diagnostics_.add(codes_.unknown_key, entry.key_span, name_ + " has no key `" + key + "`");
    if (const auto nearest = nearest_name(entry.key, known_)) {
      diagnostic.help = "did you mean `" + *nearest + "`?";
      continue;
    }
    diagnostic.help = "known here: " + listed_names(known_);
  }
}

Diagnostic& MapReader::report(const Node& value, std::string_view expected) {
  return diagnostics_.add(codes_.wrong_value, value.span,
                          "expected " + std::string(expected) + ", found " + found_words(value));
}

std::string found_words(const Node& node) {
  constexpr std::size_t longest = 60;
  switch (node.kind) {
    case NodeKind::nothing:
      return "nothing";
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a mapping";
    case NodeKind::scalar:
      break;
  }
  if (utf8::is_blank(node.text)) return "nothing";
  const std::string text = utf8::printable(node.text);
  if (utf8::count_code_points(text) <= longest) return "`" + text + "`";
  std::size_t offset = 0;
  for (std::size_t count = 0; count < longest; ++count) static_cast<void>(utf8::next_code_point(text, offset));
  return "`" + text.substr(0, offset) + "…`";
}

std::optional<DayNumber> read_day(std::string_view text) {
  const auto period = read_calendar_period(text);
  if (!period || period->precision != DatePrecision::day) return std::nullopt;
  return period->first;
}

}  // namespace roadlint::gate
