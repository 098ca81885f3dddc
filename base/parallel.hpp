// Several threads for tasks that do not depend on each other.
#pragma once

#include <cstddef>
#include <functional>

namespace roadlint {

/// Runs task(0) ... task(count - 1), each once, in any order, on up to `threads` threads, this one included; returns
/// when all have ended. The first exception of a task is thrown again here; tasks not begun by then are left out.
void run_parallel(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& task);

}  // namespace roadlint
