// Names of operations and the text of types.
#include "dsl/typed/program.hpp"

#include <array>

namespace roadlint::dsl {

std::string_view operation_name(Operation operation) {
  constexpr std::array<std::string_view, 10> names = {"=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/"};
  return names.at(static_cast<std::size_t>(operation));
}

std::string_view quantifier_name(Quantifier quantifier) {
  constexpr std::array<std::string_view, 6> names = {"any", "all", "none", "exactly", "at least", "at most"};
  return names.at(static_cast<std::size_t>(quantifier));
}

std::string_view aggregate_name(Aggregate aggregate) {
  constexpr std::array<std::string_view, 6> names = {"count", "sum", "min", "max", "avg", "list"};
  return names.at(static_cast<std::size_t>(aggregate));
}

std::string_view function_name(Function function) {
  constexpr std::array<std::string_view, 10> names = {"length", "lower",  "year", "start", "end",
                                                      "days",   "amount", "unit", "text",  "id"};
  return names.at(static_cast<std::size_t>(function));
}

std::string entity_text(const Model& model, Type type) {
  if (type.kind == TypeKind::record) type.index = model.current_of(type.index);
  return type_text(model, type);
}

std::string type_text(const Model& model, const Type& type) {
  constexpr std::array<std::string_view, 11> names = {"an unknown type", "bool",     "number",   "percent",
                                                      "factor",          "money",    "quantity", "date",
                                                      "deadline",        "duration", "text"};
  std::string text;
  if (type.kind == TypeKind::enumeration) {
    text = model.enumerations.at(type.index).name;
  } else if (type.kind == TypeKind::record) {
    const Table& table = model.tables.at(type.index);
    text = (table.kind == TableKind::policy ? "policy." : "") + table.name;
  } else {
    text = names.at(static_cast<std::size_t>(type.kind));
  }
  if (type.kind == TypeKind::money && type.currency) text += "(" + std::string(type.currency->text()) + ")";
  return type.is_list ? "list of " + text : text;
}

}  // namespace roadlint::dsl
