// See texts.hpp.
#include "bench/micro/texts.hpp"

#include <vector>

namespace roadlint::bench {
namespace {

constexpr std::size_t chain_length = 20;
constexpr std::size_t milestones_per_programme = 50;
constexpr std::size_t payments_per_milestone = 2;

constexpr std::string_view pack_head = R"(pack benchmark
languages en
use model "benchmark.model"
)";

/// One record as names and values; the values are written the same in JSON and YAML.
struct Field {
  std::string name;
  std::string value;
};
using Record = std::vector<Field>;

std::string quoted(const std::string& prefix, std::size_t number) {
  return "\"" + prefix + "-" + std::to_string(number) + "\"";
}

Record programme(std::size_t number) {
  return {{"id", quoted("P", number)}, {"total", std::to_string(90'000 + number % 7 * 5'000)}};
}

Record milestone(std::size_t number) {
  const bool is_first = number % chain_length == 0;
  return {{"id", quoted("M", number)},
          {"title", "\"Inbetriebnahme der ersten Elektrolyseanlage im industriellen Maßstab\""},
          {"owner", number % 17 == 0 ? "\"\"" : quoted("actor", number % 24)},
          {"due", "\"" + std::to_string(2027 + number % chain_length % 9) + "-06-30\""},
          {"depends_on", is_first ? "[]" : "[" + quoted("M", number - 1) + "]"}};
}

Record payment(std::size_t number) {
  const std::size_t milestone = number / payments_per_milestone;
  return {{"id", quoted("F", number)},
          {"programme", quoted("P", milestone / milestones_per_programme)},
          {"milestone", quoted("M", milestone)},
          {"amount", std::to_string(500 + number % 13 * 100)},
          {"counted", number % 5 == 0 ? "false" : "true"}};
}

std::string json_record(const Record& record) {
  std::string text;
  for (const Field& field : record) text += (text.empty() ? "{\"" : ",\"") + field.name + "\":" + field.value;
  return text + "}";
}

std::string yaml_record(const Record& record) {
  std::string text;
  for (const Field& field : record) text += (text.empty() ? "  - " : "    ") + field.name + ": " + field.value + "\n";
  return text;
}

template <typename WriteList>
std::string all_lists(std::size_t milestone_count, WriteList write_list) {
  std::string text;
  const std::size_t programme_count = milestone_count / milestones_per_programme + 1;
  write_list(text, "programmes", programme_count, programme);
  write_list(text, "milestones", milestone_count, milestone);
  write_list(text, "payments", milestone_count * payments_per_milestone, payment);
  return text;
}

}  // namespace

std::string model_text() {
  return R"(model benchmark
entity programme in document.programmes { id: id   total: number }
entity milestone in document.milestones {
  id: id
  title: text
  owner: text?
  due: date
  depends_on: list -> milestone
}
entity payment in document.payments {
  id: id
  programme: -> programme
  milestone: -> milestone
  amount: number
  counted: bool
}
)";
}

std::string pack_text(std::string_view statements) {
  return std::string(pack_head) + "rule measured {\n  title en \"What is measured\"\n  severity error\n" +
         std::string(statements) + "}\n";
}

std::string large_pack_text(std::size_t rule_count) {
  constexpr std::string_view bodies[] = {
      "  for m in milestone\n  require m.owner is present\n  message en \"{m} names no owner.\"\n",
      "  for m in milestone, d in m.depends_on\n  require m.due >= d.due\n  message en \"{m} is due before {d}.\"\n",
      "  for p in programme\n  let claimed = sum(f.amount for f in payment where f.programme = p and f.counted)\n"
      "  require claimed <= p.total\n  message en \"{claimed} of {p.total} are claimed from {p}.\"\n",
  };
  std::string text(pack_head);
  for (std::size_t number = 0; number < rule_count; ++number) {
    text += "rule r" + std::to_string(number) + " {\n  title en \"Rule number " + std::to_string(number) +
            "\"\n  severity error\n" + std::string(bodies[number % std::size(bodies)]) + "}\n";
  }
  return text;
}

std::string json_text(std::size_t milestone_count) {
  const auto write_list = [](std::string& text, const std::string& name, std::size_t count, auto make_record) {
    text += (text.empty() ? "{\"" : ",\n\"") + name + "\":[";
    for (std::size_t number = 0; number < count; ++number) {
      text += (number == 0 ? "\n" : ",\n") + json_record(make_record(number));
    }
    text += "]";
  };
  return all_lists(milestone_count, write_list) + "}\n";
}

std::string yaml_text(std::size_t milestone_count) {
  const auto write_list = [](std::string& text, const std::string& name, std::size_t count, auto make_record) {
    text += name + ":\n";
    for (std::size_t number = 0; number < count; ++number) text += yaml_record(make_record(number));
  };
  return all_lists(milestone_count, write_list);
}

}  // namespace roadlint::bench
