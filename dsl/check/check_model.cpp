// Models: tables first by name, then their places, fields and containers, so that declarations may stand in any order.
#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "base/utf8.hpp"
#include "dsl/check/names.hpp"
#include "dsl/check/versions.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl::checking {
namespace {

struct ValueType {
  std::string_view name;
  TypeKind kind;
};

constexpr std::array value_types = {
    ValueType{"id", TypeKind::text},           ValueType{"text", TypeKind::text},
    ValueType{"bool", TypeKind::boolean},      ValueType{"number", TypeKind::number},
    ValueType{"percent", TypeKind::percent},   ValueType{"factor", TypeKind::factor},
    ValueType{"quantity", TypeKind::quantity}, ValueType{"money", TypeKind::money},
    ValueType{"date", TypeKind::date},         ValueType{"deadline", TypeKind::deadline},
    ValueType{"duration", TypeKind::duration}};

/// A table as declared, beside its number in the model.
struct Declared {
  const ast::Table* syntax;
  TableId table;
};

class ModelChecker {
 public:
  explicit ModelChecker(Context& context) : context_(context), model_(context.program.model) {}

  void run() {
    for (const ast::File& file : context_.files) {
      for (const ast::Enumeration& enumeration : file.enumerations) add_enumeration(enumeration);
      for (const ast::Table& table : file.tables) add_table(table);
    }
    for (std::size_t index = 0; index < declared_.size(); ++index) {
      add_fields(declared_[index].table, declared_[index].syntax->fields);
    }
    for (const Declared& declared : declared_) add_places(declared);
    add_earlier_version(model_);
    add_containers();
    report_records_within_themselves();
    report_references_without_id();
  }

 private:
  Diagnostic& report(Span span, std::string message) {
    return context_.diagnostics.add(DiagnosticCode::rule_model, span, std::move(message));
  }

  void add_enumeration(const ast::Enumeration& syntax) {
    Enumeration enumeration;
    enumeration.name = syntax.name.text;
    enumeration.span = syntax.name.span;
    for (const ast::EnumerationMember& member : syntax.members) {
      const std::string& word = member.name.text;
      if (enumeration.find_member(word) != no_id) {
        context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, member.name.span,
                                 "`" + word + "` stands twice in `" + enumeration.name + "`");
        continue;
      }
      if (is_reserved_word(word)) enumeration.quoted.insert(word);
      enumeration.members.push_back(word);
      enumeration.names.push_back(read_names(member));
    }
    const auto id = static_cast<EnumerationId>(model_.enumerations.size());
    if (context_.define(syntax.name, GlobalKind::enumeration, id))
      model_.enumerations.push_back(std::move(enumeration));
  }

  LocalizedText read_names(const ast::EnumerationMember& member) {
    LocalizedText names;
    for (const ast::LanguageText& text : member.texts) {
      const std::string& language = text.language.text;
      if (names.has(language)) {
        context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, text.language.span,
                                 "`" + member.name.text + "` is named twice in `" + language + "`");
      }
      check_language(text.language);
      std::string name = plain_text(context_, text, "a member of an enumeration holds no expressions");
      if (utf8::trimmed(name).empty()) report_blank_name(member.name.text, text);
      names.set(language, std::move(name));
    }
    return names;
  }

  /// Which languages there are is up to the packs; what can be seen here is whether it may be a code at all.
  void check_language(const ast::Name& language) {
    constexpr std::size_t code_length = 2;
    const bool is_code =
        language.text.size() == code_length && std::all_of(language.text.begin(), language.text.end(),
                                                           [](char letter) { return letter >= 'a' && letter <= 'z'; });
    if (is_code) return;
    context_.diagnostics
        .add(DiagnosticCode::rule_model, language.span, "`" + language.text + "` is no code of a language")
        .help = "a code has two small letters, such as `en` or `de`";
  }

  void report_blank_name(const std::string& member, const ast::LanguageText& text) {
    context_.diagnostics
        .add(DiagnosticCode::rule_model, text.span,
             "the name of `" + member + "` in `" + text.language.text + "` is empty")
        .help = "leave it out to have the word shown as it is written";
  }

  void add_table(const ast::Table& syntax) {
    const auto id = static_cast<TableId>(model_.tables.size());
    if (syntax.kind == ast::TableKind::policy) {
      if (model_.find_policy(syntax.name.text) != no_id) {
        Diagnostic& diagnostic = context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, syntax.name.span,
                                                          "policy `" + syntax.name.text + "` is defined twice");
        diagnostic.labels.push_back({model_.tables[model_.find_policy(syntax.name.text)].span, "first defined here"});
        return;
      }
    } else if (!context_.define(syntax.name, GlobalKind::table, id)) {
      return;
    }
    Table table;
    table.name = syntax.name.text;
    table.kind = static_cast<TableKind>(syntax.kind);
    table.span = syntax.name.span;
    push(std::move(table));
    declared_.push_back({&syntax, id});
    if (syntax.is_damaged) context_.damaged_tables.insert(id);
  }

  // --- fields --------------------------------------------------------------------------------------------------

  void add_fields(TableId table, const std::vector<ast::FieldDeclaration>& declarations) {
    for (const ast::FieldDeclaration& declaration : declarations) add_field(table, declaration);
    Table& entry = model_.tables[table];
    entry.title_field = entry.find_field("title");
    if (entry.title_field == no_id) entry.title_field = entry.find_field("name");
    if (entry.title_field != no_id && entry.fields[entry.title_field].type != Type::of(TypeKind::text)) {
      entry.title_field = no_id;
    }
  }

  void add_field(TableId table, const ast::FieldDeclaration& declaration) {
    const FieldId earlier = model_.tables[table].find_field(declaration.name.text);
    if (earlier != no_id) {
      Diagnostic& diagnostic = context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, declaration.name.span,
                                                        "field `" + declaration.name.text + "` is declared twice");
      diagnostic.labels.push_back({model_.tables[table].fields[earlier].span, "first declared here"});
      return;
    }
    Field field;
    field.name = declaration.name.text;
    field.span = declaration.name.span;
    field.is_optional = declaration.type.is_optional;
    field.is_reference = declaration.type.is_reference;
    field.is_responsible = declaration.is_responsible;
    const bool is_of_type_id = declaration.type.name.text == "id" && !declaration.type.is_reference;
    field.is_id = is_of_type_id && !declaration.type.is_list;
    field.is_alias = is_of_type_id && declaration.type.is_list;
    field.type =
        declaration.type.is_record ? add_record_in_place(table, declaration) : resolve_type(context_, declaration.type);
    field.type.is_list = declaration.type.is_list;
    check_id_field(table, field, declaration);
    if (field.is_responsible && !field.is_reference) {
      report(field.span, "`responsible` stands only behind a reference");
      field.is_responsible = false;
    }
    check_alias_field(table, field);
    if (field.is_alias) model_.tables[table].alias_field = static_cast<FieldId>(model_.tables[table].fields.size());
    if (field.is_id) model_.tables[table].id_field = static_cast<FieldId>(model_.tables[table].fields.size());
    model_.tables[table].fields.push_back(std::move(field));
  }

  void check_id_field(TableId table, const Field& field, const ast::FieldDeclaration& declaration) {
    if (!field.is_id) return;
    const Table& entry = model_.tables[table];
    if (entry.id_field != no_id) {
      report(field.span, "`" + entry.name + "` has two fields of type `id`")
          .labels.push_back({entry.fields[entry.id_field].span, "the first one"});
    }
    if (entry.kind != TableKind::entity)
      report(field.span, "only entities have a field of type `id`").help = "use `text`";
    if (field.is_optional) report(declaration.type.span, "a field of type `id` cannot be optional");
  }

  /// Further ids belong to a record that has one, and stand in one list.
  void check_alias_field(TableId table, const Field& field) {
    if (!field.is_alias) return;
    const Table& entry = model_.tables[table];
    if (entry.alias_field != no_id) {
      report(field.span, "`" + entry.name + "` has two fields of type `list id`")
          .labels.push_back({entry.fields[entry.alias_field].span, "the first one"});
    }
    if (entry.id_field == no_id) {
      report(field.span, "`" + entry.name + "` has no field of type `id` before this list of further ids");
    }
  }

  /// A record written in place becomes a table of its own, named by its way: "indicator.target".
  Type add_record_in_place(TableId parent, const ast::FieldDeclaration& declaration) {
    const auto id = static_cast<TableId>(model_.tables.size());
    Table table;
    table.name = model_.tables[parent].name + "." + declaration.name.text;
    table.kind = TableKind::record;
    table.span = declaration.name.span;
    push(std::move(table));
    add_fields(id, declaration.type.fields);
    return Type::record_of(id);
  }

  // --- places --------------------------------------------------------------------------------------------------

  void add_places(const Declared& declared) {
    if (declared.syntax->kind == ast::TableKind::policy) {
      model_.tables[declared.table].places.push_back({no_id, {"policy", model_.tables[declared.table].name}});
      return;
    }
    for (const ast::Place& place : declared.syntax->places) add_place(declared.table, place);
  }

  void add_place(TableId table, const ast::Place& syntax) {
    Place place;
    const std::string& root = syntax.words.front().text;
    place.container = root == "document" ? no_id : model_.find_table(root);
    const bool starts_with_key = root != "document" && place.container == no_id;
    for (std::size_t word = starts_with_key ? 0 : 1; word < syntax.words.size(); ++word) {
      place.keys.push_back(syntax.words[word].text);
    }
    if (place.container != no_id && model_.tables[place.container].kind != TableKind::entity) {
      report(syntax.words.front().span, "`" + root + "` is no entity, so nothing can stand in it");
      return;
    }
    if (is_place_taken(place, syntax.span)) return;
    if (place.container != no_id) add_children_field(table, place, syntax);
    model_.tables[table].places.push_back(std::move(place));
  }

  /// Reports a place where other records or a field stand already, or that lies inside or around such a place.
  bool is_place_taken(const Place& place, Span span) {
    std::string path = std::to_string(place.container);
    for (std::size_t index = 0; index < place.keys.size(); ++index) {
      path += "." + place.keys[index];
      const bool is_last = index + 1 == place.keys.size();
      const auto [entry, is_new] = taken_places_.try_emplace(path, TakenPlace{span, is_last});
      const FieldId field =
          place.container == no_id ? no_id : model_.tables[place.container].find_field(place.keys[index]);
      const bool is_in_field =
          index == 0 && !is_last && field != no_id && !model_.tables[place.container].fields[field].is_children;
      if ((is_new || !(is_last || entry->second.holds_records)) && !is_in_field) continue;
      const Span other = is_in_field ? model_.tables[place.container].fields[field].span : entry->second.span;
      report(span, "`" + place.keys[index] + "` is in use at this place already")
          .labels.push_back({other, "used here"});
      return true;
    }
    return false;
  }

  /// The records standing in another one are its field, named by the last word of their place.
  void add_children_field(TableId table, const Place& place, const ast::Place& syntax) {
    Table& container = model_.tables[place.container];
    const FieldId taken = container.find_field(place.keys.back());
    if (taken != no_id) {
      report(syntax.span, "`" + container.name + "` already has a field `" + place.keys.back() + "`")
          .labels.push_back({container.fields[taken].span, "declared here"});
      return;
    }
    Field field;
    field.name = place.keys.back();
    field.type = Type::record_of(table).list();
    field.is_optional = true;
    field.is_children = true;
    field.span = syntax.span;
    container.fields.push_back(std::move(field));
  }

  void push(Table table) {
    model_.tables.push_back(std::move(table));
    ++model_.current_count;
  }

  // --- containers ----------------------------------------------------------------------------------------------

  void add_containers() {
    std::vector<std::set<TableId>> direct(model_.tables.size());
    for (TableId table = 0; table < model_.tables.size(); ++table) {
      for (const Field& field : model_.tables[table].fields) {
        if (field.type.kind == TypeKind::record && !field.is_reference) direct[field.type.index].insert(table);
      }
    }
    for (TableId table = 0; table < model_.tables.size(); ++table) {
      std::set<TableId> reached;
      std::vector<TableId> open(direct[table].begin(), direct[table].end());
      while (!open.empty()) {
        const TableId next = open.back();
        open.pop_back();
        if (!reached.insert(next).second) continue;
        open.insert(open.end(), direct[next].begin(), direct[next].end());
      }
      context_.containers.push_back(std::move(reached));
    }
  }

  void report_records_within_themselves() {
    for (TableId table = 0; table < model_.current_count; ++table) {
      if (!context_.containers[table].contains(table)) continue;
      report(model_.tables[table].span, "`" + model_.tables[table].name + "` contains itself").help =
          "refer to records of the same kind with `->`";
    }
    // Containers are entities for navigation; records in between have no name that a rule could use.
    for (std::set<TableId>& containers : context_.containers) {
      std::erase_if(containers, [&](TableId id) { return model_.tables[id].kind != TableKind::entity; });
    }
  }

  void report_references_without_id() {
    for (TableId id = 0; id < model_.current_count; ++id) {
      for (const Field& field : model_.tables[id].fields) {
        if (field.is_version || !field.is_reference || field.type.kind != TypeKind::record) continue;
        const Table& target = model_.tables[field.type.index];
        if (target.id_field != no_id || context_.damaged_tables.contains(field.type.index)) continue;
        report(field.span, "nothing can refer to `" + target.name + "`, as it has no field of type `id`")
            .labels.push_back({target.span, "declared here"});
      }
    }
  }

  /// A place in the data that was declared, or a key on the way to one.
  struct TakenPlace {
    Span span;
    bool holds_records = false;
  };

  Context& context_;
  Model& model_;
  std::vector<Declared> declared_;
  /// By the number of the container and the keys.
  std::map<std::string, TakenPlace> taken_places_;
};

std::vector<std::string> type_names(const Context& context, bool is_reference) {
  std::vector<std::string> names;
  for (const Table& table : context.program.model.tables) {
    const bool fits = is_reference ? table.kind == TableKind::entity : table.kind == TableKind::record;
    if (fits && table.name.find('.') == std::string::npos) names.push_back(table.name);
  }
  if (is_reference) return names;
  for (const Enumeration& enumeration : context.program.model.enumerations) names.push_back(enumeration.name);
  for (const ValueType& type : value_types) names.emplace_back(type.name);
  return names;
}

Type unknown_type(Context& context, const ast::TypeExpression& syntax) {
  const std::string& name = syntax.name.text;
  if (context.may_be_lost(name)) return Type{};
  Diagnostic& diagnostic = context.diagnostics.add(
      DiagnosticCode::rule_unknown_type, syntax.name.span,
      syntax.is_reference ? "there is no entity `" + name + "`" : "there is no type `" + name + "`");
  suggest(diagnostic, name, type_names(context, syntax.is_reference));
  const TableId entity = context.program.model.find_table(name);
  if (!syntax.is_reference && entity != no_id)
    diagnostic.help = "a reference to an entity is written `-> " + name + "`";
  return Type{};
}

Type money_type(Context& context, const ast::TypeExpression& syntax) {
  Type type = Type::of(TypeKind::money);
  if (syntax.argument.text.empty()) return type;
  if (!Currency::is_code(syntax.argument.text)) {
    context.diagnostics
        .add(DiagnosticCode::rule_unknown_type, syntax.argument.span,
             "`" + syntax.argument.text + "` is no currency code")
        .help = "write three capital letters, such as `money(EUR)`";
    return type;
  }
  type.currency = Currency::of(syntax.argument.text);
  return type;
}

}  // namespace

Type resolve_type(Context& context, const ast::TypeExpression& syntax) {
  const Model& model = context.program.model;
  const std::string& name = syntax.name.text;
  Type type;
  if (syntax.is_reference) {
    const TableId table = model.find_table(name);
    const bool is_entity = table != no_id && model.tables[table].kind == TableKind::entity;
    type = is_entity ? Type::record_of(table) : unknown_type(context, syntax);
  } else if (name == "money") {
    type = money_type(context, syntax);
  } else if (const EnumerationId enumeration = model.find_enumeration(name); enumeration != no_id) {
    type = {TypeKind::enumeration, false, enumeration, std::nullopt};
  } else if (const TableId table = model.find_table(name);
             table != no_id && model.tables[table].kind == TableKind::record) {
    type = Type::record_of(table);
  } else {
    for (const ValueType& value : value_types) {
      if (value.name == name) type = Type::of(value.kind);
    }
    if (type.kind == TypeKind::error) type = unknown_type(context, syntax);
  }
  type.is_list = syntax.is_list;
  return type;
}

void check_model(Context& context) { ModelChecker(context).run(); }

}  // namespace roadlint::dsl::checking
