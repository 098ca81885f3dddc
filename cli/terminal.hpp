// Whether and how to colour what is printed.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "cli/options.hpp"
#include "cli/run.hpp"

namespace roadlint::cli {

/// Colours on a terminal, none in a pipe, none when NO_COLOR is set and not empty; --color decides before both.
[[nodiscard]] bool uses_color(ColorMode mode, bool is_terminal);
/// Whether a report would take the place of a file that was read, which is then said on standard error.
bool refuses_outputs(const Options& options, const SourceFiles& inputs);
/// Writes a report where its output says; false, and said on standard error, when its file cannot be written.
bool write_output(const Options& options, const Output& output, std::string_view text);
/// The same for a file of others, to which the text is added.
bool append_output(const Options& options, const std::string& path, std::string_view text);
/// Says on standard error what is wrong, if anything is.
void print_mistakes(const Options& options, const SourceFiles& files, const Diagnostics& mistakes);
/// The same; returns the status, to end with.
ExitStatus refuse(const Options& options, const SourceFiles& files, const Diagnostics& mistakes, ExitStatus status);

}  // namespace roadlint::cli
