// Names of verdicts: see outcome.hpp.
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

}  // namespace roadlint::engine
