// JSON to events: simdjson's On-Demand parser walks the document, and every token's offset is its place in the padded
// copy of the file. Its one interface is read_json in events.hpp.
#include <simdjson.h>

#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.hpp"
#include "engine/load/events.hpp"
#include "engine/load/json_mistake.hpp"
#include "engine/load/seen_keys.hpp"

namespace roadlint::engine {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view white_space = " \t\r\n";

/// Walks one document. Every function returns false when it stops; then `refusal` holds the reason if it was found
/// here, and otherwise find_json_mistake finds it.
class JsonWalk {
 public:
  JsonWalk(FileId file, std::string_view bytes, std::uint32_t text_begin, EventHandler& handler)
      : file_(file), bytes_(bytes), text_begin_(text_begin), cursor_(text_begin), handler_(handler) {}

  [[nodiscard]] std::optional<Diagnostic>& refusal() { return refusal_; }

  [[nodiscard]] bool walk() {
    const simdjson::padded_string text(bytes_.substr(text_begin_));
    text_data_ = text.data();
    ondemand::parser parser;
    ondemand::document document;
    if (parser.iterate(text).get(document) != simdjson::SUCCESS) return false;
    std::string_view token;
    if (document.raw_json_token().get(token) != simdjson::SUCCESS) return false;
    if (token.starts_with('{') || token.starts_with('[')) return walk_root(document, token);
    return root_scalar(document, token);
  }

 private:
  [[nodiscard]] bool walk_root(ondemand::document& document, std::string_view token) {
    const std::uint32_t begin = offset(token.data());
    bool is_read = false;
    if (token.front() == '{') {
      ondemand::object object;
      is_read = document.get_object().get(object) == simdjson::SUCCESS && read_object(object, begin);
    } else {
      ondemand::array array;
      is_read = document.get_array().get(array) == simdjson::SUCCESS && read_array(array, begin);
    }
    return is_read && bytes_.find_first_not_of(white_space, cursor_) == std::string_view::npos;
  }

  /// simdjson treats a document that is one scalar apart; here the slow look decides whether it is well-formed.
  [[nodiscard]] bool root_scalar(ondemand::document& document, std::string_view token) {
    if (find_json_mistake(file_, bytes_, text_begin_)) return false;
    const ByteRange range = token_range(token);
    if (token.starts_with('n')) {
      refusal_ = make_diagnostic(DiagnosticCode::data_empty, Span(file_, 0, 0), "the file holds no data");
      refusal_->help = "write the data, or remove the file";
      return false;
    }
    if (!token.starts_with('"')) return literal(range);
    std::string_view text;
    if (document.get_string().get(text) != simdjson::SUCCESS) return false;
    handler_.scalar(text, ScalarForm::quoted, range);
    return true;
  }

  [[nodiscard]] bool read_value(ondemand::value& value) {
    const std::string_view token = value.raw_json_token();
    const std::uint32_t begin = offset(token.data());
    if (token.starts_with('{')) {
      ondemand::object object;
      return value.get_object().get(object) == simdjson::SUCCESS && read_object(object, begin);
    }
    if (token.starts_with('[')) {
      ondemand::array array;
      return value.get_array().get(array) == simdjson::SUCCESS && read_array(array, begin);
    }
    const ByteRange range = token_range(token);
    cursor_ = range.end;
    if (!token.starts_with('"')) return literal(range);
    std::string_view text;
    if (value.get_string().get(text) != simdjson::SUCCESS) return false;
    handler_.scalar(text, ScalarForm::quoted, range);
    return true;
  }

  [[nodiscard]] bool literal(ByteRange range) {
    const std::string_view text = bytes_.substr(range.begin, range.end - range.begin);
    if (text == "null") {
      handler_.null(range);
    } else if (text == "true" || text == "false") {
      handler_.scalar(text, ScalarForm::boolean, range);
    } else if (is_json_number(text)) {
      handler_.scalar(text, ScalarForm::number, range);
    } else {
      return false;
    }
    return true;
  }

  [[nodiscard]] bool read_object(ondemand::object& object, std::uint32_t begin) {
    if (!enter(begin)) return false;
    handler_.start_map(begin);
    seen_keys_.open_map();
    for (auto result : object) {
      ondemand::field field;
      if (std::move(result).get(field) != simdjson::SUCCESS) return false;
      ondemand::value value = field.value();
      if (!read_key(field) || !read_value(value)) return false;
    }
    seen_keys_.close_map();
    if (!leave('}')) return false;
    handler_.end_map(cursor_);
    return true;
  }

  [[nodiscard]] bool read_key(ondemand::field& field) {
    const std::uint32_t begin = offset(field.key().raw()) - 1;
    std::string_view name;
    if (field.unescaped_key().get(name) != simdjson::SUCCESS) return false;
    const ByteRange range = {begin, key_end(begin)};
    if (const auto first = seen_keys_.note(name, range)) {
      refusal_ = duplicate_key(file_, name, *first, range);
      return false;
    }
    handler_.key(name, range);
    return true;
  }

  [[nodiscard]] bool read_array(ondemand::array& array, std::uint32_t begin) {
    if (!enter(begin)) return false;
    handler_.start_list(begin);
    for (auto result : array) {
      ondemand::value value;
      if (std::move(result).get(value) != simdjson::SUCCESS || !read_value(value)) return false;
    }
    if (!leave(']')) return false;
    handler_.end_list(cursor_);
    return true;
  }

  [[nodiscard]] bool enter(std::uint32_t begin) {
    cursor_ = begin + 1;
    return ++depth_ <= limits::data_nesting;
  }

  /// Moves past the closing bracket: the next thing that is not white space.
  [[nodiscard]] bool leave(char bracket) {
    const std::size_t at = bytes_.find_first_not_of(white_space, cursor_);
    if (at == std::string_view::npos || bytes_[at] != bracket) return false;
    cursor_ = static_cast<std::uint32_t>(at + 1);
    --depth_;
    return true;
  }

  [[nodiscard]] std::uint32_t offset(const char* place) const {
    return static_cast<std::uint32_t>(place - text_data_) + text_begin_;
  }

  /// simdjson's tokens reach up to the next token; this one ends before the white space.
  [[nodiscard]] ByteRange token_range(std::string_view token) const {
    const std::uint32_t begin = offset(token.data());
    const std::size_t last = token.find_last_not_of(white_space);
    return {begin, begin + static_cast<std::uint32_t>(last == std::string_view::npos ? 0 : last + 1)};
  }

  [[nodiscard]] std::uint32_t key_end(std::uint32_t begin) const {
    std::uint32_t at = begin + 1;
    while (bytes_[at] != '"') at += bytes_[at] == '\\' ? 2 : 1;
    return at + 1;
  }

  FileId file_;
  std::string_view bytes_;
  std::uint32_t text_begin_;
  std::uint32_t cursor_;
  EventHandler& handler_;
  const char* text_data_ = nullptr;
  std::size_t depth_ = 0;
  SeenKeys seen_keys_;
  std::optional<Diagnostic> refusal_;
};

}  // namespace

bool read_json(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string_view bytes = files.file(file).bytes();
  const auto begin = static_cast<std::uint32_t>(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  JsonWalk walk(file, bytes, begin, handler);
  if (walk.walk()) return true;
  if (walk.refusal()) {
    diagnostics.append(std::move(*walk.refusal()));
  } else if (auto mistake = find_json_mistake(file, bytes, begin)) {
    diagnostics.append(std::move(*mistake));
  } else {
    diagnostics.add(DiagnosticCode::data_syntax, Span(file, begin, begin), "the file is not well-formed JSON");
  }
  return false;
}

}  // namespace roadlint::engine
