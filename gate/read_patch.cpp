// Patches of git: see changed_lines.hpp.
#include <algorithm>
#include <charconv>
#include <optional>

#include "gate/changed_lines.hpp"

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
    if (after.count == 0) return {after.first, after.first, true, 0};
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

/// A text in quotes, with escapes, up to the closing quote.
std::string read_quoted(std::string_view text) {
  std::string name;
  for (std::size_t at = 1; at < text.size() && text[at] != '"'; ++at) {
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

/// A name as git writes it: in quotes when it holds odd characters, and with a tab behind it when it holds blanks.
std::string read_name(std::string_view text) {
  return text.starts_with('"') ? read_quoted(text) : std::string(text.substr(0, text.find('\t')));
}

class PatchReader {
 public:
  ChangedLines read(std::string_view patch) {
    while (!patch.empty()) {
      const std::size_t end = std::min(patch.find('\n'), patch.size());
      read_line(patch.substr(0, end));
      patch.remove_prefix(std::min(end + 1, patch.size()));
    }
    return std::move(changed_);
  }

 private:
  void read_line(std::string_view line) {
    if (content_lines_ > 0) return read_content(line);
    if (line.starts_with("+++ ")) {
      const std::string name = read_name(line.substr(4));
      lines_ = name.starts_with("b/") ? &changed_[name.substr(2)] : nullptr;  // /dev/null: the file is gone
    } else if (line.starts_with("diff --git ")) {
      lines_ = nullptr;
    } else if (const auto hunk = read_hunk(line)) {
      content_lines_ = std::uint64_t{hunk->before.count} + hunk->after.count;
      is_first_content_ = true;
      if (lines_ != nullptr) lines_->push_back(hunk->changed_lines());
    }
  }

  /// A line of a hunk, which may look like anything.
  void read_content(std::string_view line) {
    if (line.starts_with('\\')) return;  // "\ No newline at end of file"
    --content_lines_;
    const bool is_gap = lines_ != nullptr && lines_->back().is_gap;
    const std::string_view text = line.substr(std::min<std::size_t>(1, line.size()));
    const std::size_t indentation = text.find_first_not_of(" \t\r");
    if (!is_gap || !is_first_content_ || indentation == std::string_view::npos) return;
    lines_->back().gap_indentation = static_cast<std::uint32_t>(indentation);
    is_first_content_ = false;
  }

  ChangedLines changed_;
  /// Of the file that is being read.
  std::vector<LineRange>* lines_ = nullptr;
  std::uint64_t content_lines_ = 0;
  /// No line with text has come yet.
  bool is_first_content_ = false;
};

}  // namespace

ChangedLines read_patch(std::string_view patch) { return PatchReader().read(patch); }

}  // namespace roadlint::gate
