// Reads the files, each thread a run of them, and connects what they hold.
#include "engine/load/load.hpp"

#include <utility>

#include "base/parallel.hpp"
#include "engine/load/binder.hpp"
#include "engine/load/columns.hpp"
#include "engine/load/events.hpp"
#include "engine/load/join.hpp"
#include "engine/load/link.hpp"

namespace roadlint::engine {
namespace {

std::size_t count_records(const dsl::Model& model, const DataSet& data) {
  std::size_t count = 0;
  for (TableId table = 0; table < model.current_count; ++table) {
    if (model.tables[table].kind != dsl::TableKind::record) count += data.tables[table].size();
  }
  return count;
}

}  // namespace

bool is_json_name(std::string_view name) { return name.ends_with(".json") || name.ends_with(".JSON"); }

namespace {

/// Reads one file into the tables; on a mistake they may hold a part of it.
bool read_document(const dsl::Model& model, const Shapes& shapes, const SourceFiles& files, FileId file, DataSet& data,
                   Diagnostics& diagnostics) {
  if (is_json_name(files.file(file).name())) {
    const DataSizes before = sizes_of(data);
    Binder binder(model, shapes, file, data, TextsOfEvents::kept);
    if (read_json_windows(files, file, binder)) return true;
    cut_to(model, data, before);
  }
  if (!check_bytes(files, file, diagnostics)) return false;
  Binder binder(model, shapes, file, data, TextsOfEvents::passing);
  return is_json_name(files.file(file).name()) ? read_json(files, file, binder, diagnostics)
                                               : read_yaml(files, file, binder, diagnostics);
}

/// What one thread has read.
struct Part {
  Version version = Version::current;
  std::vector<FileId> files;
  DataSet data;
  Diagnostics diagnostics;
  bool has_unreadable_files = false;
};

void read_part(const dsl::Model& model, const Shapes& shapes, const SourceFiles& files, Part& part) {
  part.data = empty_data(model);
  for (const FileId file : part.files) {
    const DataSizes before = sizes_of(part.data);
    if (read_document(model, shapes, files, file, part.data, part.diagnostics)) {
      part.data.files.push_back(file);
    } else {
      cut_to(model, part.data, before);
      part.has_unreadable_files = true;
    }
  }
  trim_columns(model, part.data);
  if (part.version == Version::current) return;
  // Whoever compares two versions is told what is wrong with the later one.
  part.data.earlier_mistakes = std::move(part.data.mistakes);
  part.data.mistakes.clear();
  part.data.files.clear();
}

/// Runs of files of about the same number of bytes, at most `threads`.
std::vector<Part> parts_of(const SourceFiles& files, const std::vector<FileId>& data_files, unsigned threads) {
  std::size_t all_bytes = 0;
  for (const FileId file : data_files) all_bytes += files.file(file).bytes().size();
  std::vector<Part> parts(1);
  std::size_t bytes = 0;
  for (const FileId file : data_files) {
    if (bytes * threads >= all_bytes * parts.size() && !parts.back().files.empty()) parts.emplace_back();
    parts.back().files.push_back(file);
    bytes += files.file(file).bytes().size();
  }
  return parts;
}

}  // namespace

DataSet load(const dsl::Model& model, const SourceFiles& files, const std::vector<FileId>& data_files,
             Diagnostics& diagnostics, unsigned threads, const std::vector<FileId>& earlier_files) {
  const Shapes shapes = shapes_of(model, Version::current);
  std::vector<Part> parts = parts_of(files, data_files, threads);
  Shapes earlier_shapes;
  if (!earlier_files.empty()) {
    earlier_shapes = shapes_of(model, Version::earlier);
    for (Part& part : parts_of(files, earlier_files, threads)) {
      part.version = Version::earlier;
      parts.push_back(std::move(part));
    }
  }
  run_parallel(threads, parts.size(), [&](std::size_t index) {
    const bool is_current = parts[index].version == Version::current;
    read_part(model, is_current ? shapes : earlier_shapes, files, parts[index]);
  });
  bool has_unreadable_files = false;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    has_unreadable_files = has_unreadable_files || parts[index].has_unreadable_files;
    for (const Diagnostic& diagnostic : parts[index].diagnostics.entries()) diagnostics.append(diagnostic);
    if (index > 0) join(model, parts.front().data, std::move(parts[index].data), threads);
  }
  DataSet data = std::move(parts.front().data);
  link(model, data, has_unreadable_files, threads);
  data.record_count = count_records(model, data);
  return data;
}

}  // namespace roadlint::engine
