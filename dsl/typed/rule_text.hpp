// The statements of a typed rule written as rule text again, one a line.
#pragma once

#include <string>
#include <vector>

#include "dsl/typed/program.hpp"

namespace roadlint::dsl {

/// Whether variables are written with their types (`m: milestone`) and other values too (`m.due :: deadline`).
enum class TypeNotes : std::uint8_t { hidden, shown };

/// A branch from `for` to `at`, a statement a line, without its texts. A subject that was not written is there too.
[[nodiscard]] std::vector<std::string> branch_lines(const Program& program, const Branch& branch, TypeNotes types);
/// A text with its expressions in braces, between quotes: `"{m} names no body."`.
[[nodiscard]] std::string template_text(const Program& program, const MessageTemplate& text);
/// The same without quotes, as people read it: `{m} names no body.`
[[nodiscard]] std::string plain_text(const Program& program, const MessageTemplate& text);
/// `measurable(i: indicator) = i.target.value is present`.
[[nodiscard]] std::string definition_text(const Program& program, const Definition& definition);

}  // namespace roadlint::dsl
