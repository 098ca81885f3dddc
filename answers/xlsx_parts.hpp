// The parts of a workbook: XML documents that name each other by relationships.
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "answers/zip_archive.hpp"

namespace roadlint::answers {

/// Name of an element without the prefix of its namespace: "row" of `x:row`.
[[nodiscard]] std::string_view local_name(const pugi::xml_node& node);
/// The first child of this local name; a node without name when there is none.
[[nodiscard]] pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// Calls `visit` with each child of this local name.
template <typename Visit>
void for_each_child(const pugi::xml_node& node, std::string_view name, Visit&& visit) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) visit(child);
  }
}

/// One part: where it lies and what is in it.
struct WorkbookPart {
  std::string name;
  pugi::xml_document document;
};

struct Relationship {
  /// The end of its type: "worksheet", "sharedStrings".
  std::string kind;
  /// Name of the part that it leads to.
  std::string part;
};

class WorkbookParts {
 public:
  explicit WorkbookParts(const ZipArchive& archive) : archive_(archive) {}

  /// False when the part is missing, damaged or too large.
  [[nodiscard]] bool read(const std::string& name, WorkbookPart& part) const;
  /// What the part refers to, by id; `name` may be empty for the workbook as a whole.
  [[nodiscard]] std::map<std::string, Relationship> relationships_of(const std::string& name) const;

 private:
  const ZipArchive& archive_;
};

}  // namespace roadlint::answers
