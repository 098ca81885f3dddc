// Large files are mapped into memory instead of read: what has been looked at can be given back.
#pragma once

#include <cstddef>
#include <memory>

#include "base/source_text.hpp"

namespace roadlint::cli {

/// Maps `size` bytes of an open file for reading; null when the system refuses. A file that becomes shorter while it
/// is mapped ends the program with a message and exit status 3.
[[nodiscard]] std::unique_ptr<const MappedBytes> map_file(int descriptor, std::size_t size);

}  // namespace roadlint::cli
