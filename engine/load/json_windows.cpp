// JSON to events, window by window: neither a copy of the file nor an index of it is ever in memory as a whole.
// Whatever surprises this way is left to json_reader.cpp. Its one interface is read_json_windows in events.hpp.
#include <vector>

#include "engine/load/json_walk.hpp"

namespace roadlint::engine {
namespace {

namespace ondemand = simdjson::ondemand;

/// Reads a document that is one map. Each window holds whole elements of a list at the top, or one other value, and is
/// read as a list of its own.
class JsonWindows {
 public:
  JsonWindows(const SourceText& source, FileId file, EventHandler& handler)
      : source_(source), bytes_(source.bytes()), handler_(handler), walk_(file, handler, false) {}

  [[nodiscard]] bool read() {
    if (bytes_.starts_with(json_byte_order_mark)) at_ = json_byte_order_mark.size();
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
  static constexpr std::size_t most_copies = 3;

  void skip_white() {
    for (; at_ < bytes_.size() && is_json_white(bytes_[at_]); ++at_) {
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
    // Signed or not, a byte beyond ASCII is left to those who check the encoding.
    while (at_ < bytes_.size() && bytes_[at_] >= ' ' && bytes_[at_] <= '~' && bytes_[at_] != '"' && bytes_[at_] != '\\')
      ++at_;
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
    // Many small values at the top would each make a window of much the same bytes: better to read such a file at once.
    copied_bytes_ += window.size();
    if (copied_bytes_ > most_copies * bytes_.size() + 4 * usual_window) return false;
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
  std::size_t copied_bytes_ = 0;
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

}  // namespace roadlint::engine
