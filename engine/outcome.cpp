// Names of verdicts, standings and changes: see outcome.hpp.
#include "engine/outcome.hpp"

namespace roadlint::engine {

std::string_view verdict_name(Verdict verdict) {
  switch (verdict) {
    case Verdict::violated:
      return "violated";
    case Verdict::undecidable:
      return "undecidable";
  }
  return "undecidable";
}

std::string_view standing_name(Standing standing) {
  switch (standing) {
    case Standing::active:
      return "active";
    case Standing::known:
      return "known";
    case Standing::waived:
      return "waived";
    case Standing::untouched:
      return "untouched";
    case Standing::off:
      return "off";
  }
  return "active";
}

std::string_view change_kind_name(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return "added";
    case ChangeKind::removed:
      return "removed";
    case ChangeKind::changed:
      return "changed";
  }
  return "changed";
}

std::string_view change_direction_name(ChangeDirection direction) {
  switch (direction) {
    case ChangeDirection::none:
      return "";
    case ChangeDirection::later:
      return "later";
    case ChangeDirection::earlier:
      return "earlier";
    case ChangeDirection::higher:
      return "higher";
    case ChangeDirection::lower:
      return "lower";
  }
  return "";
}

}  // namespace roadlint::engine
