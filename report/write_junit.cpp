// JUnit XML, with the elements and attributes that its readers have in common; no time and no machine is named, so that
// equal runs give equal bytes. See report.hpp and junit_cases.hpp.
#include <pugixml.hpp>

#include <algorithm>

#include "report/junit_cases.hpp"

namespace roadlint::report {
namespace {

struct Counts {
  std::size_t tests = 0;
  std::size_t failures = 0;
  std::size_t errors = 0;
  std::size_t skipped = 0;

  void add(const JunitSuite& suite) {
    const auto with = [&](JunitResult result) {
      return static_cast<std::size_t>(std::count_if(suite.cases.begin(), suite.cases.end(),
                                                    [&](const JunitCase& test) { return test.result == result; }));
    };
    tests += suite.cases.size();
    failures += with(JunitResult::failed);
    errors += with(JunitResult::erroneous);
    skipped += with(JunitResult::skipped);
  }
};

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

void set_count(pugi::xml_node node, const char* name, std::size_t count) {
  set_attribute(node, name, std::to_string(count));
}

void set_counts(pugi::xml_node node, const Counts& counts) {
  set_count(node, "tests", counts.tests);
  set_count(node, "failures", counts.failures);
  set_count(node, "errors", counts.errors);
  set_count(node, "skipped", counts.skipped);
  set_attribute(node, "time", "0");
}

void append_text(pugi::xml_node parent, const char* name, const std::string& text) {
  if (!text.empty()) parent.append_child(name).text().set(text.c_str());
}

/// `failure`, `error` or `skipped`.
void append_reason(pugi::xml_node parent, const char* name, const JunitCase& test) {
  pugi::xml_node reason = parent.append_child(name);
  set_attribute(reason, "message", test.message);
  if (!test.type.empty()) set_attribute(reason, "type", test.type);
  reason.text().set(test.text.c_str());
}

void append_case(pugi::xml_node parent, const JunitCase& test) {
  pugi::xml_node node = parent.append_child("testcase");
  set_attribute(node, "name", test.name);
  set_attribute(node, "classname", test.class_name);
  if (test.place.line > 0) {
    set_attribute(node, "file", test.place.file);
    set_attribute(node, "line", std::to_string(test.place.line));
  }
  if (test.assertions) set_count(node, "assertions", *test.assertions);
  set_attribute(node, "time", "0");
  if (test.result == JunitResult::failed) append_reason(node, "failure", test);
  if (test.result == JunitResult::erroneous) append_reason(node, "error", test);
  if (test.result == JunitResult::skipped) append_reason(node, "skipped", test);
  append_text(node, "system-out", test.output);
}

void append_suite(pugi::xml_node parent, const JunitSuite& suite) {
  pugi::xml_node node = parent.append_child("testsuite");
  set_attribute(node, "name", suite.name);
  Counts counts;
  counts.add(suite);
  set_counts(node, counts);
  for (const JunitCase& test : suite.cases) append_case(node, test);
  append_text(node, "system-out", suite.output);
}

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { text_.append(static_cast<const char*>(data), size); }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

std::string write_junit(const Report& report, const ReportOptions& options) {
  const std::vector<JunitSuite> suites = junit_suites(report, options);
  Counts counts;
  for (const JunitSuite& suite : suites) counts.add(suite);
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  set_attribute(declaration, "version", "1.0");
  set_attribute(declaration, "encoding", "UTF-8");
  pugi::xml_node root = document.append_child("testsuites");
  set_attribute(root, "name", "roadlint");
  set_counts(root, counts);
  for (const JunitSuite& suite : suites) append_suite(root, suite);
  StringWriter writer;
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
  return writer.take();
}

}  // namespace roadlint::report
