// Rules and coverage as JSON: see rule_listing.hpp.
#include "report/coverage.hpp"
#include "report/json_values.hpp"

namespace roadlint::report {
namespace {

Json basis_json(const Basis& basis) {
  return {{"document", basis.document}, {"place", basis.place}, {"unread", basis.is_unread}};
}

Json listed_rule_json(const ListedRule& rule) {
  return {{"id", rule.id},
          {"pack", rule.pack},
          {"severity", severity_name(rule.severity)},
          {"certainty", certainty_name(rule.certainty)},
          {"title", text_json(rule.title)},
          {"basis", array_json(rule.basis, basis_json)},
          {"reads", rule.reads},
          {"needs_earlier_version", rule.needs_earlier_version}};
}

Json document_json(const ListedDocument& document) {
  return {{"name", document.name},
          {"title", text_json(document.title)},
          {"unread", document.is_unread},
          {"paragraphs", array_json(document.paragraphs, [](const ListedParagraph& paragraph) {
             return Json{{"place", paragraph.place}, {"title", text_json(paragraph.title)}};
           })}};
}

Json covering_rule_json(const ListedRule& rule) {
  return {{"id", rule.id}, {"account", rule.account ? rule_json(*rule.account) : Json(nullptr)}};
}

Json covered_json(const ListedDocument& document, const RulesByPlace& rules) {
  Json paragraphs = Json::array();
  for (const ListedParagraph& paragraph : document.paragraphs) {
    Json covering = Json::array();
    for (const ListedRule* rule : rules_of(rules, document, paragraph)) covering.push_back(covering_rule_json(*rule));
    paragraphs.push_back(
        {{"place", paragraph.place}, {"title", text_json(paragraph.title)}, {"rules", std::move(covering)}});
  }
  return {{"name", document.name},
          {"title", text_json(document.title)},
          {"unread", document.is_unread},
          {"paragraphs", std::move(paragraphs)}};
}

}  // namespace

std::string write_rules_json(const std::vector<ListedRule>& rules, const std::vector<ListedDocument>& documents,
                             const std::string& version) {
  return json_text({{"schema", "roadlint/rules/1"},
                    {"version", version},
                    {"documents", array_json(documents, document_json)},
                    {"rules", array_json(rules, listed_rule_json)}});
}

std::string write_coverage_json(const std::vector<ListedRule>& rules, const std::vector<ListedDocument>& documents,
                                const std::string& version) {
  const RulesByPlace by_place = rules_by_place(rules);
  return json_text({{"schema", "roadlint/coverage/1"},
                    {"version", version},
                    {"documents", array_json(documents, [&](const ListedDocument& document) {
                       return covered_json(document, by_place);
                     })}});
}

}  // namespace roadlint::report
