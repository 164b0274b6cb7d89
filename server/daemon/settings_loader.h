// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"
#include "shared/core/result.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace parley::server::daemon {

/// Where settings come from; later ones win: file, environment, command line.
struct SettingsSources {
    /// Path of a TOML file; empty: `PARLEY_CONFIG`, or none.
    std::string configFile;
    /// The whole environment; only names that begin with PARLEY_ are read.
    std::map<std::string, std::string> environment;
    /// Full names and values, in order, as parseCommandLine() gives them.
    std::vector<std::pair<std::string, std::string>> commandLine;
};

struct LoadedSettings {
    Settings settings;
    /// PARLEY_ENV=production.
    bool isProduction = false;
    /// The TOML file that was read; empty: none.
    std::string configFile;
    /// What looks odd but does no harm, as a PARLEY_ name of no known section.
    std::vector<std::string> warnings;
};

/// Reads all sources and checks every value.
/// @errors InvalidArgument with one field per fault, all at once: unknown names (with the nearest known one),
/// wrong
///         values (with what would be right), unreadable files, secrets in places that others can read. No
///         fault repeats the value of a secret.
Result<LoadedSettings> loadSettings(const SettingsSources& sources);

/// The environment of this process.
std::map<std::string, std::string> processEnvironment();

} // namespace parley::server::daemon
