// Descriptions of rules: see sarif_rules.hpp.
#include "report/sarif_rules.hpp"

#include "report/plain_text.hpp"
#include "report/sarif_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// GitHub refuses longer ones.
constexpr std::size_t name_limit = 255;
constexpr std::size_t description_limit = 1024;

/// How often a finding of the rule is right, as GitHub sorts by it.
std::string_view precision(Certainty certainty) {
  switch (certainty) {
    case Certainty::mechanical:
      return "very-high";
    case Certainty::judgement:
      return "high";
    case Certainty::heuristic:
      return "medium";
  }
  return "medium";
}

std::string_view problem_severity(Severity severity) {
  return severity == Severity::note ? "recommendation" : sarif_level(severity);
}

std::string title_of(const engine::RuleAccount& rule, std::string_view language) {
  const std::string title = one_line(rule.title.in(language));
  return title.empty() ? one_line(rule.id) : title;
}

std::vector<std::string> basis_names(const engine::RuleAccount& rule, const Words& words) {
  std::vector<std::string> names;
  for (const Basis& basis : rule.basis) names.push_back(basis_text(basis, words));
  return names;
}

std::string full_description(const engine::RuleAccount& rule, std::string_view language) {
  const Words& words = words_in(language);
  const std::string title = title_of(rule, language);
  if (rule.basis.empty()) return title;
  return title + " (" + std::string(words.basis) + ": " + joined(basis_names(rule, words), ", ") + ")";
}

std::string explaining_command(const engine::RuleAccount& rule) { return "roadlint explain " + one_line(rule.id); }

Json help_json(const engine::RuleAccount& rule, std::string_view language) {
  const Words& words = words_in(language);
  const std::string help = printable_text(rule.help.in(language));
  const std::vector<std::string> names = basis_names(rule, words);
  std::vector<std::string> text;
  std::vector<std::string> markdown;
  if (!help.empty()) {
    text.push_back(help);
    markdown.push_back(help);
  }
  if (!names.empty()) {
    text.push_back(std::string(words.basis) + ": " + joined(names, ", "));
    markdown.push_back("**" + std::string(words.basis) + "**\n\n- " + joined(names, "\n- "));
  }
  text.push_back(explaining_command(rule));
  markdown.push_back("`" + explaining_command(rule) + "`");
  return {{"text", joined(text, "\n")}, {"markdown", joined(markdown, "\n\n")}};
}

Json tags_json(const engine::RuleAccount& rule) {
  Json tags = Json::array();
  if (!rule.pack.empty()) tags.push_back(rule.pack);
  if (rule.certainty != Certainty::mechanical) tags.push_back(certainty_name(rule.certainty));
  return tags;
}

}  // namespace

std::string_view sarif_level(Severity severity) { return severity_name(severity); }

Json sarif_rule(const engine::RuleAccount& rule, std::string_view language) {
  const Json level = {{"level", sarif_level(rule.severity)}};
  return {{"id", rule.id},
          {"name", limited(rule.id, name_limit)},
          {"shortDescription", sarif_message(title_of(rule, language), description_limit)},
          {"fullDescription", sarif_message(full_description(rule, language), description_limit)},
          {"help", help_json(rule, language)},
          {"defaultConfiguration", level},
          {"properties",
           {{"tags", tags_json(rule)},
            {"precision", precision(rule.certainty)},
            {"problem.severity", problem_severity(rule.severity)}}}};
}

}  // namespace roadlint::report
