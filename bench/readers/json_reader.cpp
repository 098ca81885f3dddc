// The bare reader of JSON: visits every value of the files with simdjson On-Demand and does nothing with them. What it
// takes is the least that any tool must take that reads JSON with simdjson.
#include <simdjson.h>

#include <cstddef>
#include <cstdio>
#include <string_view>

namespace {

namespace ondemand = simdjson::ondemand;

/// What was seen, so that no value can be left unread.
struct Totals {
  std::size_t values = 0;
  std::size_t bytes = 0;
  double sum = 0;
};

void visit_value(ondemand::value value, Totals& totals);

void visit_object(ondemand::object object, Totals& totals) {
  for (auto field : object) {
    const std::string_view key = field.unescaped_key();
    totals.bytes += key.size();
    visit_value(field.value(), totals);
  }
}

void visit_array(ondemand::array array, Totals& totals) {
  for (auto element : array) visit_value(element.value(), totals);
}

void visit_value(ondemand::value value, Totals& totals) {
  ++totals.values;
  switch (value.type()) {
    case ondemand::json_type::object:
      return visit_object(value.get_object(), totals);
    case ondemand::json_type::array:
      return visit_array(value.get_array(), totals);
    case ondemand::json_type::string:
      totals.bytes += std::string_view(value.get_string()).size();
      return;
    case ondemand::json_type::number:
      totals.sum += double(value.get_double());
      return;
    case ondemand::json_type::boolean:
      totals.sum += bool(value.get_bool()) ? 1 : 0;
      return;
    case ondemand::json_type::null:
      return;
  }
}

}  // namespace

int main(int argument_count, char** arguments) {
  Totals totals;
  ondemand::parser parser;
  for (int index = 1; index < argument_count; ++index) {
    try {
      const simdjson::padded_string text = simdjson::padded_string::load(arguments[index]);
      ondemand::document document = parser.iterate(text);
      visit_value(document.get_value(), totals);
    } catch (const simdjson::simdjson_error& error) {
      std::fprintf(stderr, "%s: %s\n", arguments[index], error.what());
      return 3;
    }
  }
  std::printf("%zu values, %zu bytes of text, sum %.1f\n", totals.values, totals.bytes, totals.sum);
}
