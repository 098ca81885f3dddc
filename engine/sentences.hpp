// The sentences that the engine itself writes, in the languages of the pack: why something could not be decided.
#pragma once

#include <string>
#include <vector>

#include "base/localized_text.hpp"
#include "engine/value.hpp"

namespace roadlint::engine {

/// "milestone[KI-WI4].due is absent" / "milestone[KI-WI4].due fehlt".
[[nodiscard]] std::string cause_text(const Naming& naming, const Cause& cause, std::string_view language);
/// The message of an undecidable finding.
[[nodiscard]] LocalizedText undecidable_message(const Naming& naming, const std::string& subject, const Causes& causes,
                                                const std::vector<std::string>& languages);
/// What to write where.
[[nodiscard]] LocalizedText undecidable_help(const Naming& naming, const Causes& causes,
                                             const std::vector<std::string>& languages);

}  // namespace roadlint::engine
