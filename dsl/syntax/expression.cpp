// Emits the grammar of expressions for our one iterator and context.
#include "dsl/syntax/expression_def.hpp"

namespace roadlint::dsl::syntax {

BOOST_SPIRIT_INSTANTIATE(expression_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(source_type, Iterator, context_type)
BOOST_SPIRIT_INSTANTIATE(binding_type, Iterator, context_type)

}  // namespace roadlint::dsl::syntax
