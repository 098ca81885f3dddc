// The typed program: rules with every name resolved and every type known. It is all that the engine knows of rules; it
// holds no syntax and no data. Expressions live in one arena and refer to each other by index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/basis.hpp"
#include "base/certainty.hpp"
#include "base/diagnostic.hpp"
#include "base/localized_text.hpp"
#include "dsl/typed/model.hpp"
#include "values/amounts.hpp"
#include "values/calendar.hpp"
#include "values/text_pattern.hpp"

namespace roadlint::dsl {

using ExpressionId = std::uint32_t;
using VariableId = std::uint32_t;
using PatternId = std::uint32_t;
using DefinitionId = std::uint32_t;

struct EnumerationMember {
  EnumerationId enumeration = no_id;
  std::uint32_t member = no_id;
  friend bool operator==(const EnumerationMember&, const EnumerationMember&) = default;
};

/// A value known before any data; numbers, percentages and factors are told apart by the expression's type.
using Constant = std::variant<bool, Number, Money, Quantity, CalendarPeriod, Duration, std::string, EnumerationMember>;

enum class ExpressionKind : std::uint8_t {
  constant,       // constant
  variable,       // index: VariableId
  as_of,          // the day of --as-of
  rows,           // all records of table `index`
  field,          // operands[0] . field `field` of table `index`; over a list, all results in one list
  container,      // the record of table `index` in which operands[0] stands
  closure,        // all records reached from operands[0] by field `field` of table `index`, once or more
  reverse,        // the records of table `index` whose field `field` refers to operands[0]
  dangling,       // texts of references in field `field` of table `index` of operands[0] that lead nowhere
  negation,       // not operands[0]
  conjunction,    // all operands
  disjunction,    // some operand
  comparison,     // operands[0] operation operands[1]
  membership,     // operands[0] in operands[1], negated
  presence,       // operands[0] is present, negated
  matching,       // operands[0] matches pattern `index`, negated
  negative,       // - operands[0]
  arithmetic,     // operands[0] operation operands[1]
  to_quantity,    // a number without unit or a percentage as a quantity
  difference,     // operands[0] except operands[1]
  intersection,   // operands[0] intersect operands[1]
  conditional,    // if operands[0] then operands[1] else operands[2]
  list,           // operands as a list
  quantifier,     // quantifier, count, bindings[0], condition, operands[0] the body
  comprehension,  // operands[0] for bindings where condition
  aggregate,      // aggregate over the list operands[0], distinct
  call,           // definition `index` with operands
  first_match,    // what pattern `index` finds first in operands[0]
  function,       // function of operands
};

enum class Operation : std::uint8_t {
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  add,
  subtract,
  multiply,
  divide
};
enum class Quantifier : std::uint8_t { any, all, none, exactly, at_least, at_most };
enum class Aggregate : std::uint8_t { count, sum, min, max, avg, list };
enum class Function : std::uint8_t { length, lower, year, start, end, days, amount, unit, text, id };

/// Names as written in rules ("=", "any", "count", "length").
[[nodiscard]] std::string_view operation_name(Operation operation);
[[nodiscard]] std::string_view quantifier_name(Quantifier quantifier);
[[nodiscard]] std::string_view aggregate_name(Aggregate aggregate);
[[nodiscard]] std::string_view function_name(Function function);

inline constexpr ExpressionId no_expression = no_id;

struct Binding {
  VariableId variable = no_id;
  ExpressionId source = no_expression;
};

struct Expression {
  ExpressionKind kind = ExpressionKind::constant;
  Type type;
  Span span;
  std::vector<ExpressionId> operands;
  std::uint32_t index = no_id;
  FieldId field = no_id;
  Constant constant;
  Operation operation = Operation::equal;
  Quantifier quantifier = Quantifier::any;
  Aggregate aggregate = Aggregate::count;
  Function function = Function::length;
  std::int64_t count = 0;
  bool negated = false;
  bool distinct = false;
  /// Of a `list` in a message: the language of the message. Empty where its text is a value that the rule uses, which
  /// must not depend on a language.
  std::string language;
  std::vector<Binding> bindings;
  ExpressionId condition = no_expression;
};

/// Every variable of the program has its own id: an environment is one array.
struct Variable {
  std::string name;
  Type type;
  Span span;
};

/// Literal text, or an expression to print.
struct MessagePart {
  std::string text;
  ExpressionId expression = no_expression;
};
struct MessageTemplate {
  std::string language;
  std::vector<MessagePart> parts;
};

enum class StepKind : std::uint8_t { for_each, where, let, group };

/// `key` is evaluated for each case; afterwards `variable` holds its value for the group.
struct GroupKey {
  ExpressionId key = no_expression;
  VariableId variable = no_id;
};
/// The values of `element` in the cases of a group, collected in `variable`.
struct GroupList {
  VariableId element = no_id;
  VariableId variable = no_id;
};

/// One statement that makes, keeps or widens cases.
struct Step {
  StepKind kind = StepKind::for_each;
  Span span;
  VariableId variable = no_id;              // for_each, let
  ExpressionId expression = no_expression;  // source, condition, value
  std::vector<GroupKey> keys;
  std::vector<GroupList> lists;
};

/// One `for ... require` of a rule.
struct Branch {
  Span span;
  std::vector<Step> steps;
  std::vector<ExpressionId> requirements;
  std::vector<ExpressionId> subject;
  std::vector<ExpressionId> locations;
  std::vector<MessageTemplate> message;
  std::vector<MessageTemplate> help;
  /// The variables whose records make up a case, in order: for the fingerprint.
  std::vector<VariableId> case_variables;
};

struct Paragraph {
  std::string place;
  LocalizedText title;
};

/// A document that rules come from, declared with its paragraphs so that it can be told which of them no rule answers.
struct Document {
  std::string name;
  LocalizedText title;
  /// Rules cite it at second hand.
  bool is_unread = false;
  std::vector<Paragraph> paragraphs;
  Span span;

  [[nodiscard]] const Paragraph* find_paragraph(std::string_view place) const {
    for (const Paragraph& paragraph : paragraphs) {
      if (paragraph.place == place) return &paragraph;
    }
    return nullptr;
  }
};

struct Rule {
  std::string id;
  Span span;
  std::string pack;
  /// The pack's languages, in order; never empty.
  std::vector<std::string> languages;
  Severity severity = Severity::error;
  Certainty certainty = Certainty::mechanical;
  LocalizedText title;
  std::vector<Basis> basis;
  std::vector<Branch> branches;
};

struct Parameter {
  std::string name;
  Type type;
  Constant value;
  Span span;
};

/// A word list or pattern.
struct NamedPattern {
  std::string name;
  TextPattern pattern;
  Span span;
};

struct Definition {
  std::string name;
  std::vector<VariableId> parameters;
  ExpressionId body = no_expression;
  Span span;
};

struct Program {
  Model model;
  std::vector<Expression> expressions;
  std::vector<Variable> variables;
  std::vector<Parameter> parameters;
  std::vector<NamedPattern> patterns;
  std::vector<Definition> definitions;
  std::vector<Document> documents;
  std::vector<Rule> rules;

  [[nodiscard]] const Document* find_document(std::string_view name) const {
    for (const Document& document : documents) {
      if (document.name == name) return &document;
    }
    return nullptr;
  }
  [[nodiscard]] const Expression& expression(ExpressionId id) const { return expressions[id]; }
};

}  // namespace roadlint::dsl
