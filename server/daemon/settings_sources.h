// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings_loader.h"
#include "shared/core/error.h"

#include <map>
#include <string>
#include <vector>

namespace parley::server::daemon {

/// One value as a source gave it. Lists are joined by commas.
struct RawValue {
    std::string text;
    /// How the source calls it, for a fault: "edge.threads in parley.toml", "PARLEY_EDGE_THREADS",
    /// "--edge.threads".
    std::string origin;
};

/// What the three sources say together; of a name only the latest value is left.
struct RawSettings {
    std::map<std::string, RawValue> values;
    std::vector<Settings::McpServer> mcpServers;
    std::string configFile;
    bool isProduction = false;
    std::vector<FieldError> faults;
    std::vector<std::string> warnings;
};

/// Merges file, environment and command line, resolves the `_file` forms of secrets and refuses what stands
/// where it must not. Does not look at the values themselves.
RawSettings mergeSources(const SettingsSources& sources);

/// Reads the TOML file at `path` into `raw`.
void readConfigFile(const std::string& path, RawSettings& raw);

/// Reads the file that a `_file` setting names: its text without white space at both ends.
/// @return empty with a fault added when it cannot be read, is above 64 KiB or, in production, readable by
/// everybody
std::string readSecretFile(const std::string& name, const RawValue& path, RawSettings& raw);

} // namespace parley::server::daemon
