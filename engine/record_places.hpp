// Where the records of one table stand: file, surrounding record, and place in its list; kept in ten bytes a record.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.hpp"
#include "dsl/typed/model.hpp"
#include "engine/id_index.hpp"

namespace roadlint::engine {

using dsl::FieldId;
using dsl::TableId;

/// A record, wherever it is.
struct RecordId {
  TableId table = dsl::no_id;
  Row row = 0;
  friend bool operator==(const RecordId&, const RecordId&) = default;
};

/// Where one record stands: see TableData.
struct RecordPlace {
  FileId file = no_file;
  RecordId parent;
  FieldId parent_field = dsl::no_id;
  std::uint32_t position = 0;
};

class RecordPlaces {
 public:
  [[nodiscard]] std::size_t size() const { return positions_.size(); }
  void append(const RecordPlace& place);
  /// Adds the places of another list; `first_rows` says by table what the rows of parents in it are counted from.
  void append(const RecordPlaces& other, const std::vector<Row>& first_rows);
  /// Drops the records from `size` on.
  void cut_to(std::size_t size);
  void shrink_to_fit();

  [[nodiscard]] FileId file(Row row) const;
  [[nodiscard]] RecordId parent(Row row) const { return {holders_[holder_of_[row]].table, parent_rows_[row]}; }
  [[nodiscard]] FieldId parent_field(Row row) const { return holders_[holder_of_[row]].field; }
  [[nodiscard]] std::uint32_t position(Row row) const { return positions_[row]; }

 private:
  /// What can hold records of the table: a field of another table, or the top of a document.
  struct Holder {
    TableId table;
    FieldId field;
    friend bool operator==(const Holder&, const Holder&) = default;
  };
  /// The records of a file follow each other.
  struct FileRun {
    Row first;
    FileId file;
  };

  [[nodiscard]] std::uint16_t number_of(Holder holder);

  std::vector<Holder> holders_;
  std::vector<std::uint16_t> holder_of_;
  std::vector<Row> parent_rows_;
  std::vector<std::uint32_t> positions_;
  std::vector<FileRun> file_runs_;
};

}  // namespace roadlint::engine
