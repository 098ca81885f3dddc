// See finding_order.hpp.
#include "engine/finding_order.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace roadlint::engine {
namespace {

/// By file: its place in the order of names.
std::vector<std::uint32_t> ranks_of(const SourceFiles& files) {
  std::vector<FileId> ids(files.size());
  std::iota(ids.begin(), ids.end(), 0);
  const auto name = [&](FileId file) { return std::string_view(files.file(file).name()); };
  std::sort(ids.begin(), ids.end(), [&](FileId left, FileId right) { return name(left) < name(right); });
  std::vector<std::uint32_t> ranks(ids.size());
  std::uint32_t rank = 0;
  for (std::size_t index = 0; index < ids.size(); ++index) {
    if (index > 0 && name(ids[index]) != name(ids[index - 1])) ++rank;
    ranks[ids[index]] = rank;
  }
  return ranks;
}

}  // namespace

std::vector<std::uint32_t> finding_order(const std::vector<Finding>& findings, const SourceFiles& files) {
  const std::vector<std::uint32_t> ranks = ranks_of(files);
  const auto place = [&](std::uint32_t index) {
    const Span& span = findings[index].span;
    const std::uint64_t rank = span.is_known() ? ranks[span.file] + 1 : 0;
    return rank << 32U | span.begin;
  };
  struct Entry {
    std::uint64_t place;
    std::uint32_t index;
  };
  std::vector<Entry> order;
  order.reserve(findings.size());
  for (std::uint32_t index = 0; index < findings.size(); ++index) order.push_back({place(index), index});
  const auto names = [&](const Entry& entry) {
    const Finding& finding = findings[entry.index];
    return std::tuple(std::string_view(finding.rule), std::string_view(finding.subject.entity),
                      std::string_view(finding.subject.id), entry.index);
  };
  std::sort(order.begin(), order.end(), [&](const Entry& left, const Entry& right) {
    return left.place != right.place ? left.place < right.place : names(left) < names(right);
  });
  std::vector<std::uint32_t> places;
  places.reserve(order.size());
  for (const Entry& entry : order) places.push_back(entry.index);
  return places;
}

}  // namespace roadlint::engine
