// See xlsx_parts.hpp.
#include "answers/xlsx_parts.hpp"

#include <filesystem>

#include "base/limits.hpp"

namespace roadlint::answers {
namespace {

namespace fs = std::filesystem;

/// The name in the archive: targets count from the folder of the part that names them, or from the root.
std::string part_name(const fs::path& folder, const std::string& target) {
  const bool is_from_root = target.starts_with('/');
  return (is_from_root ? fs::path(target.substr(1)) : folder / target).lexically_normal().generic_string();
}

/// The part with the relationships of another one lies beside it, in `_rels`.
std::string relationships_name(const fs::path& name) {
  return (name.parent_path() / "_rels" / (name.filename().generic_string() + ".rels")).generic_string();
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

bool WorkbookParts::read(const std::string& name, WorkbookPart& part) const {
  const auto bytes = archive_.read(name, limits::workbook_part_bytes);
  if (!bytes) return false;
  part.name = name;
  // White space counts in texts; pugixml resolves no entities but the five of XML, so that none can grow.
  return part.document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata_single)
             .status == pugi::status_ok;
}

std::map<std::string, Relationship> WorkbookParts::relationships_of(const std::string& name) const {
  WorkbookPart part;
  std::map<std::string, Relationship> result;
  if (!read(relationships_name(name), part)) return result;
  const fs::path folder = fs::path(name).parent_path();
  for_each_child(child_of(part.document, "Relationships"), "Relationship", [&](const pugi::xml_node& node) {
    const std::string type = node.attribute("Type").value();
    result[node.attribute("Id").value()] = {type.substr(type.rfind('/') + 1),
                                            part_name(folder, node.attribute("Target").value())};
  });
  return result;
}

}  // namespace roadlint::answers
