// The messages for mistakes that are known without yaml-cpp's help; explain_complaint is in yaml_complaint.cpp.
#include "engine/load/yaml_mistake.hpp"

#include <algorithm>

#include "base/limits.hpp"
#include "engine/load/back_ticks.hpp"

namespace roadlint::engine {
namespace {

Diagnostic mistake(const YamlSource& source, DiagnosticCode code, ByteRange range, std::string message,
                   std::string help) {
  Diagnostic diagnostic = make_diagnostic(code, source.span(range), std::move(message));
  diagnostic.help = std::move(help);
  return diagnostic;
}

/// The single byte at `at`, or the empty range at the end of the text.
ByteRange byte_range(const YamlSource& source, std::uint32_t at) {
  const auto size = static_cast<std::uint32_t>(source.text.size());
  return {std::min(at, size), std::min(at + 1, size)};
}

/// The first word of a range, or the whole quoted text it begins with.
ByteRange first_word(const YamlSource& source, ByteRange range) {
  const char first = yaml::byte_at(source.text, range.begin);
  if (first == '"' || first == '\'') {
    if (const auto end = yaml::quoted_end(source.text, range.begin)) return {range.begin, *end};
  }
  return {range.begin, std::min(yaml::skip_word(source.text, range.begin), range.end)};
}

bool has_document_marker(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t at = yaml::line_begin(text, begin); at <= end && at < text.size(); ++at) {
    const bool is_marker = text.substr(at, 3) == "---" || text.substr(at, 3) == "...";
    if (at >= begin && is_marker && (at == 0 || text[at - 1] == '\n')) return true;
  }
  return false;
}

}  // namespace

Diagnostic missing_colon(const YamlSource& source, ByteRange text) {
  const ByteRange key = first_word(source, text);
  const std::string word(source.part(key));
  const std::size_t colon = word.find(':');
  const bool is_quoted = word.starts_with('"') || word.starts_with('\'');
  if (colon != std::string::npos && colon > 0 && !is_quoted) {
    const auto past_colon = static_cast<std::uint32_t>(key.begin + colon + 1);
    const std::string name = word.substr(0, colon);
    return mistake(source, DiagnosticCode::data_missing_colon, {key.begin, past_colon},
                   "the colon of " + in_back_ticks(name) + " has no space behind it",
                   "write " + in_back_ticks(name + ": " + std::string(source.part({past_colon, text.end}))));
  }
  const std::uint32_t rest = yaml::skip_blanks(source.text, key.end);
  const bool has_value = rest < text.end && source.text[rest] != '#';
  const std::string value(has_value ? source.part({rest, text.end}) : "value");
  std::string help = "write " + in_back_ticks(word + ": " + value);
  if (has_value) help += ", or indent the line if it continues the text above";
  return mistake(source, DiagnosticCode::data_missing_colon, key,
                 "the key " + in_back_ticks(word) + " has no colon behind it", std::move(help));
}

Diagnostic open_quote(const YamlSource& source, std::uint32_t begin, std::uint32_t runs_into) {
  const std::uint32_t end = std::max(begin + 1, yaml::line_end(source.text, begin));
  Diagnostic diagnostic =
      mistake(source, DiagnosticCode::data_open_quote, {begin, end},
              "the text that begins with " + in_back_ticks(source.text.substr(begin, 1)) + " has no closing quote",
              "close the quote where the text ends; further lines of a quoted text are indented deeper than its key");
  if (runs_into < source.text.size()) {
    diagnostic.labels.push_back({source.span(byte_range(source, runs_into)), "it runs on into this line"});
  } else {
    diagnostic.notes.emplace_back("it runs on to the end of the file");
  }
  return diagnostic;
}

Diagnostic tab_as_indentation(const YamlSource& source, std::uint32_t tab) {
  return mistake(source, DiagnosticCode::data_tab, {tab, tab + 1}, "found a tab as indentation, expected spaces",
                 "indent with spaces");
}

Diagnostic anchor_or_alias(const YamlSource& source, std::uint32_t begin) {
  const ByteRange range = yaml::property(source.text, begin);
  const std::string kind = yaml::byte_at(source.text, begin) == '&' ? "the anchor " : "the alias ";
  return mistake(source, DiagnosticCode::data_alias, range,
                 "found " + kind + in_back_ticks(source.part(range)) + ", expected a value",
                 "write each value where it is meant; a text that begins with `&` or `*` is put in quotes");
}

Diagnostic merge_key(const YamlSource& source, ByteRange key) {
  return mistake(source, DiagnosticCode::data_alias, key, "found the merge key `<<`, expected a name",
                 "write each value where it is meant");
}

Diagnostic unknown_tag(const YamlSource& source, ByteRange tag) {
  return mistake(source, DiagnosticCode::data_tag, tag, "the tag " + in_back_ticks(source.part(tag)) + " is not known",
                 "remove the tag; a text that begins with `!` is put in quotes");
}

Diagnostic unfitting_tag(const YamlSource& source, ByteRange tag) {
  return mistake(source, DiagnosticCode::data_tag, tag,
                 "the tag " + in_back_ticks(source.part(tag)) + " does not fit the value behind it", "remove the tag");
}

Diagnostic key_without_text(const YamlSource& source, std::uint32_t begin) {
  if (const auto word = yaml::null_word(source.text, begin)) {
    return mistake(source, DiagnosticCode::data_key, *word,
                   "the key " + in_back_ticks(source.part(*word)) + " means no value, expected a name",
                   "put the key in quotes");
  }
  return mistake(source, DiagnosticCode::data_key, byte_range(source, begin),
                 "found no key before `:`, expected a name", "write `key: value`");
}

Diagnostic collection_as_key(const YamlSource& source, std::uint32_t begin) {
  const char first = yaml::byte_at(source.text, begin);
  const bool has_bracket = first == '{' || first == '[';
  return mistake(source, DiagnosticCode::data_key, byte_range(source, begin),
                 "found a mapping or list as key, expected a name",
                 has_bracket ? "put a text that begins with a bracket in quotes" : "write `key: value`");
}

Diagnostic nested_too_deeply(const YamlSource& source, std::uint32_t begin) {
  return mistake(source, DiagnosticCode::data_nesting, byte_range(source, begin),
                 "mappings and lists are nested deeper than " + std::to_string(limits::data_nesting) + " levels",
                 "write the data in fewer levels");
}

Diagnostic no_entry_before_comma(const YamlSource& source, std::uint32_t comma) {
  return mistake(source, DiagnosticCode::data_syntax, byte_range(source, comma),
                 "found nothing before `,`, expected an entry", "remove the comma");
}

Diagnostic empty_block_scalar(const YamlSource& source, ByteRange header) {
  return mistake(source, DiagnosticCode::data_syntax, header,
                 "no indented text follows " + in_back_ticks(source.part(header)),
                 "put a text that begins with `>` or `|` in quotes");
}

Diagnostic second_document(const YamlSource& source, std::uint32_t first_end, std::uint32_t begin) {
  if (has_document_marker(source.text, first_end, begin)) {
    return mistake(source, DiagnosticCode::data_several_documents, {begin, yaml::skip_word(source.text, begin)},
                   "a second document begins here, expected one", "put each document in a file of its own");
  }
  const ByteRange line = {begin, yaml::line_end(source.text, begin)};
  return mistake(source, DiagnosticCode::data_syntax, line,
                 "found " + in_back_ticks(source.part(line)) + " behind the end of the document",
                 "indent the line like those it belongs to; one mapping or list holds the whole document");
}

}  // namespace roadlint::engine
