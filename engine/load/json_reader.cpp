// JSON to events: simdjson's On-Demand parser walks the text. A file is read window by window, so that neither a copy
// of it nor an index of it is ever in memory as a whole; whatever surprises that way is left to the plain way, which
// takes the whole document and finds the mistake. Its interfaces are read_json_windows and read_json in events.hpp.
#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "engine/load/events.hpp"
#include "engine/load/json_mistake.hpp"
#include "engine/load/seen_keys.hpp"

namespace roadlint::engine {
namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_white(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }

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
  [[nodiscard]] bool is_only_white_left() const { return std::all_of(cursor_, text_.data() + text_.size(), is_white); }

  [[nodiscard]] bool read_value(ondemand::value& value) {
    const std::string_view token = value.raw_json_token();
    if (token.front() == '{') {
      ondemand::object object;
      return value.get_object().get(object) == simdjson::SUCCESS && read_object(object, token.data());
    }
    if (token.front() == '[') {
      ondemand::array array;
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

  [[nodiscard]] bool read_object(ondemand::object& object, const char* begin) {
    if (!enter(begin)) return false;
    handler_.start_map(offset(begin));
    seen_keys_.open_map();
    const std::uint64_t known_keys_outside = std::exchange(known_keys_, 0);
    for (auto&& result : object) {
      if (result.error() != simdjson::SUCCESS) return false;
      // Not copied: processors stall when what was just written in pieces is read as one.
      ondemand::field& field = result.value_unsafe();
      if (!read_key(field, field.value()) || !read_value(field.value())) return false;
    }
    known_keys_ = known_keys_outside;
    seen_keys_.close_map();
    if (!leave('}')) return false;
    handler_.end_map(file_cursor());
    return true;
  }

  [[nodiscard]] bool read_array(ondemand::array& array, const char* begin) {
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
    while (token.size() > 1 && is_white(token.back())) token.remove_suffix(1);
    return token;
  }
  [[nodiscard]] ByteRange range_of(std::string_view text) const {
    const std::uint32_t begin = offset(text.data());
    return {begin, begin + static_cast<std::uint32_t>(text.size())};
  }

 private:
  /// `quoted`: the string with its quotes. Without escapes the text is taken from where it stands.
  [[nodiscard]] bool read_string(ondemand::value& value, std::string_view quoted) {
    if (quoted.size() < 2 || quoted.back() != '"') return false;
    std::string_view text = quoted.substr(1, quoted.size() - 2);
    if (text.find('\\') == std::string_view::npos) {
      ondemand::raw_json_string passed;
      if (value.get_raw_json_string().get(passed) != simdjson::SUCCESS) return false;
    } else if (value.get_string().get(text) != simdjson::SUCCESS) {
      return false;
    }
    handler_.scalar(text, ScalarForm::quoted, range_of(quoted));
    return true;
  }

  /// A key ends before the colon that precedes its value: looking back from there is quicker than looking for the
  /// quote.
  [[nodiscard]] bool read_key(ondemand::field& field, ondemand::value& value) {
    const char* const begin = field.key().raw();
    const char* end = value.raw_json_token().data() - 1;
    while (*end != ':') --end;
    do {
      --end;
    } while (is_white(*end));
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
    while (cursor_ != end && is_white(*cursor_)) ++cursor_;
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

// --- the whole document ----------------------------------------------------------------------------------------------

class JsonDocument {
 public:
  JsonDocument(FileId file, std::string_view bytes, std::uint32_t text_begin, EventHandler& handler)
      : file_(file), bytes_(bytes), text_begin_(text_begin), handler_(handler), walk_(file, handler, true) {}

  [[nodiscard]] std::optional<Diagnostic>& refusal() { return walk_.refusal(); }

  [[nodiscard]] bool read() {
    const simdjson::padded_string text(bytes_.substr(text_begin_));
    walk_.start(text, text_begin_, 0);
    ondemand::parser parser;
    ondemand::document document;
    if (parser.iterate(text).get(document) != simdjson::SUCCESS) return false;
    std::string_view token;
    if (document.raw_json_token().get(token) != simdjson::SUCCESS) return false;
    bool is_read = false;
    if (token.starts_with('{')) {
      ondemand::object object;
      is_read = document.get_object().get(object) == simdjson::SUCCESS && walk_.read_object(object, token.data());
    } else if (token.starts_with('[')) {
      ondemand::array array;
      is_read = document.get_array().get(array) == simdjson::SUCCESS && walk_.read_array(array, token.data());
    } else {
      return root_scalar(document, token);
    }
    return is_read && walk_.is_only_white_left();
  }

 private:
  /// simdjson treats a document that is one scalar apart; here the slow look decides whether it is well-formed.
  [[nodiscard]] bool root_scalar(ondemand::document& document, std::string_view token) {
    if (find_json_mistake(file_, bytes_, text_begin_)) return false;
    const std::string_view scalar = JsonWalk::without_white_end(token);
    if (scalar.starts_with('n')) {
      refusal() = make_diagnostic(DiagnosticCode::data_empty, Span(file_, 0, 0), "the file holds no data");
      refusal()->help = "write the data, or remove the file";
      return false;
    }
    if (!scalar.starts_with('"')) return walk_.literal(scalar);
    std::string_view text;
    if (document.get_string().get(text) != simdjson::SUCCESS) return false;
    handler_.scalar(text, ScalarForm::quoted, walk_.range_of(scalar));
    return true;
  }

  FileId file_;
  std::string_view bytes_;
  std::uint32_t text_begin_;
  EventHandler& handler_;
  JsonWalk walk_;
};

// --- window by window ------------------------------------------------------------------------------------------------

/// Reads a document that is one map. Each window holds whole elements of a list at the top, or one other value, and is
/// read as a list of its own.
class JsonWindows {
 public:
  JsonWindows(const SourceText& source, FileId file, EventHandler& handler)
      : source_(source), bytes_(source.bytes()), handler_(handler), walk_(file, handler, false) {}

  [[nodiscard]] bool read() {
    if (bytes_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
    skip_white();
    const std::size_t begin = at_;
    if (!take('{')) return false;
    handler_.start_map(static_cast<std::uint32_t>(begin));
    keys_.open_map();
    if (!take('}')) {
      do {
        if (!read_key() || !read_top_value()) return false;
      } while (take(','));
      if (!take('}')) return false;
    }
    handler_.end_map(static_cast<std::uint32_t>(at_));
    skip_white();
    return at_ == bytes_.size() && !has_lone_carriage_return_;
  }

 private:
  /// Large enough that little is read twice, small enough for the caches of a processor.
  static constexpr std::size_t usual_window = 256 * 1024;

  void skip_white() {
    for (; at_ < bytes_.size() && is_white(bytes_[at_]); ++at_) {
      if (bytes_[at_] == '\r' && bytes_.substr(at_ + 1, 1) != "\n") has_lone_carriage_return_ = true;
    }
  }

  /// Passes white space and this byte; false, with the white space passed, when another byte stands there.
  [[nodiscard]] bool take(char byte) {
    skip_white();
    if (at_ == bytes_.size() || bytes_[at_] != byte) return false;
    ++at_;
    return true;
  }

  /// A key without escapes, and its colon.
  [[nodiscard]] bool read_key() {
    if (!take('"')) return false;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && bytes_[at_] >= ' ' && bytes_[at_] != '"' && bytes_[at_] != '\\') ++at_;
    const std::string_view name = bytes_.substr(begin, at_ - begin);
    if (at_ == bytes_.size() || bytes_[at_] != '"') return false;
    ++at_;
    const ByteRange range = {static_cast<std::uint32_t>(begin - 1), static_cast<std::uint32_t>(at_)};
    if (keys_.note(name, range)) return false;
    handler_.key(name, range);
    return take(':');
  }

  [[nodiscard]] bool read_top_value() {
    skip_white();
    const auto begin = static_cast<std::uint32_t>(at_);
    if (!take('[')) return read_windows(true);
    handler_.start_list(begin);
    if (!take(']')) {
      if (!read_windows(false) || !take(']')) return false;
    }
    handler_.end_list(static_cast<std::uint32_t>(at_));
    return true;
  }

  /// Reads one value, or all elements of a list; grows the window while it does not hold one as a whole.
  [[nodiscard]] bool read_windows(bool is_one_value) {
    std::size_t size = usual_window;
    while (true) {
      skip_white();
      const std::size_t begin = at_;
      const bool is_rest = size >= bytes_.size() - begin;
      const bool is_well_formed = read_window(size, is_one_value);
      handler_.texts_end();
      if (!is_well_formed) return false;
      if (at_ == begin) {
        if (is_rest) return false;
        size *= 4;
        continue;
      }
      size = usual_window;
      source_.give_back(begin, at_);
      if (is_one_value) return true;
      if (!take(',')) return true;
    }
  }

  /// The bytes from here on up to the last brace of the window, put between brackets.
  [[nodiscard]] bool fill_buffer(std::size_t size) {
    std::string_view window = bytes_.substr(at_, size);
    if (at_ + window.size() < bytes_.size()) window = window.substr(0, window.rfind('}') + 1);
    buffer_.resize(window.size() + 2 + simdjson::SIMDJSON_PADDING);
    buffer_[0] = '[';
    std::copy(window.begin(), window.end(), buffer_.begin() + 1);
    text_ = {buffer_.data(), window.size() + 2};
    buffer_[text_.size() - 1] = ']';
    return !has_lone_carriage_return(window);
  }

  [[nodiscard]] static bool has_lone_carriage_return(std::string_view text) {
    for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
      if (at + 1 == text.size() || text[at + 1] != '\n') return true;
    }
    return false;
  }

  /// Reads the values that are whole in a window of this size, and moves past them; false when something is wrong.
  [[nodiscard]] bool read_window(std::size_t size, bool is_one_value) {
    if (!fill_buffer(size)) return false;
    walk_.start(text_, static_cast<std::uint32_t>(at_ - 1), is_one_value ? 1 : 2);
    ondemand::document document;
    ondemand::array array;
    // The cut may have gone through a text: a larger window will show.
    const simdjson::padded_string_view padded(text_.data(), text_.size(), buffer_.size());
    if (parser_.iterate(padded).get(document) != simdjson::SUCCESS) return true;
    if (document.get_array().get(array) != simdjson::SUCCESS) return true;
    for (auto result : array) {
      ondemand::value value;
      if (std::move(result).get(value) != simdjson::SUCCESS) return false;
      const Step step = read_element(value);
      if (step == Step::wrong) return false;
      if (step == Step::cut_off) return true;
      at_ = walk_.file_cursor();
      if (is_one_value) return true;
    }
    return true;
  }

  enum class Step : std::uint8_t { read, cut_off, wrong };

  [[nodiscard]] Step read_element(ondemand::value& value) {
    const std::string_view token = value.raw_json_token();
    const char* const added_bracket = text_.data() + text_.size() - 1;
    if (token.front() == '{') {
      ondemand::object object;
      std::string_view whole;
      if (value.get_object().get(object) != simdjson::SUCCESS) return Step::cut_off;
      // simdjson counts brackets without telling their kinds apart: the added one may have closed a brace.
      if (object.raw_json().get(whole) != simdjson::SUCCESS) return Step::cut_off;
      if (whole.data() + whole.size() > added_bracket) return Step::cut_off;
      const bool is_read = object.reset().error() == simdjson::SUCCESS && walk_.read_object(object, token.data());
      return is_read ? Step::read : Step::wrong;
    }
    if (token.data() + token.size() >= added_bracket) return Step::cut_off;
    return token.front() != '[' && walk_.read_value(value) ? Step::read : Step::wrong;
  }

  const SourceText& source_;
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool has_lone_carriage_return_ = false;
  EventHandler& handler_;
  JsonWalk walk_;
  SeenKeys keys_;
  ondemand::parser parser_;
  std::vector<char> buffer_;
  std::string_view text_;
};

}  // namespace

bool read_json_windows(const SourceFiles& files, FileId file, EventHandler& handler) {
  const SourceText& source = files.file(file);
  return source.bytes().size() <= limits::data_file_bytes && JsonWindows(source, file, handler).read();
}

bool read_json(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics) {
  const std::string_view bytes = files.file(file).bytes();
  const auto begin = static_cast<std::uint32_t>(bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  JsonDocument document(file, bytes, begin, handler);
  if (document.read()) return true;
  if (document.refusal()) {
    diagnostics.append(std::move(*document.refusal()));
  } else if (auto mistake = find_json_mistake(file, bytes, begin)) {
    diagnostics.append(std::move(*mistake));
  } else {
    diagnostics.add(DiagnosticCode::data_syntax, Span(file, begin, begin), "the file is not well-formed JSON");
  }
  return false;
}

}  // namespace roadlint::engine
