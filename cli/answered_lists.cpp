// See answered_lists.hpp.
#include "cli/answered_lists.hpp"

#include <filesystem>

#include "answers/proposals.hpp"
#include "base/limits.hpp"
#include "cli/console.hpp"
#include "cli/data_files.hpp"
#include "cli/terminal.hpp"
#include "report/plain_text.hpp"

namespace roadlint::cli {
namespace {

void read_file_of_answers(const std::string& path, Run& run, answers::ReadAnswers& all, Diagnostics& mistakes) {
  FileBytes file = read_file(path, limits::answers_file_bytes);
  if (!file.failure.empty()) {
    mistakes
        .add(DiagnosticCode::answers_not_found, Span(run.files.add(path, ""), 0, 0),
             "cannot read `" + path + "`: " + file.failure)
        .help = "check the path";
    return;
  }
  answers::ReadAnswers read = answers::read_answers(path, std::move(file.bytes), run.files, mistakes);
  std::move(read.answers.begin(), read.answers.end(), std::back_inserter(all.answers));
  std::move(read.unanswered.begin(), read.unanswered.end(), std::back_inserter(all.unanswered));
  std::move(read.complaints.begin(), read.complaints.end(), std::back_inserter(all.complaints));
}

/// Says when there is something of the name already, be it a link that leads nowhere.
Diagnostics taken_name(const std::string& path) {
  Diagnostics mistakes;
  std::error_code error;
  if (path.empty() || !std::filesystem::exists(std::filesystem::symlink_status(path, error))) return mistakes;
  mistakes.add(DiagnosticCode::use_exists, Span{}, "`" + path + "` exists already").help =
      "choose another name: what was reviewed stays as it is";
  return mistakes;
}

/// The proposals of a day on which data could not be read would take findings for mended.
ExitStatus check(const Options& options, Run& run) {
  if (!run.rules.mistakes.has_errors()) run_check(options, run);
  if (run.rules.mistakes.has_errors()) return refuse(options, run.files, run.rules.mistakes, ExitStatus::wrong_use);
  if (run.data_mistakes.has_errors()) return refuse(options, run.files, run.data_mistakes, ExitStatus::unreadable);
  return ExitStatus::success;
}

ExitStatus write(const Options& options, const std::string& text, const std::string& summary) {
  if (!write_output(options, {"proposals", options.list_out}, text)) return ExitStatus::wrong_use;
  if (!options.list_out.empty()) print(report::one_line(options.list_out) + ": " + summary + "\n");
  return ExitStatus::success;
}

}  // namespace

ExitStatus read_answered_lists(const Options& options, Run& run) {
  if (const Diagnostics taken = taken_name(options.list_out); taken.has_errors()) {
    return refuse(options, run.files, taken, ExitStatus::wrong_use);
  }
  const ExitStatus status = check(options, run);
  if (status != ExitStatus::success) return status;
  Diagnostics mistakes;
  answers::ReadAnswers read;
  for (const std::string& path : options.answer_files) read_file_of_answers(path, run, read, mistakes);
  if (mistakes.has_errors()) return refuse(options, run.files, mistakes, ExitStatus::wrong_use);
  const answers::Proposals proposals = answers::propose(read, run.outcomes, options.as_of.first);
  answers::report_complaints(proposals.complaints, mistakes);
  print_mistakes(options, run.files, mistakes);
  const answers::ProposalFile file = {ROADLINT_VERSION, calendar_text(options.as_of), options.language,
                                      options.answer_files};
  return write(options, answers::write_proposals(proposals, run.files, file),
               answers::summary_of(proposals, options.language));
}

}  // namespace roadlint::cli
