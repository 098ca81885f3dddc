// One case a kind of expression: see expression_text.hpp. The levels are those of dsl/syntax/expression_def.hpp.
#include "dsl/typed/expression_text.hpp"

#include <array>

#include "base/quoted_text.hpp"

namespace roadlint::dsl {
namespace {

/// How tightly a form binds, from loose to tight.
enum class Level : std::uint8_t {
  comprehension,
  conditional,
  disjunction,
  conjunction,
  truth,  // `not`, quantifiers
  comparison,
  set,
  sum,
  product,
  negative,
  reverse,
  path,  // names, calls, literals and what follows a dot
};

/// The next tighter level.
Level above(Level level) { return static_cast<Level>(static_cast<std::uint8_t>(level) + 1); }

/// What follows a quantifier belongs to it, so that it needs brackets unless nothing follows.
enum class Position : std::uint8_t { inner, last };

struct Written {
  std::string text;
  Level level = Level::path;
  /// Ends with a quantifier.
  bool is_open = false;
};

class ExpressionWriter {
 public:
  explicit ExpressionWriter(const Program& program) : program_(program), model_(program.model) {}

  [[nodiscard]] Written write(ExpressionId id) const {
    using Kind = ExpressionKind;
    const Expression& node = program_.expression(id);
    switch (node.kind) {
      case Kind::constant:
        return {write_constant(node)};
      case Kind::variable:
        return {program_.variables[node.index].name};
      case Kind::as_of:
        return {"as_of"};
      case Kind::rows:
        return {type_text(model_, Type::record_of(node.index))};
      case Kind::field:
        return {write_path(node)};
      case Kind::container:
        return {inner(node.operands[0], Level::path) + "." + model_.tables[model_.current_of(node.index)].name};
      case Kind::closure:
        return {write_path(node) + "+"};
      case Kind::reverse:
        return {
            model_.tables[node.index].name + "." + field_name(node) + " -> " + inner(node.operands[0], Level::reverse),
            Level::reverse};
      case Kind::dangling:
        return {"dangling(" + write_path(node) + ")"};
      case Kind::to_quantity:
        return write(node.operands[0]);
      case Kind::list:
        return {"[" + write_row(node.operands) + "]"};
      case Kind::aggregate:
        return {std::string(aggregate_name(node.aggregate)) + "(" + (node.distinct ? "distinct " : "") +
                write(node.operands[0]).text + ")"};
      case Kind::call:
        return {program_.definitions[node.index].name + "(" + write_arguments(node) + ")"};
      case Kind::first_match:
        return {"first_match(" + write(node.operands[0]).text + ", " + program_.patterns[node.index].name + ")"};
      case Kind::function:
        return {std::string(function_name(node.function)) + "(" + write_arguments(node) + ")"};
      default:
        return write_operator(node);
    }
  }

 private:
  [[nodiscard]] Written write_operator(const Expression& node) const {
    using Kind = ExpressionKind;
    switch (node.kind) {
      case Kind::negation:
        return write_negation(node);
      case Kind::negative:
        return {"-" + inner(node.operands[0], Level::negative), Level::negative};
      case Kind::conjunction:
        return write_chain(node, " and ", Level::conjunction);
      case Kind::disjunction:
        return write_chain(node, " or ", Level::disjunction);
      case Kind::comparison:
        return write_comparison(node, std::string(operation_name(node.operation)));
      case Kind::membership:
        return write_comparison(node, node.negated ? "not in" : "in");
      case Kind::presence:
        return {inner(node.operands[0], Level::set) + (node.negated ? " is absent" : " is present"), Level::comparison};
      case Kind::matching:
        return {inner(node.operands[0], Level::set) + (node.negated ? " not matches " : " matches ") +
                    program_.patterns[node.index].name,
                Level::comparison};
      case Kind::arithmetic:
        return write_arithmetic(node);
      case Kind::difference:
        return write_left_associative(node, "except", Level::set);
      case Kind::intersection:
        return write_left_associative(node, "intersect", Level::set);
      case Kind::conditional:
        return {
            "if " + inner(node.operands[0]) + " then " + inner(node.operands[1]) + " else " + inner(node.operands[2]),
            Level::conditional};
      case Kind::quantifier:
        return write_quantifier(node);
      default:
        return write_comprehension(node);
    }
  }

  // --- operands ------------------------------------------------------------------------------------------------

  /// The operand, in brackets when it binds more loosely than `least`. An operand at the end passes on that it is open.
  std::string operand(Written& whole, ExpressionId id, Level least, Position position) const {
    Written part = write(id);
    const bool needs_brackets = part.level < least || (part.is_open && position == Position::inner);
    if (needs_brackets) return "(" + part.text + ")";
    whole.is_open = whole.is_open || part.is_open;
    return part.text;
  }

  /// An operand behind which something follows.
  [[nodiscard]] std::string inner(ExpressionId id, Level least) const {
    Written whole;
    return operand(whole, id, least, Position::inner);
  }

  /// An operand that a word or a sign ends.
  [[nodiscard]] std::string inner(ExpressionId id) const {
    Written whole;
    return operand(whole, id, Level::conditional, Position::last);
  }

  [[nodiscard]] std::string write_row(const std::vector<ExpressionId>& operands) const {
    std::string text;
    for (const ExpressionId id : operands) text += (text.empty() ? "" : ", ") + inner(id);
    return text;
  }

  /// A single argument may be a comprehension without brackets of its own.
  [[nodiscard]] std::string write_arguments(const Expression& node) const {
    return node.operands.size() == 1 ? write(node.operands[0]).text : write_row(node.operands);
  }

  // --- names and literals --------------------------------------------------------------------------------------

  [[nodiscard]] std::string write_constant(const Expression& node) const {
    if (node.index != no_id) return program_.parameters[node.index].name;
    return constant_text(model_, node.type, node.constant);
  }

  [[nodiscard]] const std::string& field_name(const Expression& node) const {
    return model_.tables[node.index].fields[node.field].name;
  }

  [[nodiscard]] std::string write_path(const Expression& node) const {
    return inner(node.operands[0], Level::path) + "." + field_name(node);
  }

  // --- operators -----------------------------------------------------------------------------------------------

  /// What is negated stands in brackets, asked for or not, unless it is a single thing: `not (m.due < 2030)`.
  [[nodiscard]] Written write_negation(const Expression& node) const {
    const bool is_negation = program_.expression(node.operands[0]).kind == ExpressionKind::negation;
    return {"not " + inner(node.operands[0], is_negation ? Level::truth : Level::set), Level::truth};
  }

  /// `and` within `or` stands in brackets although it need not: readers are no programmers.
  [[nodiscard]] Written write_chain(const Expression& node, const std::string& word, Level level) const {
    Written whole{"", level};
    for (std::size_t index = 0; index < node.operands.size(); ++index) {
      const Position position = index + 1 == node.operands.size() ? Position::last : Position::inner;
      const std::string text = operand(whole, node.operands[index], Level::truth, position);
      whole.text += (index == 0 ? "" : word) + text;
    }
    return whole;
  }

  [[nodiscard]] Written write_comparison(const Expression& node, const std::string& sign) const {
    return {inner(node.operands[0], Level::set) + " " + sign + " " + inner(node.operands[1], Level::set),
            Level::comparison};
  }

  [[nodiscard]] Written write_arithmetic(const Expression& node) const {
    const bool is_product = node.operation == Operation::multiply || node.operation == Operation::divide;
    return write_left_associative(node, std::string(operation_name(node.operation)),
                                  is_product ? Level::product : Level::sum);
  }

  /// `a - b - c` is `(a - b) - c`: the left side may be of the same level.
  [[nodiscard]] Written write_left_associative(const Expression& node, const std::string& sign, Level level) const {
    return {inner(node.operands[0], level) + " " + sign + " " + inner(node.operands[1], above(level)), level};
  }

  // --- bindings ------------------------------------------------------------------------------------------------

  [[nodiscard]] std::string write_binding(const Binding& binding) const {
    return program_.variables[binding.variable].name + " in " + inner(binding.source, Level::set);
  }

  [[nodiscard]] std::string write_condition(const Expression& node) const {
    return node.condition == no_expression ? "" : " where " + inner(node.condition);
  }

  [[nodiscard]] Written write_quantifier(const Expression& node) const {
    const bool counts = node.quantifier == Quantifier::exactly || node.quantifier == Quantifier::at_least ||
                        node.quantifier == Quantifier::at_most;
    return {std::string(quantifier_name(node.quantifier)) + (counts ? " " + std::to_string(node.count) : "") + " " +
                write_binding(node.bindings[0]) + write_condition(node) + " satisfies " + inner(node.operands[0]),
            Level::truth, true};
  }

  [[nodiscard]] Written write_comprehension(const Expression& node) const {
    std::string bindings;
    for (const Binding& binding : node.bindings) bindings += (bindings.empty() ? "" : ", ") + write_binding(binding);
    return {inner(node.operands[0]) + " for " + bindings + write_condition(node), Level::comprehension};
  }

  const Program& program_;
  const Model& model_;
};

/// With the largest scale that leaves at most three digits behind the point: "1.5 million EUR".
std::string money_literal(const Money& money) {
  struct Scale {
    int exponent;
    std::string_view word;
  };
  constexpr std::array scales = {Scale{12, " trillion"}, Scale{9, " billion"}, Scale{6, " million"}};
  constexpr int most_places = 3;
  std::string amount = money.amount.exact_text();
  for (const Scale& scale : scales) {
    const Number scaled = money.amount * Number::power_of_ten(-scale.exponent);
    const bool is_readable = scaled >= Number(1) && (scaled * Number::power_of_ten(most_places)).is_integer();
    if (!is_readable) continue;
    amount = scaled.exact_text() + std::string(scale.word);
    break;
  }
  return amount + " " + std::string(money.currency.text());
}

std::string number_literal(const Type& type, const Number& number) {
  if (type.kind != TypeKind::percent) return number.exact_text();
  const std::string percent = (number * Number(100)).exact_text();
  const bool is_fraction = percent.find('/') != std::string::npos;  // such as 1/6, which no percentage says exactly
  return is_fraction ? number.exact_text() : percent + " %";
}

}  // namespace

std::string expression_text(const Program& program, ExpressionId id) {
  Written written = ExpressionWriter(program).write(id);
  return written.level == Level::comprehension ? "(" + written.text + ")" : std::move(written.text);
}

std::string constant_text(const Model& model, const Type& type, const Constant& constant) {
  if (const auto* flag = std::get_if<bool>(&constant)) return *flag ? "true" : "false";
  if (const auto* number = std::get_if<Number>(&constant)) return number_literal(type, *number);
  if (const auto* money = std::get_if<Money>(&constant)) return money_literal(*money);
  if (const auto* quantity = std::get_if<Quantity>(&constant)) {
    return quantity->amount.exact_text() + (quantity->unit.empty() ? "" : " " + quantity->unit);
  }
  if (const auto* period = std::get_if<CalendarPeriod>(&constant)) return calendar_text(*period);
  if (const auto* duration = std::get_if<Duration>(&constant)) return duration_text(*duration, "en");
  if (const auto* text = std::get_if<std::string>(&constant)) return quoted_text(*text);
  const auto& member = std::get<EnumerationMember>(constant);
  const Enumeration& enumeration = model.enumerations[member.enumeration];
  const std::string& name = enumeration.members[member.member];
  return enumeration.quoted.contains(name) ? quoted_text(name) : name;
}

}  // namespace roadlint::dsl
