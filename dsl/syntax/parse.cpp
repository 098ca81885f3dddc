// The loops around the grammar: items of a file, statements of a rule, fields of an entity, rows of a table. Each piece
// is parsed on its own; after a mistake the loop takes up again at the next line that begins like a piece, so every
// independent mistake of a file is reported once.
#include "dsl/syntax/parse.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/edit_distance.hpp"
#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "dsl/syntax/expression.hpp"
#include "dsl/syntax/scan.hpp"
#include "dsl/syntax/statement.hpp"
#include "dsl/syntax/words.hpp"

namespace roadlint::dsl {
namespace {

using namespace syntax;

/// What a loop is made of, for recovery: the words or the sign with which a piece begins.
enum class Piece { item, statement, field, row, document_line };

class Parser {
 public:
  Parser(const SourceFiles& files, FileId file, Diagnostics& diagnostics)
      : diagnostics_(diagnostics),
        begin_(files.file(file).bytes().data()),
        end_(begin_ + files.file(file).bytes().size()) {
    tree_.file = file;
    session_.file = file;
    session_.begin = begin_;
    session_.tree = &tree_;
    at_ = begin_;
    session_.reserve(files.file(file).bytes().size());
    if (files.file(file).bytes().starts_with("\xEF\xBB\xBF")) at_ += 3;
  }

  ast::File run() {
    for (skip_blanks(); at_ != end_; skip_blanks()) parse_item();
    return std::move(tree_);
  }

 private:
  // --- reading -------------------------------------------------------------------------------------------------

  void skip_blanks() {
    while (at_ != end_) {
      if (*at_ == '#') {
        at_ = std::find(at_, end_, '\n');
      } else if (std::string_view(" \t\r\n\f\v").find(*at_) != std::string_view::npos) {
        ++at_;
      } else {
        return;
      }
    }
  }

  [[nodiscard]] std::string_view next_word() const { return word_at(at_, end_); }
  [[nodiscard]] bool is_at_line_start(Iterator at) const { return at == begin_ || at[-1] == '\n'; }

  /// Parses one piece with a rule of the grammar. A mistake is reported, and parsing moves to the next piece.
  template <typename Rule, typename Node>
  bool parse_piece(const Rule& rule, Node& node, Piece piece) {
    const Iterator start = at_;
    session_.depth = 0;
    try {
      if (x3::phrase_parse(at_, end_, x3::with<session_tag>(std::ref(session_))[x3::eps > rule], skipper, node)) {
        return true;
      }
      report_expected(start, at_, rule.name);
    } catch (const x3::expectation_failure<Iterator>& failure) {
      at_ = failure.where();
      report_expected(start, failure.where(), failure.which());
    } catch (const GrammarError& error) {
      at_ = error.where;
      diagnostics_.add(DiagnosticCode::rule_syntax, token_span(error.where), error.message).help = error.help;
    }
    recover(start, piece);
    note_lost_words(start);
    return false;
  }

  /// What could not be read may have defined any of its words.
  void note_lost_words(Iterator from) {
    while (from < at_) {
      const std::string_view word = word_at(from, at_);
      if (!word.empty()) lost_words_->emplace(word);
      const std::string_view rule_name = rule_name_at(from, at_);
      if (rule_name.size() > word.size()) lost_words_->emplace(rule_name);
      from += std::max<std::size_t>(word.size(), 1);
    }
  }

  // --- reporting -----------------------------------------------------------------------------------------------

  /// The word, number or sign at a place.
  [[nodiscard]] Span token_span(Iterator at) const {
    if (at == end_) return session_.span(at, at);
    const std::string_view word = word_at(at, end_);
    if (!word.empty()) return session_.span(at, at + word.size());
    std::size_t offset = 0;
    static_cast<void>(utf8::next_code_point({at, static_cast<std::size_t>(end_ - at)}, offset));
    return session_.span(at, at + offset);
  }

  /// Something else stands where `expected` must stand. What is missing at the end of a line is marked there.
  void report_expected(Iterator start, Iterator where, std::string expected) {
    at_ = where;
    skip_blanks();
    const Iterator token = at_;
    const Iterator previous = end_of_previous_token(begin_, token);
    const bool is_missing = token == end_ || (token != start && std::find(previous, token, '\n') != token);
    if (is_use_of_reserved_name(previous)) return;
    if (!is_missing && report_reserved_name(token, expected)) return;
    const Span span = token_span(token);
    std::string found = "the end of the file";
    if (token != end_) {
      const std::string_view text(begin_ + span.begin, span.end - span.begin);
      found = text == "`" ? "a back-tick" : "`" + utf8::printable(text) + "`";
    }
    Span place = span;
    if (is_missing && previous != begin_) place = session_.span(previous - 1, previous);
    diagnostics_.add(DiagnosticCode::rule_syntax, place,
                     "expected " + plain_name(std::move(expected)) + ", found " + found);
  }

  /// A reserved word where a name must stand, also behind a comma of a list of names.
  bool report_reserved_name(Iterator token, std::string_view expected) {
    if (token != end_ && *token == ',' && expected == "a closing `)`") {
      token = std::find_if_not(token + 1, end_, [](char character) { return character == ' '; });
    } else if (std::find(name_rules.begin(), name_rules.end(), expected) == name_rules.end()) {
      return false;
    }
    const std::string_view word = word_at(token, end_);
    const bool is_on_later_line = std::find(end_of_previous_token(begin_, token), token, '\n') != token;
    if (!is_reserved_word(word) || is_on_later_line) return false;
    diagnostics_
        .add(DiagnosticCode::rule_syntax, token_span(token),
             "`" + std::string(word) + "` is a reserved word and cannot be a name")
        .help = "choose another name";
    reserved_names_.emplace(word);
    return true;
  }

  /// Whether the word before a place is a reserved word that has been reported where it is declared.
  [[nodiscard]] bool is_use_of_reserved_name(Iterator end_of_word) const {
    Iterator first = end_of_word;
    while (first != begin_ && is_word_character(first[-1])) --first;
    return reserved_names_.contains(std::string(first, end_of_word));
  }

  /// The grammar's names for single signs are put in back-ticks.
  static std::string plain_name(std::string expected) {
    if (expected.size() > 2 && (expected.front() == '\'' || expected.front() == '"')) {
      expected.front() = '`';
      expected.back() = '`';
    }
    return expected;
  }

  // --- recovery ------------------------------------------------------------------------------------------------

  [[nodiscard]] bool begins_piece(Iterator line, Iterator first, Piece piece) const {
    if (first == end_) return true;
    const std::string_view word = word_at(first, end_);
    if (first == line && is_one_of(top_level_words, word)) return true;
    if (piece == Piece::item) return false;
    if (*first == '}') return true;
    if (piece == Piece::statement) return is_one_of(statement_words, word);
    if (piece == Piece::row) return *first == '|';
    if (piece == Piece::document_line) return is_one_of(document_words, word);
    const Iterator after = std::find_if_not(first + word.size(), end_, [](char c) { return c == ' '; });
    return !word.empty() && after != end_ && *after == ':';
  }

  /// Moves to the next line, from the place of the mistake on, that begins like a piece.
  void recover(Iterator start, Piece piece) {
    const Iterator mistake = at_;
    move_to_next_piece(start, piece);
    has_passed_brace_ = has_passed_brace_ || std::find(mistake, at_, '}') != at_;
  }

  void move_to_next_piece(Iterator start, Piece piece) {
    Iterator line = at_;
    while (line != begin_ && line[-1] != '\n') --line;
    for (;;) {
      const Iterator first = std::find_if_not(line, end_, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
      if (first > start && first >= at_ && begins_piece(line, first, piece)) {
        at_ = first;
        return;
      }
      line = std::find(line, end_, '\n');
      if (line == end_) {
        at_ = end_;
        return;
      }
      ++line;
    }
  }

  /// The brace behind which the head of a block has just been read.
  [[nodiscard]] Iterator last_brace() const { return end_of_previous_token(begin_, at_) - 1; }

  // --- loops ---------------------------------------------------------------------------------------------------

  /// Parses pieces up to the closing brace. Returns false when a piece could not be read.
  template <typename Step>
  bool parse_block(Iterator open, Step step) {
    bool is_whole = true;
    has_passed_brace_ = false;
    for (;;) {
      skip_blanks();
      const bool is_next_item = at_ != end_ && is_at_line_start(at_) && is_one_of(top_level_words, next_word());
      if (at_ == end_ || (is_next_item && !is_field_line())) {
        if (has_passed_brace_) return false;  // it stood behind a mistake that has been reported
        Diagnostic& diagnostic =
            diagnostics_.add(DiagnosticCode::rule_syntax, session_.span(open, open + 1), "this `{` has no closing `}`");
        diagnostic.help = "close it before the next item begins at the start of a line";
        return false;
      }
      if (*at_ == '}') {
        ++at_;
        return is_whole;
      }
      is_whole = step() && is_whole;
    }
  }

  [[nodiscard]] bool is_field_line() const {
    const Iterator after = at_ + next_word().size();
    return after != end_ && *after == ':';
  }

  void parse_item() {
    const Iterator start = at_;
    const std::string_view word = next_word();
    if (!is_one_of(top_level_words, word) && word != document_word) {
      report_unknown_word({top_level_words.begin(), top_level_words.end()},
                          "`rule`, `entity` or another word that begins an item");
      if (at_ == start && at_ != end_) ++at_;
      recover(start, Piece::item);
      note_lost_words(start);
      return;
    }
    at_ += word.size();
    parse_item_after(word);
  }

  /// A word that begins nothing, at the place itself.
  void report_unknown_word(const std::vector<std::string>& known, const std::string& expected) {
    const Span span = token_span(at_);
    const std::string text(begin_ + span.begin, span.end - span.begin);
    Diagnostic& diagnostic = diagnostics_.add(DiagnosticCode::rule_syntax, span,
                                              "expected " + expected + ", found `" + utf8::printable(text) + "`");
    if (const auto nearest = nearest_name(text, known)) diagnostic.help = "did you mean `" + *nearest + "`?";
  }

  bool parse_item_after(std::string_view word) {
    if (word == "model") return parse_piece(single_name, tree_.model, Piece::item);
    if (word == "pack") return parse_piece(single_name, tree_.pack, Piece::item);
    if (word == "languages") return parse_piece(language_names, tree_.languages, Piece::item);
    if (word == "use") return parse_into(use, tree_.uses);
    if (word == "enum") return parse_into(enumeration, tree_.enumerations);
    if (word == "param") return parse_into(parameter, tree_.parameters);
    if (word == "words") return parse_into(word_list, tree_.word_lists);
    if (word == "pattern") return parse_into(pattern, tree_.patterns);
    if (word == "define") return parse_into(definition, tree_.definitions);
    if (word == "entity") return parse_table(table_head, ast::TableKind::entity);
    if (word == "record") return parse_table(record_head, ast::TableKind::record);
    if (word == "policy") return parse_table(policy_head, ast::TableKind::policy);
    if (word == "rule") return parse_rule();
    if (word == "family") return parse_family();
    if (word == document_word) return parse_document();
    return parse_members();
  }

  template <typename Rule, typename Node>
  bool parse_into(const Rule& rule, std::vector<Node>& nodes) {
    Node node;
    if (!parse_piece(rule, node, Piece::item)) return false;
    nodes.push_back(std::move(node));
    return true;
  }

  template <typename Rule>
  bool parse_table(const Rule& head, ast::TableKind kind) {
    ast::Table table;
    if (!parse_piece(head, table, Piece::item)) return false;
    table.kind = kind;
    table.is_damaged = !parse_block(last_brace(), [&] {
      ast::FieldDeclaration declaration;
      const bool is_read = parse_piece(field, declaration, Piece::field);
      if (is_read) table.fields.push_back(std::move(declaration));
      skip_blanks();
      if (at_ != end_ && *at_ == ',') ++at_;
      return is_read;
    });
    tree_.tables.push_back(std::move(table));
    return !tree_.tables.back().is_damaged;
  }

  /// Statements of a rule or family, whose head has just been read.
  bool parse_statements(ast::Rule& rule) {
    lost_words_ = &rule.lost_words;
    rule.statements.reserve(10);  // few rules have more
    rule.is_damaged = !parse_block(last_brace(), [&] {
      ast::Statement node;
      const Iterator start = at_;
      if (!is_one_of(statement_words, next_word())) {
        report_unknown_word({statement_words.begin(), statement_words.end()},
                            "a statement such as `for`, `require` or `message`");
        recover(start, Piece::statement);
        note_lost_words(start);
        return false;
      }
      if (!parse_piece(statement, node, Piece::statement)) return false;
      rule.statements.push_back(std::move(node));
      return true;
    });
    lost_words_ = &tree_.lost_words;
    return !rule.is_damaged;
  }

  bool parse_rule() {
    ast::Rule rule;
    if (!parse_piece(rule_head, rule.id, Piece::item)) return false;
    const bool is_whole = parse_statements(rule);
    tree_.rules.push_back(std::move(rule));
    return is_whole;
  }

  bool parse_family() {
    ast::Family family;
    if (!parse_piece(family_head, family, Piece::item)) return false;
    const bool is_whole = parse_statements(family.body);
    tree_.families.push_back(std::move(family));
    return is_whole;
  }

  bool parse_members() {
    ast::Members members;
    if (!parse_piece(rule_head, members.family, Piece::item)) return false;
    const bool is_whole = parse_block(last_brace(), [&] {
      ast::Member row;
      if (!parse_piece(member_row, row, Piece::row)) return false;
      members.rows.push_back(std::move(row));
      return true;
    });
    tree_.members.push_back(std::move(members));
    return is_whole;
  }

  bool parse_document() {
    ast::Document document;
    if (!parse_piece(document_head, document.name, Piece::item)) return false;
    document.is_damaged = !parse_block(last_brace(), [&] {
      ast::DocumentLine line;
      const Iterator start = at_;
      if (!is_one_of(document_words, next_word())) {
        report_unknown_word({document_words.begin(), document_words.end()}, "`title`, `paragraph` or `unread`");
        recover(start, Piece::document_line);
        return false;
      }
      if (!parse_piece(document_line, line, Piece::document_line)) return false;
      document.lines.push_back(std::move(line));
      return true;
    });
    tree_.documents.push_back(std::move(document));
    return !tree_.documents.back().is_damaged;
  }

  Diagnostics& diagnostics_;
  Iterator begin_;
  Iterator end_;
  Iterator at_ = nullptr;
  ast::File tree_;
  Session session_;
  /// Whether recovery has passed over a brace since the block began.
  bool has_passed_brace_ = false;
  /// Reserved words that the file tried to use as names.
  std::set<std::string> reserved_names_;
  std::set<std::string, std::less<>>* lost_words_ = &tree_.lost_words;
};

}  // namespace

ast::File parse(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  if (!check_rule_bytes(files, file, diagnostics)) {
    ast::File unreadable;
    unreadable.file = file;
    unreadable.lacks_used_file = true;
    return unreadable;
  }
  return Parser(files, file, diagnostics).run();
}

}  // namespace roadlint::dsl
