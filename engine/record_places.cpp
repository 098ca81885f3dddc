// Keeping and finding the places of records: see record_places.hpp.
#include "engine/record_places.hpp"

#include <algorithm>

namespace roadlint::engine {

std::uint16_t RecordPlaces::number_of(Holder holder) {
  const auto known = std::find(holders_.begin(), holders_.end(), holder);
  if (known == holders_.end()) {
    holders_.push_back(holder);
    return static_cast<std::uint16_t>(holders_.size() - 1);
  }
  return static_cast<std::uint16_t>(known - holders_.begin());
}

void RecordPlaces::append(const RecordPlace& place) {
  if (file_runs_.empty() || file_runs_.back().file != place.file) {
    file_runs_.push_back({static_cast<Row>(size()), place.file});
  }
  holder_of_.push_back(number_of({place.parent.table, place.parent_field}));
  parent_rows_.push_back(place.parent.row);
  positions_.push_back(place.position);
}

void RecordPlaces::append(const RecordPlaces& other, const std::vector<Row>& first_rows) {
  const auto size_before = static_cast<Row>(size());
  for (const FileRun& run : other.file_runs_) file_runs_.push_back({run.first + size_before, run.file});
  positions_.insert(positions_.end(), other.positions_.begin(), other.positions_.end());
  std::vector<std::uint16_t> numbers;
  for (const Holder& holder : other.holders_) numbers.push_back(number_of(holder));
  holder_of_.reserve(positions_.size());
  parent_rows_.reserve(positions_.size());
  for (std::size_t row = 0; row < other.size(); ++row) {
    const TableId table = other.holders_[other.holder_of_[row]].table;
    holder_of_.push_back(numbers[other.holder_of_[row]]);
    parent_rows_.push_back(other.parent_rows_[row] + (table == dsl::no_id ? 0 : first_rows[table]));
  }
}

void RecordPlaces::cut_to(std::size_t size) {
  if (size >= positions_.size()) return;
  holder_of_.resize(size);
  parent_rows_.resize(size);
  positions_.resize(size);
  while (!file_runs_.empty() && file_runs_.back().first >= size) file_runs_.pop_back();
}

void RecordPlaces::shrink_to_fit() {
  holder_of_.shrink_to_fit();
  parent_rows_.shrink_to_fit();
  positions_.shrink_to_fit();
}

FileId RecordPlaces::file(Row row) const {
  if (file_runs_.size() == 1) return file_runs_.front().file;
  const auto after = std::upper_bound(file_runs_.begin(), file_runs_.end(), row,
                                      [](Row wanted, const FileRun& run) { return wanted < run.first; });
  return (after - 1)->file;
}

}  // namespace roadlint::engine
