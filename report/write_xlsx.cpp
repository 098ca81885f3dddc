// The workbook: a summary, all findings, and a sheet for each responsible body,
// with columns for the answer. See report.hpp.
#include <chrono>
#include <cstdio>
#include <deque>

#include "report/plain_text.hpp"
#include "report/report.hpp"
#include "report/xlsx_bodies.hpp"
#include "report/xlsx_file.hpp"
#include "report/xlsx_findings.hpp"
#include "report/xlsx_summary.hpp"

namespace roadlint::report {
namespace {

/// The day on which the workbook says it was made: the one of the check, so
/// that the same findings give the same bytes.
std::time_t creation_time(const std::string& as_of) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  std::sscanf(as_of.c_str(), "%d-%u-%u", &year, &month, &day);
  std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  // Not 0, for which libxlsxwriter takes the present.
  if (!date.ok() || year < 1980) date = std::chrono::year(1980) / std::chrono::January / 1;
  return std::chrono::system_clock::to_time_t(std::chrono::sys_days(date));
}

void set_properties(lxw_workbook* workbook, const Report& report, const ListWords& words) {
  std::string title(words.title);
  std::string version = "roadlint " + report.version;
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.comments = version.data();
  properties.created = creation_time(report.as_of);
  check_xlsx(workbook_set_properties(workbook, &properties));
}

SummaryBodies summary_of(const BodySheets& bodies) {
  SummaryBodies result;
  result.together = bodies.together;
  for (const BodySheet& body : bodies.sheets) result.bodies.push_back({body.title, body.count, body.name});
  return result;
}

/// The sheet of all findings and those of the bodies, in this order.
class FindingsSheets {
 public:
  FindingsSheets(lxw_workbook* workbook, const XlsxFormats& formats, std::string_view language,
                 const std::string& all_findings, const BodySheets& bodies)
      : language_(language), bodies_(bodies) {
    sheets_.emplace_back(workbook, all_findings, formats, language);
    for (const BodySheet& body : bodies.sheets) sheets_.emplace_back(workbook, body.name, formats, language);
  }

  void add(const Report& report, const ListEntry& entry) {
    const TableCells cells = table_cells(report, entry, language_);
    const AnswerCells answer = answer_cells(report, entry, list_words_in(language_));
    sheets_.front().add(entry.severity, cells, answer);
    sheets_[bodies_.place_of.find(body_of(entry))->second + 1].add(entry.severity, cells, answer);
  }
  void finish() {
    for (FindingsSheet& sheet : sheets_) sheet.finish();
  }

 private:
  std::string_view language_;
  const BodySheets& bodies_;
  std::deque<FindingsSheet> sheets_;
};

lxw_worksheet* add_summary_sheet(lxw_workbook* workbook, const std::string& name) {
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, name.c_str());
  if (sheet == nullptr) throw std::runtime_error("the workbook: no sheet can be named " + name);
  return sheet;
}

void fill(lxw_workbook* workbook, const Report& report, const ReportOptions& options) {
  const ListWords& words = list_words_in(options.language);
  set_properties(workbook, report, words);
  const XlsxFormats formats = make_xlsx_formats(workbook, options.language);
  SheetNames names;
  lxw_worksheet* summary = add_summary_sheet(workbook, names.add(words.summary_sheet));
  const std::string all_findings = names.add(words.findings_sheet);
  const std::vector<ListEntry> entries = table_entries(report, options.language);
  const BodySheets bodies = arrange_bodies(entries, words, names);
  FindingsSheets sheets(workbook, formats, options.language, all_findings, bodies);
  for (const ListEntry& entry : entries) sheets.add(report, entry);
  sheets.finish();
  write_xlsx_summary(summary, formats, report, options, entries, summary_of(bodies));
}

}  // namespace

std::string write_xlsx(const Report& report, const ReportOptions& options) {
  return xlsx_bytes([&](lxw_workbook* workbook) { fill(workbook, report, options); });
}

}  // namespace roadlint::report
