// The only place that prints. A reader that closes early ends the output quietly.
#pragma once

#include <string>
#include <string_view>

namespace roadlint::cli {

/// Writes to standard output; false when nobody reads any more (that is no mistake) or writing failed.
bool print(std::string_view text);
/// Why something could not be written to standard output, but for a reader that closed early; empty when all was.
[[nodiscard]] const std::string& output_failure();
/// Writes to standard error.
void print_error(std::string_view text);
/// Writes a file whole or not at all: into a new file beside it that then takes its name. Returns why it failed, or "".
[[nodiscard]] std::string write_file(const std::string& path, std::string_view text);
/// Adds to the end of a file, in one piece, or makes the file. Returns why it failed, or "".
[[nodiscard]] std::string append_to_file(const std::string& path, std::string_view text);
/// Whether standard output (or standard error) is a terminal.
[[nodiscard]] bool output_is_terminal();
[[nodiscard]] bool error_is_terminal();

}  // namespace roadlint::cli
