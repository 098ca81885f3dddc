// Instances of families: a copy of the family's syntax in which names of parameters are replaced by the cells of a row.
#include "dsl/check/family.hpp"

#include <algorithm>

#include "base/limits.hpp"

namespace roadlint::dsl::checking {
namespace {

/// What stands for a parameter: an expression of the members' file, or texts by language.
struct Argument {
  std::string parameter;
  const ast::Cell* cell = nullptr;
};

class Instance {
 public:
  Instance(const ast::File& family_file, const ast::File& members_file, std::vector<Argument> arguments,
           Diagnostics& diagnostics)
      : family_file_(family_file),
        members_file_(members_file),
        arguments_(std::move(arguments)),
        diagnostics_(diagnostics) {
    target_.file = family_file.file;
    target_.pack = members_file.pack;
    target_.languages = members_file.languages;
  }

  /// The rule that a row makes; `expected_expressions` is a guess how many expressions it has.
  ast::File build(const ast::Rule& body, const ast::Member& row, std::size_t expected_expressions) {
    target_.expressions.reserve(expected_expressions);
    ast::Rule rule;
    rule.id = row.id;
    rule.is_damaged = body.is_damaged;
    rule.lost_words = body.lost_words;
    rule.statements.reserve(body.statements.size() + 3);  // title, bases and severity come from the row
    for (const ast::Statement& statement : body.statements) rule.statements.push_back(copied(statement));
    add_row_statements(rule, row);
    rule.lost_words.insert(misused_.begin(), misused_.end());
    target_.rules.push_back(std::move(rule));
    return std::move(target_);
  }

 private:
  [[nodiscard]] const Argument* argument(std::string_view name) const {
    for (const Argument& entry : arguments_) {
      if (entry.parameter == name) return &entry;
    }
    return nullptr;
  }

  ast::ExpressionId add(ast::Expression expression) {
    target_.expressions.push_back(std::move(expression));
    return static_cast<ast::ExpressionId>(target_.expressions.size() - 1);
  }

  /// Copies a cell's expression as it stands.
  ast::ExpressionId copied_cell(ast::ExpressionId id) {
    if (id == ast::no_expression) return id;
    ast::Expression node = members_file_.expressions[static_cast<std::size_t>(id)];
    for (ast::ExpressionId& operand : node.operands) operand = copied_cell(operand);
    for (ast::Binding& binding : node.bindings) binding.source = copied_cell(binding.source);
    node.condition = copied_cell(node.condition);
    return add(std::move(node));
  }

  ast::ExpressionId misused(const Argument& entry, Span use, const std::string& need) {
    Diagnostic& diagnostic = diagnostics_.add(DiagnosticCode::rule_family, entry.cell->span,
                                              "`" + entry.parameter + "` must be " + need + " here");
    diagnostic.labels.push_back({use, "used here"});
    // A lost word: nothing more is reported about it.
    ast::Expression placeholder;
    placeholder.text = entry.parameter;
    placeholder.span = entry.cell->span;
    misused_.push_back(entry.parameter);
    return add(std::move(placeholder));
  }

  /// The words of a path such as `roadmap.vision`; empty when the cell is no path.
  [[nodiscard]] std::vector<const ast::Expression*> path_words(const Argument& entry) const {
    std::vector<const ast::Expression*> words;
    ast::ExpressionId id = entry.cell->expression;
    while (id != ast::no_expression) {
      const ast::Expression& node = members_file_.expressions[static_cast<std::size_t>(id)];
      words.push_back(&node);
      if (node.kind == ast::ExpressionKind::name) break;
      if (node.kind != ast::ExpressionKind::field) return {};
      id = node.operands[0];
    }
    std::reverse(words.begin(), words.end());
    return words;
  }

  /// `entity(path)`: the word with which the path begins.
  ast::ExpressionId entity_of(const Argument& entry, Span use) {
    const auto words = path_words(entry);
    if (words.empty()) return misused(entry, use, "a path such as `roadmap.vision`");
    return copied_first_words(words);
  }

  /// The entity, or `policy.name`.
  ast::ExpressionId copied_first_words(const std::vector<const ast::Expression*>& words) {
    ast::Expression first = *words[0];
    ast::ExpressionId id = add(first);
    if (first.text == "policy" && words.size() > 1) id = field_of(id, *words[1]);
    return id;
  }

  ast::ExpressionId field_of(ast::ExpressionId base, const ast::Expression& word) {
    ast::Expression field = word;
    field.kind = ast::ExpressionKind::field;
    field.operands = {base};
    return add(std::move(field));
  }

  /// `r.path`: the words behind the first one, followed from `r`; a single word is the field itself.
  ast::ExpressionId field_path(ast::ExpressionId base, const Argument& entry, Span use) {
    const auto words = path_words(entry);
    if (words.size() == 1) return field_of(base, *words[0]);
    const std::size_t first = !words.empty() && words[0]->text == "policy" ? 2 : 1;
    if (words.size() <= first) return misused(entry, use, "a path such as `roadmap.vision`");
    for (std::size_t word = first; word < words.size(); ++word) base = field_of(base, *words[word]);
    return base;
  }

  ast::ExpressionId copied(ast::ExpressionId id) {
    if (id == ast::no_expression) return id;
    const ast::Expression& node = family_file_.expressions[static_cast<std::size_t>(id)];
    if (node.kind == ast::ExpressionKind::name) {
      if (const Argument* entry = argument(node.text)) {
        if (entry->cell->expression == ast::no_expression) return misused(*entry, node.span, "an expression");
        return copied_cell(entry->cell->expression);
      }
    }
    if (node.kind == ast::ExpressionKind::call && node.text == "entity" && node.operands.size() == 1) {
      const ast::Expression& operand = family_file_.expressions[static_cast<std::size_t>(node.operands[0])];
      const Argument* entry = operand.kind == ast::ExpressionKind::name ? argument(operand.text) : nullptr;
      if (entry != nullptr) return entity_of(*entry, node.span);
    }
    ast::Expression copy = node;
    for (ast::ExpressionId& operand : copy.operands) operand = copied(operand);
    for (ast::Binding& binding : copy.bindings) binding.source = copied(binding.source);
    copy.condition = copied(copy.condition);
    const Argument* field = copy.kind == ast::ExpressionKind::field ? argument(copy.text) : nullptr;
    if (field != nullptr) return field_path(copy.operands[0], *field, node.span);
    return named_by_argument(std::move(copy));
  }

  /// `matches vague` where `vague` is a parameter: the cell must be a name.
  ast::ExpressionId named_by_argument(ast::Expression copy) {
    const Argument* entry = copy.kind == ast::ExpressionKind::matching ? argument(copy.text) : nullptr;
    if (entry != nullptr) {
      const auto words = path_words(*entry);
      if (words.size() != 1) return misused(*entry, copy.text_span, "the name of a word list or pattern");
      copy.text = words[0]->text;
      copy.text_span = words[0]->span;
    }
    return add(std::move(copy));
  }

  ast::Statement copied(const ast::Statement& statement) {
    ast::Statement copy;
    copy.kind = statement.kind;
    copy.span = statement.span;
    copy.names = statement.names;
    copy.expressions = statement.expressions;
    copy.bindings = statement.bindings;
    copy.bases = statement.bases;
    for (ast::ExpressionId& expression : copy.expressions) expression = copied(expression);
    for (ast::Binding& binding : copy.bindings) binding.source = copied(binding.source);
    copy.texts.reserve(statement.texts.size());
    for (const ast::LanguageText& text : statement.texts) {
      copy.texts.push_back({text.language, copied_parts(text), text.span});
    }
    return copy;
  }

  /// Embedded parameters that stand for texts become the text in this language.
  std::vector<ast::TextPart> copied_parts(const ast::LanguageText& text) {
    std::vector<ast::TextPart> parts;
    parts.reserve(text.parts.size());
    for (const ast::TextPart& part : text.parts) {
      const ast::LanguageText* replacement = text_argument(part, text.language.text);
      if (replacement != nullptr) {
        for (const ast::TextPart& cell_part : replacement->parts) {
          parts.push_back({cell_part.text, copied_cell(cell_part.expression)});
        }
      } else {
        parts.push_back({part.text, copied(part.expression)});
      }
    }
    return parts;
  }

  const ast::LanguageText* text_argument(const ast::TextPart& part, const std::string& language) {
    if (part.expression == ast::no_expression) return nullptr;
    const ast::Expression& node = family_file_.expressions[static_cast<std::size_t>(part.expression)];
    const Argument* entry = node.kind == ast::ExpressionKind::name ? argument(node.text) : nullptr;
    if (entry == nullptr) return nullptr;
    for (const ast::LanguageText& text : entry->cell->texts) {
      if (text.language.text == language) return &text;
    }
    return nullptr;
  }

  /// Title, bases and severity from the cells behind the parameters.
  void add_row_statements(ast::Rule& rule, const ast::Member& row) {
    ast::Statement title;
    title.span = row.id.span;
    ast::Statement bases;
    bases.kind = ast::StatementKind::basis;
    bases.span = row.span;
    for (std::size_t index = arguments_.size(); index < row.cells.size(); ++index) {
      const ast::Cell& cell = row.cells[index];
      replace_word(rule, ast::StatementKind::severity, cell.severity, cell.span);
      replace_word(rule, ast::StatementKind::certainty, cell.certainty, cell.span);
      for (const ast::LanguageText& text : cell.texts) add_text_or_basis(title, bases, text);
    }
    if (!title.texts.empty()) rule.statements.insert(rule.statements.begin(), std::move(title));
    if (!bases.bases.empty()) rule.statements.insert(rule.statements.begin(), std::move(bases));
  }

  /// What a row says goes before what the family says.
  static void replace_word(ast::Rule& rule, ast::StatementKind kind, const ast::Name& word, Span span) {
    if (word.text.empty()) return;
    ast::Statement statement;
    statement.kind = kind;
    statement.span = span;
    statement.names.push_back(word);
    std::erase_if(rule.statements, [&](const auto& entry) { return entry.kind == kind; });
    rule.statements.push_back(std::move(statement));
  }

  /// `en "..."` is a title, `ZVEI "2.1"` a basis: languages are written in small letters.
  static void add_text_or_basis(ast::Statement& title, ast::Statement& bases, const ast::LanguageText& text) {
    const char first = text.language.text.front();
    if (first >= 'a' && first <= 'z') {
      title.texts.push_back(text);
    } else {
      bases.bases.push_back({text.language, text.parts.empty() ? "" : text.parts.front().text});
    }
  }

  const ast::File& family_file_;
  const ast::File& members_file_;
  std::vector<Argument> arguments_;
  Diagnostics& diagnostics_;
  std::vector<std::string> misused_;
  ast::File target_;
};

/// A family and the file it stands in.
struct FamilyPlace {
  const ast::File* file;
  const ast::Family* family;
};

void expand_row(Context& context, const FamilyPlace& place, const ast::File& file, const ast::Member& row,
                std::deque<ast::File>& instances, std::vector<RuleSource>& sources) {
  const std::vector<ast::Name>& parameters = place.family->parameters;
  if (row.cells.size() < parameters.size()) {
    Diagnostic& diagnostic = context.diagnostics.add(DiagnosticCode::rule_family, row.span,
                                                     "the family `" + place.family->body.id.text + "` needs " +
                                                         std::to_string(parameters.size()) + " cells behind the id `" +
                                                         row.id.text + "`, found " + std::to_string(row.cells.size()));
    diagnostic.labels.push_back({place.family->body.id.span, "declared here"});
    return;
  }
  std::vector<Argument> arguments;
  for (std::size_t index = 0; index < parameters.size(); ++index) {
    arguments.push_back({parameters[index].text, &row.cells[index]});
  }
  const std::size_t expected = instances.empty() ? 0 : instances.back().expressions.size();  // mostly of this family
  Instance instance(*place.file, file, std::move(arguments), context.diagnostics);
  instances.push_back(instance.build(place.family->body, row, expected));
  sources.push_back({&instances.back(), &instances.back().rules.front(), row.span});
}

void expand_members(Context& context, const std::vector<FamilyPlace>& families, const ast::File& file,
                    const ast::Members& members, std::deque<ast::File>& instances, std::vector<RuleSource>& sources) {
  Global* global = context.find(members.family.text);
  if (global == nullptr || global->kind != GlobalKind::family) {
    if (context.may_be_lost(members.family.text)) return;
    std::vector<std::string> candidates;
    for (const FamilyPlace& place : families) candidates.push_back(place.family->body.id.text);
    Diagnostic& diagnostic = context.diagnostics.add(DiagnosticCode::rule_unknown_name, members.family.span,
                                                     "there is no family `" + members.family.text + "`");
    suggest(diagnostic, members.family.text, std::move(candidates));
    return;
  }
  global->is_used = true;
  std::size_t expressions = 0;
  for (const ast::File& instance : instances) expressions += instance.expressions.size();
  for (const ast::Member& row : members.rows) {
    if (instances.size() >= limits::family_members) {
      context.diagnostics.add(DiagnosticCode::rule_family, row.span,
                              "families make more than " + std::to_string(limits::family_members) + " rules");
      return;
    }
    if (expressions >= limits::family_expressions) {
      context.diagnostics.add(
          DiagnosticCode::rule_family, row.span,
          "families make rules of more than " + std::to_string(limits::family_expressions) + " expressions");
      return;
    }
    const std::size_t before = instances.size();
    expand_row(context, families[global->index], file, row, instances, sources);
    if (instances.size() > before) expressions += instances.back().expressions.size();
  }
}

}  // namespace

void expand_families(Context& context, std::deque<ast::File>& instances, std::vector<RuleSource>& sources) {
  std::vector<FamilyPlace> families;
  for (const ast::File& file : context.files) {
    for (const ast::Family& family : file.families) {
      const auto index = static_cast<std::uint32_t>(families.size());
      if (context.define(family.body.id, GlobalKind::family, index)) families.push_back({&file, &family});
    }
  }
  for (const ast::File& file : context.files) {
    for (const ast::Members& members : file.members) {
      expand_members(context, families, file, members, instances, sources);
    }
  }
}

}  // namespace roadlint::dsl::checking
