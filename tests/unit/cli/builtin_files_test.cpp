// The files compiled into the program are those of rules/, byte for byte. Runs from the project root.
#include "cli/builtin_files.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace roadlint::cli {
namespace {

std::vector<std::string> names_of_rule_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("rules")) {
    const auto extension = entry.path().extension();
    const bool is_word_list = entry.path().parent_path() == "rules/words";
    if (extension == ".rules" || extension == ".model" || is_word_list) {
      names.push_back(entry.path().lexically_relative("rules").generic_string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST_CASE("the program holds every rule file, sorted by name") {
  std::vector<std::string> names;
  for (const BuiltinFile& file : builtin_files()) names.emplace_back(file.name);
  CHECK(names == names_of_rule_files());
  CHECK_FALSE(names.empty());
}

TEST_CASE("the program holds the rule files unchanged") {
  for (const BuiltinFile& file : builtin_files()) {
    INFO(file.name);
    CHECK(file.text == read_file(std::filesystem::path("rules") / file.name));
  }
}

}  // namespace
}  // namespace roadlint::cli
