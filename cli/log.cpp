// See log.hpp.
#include "cli/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

namespace roadlint::cli {

bool start_log(std::string_view level) {
  const auto parsed = spdlog::level::from_str(std::string(level));
  if (parsed == spdlog::level::off && level != "off") return false;
  if (parsed == spdlog::level::off) {
    spdlog::set_level(spdlog::level::off);
    return true;
  }
  const auto logger = spdlog::get("roadlint") ? spdlog::get("roadlint") : spdlog::stderr_logger_st("roadlint");
  spdlog::set_default_logger(logger);
  spdlog::set_level(parsed);
  return true;
}

void log_step(std::string_view step, std::size_t count) { spdlog::info("{}: {}", step, count); }

void log_phase(std::string_view phase, double milliseconds) {
  spdlog::info("phase {}: {:.1f} ms", phase, milliseconds);
}

}  // namespace roadlint::cli
