// Events to a tree: see document.hpp.
#include "gate/document.hpp"

#include "base/utf8.hpp"
#include "engine/load/events.hpp"
#include "engine/load/load.hpp"

namespace roadlint::gate {
namespace {

class TreeBuilder : public engine::EventHandler {
 public:
  explicit TreeBuilder(FileId file) : file_(file) {}

  [[nodiscard]] Node take() { return std::move(root_); }

  void start_map(std::uint32_t begin) override { open(NodeKind::map, begin); }
  void start_list(std::uint32_t begin) override { open(NodeKind::list, begin); }
  void end_map(std::uint32_t end) override { close(end); }
  void end_list(std::uint32_t end) override { close(end); }

  void key(std::string_view name, ByteRange range) override {
    open_.back()->entries.push_back({std::string(name), Span(file_, range), {}});
  }

  void scalar(std::string_view text, engine::ScalarForm form, ByteRange range) override {
    static_cast<void>(form);
    Node& node = add();
    node.kind = NodeKind::scalar;
    node.text = std::string(text);
    node.span = Span(file_, range);
  }

  void null(ByteRange range) override { add().span = Span(file_, range); }

 private:
  /// Where the next value belongs.
  Node& add() {
    if (open_.empty()) return root_;
    Node& parent = *open_.back();
    return parent.kind == NodeKind::map ? parent.entries.back().value : parent.items.emplace_back();
  }

  void open(NodeKind kind, std::uint32_t begin) {
    Node& node = add();
    node.kind = kind;
    node.span = Span(file_, begin, begin);
    open_.push_back(&node);  // stays where it is: nothing is added to its parent while it is open
  }

  void close(std::uint32_t end) {
    open_.back()->span.end = end;
    open_.pop_back();
  }

  FileId file_;
  Node root_;
  std::vector<Node*> open_;
};

/// Comments and white space only: nothing is set, which is no mistake here.
bool holds_nothing(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = utf8::trimmed(bytes.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) return false;
    bytes = end == std::string_view::npos ? std::string_view() : bytes.substr(end + 1);
  }
  return true;
}

}  // namespace

std::optional<Node> read_document(const SourceFiles& files, FileId file, Diagnostics& diagnostics) {
  if (holds_nothing(files.file(file).bytes())) {
    Node nothing;
    nothing.kind = NodeKind::map;
    nothing.span = Span(file, 0, 0);
    return nothing;
  }
  if (!engine::check_bytes(files, file, diagnostics)) return std::nullopt;
  TreeBuilder builder(file);
  const bool is_json = engine::is_json_name(files.file(file).name());
  const bool is_read = is_json ? engine::read_json(files, file, builder, diagnostics)
                               : engine::read_yaml(files, file, builder, diagnostics);
  if (!is_read) return std::nullopt;
  return builder.take();
}

}  // namespace roadlint::gate
