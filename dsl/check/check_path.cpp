// Navigation: fields, containers, transitive closure, reverse navigation, dangling references.
#include "dsl/check/expression_checker.hpp"

namespace roadlint::dsl::checking {

std::string ExpressionChecker::path_text(ast::ExpressionId id) const {
  const ast::Expression& node = syntax(id);
  if (node.kind == ast::ExpressionKind::name) return node.text;
  if (node.kind != ast::ExpressionKind::field) return "";
  const std::string base = path_text(node.operands[0]);
  return base.empty() ? "" : base + "." + node.text;
}

ExpressionId ExpressionChecker::check_field(const ast::Expression& node) {
  const ast::Expression& base = syntax(node.operands[0]);
  if (base.kind == ast::ExpressionKind::name && base.text == "policy") return check_policy(node);
  if (is_earlier_version(node)) return check_earlier(node);
  const std::string base_path = path_text(node.operands[0]);
  const std::string path = base_path.empty() ? "" : base_path + "." + node.text;
  if (const auto key = group_key(node, path)) return *key;
  return navigate(check(node.operands[0]), node);
}

ExpressionId ExpressionChecker::check_policy(const ast::Expression& node) {
  const Model& model = context_.program.model;
  const TableId table = model.find_policy(node.text);
  if (table != no_id) {
    Expression rows = node_of(ExpressionKind::rows, node, Type::record_of(table).list());
    rows.index = table;
    return context_.add(std::move(rows));
  }
  if (context_.may_be_lost(node.text)) return context_.add_error(node.span);
  std::vector<std::string> candidates;
  for (TableId id = 0; id < model.current_count; ++id) {
    if (model.tables[id].kind == TableKind::policy) candidates.push_back(model.tables[id].name);
  }
  Diagnostic& diagnostic =
      report(DiagnosticCode::rule_unknown_name, node.text_span, "the model has no policy `" + node.text + "`");
  suggest(diagnostic, node.text, std::move(candidates));
  return context_.add_error(node.span);
}

/// `before.milestone`, where `before` is no variable.
bool ExpressionChecker::is_earlier_version(const ast::Expression& node) const {
  if (node.kind != ast::ExpressionKind::field) return false;
  const ast::Expression& base = syntax(node.operands[0]);
  return base.kind == ast::ExpressionKind::name && base.text == "before" && scope_.find("before") == nullptr;
}

ExpressionId ExpressionChecker::check_earlier(const ast::Expression& node) {
  const Model& model = context_.program.model;
  const TableId table = model.find_table(node.text);
  if (table != no_id && model.tables[table].kind == TableKind::entity) {
    Expression rows = node_of(ExpressionKind::rows, node, Type::record_of(model.earlier_of(table)).list());
    rows.index = model.earlier_of(table);
    return context_.add(std::move(rows));
  }
  if (context_.may_be_lost(node.text)) return context_.add_error(node.span);
  std::vector<std::string> candidates;
  for (TableId id = 0; id < model.current_count; ++id) {
    if (model.tables[id].kind == TableKind::entity) candidates.push_back(model.tables[id].name);
  }
  Diagnostic& diagnostic =
      report(DiagnosticCode::rule_unknown_name, node.text_span, "the model has no entity `" + node.text + "`");
  suggest(diagnostic, node.text, std::move(candidates));
  return context_.add_error(node.span);
}

/// The table that a name, or a name behind `before.`, stands for; no_id when it is none.
TableId ExpressionChecker::named_table(ast::ExpressionId id) const {
  const ast::Expression& node = syntax(id);
  const Model& model = context_.program.model;
  if (!is_earlier_version(node)) {
    return node.kind == ast::ExpressionKind::name ? model.find_table(node.text) : no_id;
  }
  const TableId table = model.find_table(node.text);
  return table == no_id ? no_id : model.earlier_of(table);
}

ExpressionId ExpressionChecker::navigate(ExpressionId base, const ast::Expression& node) {
  const Type base_type = context_.type_of(base);
  if (base_type.kind == TypeKind::error) return context_.add_error(node.span);
  if (base_type.kind != TypeKind::record) {
    report(DiagnosticCode::rule_unknown_field, node.text_span,
           context_.text_of(base_type) + " has no fields, so there is no `" + node.text + "`");
    return context_.add_error(node.span);
  }
  const Table& table = context_.program.model.tables[base_type.index];
  const FieldId field = table.find_field(node.text);
  if (field != no_id) {
    Type type = table.fields[field].type;
    type.is_list = type.is_list || base_type.is_list;
    Expression access = node_of(ExpressionKind::field, node, type, {base});
    access.index = base_type.index;
    access.field = field;
    return context_.add(std::move(access));
  }
  TableId container = context_.program.model.find_table(node.text);
  const bool is_earlier = context_.program.model.is_earlier(base_type.index);
  if (container != no_id && is_earlier) container = context_.program.model.earlier_of(container);
  if (container != no_id && context_.containers[base_type.index].contains(container)) {
    Type type = Type::record_of(container);
    type.is_list = base_type.is_list;
    Expression access = node_of(ExpressionKind::container, node, type, {base});
    access.index = container;
    return context_.add(std::move(access));
  }
  return unknown_field(base_type, node);
}

ExpressionId ExpressionChecker::unknown_field(const Type& base, const ast::Expression& node) {
  const Model& model = context_.program.model;
  const Table& table = model.tables[base.index];
  if (context_.damaged_tables.contains(base.index)) return context_.add_error(node.span);
  std::vector<std::string> candidates;
  for (const Field& field : table.fields) {
    if (!field.is_version) candidates.push_back(field.name);
  }
  for (const TableId container : context_.containers[base.index]) candidates.push_back(model.tables[container].name);
  Diagnostic& diagnostic = report(DiagnosticCode::rule_unknown_field, node.text_span,
                                  "`" + table.name + "` has no field `" + node.text + "`");
  std::vector<std::string> spelt_alike = candidates;
  for (const Field& field : table.fields) {
    if (field.is_version) spelt_alike.push_back(field.name);
  }
  suggest(diagnostic, node.text, std::move(spelt_alike));
  if (diagnostic.help.empty()) {
    std::string fields;
    for (const std::string& candidate : candidates) fields += (fields.empty() ? "`" : ", `") + candidate + "`";
    diagnostic.notes.push_back("its fields are " + fields);
  }
  return context_.add_error(node.span);
}

ExpressionId ExpressionChecker::check_closure(const ast::Expression& node) {
  const ExpressionId operand = check(node.operands[0]);
  const Expression& path = context_.program.expressions[operand];
  if (path.type.kind == TypeKind::error) return operand;
  const bool is_step =
      path.kind == ExpressionKind::field && path.type.kind == TypeKind::record && path.type.index == path.index;
  if (!is_step) {
    report(DiagnosticCode::rule_type_mismatch, node.span,
           "`+` follows a field from a record to records of the same kind, found " + context_.text_of(path.type))
        .help = "a sum is written with a space before `+`";
    return context_.add_error(node.span);
  }
  Expression closure = node_of(ExpressionKind::closure, node, path.type.list(), path.operands);
  closure.index = path.index;
  closure.field = path.field;
  return context_.add(std::move(closure));
}

ExpressionId ExpressionChecker::check_reverse(const ast::Expression& node) {
  const ast::Expression& path = syntax(node.operands[0]);
  const Model& model = context_.program.model;
  const ExpressionId target = check(node.operands[1]);
  const TableId table = path.kind == ast::ExpressionKind::field ? named_table(path.operands[0]) : no_id;
  if (table == no_id) {
    report(DiagnosticCode::rule_type_mismatch, path.span, "expected an entity and a field before `->`").help =
        "write `measure.milestones -> m` for all measures whose field `milestones` refers to `m`";
    return context_.add_error(node.span);
  }
  const FieldId field = model.tables[table].find_field(path.text);
  if (field == no_id) return unknown_field(Type::record_of(table), path);
  const Field& declared = model.tables[table].fields[field];
  const Type& target_type = context_.type_of(target);
  if (target_type.kind == TypeKind::error) return target;
  if (!declared.is_reference || target_type.kind != TypeKind::record || target_type.index != declared.type.index) {
    Diagnostic& diagnostic =
        report(DiagnosticCode::rule_type_mismatch, node.span,
               declared.is_reference ? "`" + path.text + "` refers to " + context_.text_of(declared.type.element()) +
                                           ", not to " + context_.text_of(target_type)
                                     : "`" + path.text + "` is no reference");
    diagnostic.labels.push_back({declared.span, "declared here"});
    return context_.add_error(node.span);
  }
  Expression reverse = node_of(ExpressionKind::reverse, node, Type::record_of(table).list(), {target});
  reverse.index = table;
  reverse.field = field;
  return context_.add(std::move(reverse));
}

ExpressionId ExpressionChecker::check_dangling(const ast::Expression& node) {
  if (!expect_arguments(node, 1)) return context_.add_error(node.span);
  const ExpressionId operand = check(node.operands[0]);
  const Expression& path = context_.program.expressions[operand];
  if (path.type.kind == TypeKind::error) return operand;
  const Model& model = context_.program.model;
  if (path.kind != ExpressionKind::field || !model.tables[path.index].fields[path.field].is_reference) {
    report(DiagnosticCode::rule_type_mismatch, syntax(node.operands[0]).span,
           "`dangling` needs a field that holds references");
    return context_.add_error(node.span);
  }
  Expression dangling = node_of(ExpressionKind::dangling, node, Type::of(TypeKind::text).list(), path.operands);
  dangling.index = path.index;
  dangling.field = path.field;
  return context_.add(std::move(dangling));
}

/// Whether this is a single word that names nothing in scope: then it may be a member of an enumeration.
bool ExpressionChecker::is_bare_member(ast::ExpressionId id) {
  const ast::Expression& node = syntax(id);
  if (node.kind == ast::ExpressionKind::list) return !node.operands.empty() && is_bare_member(node.operands[0]);
  return node.kind == ast::ExpressionKind::name && scope_.find(node.text) == nullptr;
}

}  // namespace roadlint::dsl::checking
