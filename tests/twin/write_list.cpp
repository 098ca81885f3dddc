// See expression_writer.hpp: names, paths and lists.
#include <algorithm>

#include "tests/twin/expression_writer.hpp"

namespace roadlint::twin {

using dsl::Type;
using dsl::TypeKind;

namespace {

/// How often the body of nested bindings may be evaluated: in most rules, and in the few that combine large tables.
constexpr double usual_evaluations = 5000;
constexpr double many_evaluations = 50'000;

}  // namespace

bool is_like(const Type& left, const Type& right) {
  return left.kind == right.kind && left.is_list == right.is_list && left.index == right.index;
}

bool is_single(const Type& type) { return !type.is_list; }

ExpressionWriter::ExpressionWriter(Random& random, const dsl::Model& model, std::vector<std::size_t> row_counts)
    : random_(random), model_(model), row_counts_(std::move(row_counts)) {
  find_steps();
}

void ExpressionWriter::find_steps() {
  std::vector<std::vector<dsl::TableId>> containers(model_.tables.size());
  for (std::size_t round = 0; round < model_.tables.size(); ++round) {
    for (dsl::TableId table = 0; table < model_.tables.size(); ++table) {
      for (const dsl::Field& field : model_.tables[table].fields) {
        if (field.type.kind != TypeKind::record || field.is_reference) continue;
        std::vector<dsl::TableId>& reached = containers[field.type.index];
        const auto add = [&](dsl::TableId id) {
          if (std::find(reached.begin(), reached.end(), id) == reached.end()) reached.push_back(id);
        };
        add(table);
        const std::vector<dsl::TableId> outer = containers[table];
        for (const dsl::TableId id : outer) add(id);
      }
    }
  }
  for (dsl::TableId table = 0; table < model_.tables.size(); ++table) {
    steps_.emplace_back();
    for (const dsl::Field& field : model_.tables[table].fields) {
      steps_.back().push_back({field.name, field.type, field.is_reference});
    }
    for (const dsl::TableId container : containers[table]) {
      if (model_.tables[container].kind != dsl::TableKind::entity) continue;
      steps_.back().push_back({model_.tables[model_.current_of(container)].name, Type::record_of(container), false});
    }
  }
}

void ExpressionWriter::start_branch() {
  scope_.clear();
  cost_ = 1;
  most_evaluations_ = random_.chance(4) ? many_evaluations : usual_evaluations;
  names_made_ = 0;
}

void ExpressionWriter::close(const Mark& mark) {
  scope_.resize(mark.names);
  cost_ = mark.cost;
}

ScopeName ExpressionWriter::open(const TypedNode& source) {
  ScopeName variable{new_name(), source.type.element()};
  scope_.push_back(variable);
  cost_ *= std::max(1.0, source.size);
  return variable;
}

std::string ExpressionWriter::sort_of(const Type& type) const {
  Type plain = type;
  plain.currency.reset();
  return dsl::type_text(model_, plain);
}

bool ExpressionWriter::is_affordable(dsl::TableId table) const {
  return cost_ * static_cast<double>(row_counts_[table]) <= most_evaluations_;
}

// --- paths -----------------------------------------------------------------------------------------------------------

std::optional<TypedNode> ExpressionWriter::walk(const ScopeName& start, const Fits& fits) {
  Node name(start.name);
  name.sort = sort_of(start.type);
  TypedNode at{std::move(name), start.type, 3};
  for (int step = 0; step < 4; ++step) {
    const bool is_record = at.type.kind == TypeKind::record;
    if (fits(at.type) && (!is_record || random_.chance(step == 0 ? 30 : 60))) return at;
    if (!is_record) return std::nullopt;
    const auto reached = [&](const FieldStep& field) { return at.type.is_list ? field.type.list() : field.type; };
    std::vector<FieldStep> last;
    std::vector<FieldStep> further;
    for (const FieldStep& field : steps_[at.type.index]) {
      if (fits(reached(field))) last.push_back(field);
      if (field.type.kind == TypeKind::record) further.push_back(field);
    }
    const bool ends = !last.empty() && random_.chance(70);
    if (!ends && further.empty()) return std::nullopt;
    const FieldStep& field = random_.pick(ends ? last : further);
    at.type = reached(field);
    at.node = Node{sort_of(at.type), std::move(at.node), "." + field.name};
    if (ends) return at;
  }
  return std::nullopt;
}

std::optional<TypedNode> ExpressionWriter::path_from(const std::vector<ScopeName>& starts, const Fits& fits) {
  if (starts.empty()) return std::nullopt;
  for (int attempt = 0; attempt < 6; ++attempt) {
    const bool takes_last = random_.chance(40);
    if (auto found = walk(takes_last ? starts.back() : random_.pick(starts), fits)) return found;
  }
  return std::nullopt;
}

std::optional<TypedNode> ExpressionWriter::path(const Fits& fits) { return path_from(scope_, fits); }

// --- lists -----------------------------------------------------------------------------------------------------------

std::optional<TypedNode> ExpressionWriter::rows() {
  std::vector<dsl::TableId> tables;
  for (dsl::TableId table = 0; table < model_.tables.size(); ++table) {
    const bool is_entity = model_.tables[table].kind == dsl::TableKind::entity;
    const bool is_policy = model_.tables[table].kind == dsl::TableKind::policy && !model_.is_earlier(table);
    if ((is_entity || is_policy) && is_affordable(table)) tables.push_back(table);
  }
  if (tables.empty()) return std::nullopt;
  const dsl::TableId table = random_.pick(tables);
  const bool is_policy = model_.tables[table].kind == dsl::TableKind::policy;
  const Type type = Type::record_of(table).list();
  return TypedNode{Node{sort_of(type), (is_policy ? "policy." : "") + model_.tables[table].name}, type,
                   static_cast<double>(row_counts_[table])};
}

/// `x.next+`: from a record, or a list of them, by a field that leads to its own kind.
std::optional<TypedNode> ExpressionWriter::closure() {
  const auto fields_to_itself = [&](const Type& type) {
    std::vector<std::string> names;
    if (type.kind != TypeKind::record || !is_affordable(type.index)) return names;
    for (const FieldStep& field : steps_[type.index]) {
      if (field.is_reference && field.type.index == type.index) names.push_back(field.name);
    }
    return names;
  };
  const auto start = path([&](const Type& type) { return !fields_to_itself(type).empty(); });
  if (!start) return std::nullopt;
  const Type type = start->type.element().list();
  return TypedNode{Node{sort_of(type), start->node, "." + random_.pick(fields_to_itself(start->type)), "+ "}, type,
                   static_cast<double>(row_counts_[type.index]) / 2};
}

/// `t1.ref -> x`
std::optional<TypedNode> ExpressionWriter::reverse(int depth) {
  struct Reference {
    dsl::TableId table;
    std::string field;
    dsl::TableId target;
  };
  std::vector<Reference> references;
  for (dsl::TableId table = 0; table < model_.tables.size(); ++table) {
    if (model_.tables[table].kind != dsl::TableKind::entity || !is_affordable(table)) continue;
    for (const FieldStep& field : steps_[table]) {
      if (field.is_reference) references.push_back({table, field.name, field.type.index});
    }
  }
  if (references.empty()) return std::nullopt;
  const Reference reference = random_.pick(references);
  const Type type = Type::record_of(reference.table).list();
  auto target =
      path([&](const Type& found) { return found.kind == TypeKind::record && found.index == reference.target; });
  if (!target && depth > 0) target = list_of(Type::record_of(reference.target), depth - 1);
  if (!target) return std::nullopt;
  return TypedNode{Node{sort_of(type), "(" + model_.tables[reference.table].name + "." + reference.field + " -> ",
                        target->node, ")"},
                   type, 3};
}

std::optional<TypedNode> ExpressionWriter::dangling() {
  const auto is_record = [](const Type& type) { return type.kind == TypeKind::record; };
  const auto start = path(is_record);
  if (!start) return std::nullopt;
  std::vector<std::string> references;
  for (const FieldStep& field : steps_[start->type.index]) {
    if (field.is_reference) references.push_back(field.name);
  }
  if (references.empty()) return std::nullopt;
  const Type type = Type::of(TypeKind::text).list();
  return TypedNode{Node{sort_of(type), "dangling(", start->node, "." + random_.pick(references) + ")"}, type, 2};
}

void ExpressionWriter::add_filter(Node& node, const ScopeName& variable, int depth) {
  if (random_.chance(65)) node.add_removable(Node{"", " where ", join_condition(variable, depth - 1)});
}

std::optional<TypedNode> ExpressionWriter::comprehension(const std::optional<Type>& element, int depth) {
  const Mark before = mark();
  const auto first = source(depth - 1);
  if (!first) return std::nullopt;
  ScopeName variable = open(*first);
  double size = first->size;
  Node bindings = Node{"", " for " + variable.name + " in ", first->node};
  if (random_.chance(30)) {
    if (const auto second = source(depth - 1)) {
      variable = open(*second);
      size *= second->size;
      bindings.add_removable(Node{"", ", " + variable.name + " in ", second->node});
    }
  }
  add_filter(bindings, variable, depth);
  std::optional<TypedNode> inner;
  const bool needs_path = element && (element->kind == TypeKind::record || element->kind == TypeKind::enumeration);
  if (needs_path) {
    inner = path([&](const Type& type) { return is_like(type, *element); });
  } else {
    inner = element ? TypedNode{value(*element, depth - 1), *element} : any_value(depth - 1);
  }
  close(before);
  if (!inner) return std::nullopt;
  const Type type = inner->type.list();
  return TypedNode{Node{sort_of(type), "(", inner->node, std::move(bindings), ")"}, type, size};
}

std::optional<TypedNode> ExpressionWriter::set_operation(int depth, const std::optional<Type>& element) {
  const auto left = element ? list_of(*element, depth - 1) : record_list(depth - 1);
  if (!left) return std::nullopt;
  const auto right = list_of(left->type.element(), depth - 1);
  if (!right) return std::nullopt;
  return TypedNode{
      Node{sort_of(left->type), "(", left->node, random_.chance(50) ? " except " : " intersect ", right->node, ")"},
      left->type, left->size};
}

std::optional<TypedNode> ExpressionWriter::record_list(int depth) {
  const auto is_record_list = [](const Type& type) { return type.is_list && type.kind == TypeKind::record; };
  switch (random_.below(depth > 0 ? 10 : 6)) {
    case 0:
    case 1:
      return rows();
    case 2:
    case 3:
      if (auto found = path(is_record_list)) return found;
      return rows();
    case 4:
      if (auto found = closure()) return found;
      return rows();
    case 5:
    case 6:
      if (auto found = reverse(depth)) return found;
      return rows();
    case 7:
      return set_operation(depth, std::nullopt);
    default: {
      const auto base = path([](const Type& type) { return type.kind == TypeKind::record; });
      return base ? comprehension(base->type.element(), depth) : rows();
    }
  }
}

/// `(t1.ref -> x).field`
std::optional<TypedNode> ExpressionWriter::field_of_list(const Type& element, int depth) {
  const auto base = record_list(depth - 1);
  if (!base) return std::nullopt;
  std::vector<FieldStep> fields;
  for (const FieldStep& field : steps_[base->type.index]) {
    if (is_like(field.type.element(), element)) fields.push_back(field);
  }
  if (fields.empty()) return std::nullopt;
  const FieldStep& field = random_.pick(fields);
  const Type type = field.type.list();
  return TypedNode{Node{sort_of(type), "(", base->node, ")." + field.name}, type, base->size};
}

Node ExpressionWriter::written_list(const Type& element, int depth) {
  Node list = Node{sort_of(element.list()), "[", value(element, depth - 1)};
  const std::size_t more = random_.below(3);
  for (std::size_t index = 0; index < more; ++index) list.add_removable(Node{"", ", ", value(element, depth - 1)});
  list.add("]");
  return list;
}

std::optional<TypedNode> ExpressionWriter::list_of(const Type& element, int depth) {
  const bool is_plain = element.kind != TypeKind::record && element.kind != TypeKind::enumeration;
  const auto fits = [&](const Type& type) { return type.is_list && is_like(type.element(), element); };
  for (int attempt = 0; attempt < 3; ++attempt) {
    std::optional<TypedNode> found;
    const std::size_t choice = random_.below(depth > 0 ? 9 : 4);
    if (choice < 3) found = path(fits);
    if (choice == 3 && is_plain) found = TypedNode{written_list(element, depth), element.list(), 2};
    if (choice == 3 && element.kind == TypeKind::text) found = dangling();
    if (choice == 3 && element.kind == TypeKind::record) found = closure();
    if (choice == 4) found = set_operation(depth, element);
    if (choice == 5 || choice == 6) found = comprehension(element, depth);
    if (choice == 7) found = field_of_list(element, depth);
    if (choice == 8) found = element.kind == TypeKind::record ? rows() : field_of_list(element, depth);
    if (found && fits(found->type)) return found;
  }
  if (is_plain) return TypedNode{written_list(element, 0), element.list(), 2};
  return std::nullopt;
}

std::optional<TypedNode> ExpressionWriter::any_list(int depth) {
  if (random_.chance(35)) {
    if (auto found = path([](const Type& type) { return type.is_list; })) return found;
  }
  if (random_.chance(15)) {
    if (auto found = dangling()) return found;
  }
  if (depth > 0 && random_.chance(30)) return comprehension(std::nullopt, depth);
  return record_list(depth);
}

std::optional<TypedNode> ExpressionWriter::source(int depth) {
  for (int attempt = 0; attempt < 3; ++attempt) {
    auto found = random_.chance(80) ? record_list(depth) : any_list(depth);
    if (found && cost_ * found->size <= most_evaluations_) return found;
  }
  if (auto found = path([](const Type& type) { return type.is_list; })) return found;
  if (!scope_.empty()) return std::nullopt;
  const Type first = Type::record_of(model_.find_table("t0")).list();  // a rule needs something to begin with
  return TypedNode{Node{sort_of(first), "t0"}, first, static_cast<double>(row_counts_[first.index])};
}

}  // namespace roadlint::twin
