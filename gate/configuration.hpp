// The configuration of a project, roadlint.yaml: what holds unless the command line or the environment says otherwise.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"
#include "gate/document.hpp"
#include "gate/severities.hpp"

namespace roadlint::gate {

/// A value of a file, as text in the form that options have it too, and where it stands.
struct SettingValue {
  std::string text;
  Span span;
};

/// What one key is set to: one value, or several for lists. "NAME=VALUE" for `set`.
using SettingValues = std::vector<SettingValue>;

struct Configuration {
  /// By key, without those below. Paths are relative to the working folder, or absolute.
  std::map<std::string, SettingValues, std::less<>> settings;
  Severities severities;
  /// By key of the letterhead.
  std::map<std::string, std::string, std::less<>> letterhead;
  /// Places of `severity`, `overrides` and `letterhead` in the file that set them last.
  std::map<std::string, Span, std::less<>> places;
  /// The files read, those that others build on first.
  std::vector<std::string> files;

  /// Null when the key is not set.
  [[nodiscard]] const SettingValues* find(std::string_view key) const;
};

/// How a path of a configuration file is made one for this run.
struct ConfigurationFolder {
  /// Absolute.
  std::string path;
  /// The folder that relative names count from, absolute.
  std::string working_folder;

  /// Relative to the working folder when it lies in it, else absolute.
  [[nodiscard]] std::string resolved(std::string_view path_in_file) const;
};

/// The paths under `extends`, as in the file: what has to be read before it. What is wrong with them is reported by
/// add_settings.
[[nodiscard]] SettingValues bases_of(const Node& file);

/// Adds what a file sets: values, lists and overrides take the place of earlier ones; severities, parameters and the
/// letterhead add to them, key by key.
void add_settings(const Node& file, const ConfigurationFolder& folder, Configuration& configuration,
                  Diagnostics& diagnostics);

}  // namespace roadlint::gate
