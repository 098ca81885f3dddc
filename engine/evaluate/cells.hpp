// From cells of the tables to lanes of vectors.
#pragma once

#include "engine/evaluate/lane_values.hpp"

namespace roadlint::engine {

/// Reads one field of one table.
class CellReader {
 public:
  CellReader(const dsl::Model& model, const DataSet& data, LaneValues& lanes, TableId table, FieldId field);

  /// The field in every lane of `records`, which is a vector of records.
  [[nodiscard]] VectorRef read(const Vector& records, bool with_trace);

 private:
  [[nodiscard]] bool has_only_single_records(const Vector& records) const;
  [[nodiscard]] VectorRef read_plainly(const Vector& records) const;
  template <typename Read>
  void fill(Vector& to, const Vector& records, Read read) const;
  void add_lane(VectorBuilder& builder, const Vector& records, std::size_t index);
  void add_cell(VectorBuilder& builder, Row row);
  void add_list(VectorBuilder& builder, Row row);
  void add_several(VectorBuilder& builder, std::uint64_t record, const CellId& origin);
  [[nodiscard]] std::uint64_t value(const Column& column, std::size_t index) const;
  [[nodiscard]] std::uint32_t extra(const Column& column, std::size_t index) const;
  [[nodiscard]] CellId cell(Row row) const { return {{table_, row}, field_}; }

  const dsl::Model& model_;
  const DataSet& data_;
  LaneValues& lanes_;
  TableId table_;
  FieldId field_;
  const dsl::Field& declared_;
  const Column& column_;
  dsl::TypeKind kind_;
};

}  // namespace roadlint::engine
