// Related locations: see sarif_related.hpp.
#include "report/sarif_related.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "report/finding_diagnostic.hpp"
#include "report/plain_text.hpp"
#include "report/sarif_location.hpp"
#include "report/sarif_text.hpp"
#include "report/words.hpp"

namespace roadlint::report {
namespace {

/// GitHub shows no more.
constexpr std::size_t places_limit = 100;
/// Columns of a value: longer texts are recognised by their beginning.
constexpr std::size_t value_columns = 120;

struct RelatedPlace {
  Span span;
  /// What stands there; may be empty.
  std::string text;

  friend bool operator==(const RelatedPlace&, const RelatedPlace&) = default;
};

std::string evidence_text(const engine::Evidence& evidence, const Words& words) {
  const std::string path = one_line(evidence.path);
  if (!evidence.value.has_value()) return path + " " + std::string(words.is_absent);
  return path + ": " + shortened(one_line(*evidence.value), value_columns);
}

/// Collects places up to the limit. One place may stand for several values, each absent from the same record.
class RelatedPlaces {
 public:
  void add(RelatedPlace place) {
    if (!place.span.is_known() || places_.size() == places_limit) return;
    if (std::find(places_.begin(), places_.end(), place) == places_.end()) places_.push_back(std::move(place));
  }
  /// A place without words says nothing new where another has them.
  void add_bare(const Span& span) {
    const bool is_there =
        std::any_of(places_.begin(), places_.end(), [&](const RelatedPlace& place) { return place.span == span; });
    if (!is_there) add({span, {}});
  }
  [[nodiscard]] const std::vector<RelatedPlace>& all() const { return places_; }

 private:
  std::vector<RelatedPlace> places_;
};

RelatedPlaces places_of(const engine::Finding& finding, std::string_view language) {
  const Span primary = primary_place(finding);
  RelatedPlaces places;
  // First, so that the limit cannot drop it.
  if (finding.span != primary) places.add_bare(finding.span);
  for (const engine::Evidence& evidence : finding.evidence) {
    places.add({evidence.span, evidence_text(evidence, words_in(language))});
  }
  for (const Span& place : further_places(finding)) {
    if (place != primary) places.add_bare(place);
  }
  return places;
}

}  // namespace

Span primary_place(const engine::Finding& finding) {
  return finding.changed.is_known() ? finding.changed : finding.span;
}

Json sarif_related_locations(const Report& report, const engine::Finding& finding, std::string_view language) {
  Json result = Json::array();
  const RelatedPlaces places = places_of(finding, language);
  for (const RelatedPlace& place : places.all()) {
    Json location = {{"id", result.size() + 1}};
    location.update(sarif_location(report, place.span));
    if (!place.text.empty()) location["message"] = sarif_message(place.text);
    result.push_back(std::move(location));
  }
  return result;
}

}  // namespace roadlint::report
