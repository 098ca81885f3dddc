// What readers of German are told of a diagnostic. Its English message, with help and notes, is written where the
// mistake is found, for those who write the files. The lists go to others as well: a sentence for each code, and the
// place beside it, tell them what is the matter.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace roadlint::report {

/// A German sentence for each code of base/diagnostic_codes.def.
struct DiagnosticWords {
#define ROADLINT_DIAGNOSTIC(identifier, code, severity, meaning) std::string_view identifier;
#include "base/diagnostic_codes.def"
#undef ROADLINT_DIAGNOSTIC
};

extern const DiagnosticWords german_diagnostics;

/// The message of a diagnostic in a language ("en", "de"); English for any other.
[[nodiscard]] std::string_view diagnostic_message(const Diagnostic& diagnostic, std::string_view language);

/// Its help; empty where the message has to do.
[[nodiscard]] std::string_view diagnostic_help(const Diagnostic& diagnostic, std::string_view language);

}  // namespace roadlint::report
