// See text_functions.hpp.
#include "engine/text_functions.hpp"

#include "base/utf8.hpp"

namespace roadlint::engine {

Number text_length(std::string_view text) { return static_cast<std::int64_t>(utf8::count_code_points(text)); }

}  // namespace roadlint::engine
