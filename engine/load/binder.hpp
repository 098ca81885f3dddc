// Binds the events of one file to the model: each value goes straight into the cell where it belongs.
#pragma once

#include <vector>

#include "engine/load/events.hpp"
#include "engine/load/mistakes.hpp"
#include "engine/load/read_cell.hpp"
#include "engine/load/shape.hpp"
#include "engine/tables.hpp"

namespace roadlint::engine {

/// How long the texts that events bring stay valid: until EventHandler::texts_end, or during the call only.
enum class TextsOfEvents : std::uint8_t { kept, passing };

class Binder final : public EventHandler {
 public:
  Binder(const dsl::Model& model, const Shapes& shapes, FileId file, DataSet& data, TextsOfEvents texts)
      : model_(model), shapes_(shapes), file_(file), data_(data), texts_(texts) {}

  void start_map(std::uint32_t begin) override;
  void key(std::string_view name, ByteRange range) override;
  void end_map(std::uint32_t end) override;
  void start_list(std::uint32_t begin) override;
  void end_list(std::uint32_t end) override;
  void scalar(std::string_view text, ScalarForm form, ByteRange range) override;
  void null(ByteRange range) override;
  [[nodiscard]] std::uint32_t key_number() const override {
    const Frame& frame = frames_.back();
    const bool is_known = frame.kind == Frame::Kind::map && frame.entry->kind != ShapeEntry::Kind::unknown;
    return is_known ? frame.next_entry : no_key_number;
  }
  void texts_end() override { queue_.intern_all(data_.texts); }

 private:
  /// An open map or list.
  struct Frame {
    enum class Kind : std::uint8_t { map, records, values, skipped };
    Kind kind = Kind::skipped;
    bool opens_record = false;     // the map is the record itself
    const Shape* shape = nullptr;  // map
    std::uint32_t next_entry = 0;  // of the shape
    RecordId record;               // nearest record
    /// map: where the last key leads; records, values: what they hold
    const ShapeEntry* entry = &unknown_entry;
    ByteRange key_range;
    std::uint32_t begin = 0;
    std::uint32_t position = 0;  // records: how many so far
  };

  [[nodiscard]] Frame& top() { return frames_.back(); }
  void push(Frame::Kind kind, std::uint32_t begin);
  void push_skipped(std::uint32_t begin) { push(Frame::Kind::skipped, begin); }

  [[nodiscard]] std::uint32_t begin_of(RecordId record) const;
  void set_place(RecordId record, FieldId field, ByteRange range);
  void place_at_key(const Frame& frame);
  void start_document_map(std::uint32_t begin);
  void start_record(const Frame& holder, std::uint32_t begin);
  void start_value_list(std::uint32_t begin);
  void read_number_format(std::string_view text, ByteRange range);
  void read_scalar(const Scalar& scalar);
  void read_element(const Scalar& scalar);
  void report_unknown_key(std::string_view name, ByteRange range);
  /// Keeps what stands behind an unknown key as evidence, and tells whether the key is unknown.
  bool take_unknown_value(std::string_view text);
  void report_wrong(const Frame& frame, std::string found, ByteRange range, const Expectation& expected);
  void report_missing_fields(RecordId record);
  [[nodiscard]] bool is_misspelt(RecordId record, const std::string& name) const;
  void add_unreadable_element(const Frame& frame, ByteRange range);

  [[nodiscard]] const dsl::Field& field_of(const Frame& frame) const;
  [[nodiscard]] Expectation expectation(const Frame& frame) const;
  [[nodiscard]] bool holds_records(const Frame& frame) const;
  [[nodiscard]] TableId table_of(const Frame& frame) const;
  [[nodiscard]] CellContext cell_context() {
    return {model_, file_, data_.texts, data_.mistakes, format_, texts_ == TextsOfEvents::kept ? &queue_ : nullptr};
  }

  const dsl::Model& model_;
  const Shapes& shapes_;
  FileId file_;
  DataSet& data_;
  TextsOfEvents texts_;
  TextQueue queue_;
  std::vector<Frame> frames_;
  NumberFormat format_ = NumberFormat::undeclared;
};

}  // namespace roadlint::engine
