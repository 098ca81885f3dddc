// See records_at.hpp.
#include "engine/records_at.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace roadlint::engine {
namespace {

class RecordFinder {
 public:
  explicit RecordFinder(const std::vector<Span>& places)
      : places_(places), found_(places.size()), order_(places.size()) {
    std::iota(order_.begin(), order_.end(), 0);
    std::sort(order_.begin(), order_.end(), [&](std::size_t left, std::size_t right) {
      return std::tie(places[left].file, places[left].begin) < std::tie(places[right].file, places[right].begin);
    });
  }

  void look_at(RecordId record, FileId file, ByteRange range) {
    const auto first = std::lower_bound(order_.begin(), order_.end(), std::pair(file, range.begin),
                                        [&](std::size_t index, const std::pair<FileId, std::uint32_t>& begin) {
                                          return std::pair(places_[index].file, places_[index].begin) < begin;
                                        });
    for (auto place = first; place != order_.end(); ++place) {
      const Span& span = places_[*place];
      if (span.file != file || span.begin >= range.end) return;
      Found& best = found_[*place];
      const std::uint32_t length = range.end - range.begin;
      if (best.record.table == dsl::no_id || length < best.length) best = {record, length};
    }
  }

  [[nodiscard]] std::vector<RecordId> records() const {
    std::vector<RecordId> records;
    for (const Found& found : found_) records.push_back(found.record);
    return records;
  }

 private:
  struct Found {
    RecordId record;
    std::uint32_t length = 0;
  };

  const std::vector<Span>& places_;
  std::vector<Found> found_;
  /// The places sorted by file and byte.
  std::vector<std::size_t> order_;
};

}  // namespace

std::vector<RecordId> records_at(const dsl::Model& model, const DataSet& data, const std::vector<Span>& places) {
  RecordFinder finder(places);
  for (TableId table = 0; table < model.current_count && !places.empty(); ++table) {
    if (model.tables[table].kind == dsl::TableKind::record) continue;
    const TableData& rows = data.tables[table];
    for (Row row = 0; row < rows.size(); ++row) finder.look_at({table, row}, rows.file(row), rows.ranges[row]);
  }
  return finder.records();
}

}  // namespace roadlint::engine
