// Several threads read what one reads.
#include <catch2/catch.hpp>
#include <string>

#include "engine/load/load.hpp"
#include "engine/print_data.hpp"
#include "tests/unit/dsl/dsl_reading.hpp"

namespace roadlint::engine {
namespace {

const std::string model =
    "record step { note: text?  due: date }\n"
    "entity plan in document.plans { id: id  title: text?  share: quantity?  cost: money?  owner: -> person?\n"
    "  steps: list step  after: list -> plan  tags: list text }\n"
    "entity person in document.people { id: id  of: -> plan? }\n";

/// Plans and people that refer to those of other files, to nobody, and to ids used twice.
std::string document(int file) {
  const std::string number = std::to_string(file);
  const std::string next = std::to_string(file + 1);
  return "people:\n  - {id: x" + number + ", of: P" + next + "}\n  - {id: twice}\nplans:\n  - id: P" + number +
         "\n    title: Plan " + next + "\n    share: " + number + "/7 GW\n    cost: 3." + number +
         " EUR\n    owner: twice\n    steps: [{due: 2028-0" + number + "}, {note: again, due: soon}]\n    after: [P" +
         next + ", nowhere]\n    tags: [a" + number + ", again]\n  - {id: Q" + number + ", wrong: 1}\n";
}

std::string dump(unsigned threads) {
  const dsl::Program program = dsl::testing::checked({model});
  SourceFiles files;
  std::vector<FileId> data_files;
  for (int file = 1; file < 8; ++file) {
    const std::string text = file == 4 ? document(file) + "  - {id: P" : document(file);
    data_files.push_back(files.add(std::to_string(file) + ".yaml", text));
  }
  Diagnostics diagnostics;
  const DataSet data = load(program.model, files, data_files, diagnostics, threads);
  CHECK(data.files.size() == 6);
  CHECK(data.texts.find("a7") < data.texts.size());
  std::string text = print_data(files, program.model, data);
  for (const Diagnostic& diagnostic : diagnostics.entries()) text += diagnostic.message + "\n";
  for (const DataMistake& mistake : data.mistakes) text += record_path(program.model, data, mistake.record) + "\n";
  return text;
}

TEST_CASE("the data is the same for any number of threads", "[load]") {
  const std::string alone = dump(1);
  CHECK(alone.find("\"P2\" -> plan[P2]") != std::string::npos);
  CHECK(alone.find("\"twice\" -> 6 records person[twice]") != std::string::npos);
  for (const unsigned threads : {2U, 3U, 7U, 20U}) CHECK(dump(threads) == alone);
}

}  // namespace
}  // namespace roadlint::engine
