// A sentence in several languages.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace roadlint {

/// Texts by language code ("en", "de"), in the order of the pack's `languages`.
class LocalizedText {
 public:
  LocalizedText() = default;

  /// Sets the text of a language, replacing an earlier one.
  void set(std::string_view language, std::string text) {
    for (auto& entry : entries_) {
      if (entry.first == language) {
        entry.second = std::move(text);
        return;
      }
    }
    entries_.emplace_back(std::string(language), std::move(text));
  }
  /// The text in a language, else in the first language there is, else empty.
  [[nodiscard]] const std::string& in(std::string_view language) const {
    static const std::string none;
    for (const auto& entry : entries_) {
      if (entry.first == language) return entry.second;
    }
    return entries_.empty() ? none : entries_.front().second;
  }
  [[nodiscard]] bool has(std::string_view language) const {
    for (const auto& entry : entries_) {
      if (entry.first == language) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_empty() const { return entries_.empty(); }
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

  friend bool operator==(const LocalizedText&, const LocalizedText&) = default;

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace roadlint
