// Model, names and rules, one line each: see print_typed.hpp.
#include "dsl/typed/print_typed.hpp"

#include "base/quoted_text.hpp"
#include "dsl/typed/expression_text.hpp"
#include "dsl/typed/rule_text.hpp"

namespace roadlint::dsl {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// `reserved en "reserved" de "unter Vorbehalt"`.
std::vector<std::string> members_with_names(const Enumeration& enumeration) {
  std::vector<std::string> members = enumeration.members;
  for (std::size_t index = 0; index < members.size(); ++index) {
    for (const auto& [language, name] : enumeration.names[index].entries()) {
      members[index] += " " + language + " " + quoted_text(name);
    }
  }
  return members;
}

// --- model ---------------------------------------------------------------------------------------------------------

std::string_view table_word(TableKind kind) {
  if (kind == TableKind::entity) return "entity";
  return kind == TableKind::record ? "record" : "policy";
}

/// `register.actors` is a way from the top of a document, `goal.milestones` one inside a record.
std::string place_text(const Model& model, const Place& place) {
  std::string text = place.container == no_id ? "document" : model.tables[place.container].name;
  for (const std::string& key : place.keys) text += "." + key;
  return text;
}

std::string field_type_text(const Model& model, const Field& field) {
  std::string text = field.type.is_list ? "list " : "";
  if (field.is_reference) text += "-> ";
  text += field.is_id || field.is_alias ? "id" : type_text(model, field.type.element());
  if (field.is_children) return text + "  standing in it";
  if (field.is_optional) text += "?";
  return field.is_responsible ? text + "  responsible" : text;
}

std::string print_table(const Model& model, const Table& table) {
  std::string places;
  for (const Place& place : table.places) places += (places.empty() ? " in " : ", ") + place_text(model, place);
  std::string text = std::string(table_word(table.kind)) + " " + table.name + places + "\n";
  for (const Field& field : table.fields) {
    if (!field.is_version) text += "  " + field.name + ": " + field_type_text(model, field) + "\n";
  }
  return text;
}

std::string print_model(const Model& model) {
  std::string text;
  for (const Enumeration& enumeration : model.enumerations) {
    text += "enum " + enumeration.name + "\n  " + joined(members_with_names(enumeration)) + "\n";
  }
  for (TableId table = 0; table < model.current_count; ++table) text += print_table(model, model.tables[table]);
  return text;
}

// --- documents -----------------------------------------------------------------------------------------------------

std::string print_document(const Document& document) {
  std::string text = "document " + document.name + (document.is_unread ? " unread" : "") + "\n";
  for (const Paragraph& paragraph : document.paragraphs) {
    text += "  paragraph " + quoted_text(paragraph.place);
    for (const auto& [language, title] : paragraph.title.entries()) text += " " + language + " " + quoted_text(title);
    text += "\n";
  }
  return text;
}

// --- rules ---------------------------------------------------------------------------------------------------------

std::string print_templates(const Program& program, std::string_view word, const std::vector<MessageTemplate>& texts) {
  std::string result;
  for (const MessageTemplate& text : texts) {
    result += "    " + std::string(word) + " " + text.language + " " + template_text(program, text) + "\n";
  }
  return result;
}

std::string print_branch(const Program& program, const Branch& branch) {
  std::string text = "  branch\n";
  for (const std::string& line : branch_lines(program, branch, TypeNotes::shown)) text += "    " + line + "\n";
  return text + print_templates(program, "message", branch.message) + print_templates(program, "help", branch.help);
}

}  // namespace

std::string print_typed_rule(const Program& program, const Rule& rule) {
  std::string text = "rule " + rule.id + "\n";
  for (const auto& [language, title] : rule.title.entries())
    text += "  title " + language + " " + quoted_text(title) + "\n";
  std::vector<std::string> places;
  for (const Basis& basis : rule.basis) places.push_back(basis.text());
  if (!places.empty()) text += "  basis " + joined(places) + "\n";
  text += "  severity " + std::string(severity_name(rule.severity)) + "\n";
  if (rule.certainty != Certainty::mechanical) {
    text += "  certainty " + std::string(certainty_name(rule.certainty)) + "\n";
  }
  text += "  pack " + rule.pack + " in " + joined(rule.languages) + "\n";
  for (const Branch& branch : rule.branches) text += print_branch(program, branch);
  return text;
}

std::string print_typed(const Program& program) {
  std::string text = print_model(program.model);
  for (const Parameter& parameter : program.parameters) {
    text += "param " + parameter.name + ": " + type_text(program.model, parameter.type) + " = " +
            constant_text(program.model, parameter.type, parameter.value) + "\n";
  }
  for (const NamedPattern& pattern : program.patterns) text += "pattern " + pattern.name + "\n";
  for (const Definition& definition : program.definitions) {
    text += "define " + definition_text(program, definition);
    text += " :: " + type_text(program.model, program.expression(definition.body).type) + "\n";
  }
  for (const Document& document : program.documents) text += print_document(document);
  for (const Rule& rule : program.rules) text += print_typed_rule(program, rule);
  return text;
}

}  // namespace roadlint::dsl
