// See expression_writer.hpp: single values.
#include "tests/twin/expression_writer.hpp"

namespace roadlint::twin {

using dsl::Type;
using dsl::TypeKind;

namespace {

const char* limit_name(TypeKind kind) {
  switch (kind) {
    case TypeKind::boolean:
      return "limit_boolean";
    case TypeKind::number:
      return "limit_number";
    case TypeKind::percent:
      return "limit_percent";
    case TypeKind::factor:
      return "limit_factor";
    case TypeKind::money:
      return "limit_money";
    case TypeKind::quantity:
      return "limit_quantity";
    case TypeKind::date:
      return "limit_date";
    case TypeKind::deadline:
      return "limit_deadline";
    case TypeKind::duration:
      return "limit_duration";
    default:
      return "limit_text";
  }
}

const std::vector<std::string>& literals_of(TypeKind kind) {
  static const std::vector<std::string> none;
  static const std::vector<std::string> numbers = {"0", "1", "2", "3", "1.5", "(1/6)", "4000"};
  static const std::vector<std::string> percents = {"50 %", "10 %", "0 %", "100 %"};
  static const std::vector<std::string> moneys = {"1 EUR", "100 EUR", "1.5 million EUR", "0 EUR", "2 EUR"};
  static const std::vector<std::string> dates = {"2028-Q4", "2028-06", "2028-06-30", "2027-01", "as_of"};
  static const std::vector<std::string> durations = {"1 month", "31 days", "18 months", "2 years"};
  static const std::vector<std::string> texts = {"\"alpha\"", "\"beta\"", "\"T0-1\"", "\"GW\"", "\"\""};
  switch (kind) {
    case TypeKind::number:
      return numbers;
    case TypeKind::percent:
      return percents;
    case TypeKind::money:
      return moneys;
    case TypeKind::date:
      return dates;
    case TypeKind::duration:
      return durations;
    case TypeKind::text:
      return texts;
    default:
      return none;
  }
}

bool can_be_summed(TypeKind kind) {
  return kind == TypeKind::number || kind == TypeKind::percent || kind == TypeKind::money || kind == TypeKind::quantity;
}

}  // namespace

Node ExpressionWriter::literal(const Type& type) {
  const std::vector<std::string>& literals = literals_of(type.kind);
  const bool is_text = type.kind == TypeKind::text && !are_texts_allowed_;
  const bool has_literals = !literals.empty() && !is_text;
  return Node{sort_of(type), has_literals && random_.chance(75) ? random_.pick(literals) : limit_name(type.kind)};
}

Node ExpressionWriter::value(const Type& type, int depth) {
  if (type.kind == TypeKind::boolean && depth > 0) return condition(depth);
  if (random_.chance(depth > 0 ? 40 : 75)) {
    if (auto found = path([&](const Type& reached) { return is_like(reached, type); })) return std::move(found->node);
  }
  if (depth > 0) {
    if (auto found = compound(type, depth)) return std::move(*found);
  }
  return literal(type);
}

TypedNode ExpressionWriter::any_value(int depth) {
  if (random_.chance(65)) {
    if (auto found = path(is_single)) return std::move(*found);
  }
  static const std::vector<TypeKind> kinds = {TypeKind::number,   TypeKind::number,   TypeKind::percent,
                                              TypeKind::money,    TypeKind::quantity, TypeKind::date,
                                              TypeKind::deadline, TypeKind::duration, TypeKind::text};
  const Type type = Type::of(random_.pick(kinds));
  return {value(type, depth), type};
}

std::optional<Node> ExpressionWriter::compound(const Type& type, int depth) {
  if (random_.chance(12)) return conditional(type, depth);
  if (random_.chance(15)) {
    if (auto found = call(type, depth)) return found;
  }
  if (random_.chance(25)) {
    if (auto found = aggregate(type, depth)) return found;
  }
  switch (type.kind) {
    case TypeKind::number:
      return calculated_number(depth);
    case TypeKind::percent:
    case TypeKind::money:
    case TypeKind::quantity:
      return amount(type, depth);
    case TypeKind::date:
    case TypeKind::deadline:
    case TypeKind::duration:
      return calendar(type, depth);
    case TypeKind::text:
      return text(depth);
    default:
      return std::nullopt;
  }
}

Node ExpressionWriter::function(const char* name, Node argument, TypeKind result) {
  return Node{sort_of(Type::of(result)), std::string(name) + "(", std::move(argument), ")"};
}

Node ExpressionWriter::conditional(const Type& type, int depth) {
  return Node{sort_of(type),          "(if ",   condition(depth - 1),   " then ",
              value(type, depth - 1), " else ", value(type, depth - 1), ")"};
}

std::optional<Node> ExpressionWriter::call(const Type& result, int depth) {
  std::vector<KnownDefinition> fitting;
  for (const KnownDefinition& definition : definitions_) {
    if (is_like(definition.result, result)) fitting.push_back(definition);
  }
  if (fitting.empty()) return std::nullopt;
  const KnownDefinition& definition = random_.pick(fitting);
  Node node = Node{sort_of(result), definition.name + "("};
  for (std::size_t index = 0; index < definition.parameters.size(); ++index) {
    const Type& parameter = definition.parameters[index];
    std::optional<TypedNode> argument;
    if (parameter.is_list) {
      argument = list_of(parameter.element(), depth - 1);
    } else if (parameter.kind == TypeKind::record) {
      argument = path([&](const Type& type) { return is_like(type, parameter); });
    } else {
      argument = TypedNode{value(parameter, depth - 1), parameter};
    }
    if (!argument) return std::nullopt;
    if (index > 0) node.add(", ");
    node.add(std::move(argument->node));
  }
  node.add(")");
  return node;
}

std::optional<Node> ExpressionWriter::aggregate(const Type& type, int depth) {
  static const std::vector<std::string> totals = {"sum(", "avg(", "min(", "max(", "sum(distinct ", "avg(distinct "};
  static const std::vector<std::string> extremes = {"min(", "max("};
  const bool has_total = can_be_summed(type.kind) || type.kind == TypeKind::factor;
  const bool has_extreme = type.kind != TypeKind::text && type.kind != TypeKind::boolean;
  if (!has_extreme) return std::nullopt;
  const auto list = list_of(type, depth - 1);
  if (!list) return std::nullopt;
  return Node{sort_of(type), random_.pick(has_total ? totals : extremes), list->node, ")"};
}

std::optional<Node> ExpressionWriter::calculated_number(int depth) {
  static const std::vector<const char*> operations = {" + ", " - ", " * ", " / "};
  const Type number = Type::of(TypeKind::number);
  switch (random_.below(10)) {
    case 0:
    case 1:
      return Node{sort_of(number),          "(", value(number, depth - 1), random_.pick(operations),
                  value(number, depth - 1), ")"};
    case 2:
    case 3:
    case 4: {
      const auto list = any_list(depth - 1);
      if (!list) return std::nullopt;
      return Node{"number", random_.chance(40) ? "count(distinct " : "count(", list->node, ")"};
    }
    case 5:
      return function("length", value(Type::of(TypeKind::text), depth - 1), TypeKind::number);
    case 6:
      if (random_.chance(40)) return function("days", value(Type::of(TypeKind::duration), depth - 1), TypeKind::number);
      return function("year", value(Type::of(random_.chance(50) ? TypeKind::date : TypeKind::deadline), depth - 1),
                      TypeKind::number);
    case 7:
      return function("amount", value(Type::of(random_.chance(50) ? TypeKind::quantity : TypeKind::money), depth - 1),
                      TypeKind::number);
    case 8:
      return Node{"number", "(-", value(number, depth - 1), ")"};
    default: {
      const Type type = Type::of(random_.chance(50) ? TypeKind::quantity : TypeKind::money);
      return Node{sort_of(number), "(", value(type, depth - 1), " / ", value(type, depth - 1), ")"};
    }
  }
}

/// Percentages, money and quantities.
std::optional<Node> ExpressionWriter::amount(const Type& type, int depth) {
  const Type number = Type::of(TypeKind::number);
  const Type percent = Type::of(TypeKind::percent);
  const bool is_percent = type.kind == TypeKind::percent;
  switch (random_.below(6)) {
    case 0:
    case 1:
      return Node{sort_of(type),          "(", value(type, depth - 1), random_.chance(50) ? " + " : " - ",
                  value(type, depth - 1), ")"};
    case 2: {
      const Type other = type.kind == TypeKind::quantity ? (random_.chance(50) ? number : percent) : type;
      return Node{sort_of(type),           "(", value(type, depth - 1), random_.chance(50) ? " + " : " - ",
                  value(other, depth - 1), ")"};
    }
    case 3: {
      const Type scale = is_percent || random_.chance(50) ? percent : number;
      return Node{sort_of(type), "(", value(scale, depth - 1), " * ", value(type, depth - 1), ")"};
    }
    case 4:
      return Node{
          sort_of(type), "(", value(type, depth - 1), " / ", value(is_percent ? number : percent, depth - 1), ")"};
    default:
      return Node{sort_of(type), "(-", value(type, depth - 1), ")"};
  }
}

std::optional<Node> ExpressionWriter::calendar(const Type& type, int depth) {
  const Type duration = Type::of(TypeKind::duration);
  const Type date = Type::of(TypeKind::date);
  const Type any_date = random_.chance(50) ? date : Type::of(TypeKind::deadline);
  if (type.kind != TypeKind::duration) {
    if (type.kind == TypeKind::date && random_.chance(40)) {
      const char* name = random_.chance(50) ? "start" : "end";
      return function(name, value(any_date, depth - 1), TypeKind::date);
    }
    return Node{sort_of(type),
                "(",
                value(type, depth - 1),
                random_.chance(60) ? " + " : " - ",
                value(duration, depth - 1),
                ")"};
  }
  switch (random_.below(3)) {
    case 0:
      return Node{sort_of(type), "(", value(any_date, depth - 1), " - ", value(date, depth - 1), ")"};
    case 1:
      return Node{sort_of(type),
                  "(",
                  random_.chance(70) ? Node("2") : value(Type::of(TypeKind::number), depth - 1),
                  " * ",
                  value(duration, depth - 1),
                  ")"};
    default:
      return Node{sort_of(type),
                  "(",
                  value(duration, depth - 1),
                  random_.chance(50) ? " + " : " - ",
                  value(duration, depth - 1),
                  ")"};
  }
}

std::optional<Node> ExpressionWriter::text(int depth) {
  switch (random_.below(6)) {
    case 0:
      return function("lower", value(Type::of(TypeKind::text), depth - 1), TypeKind::text);
    case 1:
      if (random_.chance(40)) {
        return Node{"text", "first_match(", value(Type::of(TypeKind::text), depth - 1),
                    random_.chance(60) ? ", some_words)" : ", some_pattern)"};
      }
      return function("unit", value(Type::of(TypeKind::quantity), depth - 1), TypeKind::text);
    case 2:
      return function("text", any_value(depth - 1).node, TypeKind::text);
    case 3:
    case 4: {
      const auto record = path([](const Type& type) { return is_single(type) && type.kind == TypeKind::record; });
      if (!record) return std::nullopt;
      return function("id", record->node, TypeKind::text);
    }
    default: {
      const auto list = any_list(depth - 1);
      if (!list) return std::nullopt;
      return Node{"text", random_.chance(50) ? "list(distinct " : "list(", list->node, ")"};
    }
  }
}

}  // namespace roadlint::twin
