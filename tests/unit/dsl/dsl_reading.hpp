// What the tests of the dumps share: parse and check texts that hold no mistake.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source_text.hpp"
#include "dsl/check/check.hpp"
#include "dsl/syntax/parse.hpp"

namespace roadlint::dsl::testing {

/// Parses one text; a mistake in it is a mistake of the test.
inline ast::File parsed(SourceFiles& files, std::string name, std::string_view text) {
  Diagnostics diagnostics;
  const FileId file = files.add(std::move(name), std::string(text));
  ast::File tree = parse(files, file, diagnostics);
  if (diagnostics.has_errors())
    throw std::logic_error(diagnostics.entries().front().message + "\n" + std::string(text));
  return tree;
}

/// Checks trees together; a mistake in them is a mistake of the test.
inline Program checked_trees(const std::vector<ast::File>& trees) {
  Diagnostics diagnostics;
  Program program = check(trees, diagnostics);
  for (const Diagnostic& entry : diagnostics.entries()) {
    if (entry.severity == Severity::error) throw std::logic_error(entry.message);
  }
  return program;
}

/// Parses and checks texts together.
inline Program checked(const std::vector<std::string>& texts) {
  SourceFiles files;
  std::vector<ast::File> trees;
  for (const std::string& text : texts) trees.push_back(parsed(files, "text", text));
  return checked_trees(trees);
}

}  // namespace roadlint::dsl::testing
