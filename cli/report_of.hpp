// From a run to what the formats are given.
#pragma once

#include "cli/options.hpp"
#include "cli/pipeline.hpp"
#include "report/report.hpp"

namespace roadlint::cli {

/// Outcomes are those of the run, or a part of them; they and the diagnostics must outlive the report.
[[nodiscard]] report::Report report_of(const Options& options, const Run& run, const engine::Outcomes& outcomes,
                                       const Diagnostics& diagnostics);
[[nodiscard]] report::ReportOptions report_options(const Options& options, const Output& output);
/// What pictures show; only made when a report has one.
[[nodiscard]] engine::Overview overview_of(const Options& options, const Run& run);

}  // namespace roadlint::cli
