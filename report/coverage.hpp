// Which rules answer which paragraph: what both reports of coverage show.
#pragma once

#include <map>
#include <utility>

#include "report/rule_listing.hpp"

namespace roadlint::report {

/// By document and place: the rules whose basis it is, in their order.
using RulesByPlace = std::map<std::pair<std::string, std::string>, std::vector<const ListedRule*>>;
[[nodiscard]] RulesByPlace rules_by_place(const std::vector<ListedRule>& rules);

/// The rules of a paragraph; none when nothing answers it.
[[nodiscard]] const std::vector<const ListedRule*>& rules_of(const RulesByPlace& rules, const ListedDocument& document,
                                                             const ListedParagraph& paragraph);

}  // namespace roadlint::report
