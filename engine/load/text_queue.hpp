// Texts that wait to be interned, many at a time: looking one text up waits for memory three times, looking many up
// waits about as long.
#pragma once

#include <string_view>
#include <vector>

#include "engine/tables.hpp"

namespace roadlint::engine {

class TextQueue {
 public:
  /// The number of the text is for `column.texts[index]`. Column and bytes must stay until intern_all.
  void add(std::string_view text, Column& column, std::size_t index) {
    waiting_.push_back({text, &column, index, 0, 0});
  }
  /// Interns in the order of adding.
  void intern_all(TextPool& pool);

 private:
  struct Waiting {
    std::string_view text;
    Column* column;
    std::size_t index;
    std::uint32_t hash;
    TextId probable;
  };

  std::vector<Waiting> waiting_;
};

}  // namespace roadlint::engine
