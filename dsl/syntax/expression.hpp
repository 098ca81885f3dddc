// The grammar of expressions: declaration. Definition in expression_def.hpp, instantiated in expression.cpp.
#pragma once

#include "dsl/syntax/config.hpp"

namespace roadlint::dsl::syntax {

struct expression_class;
using expression_type = x3::rule<expression_class, ast::ExpressionId>;
BOOST_SPIRIT_DECLARE(expression_type)
/// Sources of `for`: an expression without `and`, `or`, comparison.
struct source_class;
using source_type = x3::rule<source_class, ast::ExpressionId>;
BOOST_SPIRIT_DECLARE(source_type)

struct binding_class;
using binding_type = x3::rule<binding_class, ast::Binding>;
BOOST_SPIRIT_DECLARE(binding_type)

/// Each translation unit makes its own placeholder object: rule objects must not be shared across them.
const expression_type expression = "an expression";
const source_type source = "an entity or a list";
const binding_type binding = "`name in source`";

}  // namespace roadlint::dsl::syntax
