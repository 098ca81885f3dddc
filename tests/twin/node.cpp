// See node.hpp.
#include "tests/twin/node.hpp"

namespace roadlint::twin {
namespace {

void render(const Node& node, std::string& text) {
  text += node.text;
  for (const Node& child : node.children) render(child, text);
}

}  // namespace

std::string rendered(const Node& node) {
  std::string text;
  render(node, text);
  return text;
}

}  // namespace roadlint::twin
