// JSON to events, the document as a whole: what is unusual or wrong ends here, and is explained. Its one interface is
// read_json in events.hpp; well-formed files of the usual form are read by json_windows.cpp.
#include "engine/load/json_walk.hpp"

namespace roadlint::engine {
namespace {

namespace ondemand = simdjson::ondemand;

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

}  // namespace

bool read_json(const SourceFiles& files, FileId file, EventHandler& handler, Diagnostics& diagnostics) {
  const std::string_view bytes = files.file(file).bytes();
  const auto begin =
      static_cast<std::uint32_t>(bytes.starts_with(json_byte_order_mark) ? json_byte_order_mark.size() : 0);
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
