// The order of the parts, the shared names, and constants read from text.
#include "dsl/check/check.hpp"

#include "base/edit_distance.hpp"
#include "dsl/check/names.hpp"

namespace roadlint::dsl {
namespace checking {

std::string_view global_kind_name(GlobalKind kind) {
  switch (kind) {
    case GlobalKind::parameter:
      return "parameter";
    case GlobalKind::pattern:
      return "word list or pattern";
    case GlobalKind::definition:
      return "definition";
    case GlobalKind::family:
      return "family";
    case GlobalKind::table:
      return "kind of record";
    case GlobalKind::enumeration:
      return "enumeration";
  }
  return "name";
}

bool Context::define(const ast::Name& name, GlobalKind kind, std::uint32_t index) {
  const auto [entry, is_new] = globals.try_emplace(name.text, Global{kind, index, name.span, false});
  if (is_new) return true;
  Diagnostic& diagnostic =
      diagnostics.add(DiagnosticCode::rule_duplicate_name, name.span, "`" + name.text + "` is defined twice");
  diagnostic.labels.push_back(
      {entry->second.span, "first defined here, as a " + std::string(global_kind_name(entry->second.kind))});
  diagnostic.help = "choose another name";
  return false;
}

std::string plain_text(Context& context, const ast::LanguageText& text, std::string_view refusal) {
  std::string words;
  bool has_expression = false;
  for (const ast::TextPart& part : text.parts) {
    words += part.text;
    has_expression = has_expression || part.expression != ast::no_expression;
  }
  if (has_expression) context.diagnostics.add(DiagnosticCode::rule_order, text.span, std::string(refusal));
  return words;
}

Global* Context::find(std::string_view name) {
  const auto entry = globals.find(name);
  return entry == globals.end() ? nullptr : &entry->second;
}

ExpressionId Context::add(Expression&& expression) {
  program.expressions.push_back(std::move(expression));
  return static_cast<ExpressionId>(program.expressions.size() - 1);
}

VariableId Context::add_variable(std::string name, Type type, Span span) {
  program.variables.push_back({std::move(name), std::move(type), span});
  return static_cast<VariableId>(program.variables.size() - 1);
}

ExpressionId Context::add_error(Span span) {
  Expression expression;
  expression.span = span;
  return add(std::move(expression));
}

void suggest(Diagnostic& diagnostic, std::string_view name, std::vector<std::string> candidates) {
  if (const auto nearest = nearest_name(name, candidates)) {
    diagnostic.help = "did you mean `" + *nearest + "`?";
  }
}

namespace {

template <typename Value>
bool take(const ReadResult<Value>& result, Constant& value) {
  if (result.is_ok) value = result.value;
  return result.is_ok;
}

template <typename Value>
bool take(const std::optional<Value>& result, Constant& value) {
  if (result) value = *result;
  return result.has_value();
}

}  // namespace

bool read_constant(const Model& model, const Type& type, std::string_view text, Constant& value) {
  constexpr NumberFormat format = NumberFormat::english;  // rule text uses the decimal point
  switch (type.kind) {
    case TypeKind::boolean:
      value = text == "true";
      return text == "true" || text == "false";
    case TypeKind::number:
      return take(read_number(text, format), value);
    case TypeKind::percent:
      return take(read_percent(text, format), value);
    case TypeKind::factor:
      return take(read_factor(text, format), value);
    case TypeKind::money:
      return take(read_money(text, format), value) &&
             (!type.currency || *type.currency == std::get<Money>(value).currency);
    case TypeKind::quantity:
      return take(read_quantity(text, format), value);
    case TypeKind::date:
    case TypeKind::deadline:
      return take(read_calendar_period(text), value);
    case TypeKind::duration:
      return take(read_duration(text), value);
    case TypeKind::text:
      value = std::string(text);
      return true;
    case TypeKind::enumeration: {
      const std::uint32_t member = model.enumerations[type.index].find_member(text);
      value = EnumerationMember{type.index, member};
      return member != no_id;
    }
    default:
      return false;
  }
}

}  // namespace checking

Program check(const std::vector<ast::File>& files, Diagnostics& diagnostics) {
  checking::Context context(files, diagnostics);
  for (const ast::File& file : files) {
    context.lacks_used_file = context.lacks_used_file || file.lacks_used_file;
    context.lost_words.insert(file.lost_words.begin(), file.lost_words.end());
  }
  std::size_t written = 0;
  for (const ast::File& file : files) written += file.expressions.size();
  context.program.expressions.reserve(2 * written);  // families and conversions make more than are written
  checking::check_model(context);
  checking::check_globals(context);
  checking::check_documents(context);
  checking::check_rules(context);
  checking::check_rule_set(context);
  return std::move(context.program);
}

std::string set_parameter(Program& program, std::string_view name, std::string_view value) {
  std::vector<std::string> names;
  for (std::uint32_t index = 0; index < program.parameters.size(); ++index) {
    Parameter& parameter = program.parameters[index];
    names.push_back(parameter.name);
    if (parameter.name != name) continue;
    if (!checking::read_constant(program.model, parameter.type, value, parameter.value)) {
      return "`" + std::string(value) + "` is no " + type_text(program.model, parameter.type);
    }
    for (Expression& expression : program.expressions) {
      if (expression.kind == ExpressionKind::constant && expression.index == index)
        expression.constant = parameter.value;
    }
    return "";
  }
  const auto nearest = nearest_name(name, names);
  return "there is no parameter `" + std::string(name) + "`" +
         (nearest ? "; did you mean `" + *nearest + "`?" : std::string());
}

}  // namespace roadlint::dsl
