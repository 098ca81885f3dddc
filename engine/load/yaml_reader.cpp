// YAML to events: yaml-cpp parses, and this file adds what it leaves out - ends of nodes, the places of empty values,
// and the refusal of what people must be told about. Its one interface is read_yaml in events.hpp.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <spanstream>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "engine/load/events.hpp"
#include "engine/load/seen_keys.hpp"
#include "engine/load/yaml_mistake.hpp"
#include "engine/load/yaml_spans.hpp"

namespace roadlint::engine {
namespace {

/// Ends the parse from inside a callback; caught in read_yaml and nowhere else.
struct Refused {
  Diagnostic diagnostic;
  /// Whether an unclosed quote or bracket further up may be the true cause.
  bool may_be_consequence = false;
};

/// A map or list that is open.
struct Collection {
  bool is_map = false;
  bool is_flow = false;
  bool has_brackets = false;  // a single pair in a flow list is a map without braces
  bool awaits_value = false;  // in a map: the key has been read
  std::uint32_t column = 0;   // of the keys or dashes in block style
  ByteRange key;              // the last key
};

class YamlEvents : public YAML::EventHandler {
 public:
  YamlEvents(YamlSource source, engine::EventHandler& handler)
      : source_(source), text_(source.text), handler_(handler) {}

  /// Just past the last thing that was understood.
  [[nodiscard]] std::uint32_t cursor() const { return cursor_; }
  [[nodiscard]] bool has_content() const { return has_content_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    const std::uint32_t begin = offset(mark);
    if (has_document_) throw Refused{second_document(source_, cursor_, begin), true};
    has_document_ = true;
    if (text_.substr(begin).starts_with("---")) cursor_ = begin + 3;
  }

  void OnDocumentEnd() override {}

  void OnAnchor(const YAML::Mark& mark, const std::string& name) override {
    static_cast<void>(name);
    std::uint32_t at = offset(mark);
    if (yaml::byte_at(text_, at) == '!') at = yaml::skip_to_token(text_, yaml::property(text_, at).end);
    throw Refused{anchor_or_alias(source_, at)};
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    static_cast<void>(anchor);
    throw Refused{anchor_or_alias(source_, offset(mark))};
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    static_cast<void>(anchor);
    const std::uint32_t at = offset(mark);
    if (awaits_key()) throw Refused{refused_null_key(at), true};
    const ByteRange place = begin_value(at);
    const std::string_view rest = text_.substr(at);
    if (collections_.empty() && rest.starts_with('!') && !rest.starts_with("!!")) {
      throw Refused{unknown_tag(source_, yaml::property(text_, at))};
    }
    if (const auto word = written_null(mark)) {
      emit_null(*word);
      cursor_ = word->end;
    } else if (!is_empty_value_allowed()) {
      throw Refused{no_entry_before_comma(source_, at), true};
    } else if (!collections_.empty()) {
      emit_null(place);
    }
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    static_cast<void>(anchor);
    const bool is_key = awaits_key();
    const std::uint32_t begin = offset(mark);
    if (is_key) {
      refuse_tab(begin);
    } else {
      static_cast<void>(begin_value(begin));
    }
    if (yaml::byte_at(text_, begin) == '!') return tagged_scalar(begin, tag, value, is_key);
    const ByteRange range = {begin, scalar_end(begin, value)};
    emit_scalar(value, form_at(begin), range, is_key);
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    static_cast<void>(anchor);
    open(mark, tag, style, '{');
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    static_cast<void>(anchor);
    open(mark, tag, style, '[');
  }

  void OnMapEnd() override {
    close('}');
    seen_keys_.close_map();
    handler_.end_map(cursor_ + source_.text_begin);
  }

  void OnSequenceEnd() override {
    close(']');
    handler_.end_list(cursor_ + source_.text_begin);
  }

 private:
  [[nodiscard]] std::uint32_t offset(const YAML::Mark& mark) const {
    return std::min(static_cast<std::uint32_t>(std::max(mark.pos, 0)), static_cast<std::uint32_t>(text_.size()));
  }

  [[nodiscard]] bool awaits_key() const {
    return !collections_.empty() && collections_.back().is_map && !collections_.back().awaits_value;
  }

  [[nodiscard]] bool is_in_flow() const { return !collections_.empty() && collections_.back().is_flow; }

  void refuse_tab(std::uint32_t at) const {
    if (is_in_flow()) return;
    if (const auto tab = yaml::tab_in_indentation(text_, at)) throw Refused{tab_as_indentation(source_, *tab)};
  }

  /// Passes the colon or dash before a value and returns what stands for the value when nothing is written: the key, or
  /// the dash.
  ByteRange begin_value(std::uint32_t at) {
    if (collections_.empty()) {
      refuse_tab(at);
      return {at, at};
    }
    Collection& parent = collections_.back();
    ByteRange place = parent.key;
    if (parent.is_map) {
      const std::uint32_t colon = yaml::skip_to_token(text_, cursor_);
      if (yaml::byte_at(text_, colon) != ':') throw Refused{missing_colon(source_, parent.key), true};
      cursor_ = colon + 1;
      parent.awaits_value = false;
    } else if (!parent.is_flow) {
      const std::uint32_t dash = yaml::skip_to_token(text_, cursor_);
      refuse_tab(dash);
      place = {dash, dash + 1};
      cursor_ = dash + 1;
    }
    if (yaml::skip_to_token(text_, cursor_) == at) refuse_tab(at);
    return place;
  }

  [[nodiscard]] Diagnostic refused_null_key(std::uint32_t at) const {
    if (yaml::byte_at(text_, at) == ',') return no_entry_before_comma(source_, at);
    return key_without_text(source_, at);
  }

  /// An empty value carries the mark of whatever follows it, which can be a key named `null`: in block style a value
  /// is indented deeper than its key or dash.
  [[nodiscard]] std::optional<ByteRange> written_null(const YAML::Mark& mark) const {
    const auto word = yaml::null_word(text_, offset(mark));
    if (!word || collections_.empty() || is_in_flow()) return word;
    const bool is_next = yaml::skip_to_token(text_, cursor_) == word->begin;
    const bool is_deeper = static_cast<std::uint32_t>(mark.column) > collections_.back().column;
    return is_next && is_deeper ? word : std::nullopt;
  }

  [[nodiscard]] bool is_empty_value_allowed() const { return !is_in_flow() || collections_.back().is_map; }

  // --- scalars ----------------------------------------------------------------------------------------------------

  [[nodiscard]] ScalarForm form_at(std::uint32_t begin) const {
    constexpr std::string_view quotes = "\"'|>";
    return quotes.find(yaml::byte_at(text_, begin)) == std::string_view::npos ? ScalarForm::plain : ScalarForm::quoted;
  }

  [[nodiscard]] std::uint32_t scalar_end(std::uint32_t begin, std::string_view value) const {
    switch (yaml::byte_at(text_, begin)) {
      case '"':
      case '\'':
        return quoted_end(begin);
      case '|':
      case '>':
        return block_end(begin, value);
      default:
        return yaml::plain_end(text_, begin, value);
    }
  }

  [[nodiscard]] std::uint32_t quoted_end(std::uint32_t begin) const {
    const auto end = yaml::quoted_end(text_, begin);
    if (!end) throw Refused{open_quote(source_, begin, static_cast<std::uint32_t>(text_.size()))};
    if (!is_in_flow()) {
      if (const auto line = yaml::shallow_line(text_, {begin, *end}, block_column())) {
        throw Refused{open_quote(source_, begin, *line)};
      }
    }
    return *end;
  }

  [[nodiscard]] std::uint32_t block_end(std::uint32_t begin, std::string_view value) const {
    const ByteRange header = yaml::block_header(text_, begin);
    const bool has_digit = source_.part(header).find_first_of("123456789") != std::string_view::npos;
    if (value.empty() && has_digit) throw Refused{empty_block_scalar(source_, header)};
    return yaml::block_end(text_, begin, block_column());
  }

  /// Column of the innermost keys or dashes, -1 at the top of the document.
  [[nodiscard]] std::int64_t block_column() const {
    return collections_.empty() ? -1 : static_cast<std::int64_t>(collections_.back().column);
  }

  void tagged_scalar(std::uint32_t begin, std::string_view tag, std::string_view value, bool is_key) {
    const ByteRange tag_range = yaml::property(text_, begin);
    const ScalarForm form = tagged_form(tag, value, tag_range);
    const std::uint32_t content = yaml::skip_to_token(text_, tag_range.end);
    const bool is_empty = value.empty() && form_at(content) == ScalarForm::plain;
    const ByteRange range = is_empty ? tag_range : ByteRange{content, scalar_end(content, value)};
    if (form == ScalarForm::plain && !is_key && (is_empty || yaml::null_word(value, 0))) {
      emit_null(range);
      cursor_ = range.end;
    } else {
      emit_scalar(value, form, range, is_key);
    }
  }

  [[nodiscard]] ScalarForm tagged_form(std::string_view tag, std::string_view value, ByteRange tag_range) const {
    if (tag == "!" || tag == "tag:yaml.org,2002:str") return ScalarForm::quoted;
    if (tag == "tag:yaml.org,2002:null") {
      if (value.empty() || yaml::null_word(value, 0)) return ScalarForm::plain;
      throw Refused{unfitting_tag(source_, tag_range)};
    }
    if (tag == "tag:yaml.org,2002:map" || tag == "tag:yaml.org,2002:seq") {
      throw Refused{unfitting_tag(source_, tag_range)};
    }
    if (tag == "tag:yaml.org,2002:int" || tag == "tag:yaml.org,2002:float" || tag == "tag:yaml.org,2002:bool") {
      return ScalarForm::plain;
    }
    throw Refused{unknown_tag(source_, tag_range)};
  }

  void emit_null(ByteRange range) {
    has_content_ = has_content_ || !collections_.empty();
    handler_.null(source_.file_range(range));
  }

  void emit_scalar(std::string_view value, ScalarForm form, ByteRange range, bool is_key) {
    has_content_ = true;
    cursor_ = range.end;
    if (!is_key) return handler_.scalar(value, form, source_.file_range(range));
    if (value == "<<" && form == ScalarForm::plain) throw Refused{merge_key(source_, range)};
    if (const auto first = seen_keys_.note(kept_key(value, range), source_.file_range(range))) {
      throw Refused{duplicate_key(source_.file, value, *first, source_.file_range(range))};
    }
    Collection& map = collections_.back();
    map.awaits_value = true;
    map.key = range;
    handler_.key(value, source_.file_range(range));
  }

  /// The key as the source holds it, if it does; else a copy.
  [[nodiscard]] std::string_view kept_key(std::string_view value, ByteRange range) {
    const std::string_view written = source_.part(range);
    return written == value ? written : std::string_view(other_keys_.emplace_back(value));
  }

  // --- maps and lists ---------------------------------------------------------------------------------------------

  void open(const YAML::Mark& mark, std::string_view tag, YAML::EmitterStyle::value style, char bracket) {
    std::uint32_t begin = offset(mark);
    if (awaits_key()) throw Refused{collection_as_key(source_, begin), true};
    static_cast<void>(begin_value(begin));
    if (collections_.size() == limits::data_nesting) throw Refused{nested_too_deeply(source_, begin)};
    if (tag != "?") begin = collection_content(begin, tag, bracket);
    refuse_tab(begin);
    Collection collection;
    collection.is_map = bracket == '{';
    collection.is_flow = style != YAML::EmitterStyle::Block;
    collection.has_brackets = collection.is_flow && yaml::byte_at(text_, begin) == bracket;
    collection.column = collection.is_flow ? 0 : yaml::column(text_, begin);
    collections_.push_back(collection);
    has_content_ = true;
    cursor_ = collection.has_brackets ? begin + 1 : begin;
    if (!collection.is_map) return handler_.start_list(begin + source_.text_begin);
    seen_keys_.open_map();
    handler_.start_map(begin + source_.text_begin);
  }

  /// Where a map or list with a tag begins behind that tag.
  [[nodiscard]] std::uint32_t collection_content(std::uint32_t begin, std::string_view tag, char bracket) const {
    const ByteRange tag_range = yaml::property(text_, begin);
    const std::string_view fitting = bracket == '{' ? "tag:yaml.org,2002:map" : "tag:yaml.org,2002:seq";
    if (tag != "!" && !tag.starts_with("tag:yaml.org,2002:")) throw Refused{unknown_tag(source_, tag_range)};
    if (tag != "!" && tag != fitting) throw Refused{unfitting_tag(source_, tag_range)};
    return yaml::skip_to_token(text_, tag_range.end);
  }

  /// Moves the cursor past the closing bracket; in block style a collection ends with its last child.
  void close(char bracket) {
    if (collections_.back().has_brackets) {
      std::uint32_t at = yaml::skip_to_token(text_, cursor_);
      while (yaml::byte_at(text_, at) == ',') at = yaml::skip_to_token(text_, at + 1);
      if (yaml::byte_at(text_, at) == bracket) cursor_ = at + 1;
    }
    collections_.pop_back();
  }

  YamlSource source_;
  std::string_view text_;
  engine::EventHandler& handler_;
  std::vector<Collection> collections_;
  SeenKeys seen_keys_;
  std::deque<std::string> other_keys_;
  std::uint32_t cursor_ = 0;
  bool has_document_ = false;
  bool has_content_ = false;
};

YamlSource source_of(const SourceFiles& files, FileId file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  const std::string_view bytes = files.file(file).bytes();
  const std::size_t begin = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return {file, bytes.substr(begin), static_cast<std::uint32_t>(begin)};
}

/// Parses everything; yaml-cpp's own complaints and our refusals end it early.
std::optional<Diagnostic> parse(const YamlSource& source, YamlEvents& events) {
  try {
    std::ispanstream stream(std::span<const char>(source.text.data(), source.text.size()));
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const Refused& refused) {
    const std::uint32_t offset = refused.diagnostic.span.begin - source.text_begin;
    const auto cause = refused.may_be_consequence ? unclosed_before(source, offset) : std::nullopt;
    return cause.value_or(refused.diagnostic);
  } catch (const YAML::Exception& exception) {
    const std::uint32_t offset =
        exception.mark.pos < 0 ? events.cursor() : static_cast<std::uint32_t>(exception.mark.pos);
    return explain_complaint(source, {exception.msg, offset, events.cursor()});
  }
  return std::nullopt;
}

}  // namespace

bool read_yaml(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics) {
  const YamlSource source = source_of(files, file);
  YamlEvents events(source, handler);
  if (auto mistake = parse(source, events)) {
    diagnostics.append(std::move(*mistake));
    return false;
  }
  if (events.has_content()) return true;
  Diagnostic& empty = diagnostics.add(DiagnosticCode::data_empty, Span(file, 0, 0), "the file holds no data");
  empty.help = "write the data, or remove the file";
  return false;
}

}  // namespace roadlint::engine
