// See changed_lines.hpp.
#include "gate/changed_lines.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace roadlint::gate {
namespace {

std::optional<std::uint32_t> take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// "12,3" or "12", which is one line.
struct HunkSide {
  std::uint32_t first = 0;
  std::uint32_t count = 1;
};

std::optional<HunkSide> take_side(std::string_view& text) {
  const auto first = take_number(text);
  if (!first) return std::nullopt;
  HunkSide side{*first, 1};
  if (text.starts_with(',')) {
    text.remove_prefix(1);
    side.count = take_number(text).value_or(1);
  }
  return side;
}

/// "@@ -12,0 +13,2 @@ context".
struct Hunk {
  HunkSide before;
  HunkSide after;

  [[nodiscard]] LineRange changed_lines() const {
    // Taken away behind line `first`, which is 0 at the very beginning.
    if (after.count == 0) return {std::max(after.first, 1U), after.first + 1};
    return {after.first, after.first + after.count - 1};
  }
};

std::optional<Hunk> read_hunk(std::string_view line) {
  constexpr std::string_view begin = "@@ -";
  if (!line.starts_with(begin)) return std::nullopt;
  line.remove_prefix(begin.size());
  const auto before = take_side(line);
  if (!before || !line.starts_with(" +")) return std::nullopt;
  line.remove_prefix(2);
  const auto after = take_side(line);
  return after ? std::optional(Hunk{*before, *after}) : std::nullopt;
}

/// A name as git writes it: in quotes, with escapes, when it holds odd characters.
std::string read_name(std::string_view text) {
  if (!text.starts_with('"') || !text.ends_with('"') || text.size() < 2) {
    return std::string(text.substr(0, text.find('\t')));
  }
  text = text.substr(1, text.size() - 2);
  std::string name;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 == text.size()) {
      name += text[at];
      continue;
    }
    const char escape = text[++at];
    constexpr std::string_view letters = "abtnvfr";
    if (const std::size_t letter = letters.find(escape); letter != std::string_view::npos) {
      name += static_cast<char>('\a' + static_cast<char>(letter));
    } else if (escape >= '0' && escape <= '3' && at + 2 < text.size()) {
      name += static_cast<char>((escape - '0') * 64 + (text[at + 1] - '0') * 8 + (text[at + 2] - '0'));
      at += 2;
    } else {
      name += escape;
    }
  }
  return name;
}

class ChangeMarker {
 public:
  ChangeMarker(const std::map<FileId, std::vector<LineRange>>& lines_of, const SourceFiles& files)
      : lines_of_(lines_of), files_(files) {}

  void mark(engine::Finding& finding) const {
    if (finding.standing != engine::Standing::active) return;
    finding.changed = first_changed(finding);
    if (!finding.changed.is_known()) finding.standing = engine::Standing::untouched;
  }

 private:
  /// Own place, further places, evidence, and then the record as a whole, of which the changed part is taken.
  [[nodiscard]] Span first_changed(const engine::Finding& finding) const {
    if (is_changed(finding.span)) return finding.span;
    for (const Span& place : finding.locations) {
      if (is_changed(place)) return place;
    }
    for (const engine::Evidence& evidence : finding.evidence) {
      if (is_changed(evidence.span)) return evidence.span;
    }
    return changed_part(finding.record);
  }

  [[nodiscard]] bool is_changed(const Span& span) const { return changed_part(span).is_known(); }

  /// The first changed lines of a span.
  [[nodiscard]] Span changed_part(const Span& span) const {
    if (!span.is_known()) return {};
    const auto lines = lines_of_.find(span.file);
    if (lines == lines_of_.end()) return {};
    const SourceText& source = files_.file(span.file);
    const std::uint32_t first = source.position(span.begin).line;
    const std::uint32_t last = source.position(span.end > span.begin ? span.end - 1 : span.begin).line;
    const auto range = std::lower_bound(lines->second.begin(), lines->second.end(), first,
                                        [](const LineRange& entry, std::uint32_t line) { return entry.last < line; });
    if (range == lines->second.end() || range->first > last) return {};
    const std::uint32_t line = std::max(first, range->first);
    const std::uint32_t begin = std::max(span.begin, source.line_start(line));
    const auto line_end = static_cast<std::uint32_t>(source.line_start(line) + source.line(line).size());
    return {span.file, begin, std::max(begin, std::min(span.end, line_end))};
  }

  const std::map<FileId, std::vector<LineRange>>& lines_of_;
  const SourceFiles& files_;
};

}  // namespace

ChangedLines read_patch(std::string_view patch) {
  ChangedLines changed;
  std::vector<LineRange>* lines = nullptr;
  std::uint64_t content_lines = 0;  // of a hunk: they may look like anything
  while (!patch.empty()) {
    const std::size_t end = std::min(patch.find('\n'), patch.size());
    const std::string_view line = patch.substr(0, end);
    patch.remove_prefix(std::min(end + 1, patch.size()));
    if (content_lines > 0) {
      if (!line.starts_with('\\')) --content_lines;  // "\ No newline at end of file"
    } else if (line.starts_with("+++ ")) {
      const std::string name = read_name(line.substr(4));
      lines = name.starts_with("b/") ? &changed[name.substr(2)] : nullptr;  // /dev/null: the file is gone
    } else if (line.starts_with("diff --git ")) {
      lines = nullptr;
    } else if (const auto hunk = read_hunk(line)) {
      content_lines = std::uint64_t{hunk->before.count} + hunk->after.count;
      if (lines != nullptr) lines->push_back(hunk->changed_lines());
    }
  }
  return changed;
}

void apply_changed_lines(const std::map<FileId, std::vector<LineRange>>& lines_of, const SourceFiles& files,
                         engine::Outcomes& outcomes) {
  const ChangeMarker marker(lines_of, files);
  for (engine::Finding& finding : outcomes.findings) marker.mark(finding);
}

}  // namespace roadlint::gate
