// See xlsx_bodies.hpp.
#include "report/xlsx_bodies.hpp"

#include <algorithm>
#include <set>

#include "report/plain_text.hpp"

namespace roadlint::report {
namespace {

using Counts = std::map<std::string_view, std::size_t>;

Counts count_by_body(const std::vector<ListEntry>& entries) {
  Counts counts;
  for (const ListEntry& entry : entries) ++counts[body_of(entry)];
  return counts;
}

/// The bodies with the most findings; of equal ones the first by name.
std::set<std::string_view> largest_bodies(const Counts& counts, std::size_t most) {
  std::vector<std::pair<std::size_t, std::string_view>> sorted;
  for (const auto& [body, count] : counts) {
    if (!body.empty()) sorted.emplace_back(count, body);
  }
  std::ranges::stable_sort(sorted, std::ranges::greater{}, [](const auto& entry) { return entry.first; });
  std::set<std::string_view> result;
  for (const auto& entry : sorted) {
    if (result.size() < most) result.insert(entry.second);
  }
  return result;
}

/// Adds one sheet after the other.
class Arrangement {
 public:
  explicit Arrangement(SheetNames& names) : names_(names) {}

  /// The place of a new sheet.
  std::size_t add_sheet(const std::string& title) {
    result_.sheets.push_back({title, names_.add(title), 0});
    return result_.sheets.size() - 1;
  }
  void put(std::string_view body, std::size_t count, std::size_t place) {
    result_.place_of.emplace(body, place);
    result_.sheets[place].count += count;
  }
  [[nodiscard]] BodySheets take(std::size_t together) {
    result_.together = together;
    return std::move(result_);
  }

 private:
  SheetNames& names_;
  BodySheets result_;
};

}  // namespace

std::string_view body_of(const ListEntry& entry) {
  return entry.finding == nullptr ? std::string_view() : std::string_view(entry.finding->responsible);
}

BodySheets arrange_bodies(const std::vector<ListEntry>& entries, const ListWords& words, SheetNames& names,
                          std::size_t most_sheets) {
  const Counts counts = count_by_body(entries);
  const std::set<std::string_view> largest = largest_bodies(counts, most_sheets);
  Arrangement arrangement(names);
  for (const std::string_view body : largest) {
    arrangement.put(body, counts.at(body), arrangement.add_sheet(one_line(body)));
  }
  const auto none = counts.find("");
  if (none != counts.end()) {
    arrangement.put("", none->second, arrangement.add_sheet(std::string(words.without_responsible)));
  }
  const std::size_t together = counts.size() - largest.size() - (none != counts.end() ? 1 : 0);
  if (together == 0) return arrangement.take(0);
  const std::size_t shared = arrangement.add_sheet(std::string(words.other_bodies));
  for (const auto& [body, count] : counts) {
    if (!body.empty() && !largest.contains(body)) arrangement.put(body, count, shared);
  }
  return arrangement.take(together);
}

}  // namespace roadlint::report
