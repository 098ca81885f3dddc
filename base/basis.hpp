// The place in a document that a rule comes from.
#pragma once

#include <string>

namespace roadlint {

struct Basis {
  std::string document;
  std::string place;
  /// The document is cited at second hand.
  bool is_unread = false;

  /// "ZVEI 2.1.2"
  [[nodiscard]] std::string text() const { return document + " " + place; }
  friend bool operator==(const Basis&, const Basis&) = default;
};

}  // namespace roadlint
