// Every bound on hostile or mistaken input, in one place, with its reason. Exceeding one is an ordinary diagnostic.
#pragma once

#include <cstddef>
#include <cstdint>

namespace roadlint::limits {

/// Bytes of one data file: spans are 32 bits wide, and a larger roadmap is surely a mistake.
inline constexpr std::size_t data_file_bytes = 2'000'000'000;
/// Bytes of one rule file: far above any hand-written pack, low enough to parse in seconds.
inline constexpr std::size_t rule_file_bytes = 8'000'000;
/// Bytes of one answered list, and of one part of a workbook when unpacked: some 100,000 findings in two sheets.
inline constexpr std::size_t answers_file_bytes = 100'000'000;
inline constexpr std::size_t workbook_part_bytes = 300'000'000;

/// Rows and columns of a sheet: what spreadsheets have.
inline constexpr std::size_t workbook_rows = 1'048'576;
inline constexpr std::size_t workbook_columns = 16'384;
/// Rows and cells of one answered list, empty ones before others included: one cell far away would take all memory.
inline constexpr std::size_t answers_cells = 5'000'000;
/// Sheets of a workbook: one for each body, with room to spare.
inline constexpr std::size_t workbook_sheets = 2'000;

/// Rows in which the header of an answered list is looked for, and columns of it.
inline constexpr std::size_t answers_rows_above = 1'000;
inline constexpr std::size_t answers_columns = 200;
/// Complaints about answers that are printed; the file with the proposals has all.
inline constexpr std::size_t answers_complaints = 50;

/// Nesting of maps and lists in data: yaml-cpp fails at 500, people stop at 10.
inline constexpr std::size_t data_nesting = 64;
/// Nesting of parentheses, `not` and calls in rules: the parser takes 2 to 4 KB of stack a level.
inline constexpr std::size_t rule_nesting = 100;
/// Levels of one expression, operators in a row included: checker and evaluator walk it on the stack.
inline constexpr std::size_t expression_height = 250;
/// Definitions that use definitions: bounds the stack of checker and evaluator.
inline constexpr std::size_t definition_depth = 8;
/// Errors shown for one file.
inline constexpr std::size_t errors_per_file = 50;
/// Digits of a number as written: beyond this it is a slip, and arithmetic on it would cost unbounded time.
inline constexpr std::size_t number_digits = 60;
/// Bits of a computed number, numerator and denominator together: products of products grow without end, while a sum of
/// any number of fractions with denominators of four digits stays below 20,000.
inline constexpr std::size_t computed_bits = 100'000;
/// Memory of one compiled pattern, in bytes.
inline constexpr std::size_t pattern_bytes = 1'000'000;
/// Steps of expressions that one rule may take: ends rules whose joins explode.
inline constexpr std::uint64_t evaluation_steps = 2'000'000'000;
/// Elements that the lists of one expression may have together for cases that are looked at at once; with more, fewer
/// cases are looked at at once.
inline constexpr std::size_t batch_elements = 4'000'000;
/// Elements of one list that a rule makes, and entries of one index: bounds memory.
inline constexpr std::size_t list_elements = 50'000'000;
inline constexpr std::size_t index_entries = 100'000'000;
/// Steps that each case kept until its group is complete stands for.
inline constexpr std::uint64_t steps_per_member = 50;
/// Statements of one branch of a rule: no rule that a person wrote comes near, and each takes a part of the stack.
inline constexpr std::size_t branch_statements = 200;
/// Absent values that one undecidable finding names: the first ones; thousands would not say more.
inline constexpr std::size_t undecided_cells = 100;
/// References shown on the way to one record of a transitive closure, where each of its records shows its way.
inline constexpr std::size_t chain_links = 50;
/// Steps that each value kept as evidence stands for: a sum that every record fails with every addend needs memory.
inline constexpr std::uint64_t steps_per_evidence = 400;
/// Instances that one family may expand to.
inline constexpr std::size_t family_members = 10'000;
/// Expressions of all instances of families together: bounds the memory of a large body with many members.
inline constexpr std::size_t family_expressions = 1'000'000;

}  // namespace roadlint::limits
