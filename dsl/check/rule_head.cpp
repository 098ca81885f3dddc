// See rule_head.hpp.
#include "dsl/check/rule_head.hpp"

#include <algorithm>
#include <map>

namespace roadlint::dsl::checking {
namespace {

using ast::Statement;
using ast::StatementKind;

class HeadReader {
 public:
  HeadReader(Context& context, const ast::Rule& syntax, Rule& rule) : context_(context), syntax_(syntax), rule_(rule) {}

  void run() {
    std::map<StatementKind, Span> seen;
    for (const Statement& statement : syntax_.statements) {
      if (!is_head(statement.kind)) continue;
      const auto [first, is_new] = seen.try_emplace(statement.kind, statement.span);
      if (!is_new && statement.kind != StatementKind::basis) {
        report(DiagnosticCode::rule_order, statement.span,
               "`" + std::string(ast::statement_word(statement.kind)) + "` stands twice in this rule")
            .labels.push_back({first->second, "first here"});
      }
      read(statement);
    }
    check_certainty();
    if (seen.contains(StatementKind::title) || syntax_.is_damaged) return;
    report(DiagnosticCode::rule_incomplete, rule_.span, "rule `" + rule_.id + "` has no `title`");
  }

 private:
  Diagnostic& report(DiagnosticCode code, Span span, std::string message) {
    return context_.diagnostics.add(code, span, std::move(message));
  }

  void read(const Statement& statement) {
    if (statement.kind == StatementKind::title) read_title(statement);
    if (statement.kind == StatementKind::severity) read_severity(statement.names.front());
    if (statement.kind == StatementKind::certainty) read_certainty(statement.names.front());
    for (const ast::Basis& basis : statement.bases) add_basis(basis);
  }

  void read_title(const Statement& statement) {
    check_languages(context_, statement, rule_);
    for (const ast::LanguageText& text : statement.texts) {
      rule_.title.set(text.language.text,
                      plain_text(context_, text, "a title holds no expressions; write them in the message"));
    }
  }

  void read_severity(const ast::Name& word) {
    severity_span_ = word.span;
    for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
      if (severity_name(severity) != word.text) continue;
      rule_.severity = severity;
      return;
    }
    Diagnostic& diagnostic = report(DiagnosticCode::rule_unknown_name, word.span, "`" + word.text + "` is no severity");
    diagnostic.help = "write `error`, `warning` or `note`";
  }

  void read_certainty(const ast::Name& word) {
    certainty_span_ = word.span;
    for (const Certainty certainty : all_certainties) {
      if (certainty_name(certainty) != word.text) continue;
      rule_.certainty = certainty;
      return;
    }
    Diagnostic& diagnostic =
        report(DiagnosticCode::rule_unknown_name, word.span, "`" + word.text + "` is no degree of certainty");
    diagnostic.help = "write `mechanical`, `heuristic` or `judgement`";
  }

  /// A guess must not stop a publication.
  void check_certainty() {
    if (rule_.certainty != Certainty::heuristic || rule_.severity != Severity::error) return;
    Diagnostic& diagnostic =
        report(DiagnosticCode::rule_heuristic_error, severity_span_.is_known() ? severity_span_ : certainty_span_,
               "the heuristic rule `" + rule_.id + "` has the severity error");
    if (severity_span_.is_known()) diagnostic.labels.push_back({certainty_span_, "heuristic because of this"});
    diagnostic.help = "write `severity warning` or `severity note`";
  }

  /// Of a declared document the paragraph must exist.
  void add_basis(const ast::Basis& basis) {
    const Document* document = context_.program.find_document(basis.source.text);
    rule_.basis.push_back({basis.source.text, basis.place, document != nullptr && document->is_unread});
    const bool is_known = document == nullptr || document->find_paragraph(basis.place) != nullptr;
    if (is_known || context_.damaged_documents.contains(basis.source.text)) return;
    Diagnostic& diagnostic = report(DiagnosticCode::rule_unknown_paragraph, basis.source.span,
                                    "`" + basis.source.text + "` has no paragraph \"" + basis.place + "\"");
    std::vector<std::string> places;
    for (const Paragraph& paragraph : document->paragraphs) places.push_back(paragraph.place);
    suggest(diagnostic, basis.place, std::move(places));
    diagnostic.labels.push_back({document->span, "declared here"});
  }

  Context& context_;
  const ast::Rule& syntax_;
  Rule& rule_;
  Span severity_span_;
  Span certainty_span_;
};

std::string joined(const std::vector<std::string>& languages) {
  std::string text;
  for (const std::string& language : languages) text += (text.empty() ? "" : ", ") + language;
  return text;
}

}  // namespace

bool is_head(StatementKind kind) {
  return kind == StatementKind::title || kind == StatementKind::basis || kind == StatementKind::severity ||
         kind == StatementKind::certainty;
}

void read_head(Context& context, const ast::Rule& syntax, Rule& rule) { HeadReader(context, syntax, rule).run(); }

void check_languages(Context& context, const Statement& statement, const Rule& rule) {
  for (const ast::LanguageText& text : statement.texts) {
    const bool is_declared =
        std::find(rule.languages.begin(), rule.languages.end(), text.language.text) != rule.languages.end();
    if (is_declared) continue;
    Diagnostic& diagnostic =
        context.diagnostics.add(DiagnosticCode::rule_unknown_language, text.language.span,
                                "the pack does not declare the language `" + text.language.text + "`");
    suggest(diagnostic, text.language.text, rule.languages);
    if (diagnostic.help.empty()) diagnostic.help = "add it to `languages`, or remove the text";
  }
  for (const std::string& language : rule.languages) {
    const bool is_there = std::any_of(statement.texts.begin(), statement.texts.end(),
                                      [&](const ast::LanguageText& text) { return text.language.text == language; });
    if (is_there) continue;
    context.diagnostics
        .add(DiagnosticCode::rule_missing_language, statement.span,
             "the " + std::string(ast::statement_word(statement.kind)) + " of `" + rule.id + "` is missing in `" +
                 language + "`")
        .help = "add `" + language + " \"...\"`, as the pack declares `languages " + joined(rule.languages) + "`";
  }
}

}  // namespace roadlint::dsl::checking
