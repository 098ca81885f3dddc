// The mistakes that well-formed data can hold, with their sentences in both languages. Each is a finding with a rule
// name of its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/tables.hpp"
#include "values/amounts.hpp"

namespace roadlint::engine {

/// A rule that the loader itself checks.
struct DataRule {
  std::string_view id;
  std::string_view title_en;
  std::string_view title_de;
};

/// All of them, in a fixed order.
[[nodiscard]] const std::vector<DataRule>& data_rules();

/// Where a mistake is.
struct MistakePlace {
  RecordId record;
  Span span;
  std::string field;
  std::string value;
};

/// Words for what was expected: "a date such as 2028-06-30" / "ein Datum wie 2028-06-30".
struct Expectation {
  std::string en;
  std::string de;
};

[[nodiscard]] Expectation expectation_of(const dsl::Model& model, const dsl::Type& type, bool is_reference);

[[nodiscard]] DataMistake wrong_type(MistakePlace place, const Expectation& expected);
[[nodiscard]] DataMistake unknown_field(MistakePlace place, std::string_view container, std::vector<std::string> known);
[[nodiscard]] DataMistake missing_field(MistakePlace place, std::string_view container);
[[nodiscard]] DataMistake ambiguous_number(MistakePlace place);
[[nodiscard]] DataMistake too_many_digits(MistakePlace place);
/// Written like a date, but no calendar has it: 2026-02-30.
[[nodiscard]] DataMistake no_such_date(MistakePlace place);
[[nodiscard]] DataMistake other_currency(MistakePlace place, std::string_view expected);
[[nodiscard]] DataMistake duplicate_id(MistakePlace place, std::string_view entity, Span first);
[[nodiscard]] DataMistake dangling_reference(MistakePlace place, std::string_view entity,
                                             const std::vector<std::string>& known);
[[nodiscard]] DataMistake no_member(MistakePlace place, std::string_view enumeration, std::vector<std::string> members);

}  // namespace roadlint::engine
