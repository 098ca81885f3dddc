// The walk over JSON that simdjson has indexed: every token becomes an event with its place in the file. The one header
// that speaks of simdjson; for json_reader.cpp and json_windows.cpp only.
#pragma once

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.hpp"
#include "engine/load/events.hpp"
#include "engine/load/json_mistake.hpp"
#include "engine/load/seen_keys.hpp"

namespace roadlint::engine {

inline constexpr std::string_view json_byte_order_mark = "\xEF\xBB\xBF";

[[nodiscard]] inline bool is_json_white(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/// Walks the values of a text that simdjson has indexed. Every function returns false when it stops; then `refusal`
/// holds the reason if it was found here, and otherwise find_json_mistake finds it.
class JsonWalk {
 public:
  /// `keeps_places`: where each key stands, to say it when the key comes twice; else only that it came is kept.
  JsonWalk(FileId file, EventHandler& handler, bool keeps_places)
      : file_(file), handler_(handler), keeps_places_(keeps_places) {}

  [[nodiscard]] std::optional<Diagnostic>& refusal() { return refusal_; }
  /// `text`: what simdjson walks; its first byte stands at `file_offset` in the file.
  void start(std::string_view text, std::uint32_t file_offset, std::size_t depth) {
    text_ = text;
    cursor_ = text.data();
    file_offset_ = file_offset;
    depth_ = depth;
  }
  /// Offset in the file just past what was read.
  [[nodiscard]] std::uint32_t file_cursor() const { return offset(cursor_); }
  [[nodiscard]] std::uint32_t offset(const char* place) const {
    return static_cast<std::uint32_t>(place - text_.data()) + file_offset_;
  }
  [[nodiscard]] bool is_only_white_left() const {
    return std::all_of(cursor_, text_.data() + text_.size(), is_json_white);
  }

  [[nodiscard]] bool read_value(simdjson::ondemand::value& value) {
    const std::string_view token = value.raw_json_token();
    if (token.front() == '{') {
      simdjson::ondemand::object object;
      return value.get_object().get(object) == simdjson::SUCCESS && read_object(object, token.data());
    }
    if (token.front() == '[') {
      simdjson::ondemand::array array;
      return value.get_array().get(array) == simdjson::SUCCESS && read_array(array, token.data());
    }
    const std::string_view scalar = without_white_end(token);
    cursor_ = scalar.data() + scalar.size();
    if (scalar.front() != '"') return literal(scalar);
    return read_string(value, scalar);
  }

  [[nodiscard]] bool literal(std::string_view text) {
    const ByteRange range = range_of(text);
    const char first = text.front();
    if (first == 'n') {
      if (text != "null") return false;
      handler_.null(range);
    } else if (first == 't' || first == 'f') {
      if (text != "true" && text != "false") return false;
      handler_.scalar(text, ScalarForm::boolean, range);
    } else if (is_json_number(text)) {
      handler_.scalar(text, ScalarForm::number, range);
    } else {
      return false;
    }
    return true;
  }

  [[nodiscard]] bool read_object(simdjson::ondemand::object& object, const char* begin) {
    if (!enter(begin)) return false;
    handler_.start_map(offset(begin));
    seen_keys_.open_map();
    const std::uint64_t known_keys_outside = std::exchange(known_keys_, 0);
    for (auto&& result : object) {
      if (result.error() != simdjson::SUCCESS) return false;
      // Not copied: processors stall when what was just written in pieces is read as one.
      simdjson::ondemand::field& field = result.value_unsafe();
      if (!read_key(field, field.value()) || !read_value(field.value())) return false;
    }
    known_keys_ = known_keys_outside;
    seen_keys_.close_map();
    if (!leave('}')) return false;
    handler_.end_map(file_cursor());
    return true;
  }

  [[nodiscard]] bool read_array(simdjson::ondemand::array& array, const char* begin) {
    if (!enter(begin)) return false;
    handler_.start_list(offset(begin));
    for (auto&& result : array) {
      if (result.error() != simdjson::SUCCESS || !read_value(result.value_unsafe())) return false;
    }
    if (!leave(']')) return false;
    handler_.end_list(file_cursor());
    return true;
  }

  /// simdjson's tokens reach up to the next token; this one ends before the white space.
  [[nodiscard]] static std::string_view without_white_end(std::string_view token) {
    while (token.size() > 1 && is_json_white(token.back())) token.remove_suffix(1);
    return token;
  }
  [[nodiscard]] ByteRange range_of(std::string_view text) const {
    const std::uint32_t begin = offset(text.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

 private:
  /// `quoted`: the string with its quotes. Without escapes the text is taken from where it stands.
  [[nodiscard]] bool read_string(simdjson::ondemand::value& value, std::string_view quoted) {
    if (quoted.size() < 2 || quoted.back() != '"') return false;
    std::string_view text = quoted.substr(1, quoted.size() - 2);
    if (text.find('\\') == std::string_view::npos) {
      simdjson::ondemand::raw_json_string passed;
      if (value.get_raw_json_string().get(passed) != simdjson::SUCCESS) return false;
    } else if (value.get_string().get(text) != simdjson::SUCCESS) {
      return false;
    }
    handler_.scalar(text, ScalarForm::quoted, range_of(quoted));
    return true;
  }

  /// A key ends before the colon that precedes its value: looking back from there is quicker than looking for the
  /// quote.
  [[nodiscard]] bool read_key(simdjson::ondemand::field& field, simdjson::ondemand::value& value) {
    const char* const begin = field.key().raw();
    const char* end = value.raw_json_token().data() - 1;
    while (*end != ':') --end;
    do {
      --end;
    } while (is_json_white(*end));
    std::string_view name(begin, static_cast<std::size_t>(end - begin));
    const bool has_escapes = name.find('\\') != std::string_view::npos;
    if (has_escapes && field.unescaped_key().get(name) != simdjson::SUCCESS) return false;
    const ByteRange range = {offset(begin) - 1, offset(end) + 1};
    if (keeps_places_ && !note_name(name, range)) return false;
    handler_.key(name, range);
    return keeps_places_ || note_number(name, range);
  }

  /// False when the map has the key already.
  [[nodiscard]] bool note_name(std::string_view name, ByteRange range) {
    const auto first = seen_keys_.note(name, range);
    if (first) refusal_ = duplicate_key(file_, name, *first, range);
    return !first;
  }

  /// The same by the number that the handler gave the key, if it did.
  [[nodiscard]] bool note_number(std::string_view name, ByteRange range) {
    constexpr std::uint32_t most_numbers = 64;
    const std::uint32_t number = handler_.key_number();
    if (number >= most_numbers) return note_name(name, range);
    const std::uint64_t bit = std::uint64_t{1} << number;
    const bool is_new = (known_keys_ & bit) == 0;
    known_keys_ |= bit;
    return is_new;
  }

  [[nodiscard]] bool enter(const char* begin) {
    cursor_ = begin + 1;
    return ++depth_ <= limits::data_nesting;
  }

  /// Moves past the closing bracket: the next thing that is not white space.
  [[nodiscard]] bool leave(char bracket) {
    const char* const end = text_.data() + text_.size();
    while (cursor_ != end && is_json_white(*cursor_)) ++cursor_;
    if (cursor_ == end || *cursor_ != bracket) return false;
    ++cursor_;
    --depth_;
    return true;
  }

  FileId file_;
  EventHandler& handler_;
  std::string_view text_;
  const char* cursor_ = nullptr;
  std::uint32_t file_offset_ = 0;
  std::size_t depth_ = 0;
  bool keeps_places_;
  /// The numbers of the keys of the innermost map, one bit each, those that the handler knows.
  std::uint64_t known_keys_ = 0;
  SeenKeys seen_keys_;
  std::optional<Diagnostic> refusal_;
};

}  // namespace roadlint::engine
