// One function a kind of node: see print_ast.hpp.
#include "dsl/syntax/print_ast.hpp"

#include <array>

#include "base/quoted_text.hpp"

namespace roadlint::dsl {
namespace {

std::string kind_word(ast::ExpressionKind kind) {
  constexpr std::array<std::string_view, 25> words = {
      "name",     "number",      "percent",      "money",      "date",       "duration",   "text",
      "boolean",  "list",        "field",        "closure",    "reverse",    "call",       "negative",
      "negation", "conjunction", "disjunction",  "arithmetic", "comparison", "membership", "presence",
      "matching", "difference",  "intersection", "conditional"};
  const auto index = static_cast<std::size_t>(kind);
  if (index < words.size()) return std::string(words[index]);
  return kind == ast::ExpressionKind::quantifier ? "quantifier" : "comprehension";
}

/// What the kind alone does not say: "name m", "membership not in", "quantifier exactly 2".
std::string expression_words(const ast::Expression& node) {
  using Kind = ast::ExpressionKind;
  const std::string word = kind_word(node.kind);
  const std::string negation = node.negated ? " not" : "";
  switch (node.kind) {
    case Kind::text:
      return word + " " + quoted_text(node.text);
    case Kind::call:
      return word + " " + node.text + (node.distinct ? " distinct" : "");
    case Kind::membership:
      return word + negation + " in";
    case Kind::presence:
      return word + (node.negated ? " absent" : " present");
    case Kind::matching:
      return word + negation + " matches " + node.text;
    case Kind::quantifier: {
      const bool counts = node.text == "exactly" || node.text == "least" || node.text == "most";
      return word + " " + node.text + (counts ? " " + std::to_string(node.number) : "");
    }
    case Kind::closure:
    case Kind::reverse:
    case Kind::difference:
    case Kind::intersection:
      return word;
    default:
      return node.text.empty() ? word : word + " " + node.text;
  }
}

class TreePrinter {
 public:
  TreePrinter(const SourceFiles& files, const ast::File& tree) : files_(files), tree_(tree) {}

  std::string print() {
    print_head();
    for (const ast::Enumeration& node : tree_.enumerations) print_enumeration(node);
    for (const ast::Table& node : tree_.tables) print_table(node);
    print_globals();
    for (const ast::Rule& node : tree_.rules) print_rule("rule", node, {});
    for (const ast::Family& node : tree_.families) print_rule("family", node.body, node.parameters);
    for (const ast::Members& node : tree_.members) print_members(node);
    for (const ast::Document& node : tree_.documents) print_document(node);
    return std::move(text_);
  }

 private:
  /// Nodes made while this lives are printed one level deeper.
  class Indentation {
   public:
    explicit Indentation(TreePrinter& printer) : printer_(printer) { ++printer_.depth_; }
    ~Indentation() { --printer_.depth_; }
    Indentation(const Indentation&) = delete;
    Indentation& operator=(const Indentation&) = delete;

   private:
    TreePrinter& printer_;
  };

  // --- lines ---------------------------------------------------------------------------------------------------

  void line(const std::string& words, const Span& span = {}) {
    text_.append(2 * depth_, ' ').append(words);
    if (span.is_known()) {
      const Location place = files_.locate(span);
      text_ += " " + std::to_string(place.line) + ":" + std::to_string(place.column) + "-" +
               std::to_string(place.end_line) + ":" + std::to_string(place.end_column);
    }
    text_ += '\n';
  }

  void print_name(const std::string& word, const ast::Name& name) {
    if (!name.text.empty()) line(word + " " + name.text, name.span);
  }

  void print_quoted(const std::string& word, const ast::Name& name) {
    line(word + (word.empty() ? "" : " ") + quoted_text(name.text), name.span);
  }

  static std::string damage(bool is_damaged) { return is_damaged ? " (damaged)" : ""; }

  // --- files ---------------------------------------------------------------------------------------------------

  void print_head() {
    line("file" + damage(!tree_.lost_words.empty()));
    print_name("model", tree_.model);
    print_name("pack", tree_.pack);
    for (const ast::Name& language : tree_.languages) print_name("language", language);
    for (const ast::Use& use : tree_.uses)
      print_quoted(use.kind == ast::UseKind::model ? "use model" : "use pack", use.file);
  }

  void print_globals() {
    for (const ast::Parameter& node : tree_.parameters) {
      print_name("param", node.name);
      const Indentation deeper(*this);
      print_type(node.type);
      print_expression(node.value);
    }
    for (const ast::WordList& node : tree_.word_lists) {
      print_name("words", node.name);
      const Indentation deeper(*this);
      for (const ast::Name& file : node.files) print_quoted("from", file);
      for (const ast::Name& word : node.words) print_quoted("", word);
    }
    for (const ast::Pattern& node : tree_.patterns) {
      print_name("pattern", node.name);
      const Indentation deeper(*this);
      print_quoted("", node.expression);
    }
    for (const ast::Definition& node : tree_.definitions) print_definition(node);
  }

  void print_definition(const ast::Definition& node) {
    print_name("define", node.name);
    const Indentation deeper(*this);
    for (const ast::DefinitionParameter& parameter : node.parameters) {
      print_name("parameter", parameter.name);
      const Indentation below(*this);
      print_name("policy", parameter.policy);
      if (parameter.policy.text.empty()) print_type(parameter.type);
    }
    print_expression(node.body);
  }

  // --- models --------------------------------------------------------------------------------------------------

  void print_enumeration(const ast::Enumeration& node) {
    print_name("enum", node.name);
    const Indentation deeper(*this);
    for (const ast::EnumerationMember& member : node.members) {
      print_name("member", member.name);
      const Indentation texts_deeper(*this);
      print_texts(member.texts);
    }
  }

  void print_table(const ast::Table& node) {
    constexpr std::array<std::string_view, 3> words = {"entity", "record", "policy"};
    line(std::string(words.at(static_cast<std::size_t>(node.kind))) + " " + node.name.text + damage(node.is_damaged),
         node.name.span);
    const Indentation deeper(*this);
    for (const ast::Place& place : node.places) {
      std::string way;
      for (const ast::Name& word : place.words) way += (way.empty() ? "" : ".") + word.text;
      line("place " + way, place.span);
    }
    print_fields(node.fields);
  }

  void print_fields(const std::vector<ast::FieldDeclaration>& fields) {
    for (const ast::FieldDeclaration& field : fields) {
      line("field " + field.name.text + (field.is_responsible ? " responsible" : ""), field.name.span);
      const Indentation deeper(*this);
      print_type(field.type);
    }
  }

  void print_type(const ast::TypeExpression& type) {
    std::string words = "type";
    if (type.is_list) words += " list";
    if (type.is_reference) words += " ->";
    words += type.is_record ? " record" : " " + type.name.text;
    if (!type.argument.text.empty()) words += "(" + type.argument.text + ")";
    line(words + (type.is_optional ? "?" : ""), type.span);
    const Indentation deeper(*this);
    print_fields(type.fields);
  }

  // --- rules ---------------------------------------------------------------------------------------------------

  void print_rule(const std::string& word, const ast::Rule& node, const std::vector<ast::Name>& parameters) {
    line(word + " " + node.id.text + damage(node.is_damaged), node.id.span);
    const Indentation deeper(*this);
    for (const ast::Name& parameter : parameters) print_name("parameter", parameter);
    for (const ast::Statement& statement : node.statements) print_statement(statement);
  }

  void print_statement(const ast::Statement& node) {
    line(std::string(ast::statement_word(node.kind)), node.span);
    const Indentation deeper(*this);
    for (const ast::Basis& basis : node.bases) {
      line("basis " + basis.source.text + " " + quoted_text(basis.place), basis.source.span);
    }
    print_bindings(node.bindings);
    for (const ast::ExpressionId expression : node.expressions) print_expression(expression);
    for (const ast::Name& name : node.names) print_name("word", name);
    print_texts(node.texts);
  }

  void print_members(const ast::Members& node) {
    print_name("members", node.family);
    const Indentation deeper(*this);
    for (const ast::Member& row : node.rows) {
      print_name("row", row.id);
      const Indentation below(*this);
      for (const ast::Cell& cell : row.cells) print_cell(cell);
    }
  }

  void print_cell(const ast::Cell& cell) {
    line("cell", cell.span);
    const Indentation deeper(*this);
    print_name("severity", cell.severity);
    print_name("certainty", cell.certainty);
    print_texts(cell.texts);
    print_expression(cell.expression);
  }

  void print_document(const ast::Document& node) {
    line("document " + node.name.text + damage(node.is_damaged), node.name.span);
    const Indentation deeper(*this);
    for (const ast::DocumentLine& entry : node.lines) {
      constexpr std::array<std::string_view, 3> words = {"title", "paragraph", "unread"};
      const bool has_name = entry.kind == ast::DocumentLineKind::paragraph;
      line(std::string(words.at(static_cast<std::size_t>(entry.kind))) +
               (has_name ? " " + quoted_text(entry.paragraph.text) : ""),
           entry.span);
      const Indentation below(*this);
      print_texts(entry.texts);
    }
  }

  void print_texts(const ast::LanguageTexts& texts) {
    for (const ast::LanguageText& text : texts) {
      line("language " + text.language.text, text.span);
      const Indentation deeper(*this);
      for (const ast::TextPart& part : text.parts) {
        if (part.expression == ast::no_expression) line(quoted_text(part.text));
        print_expression(part.expression);
      }
    }
  }

  // --- expressions ---------------------------------------------------------------------------------------------

  void print_bindings(const std::vector<ast::Binding>& bindings) {
    for (const ast::Binding& binding : bindings) {
      print_name("binding", binding.variable);
      const Indentation deeper(*this);
      print_expression(binding.source);
    }
  }

  void print_expression(ast::ExpressionId id) {
    if (id == ast::no_expression) return;
    const ast::Expression& node = tree_.expressions[static_cast<std::size_t>(id)];
    line(expression_words(node), node.span);
    const Indentation deeper(*this);
    print_bindings(node.bindings);
    if (node.condition != ast::no_expression) {
      line("where");
      const Indentation below(*this);
      print_expression(node.condition);
    }
    for (const ast::ExpressionId operand : node.operands) print_expression(operand);
  }

  const SourceFiles& files_;
  const ast::File& tree_;
  std::string text_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string print_ast(const SourceFiles& files, const ast::File& tree) { return TreePrinter(files, tree).print(); }

}  // namespace roadlint::dsl
