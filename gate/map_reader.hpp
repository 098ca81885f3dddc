// Reads the map of a file that people write by hand: each key once, with its type; what is unknown or wrong is said.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "gate/document.hpp"
#include "values/calendar.hpp"

namespace roadlint::gate {

/// Which codes the mistakes of a kind of file have.
struct MistakeCodes {
  DiagnosticCode unknown_key;
  DiagnosticCode wrong_value;
};

/// "waiver" in "`waiver` has no key `reson`".
class MapReader {
 public:
  /// `node` must outlive the reader; anything but a map is reported, and then has no keys.
  MapReader(const Node& node, std::string_view name, MistakeCodes codes, Diagnostics& diagnostics);

  /// The value of a key; null when the key is missing or has no value.
  [[nodiscard]] const Node* find(std::string_view key);
  /// Whether the key stands there, with a value or without.
  [[nodiscard]] bool has(std::string_view key) const;
  /// The text of a key, empty when it has none; other than a scalar is reported.
  [[nodiscard]] std::string text(std::string_view key);
  /// A day such as 2026-12-31 as written; empty when there is none. Anything else is reported.
  [[nodiscard]] std::string day(std::string_view key);
  /// Reports the keys that nobody asked for.
  void report_unknown_keys();
  /// Reports a value of the wrong form: "expected a day such as 2026-12-31".
  Diagnostic& report(const Node& value, std::string_view expected);

 private:
  const Node& node_;
  std::string name_;
  MistakeCodes codes_;
  Diagnostics& diagnostics_;
  std::vector<std::string> known_;
};

/// "`2026-13-01`", "a list": what stands there, for a sentence.
[[nodiscard]] std::string found_words(const Node& node);

/// A day as people write it; nothing for other text and for days that do not exist.
[[nodiscard]] std::optional<DayNumber> read_day(std::string_view text);

}  // namespace roadlint::gate
