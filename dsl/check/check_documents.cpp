// Documents that rules come from: titles and paragraphs in every language of their file.
#include <algorithm>

#include "dsl/check/names.hpp"

namespace roadlint::dsl::checking {
namespace {

class DocumentChecker {
 public:
  DocumentChecker(Context& context, const ast::File& file, const ast::Document& syntax)
      : context_(context), file_(file), syntax_(syntax) {}

  void run() {
    document_.name = syntax_.name.text;
    document_.span = syntax_.name.span;
    for (const ast::DocumentLine& line : syntax_.lines) read_line(line);
    if (syntax_.is_damaged) {
      context_.damaged_documents.insert(document_.name);
    } else if (document_.title.is_empty()) {
      context_.diagnostics.add(DiagnosticCode::rule_incomplete, document_.span,
                               "document `" + document_.name + "` has no `title`");
    }
    if (const Document* first = context_.program.find_document(document_.name); first != nullptr) {
      report_twice(document_.name, syntax_.name.span, first->span);
    } else {
      context_.program.documents.push_back(std::move(document_));
    }
  }

 private:
  void report_twice(const std::string& name, Span span, Span first) {
    context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, span, "`" + name + "` is declared twice")
        .labels.push_back({first, "first declared here"});
  }

  void read_line(const ast::DocumentLine& line) {
    if (line.kind == ast::DocumentLineKind::unread) {
      document_.is_unread = true;
    } else if (line.kind == ast::DocumentLineKind::title) {
      if (!document_.title.is_empty()) {
        context_.diagnostics.add(DiagnosticCode::rule_order, line.span, "`title` stands twice in this document");
      }
      document_.title = read_texts(line);
    } else {
      add_paragraph(line);
    }
  }

  void add_paragraph(const ast::DocumentLine& line) {
    const std::string& place = line.paragraph.text;
    if (document_.find_paragraph(place) != nullptr) {
      context_.diagnostics.add(DiagnosticCode::rule_duplicate_name, line.paragraph.span,
                               "paragraph \"" + place + "\" is declared twice");
      return;
    }
    document_.paragraphs.push_back({place, read_texts(line)});
  }

  LocalizedText read_texts(const ast::DocumentLine& line) {
    LocalizedText texts;
    for (const ast::LanguageText& text : line.texts) {
      check_language(text, texts);
      texts.set(text.language.text, plain_text(context_, text, "a document holds no expressions"));
    }
    for (const std::string& language : languages()) {
      if (texts.has(language)) continue;
      context_.diagnostics
          .add(DiagnosticCode::rule_missing_language, line.span, "this text is missing in `" + language + "`")
          .help = "add `" + language + " \"...\"`";
    }
    return texts;
  }

  [[nodiscard]] std::vector<std::string> languages() const {
    std::vector<std::string> names;
    for (const ast::Name& language : file_.languages) names.push_back(language.text);
    if (names.empty()) names.emplace_back("en");
    return names;
  }

  /// A misspelt line looks like a text in one more language.
  void check_language(const ast::LanguageText& text, const LocalizedText& earlier) {
    const std::vector<std::string> known = languages();
    const std::string& language = text.language.text;
    if (std::find(known.begin(), known.end(), language) == known.end()) {
      Diagnostic& diagnostic = context_.diagnostics.add(DiagnosticCode::rule_unknown_language, text.language.span,
                                                        "the pack does not declare the language `" + language + "`");
      std::vector<std::string> candidates = known;
      candidates.insert(candidates.end(), {"title", "paragraph", "unread"});
      suggest(diagnostic, language, std::move(candidates));
      context_.damaged_documents.insert(document_.name);
    } else if (earlier.has(language)) {
      context_.diagnostics.add(DiagnosticCode::rule_order, text.language.span,
                               "`" + language + "` stands twice in this text");
    }
  }

  Context& context_;
  const ast::File& file_;
  const ast::Document& syntax_;
  Document document_;
};

}  // namespace

void check_documents(Context& context) {
  for (const ast::File& file : context.files) {
    for (const ast::Document& syntax : file.documents) DocumentChecker(context, file, syntax).run();
  }
}

}  // namespace roadlint::dsl::checking
