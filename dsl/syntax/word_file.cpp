// Word files: lists of words that rules search texts for, one entry a line, so that people can keep them without rules.
#include "base/utf8.hpp"
#include "dsl/syntax/parse.hpp"
#include "dsl/syntax/scan.hpp"

namespace roadlint::dsl {

namespace {

/// `#` begins a comment at the start of a line or behind a blank: `C#` is a word.
std::size_t comment_begin(std::string_view line) {
  std::size_t at = line.find('#');
  while (at != std::string_view::npos && at > 0 && line[at - 1] != ' ' && line[at - 1] != '\t')
    at = line.find('#', at + 1);
  return at;
}

}  // namespace

std::vector<ast::Name> parse_words(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  std::vector<ast::Name> words;
  if (!syntax::check_rule_bytes(files, file, diagnostics)) return words;
  const std::string_view bytes = files.file(file).bytes();
  std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    const std::string_view word = utf8::trimmed(line.substr(0, comment_begin(line)));
    if (!word.empty()) {
      const auto offset = static_cast<std::uint32_t>(word.data() - bytes.data());
      words.push_back({std::string(word), Span(file, offset, offset + static_cast<std::uint32_t>(word.size()))});
    }
    begin = end + 1;
  }
  return words;
}

}  // namespace roadlint::dsl
