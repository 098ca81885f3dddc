// Ctrl-C and its like end the program at once and leave nothing half-written: a file that is being written and the line
// of progress are removed.
#pragma once

#include <string>

namespace roadlint::cli {

/// From here on SIGINT, SIGTERM and SIGHUP clean up before they end the program as usual.
void clean_up_on_interrupts();

/// Removes the file when the program is interrupted while this lives. One at a time.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile();
};

/// Whether an interrupt has a line of progress to remove.
void set_progress_line_shown(bool is_shown);

}  // namespace roadlint::cli
