// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace parley::server::daemon {

enum class Command {
    Serve,
    Init,
    Migrate,
    Doctor,
    Backup,
    Restore,
    Help,
    Version,
};

/// What a command line asks for.
struct CommandLine {
    Command command = Command::Help;
    /// `--config FILE`; empty: none.
    std::string configFile;
    /// `init --admin-email E`.
    std::string adminEmail;
    /// `restore --from BACKUP`.
    std::string backup;
    /// Settings by full name, in order; short forms are resolved. For loadSettings().
    std::vector<std::pair<std::string, std::string>> settings;
};

/// Reads the arguments after the program's name. An option is `--name value` or `--name=value`; a flag may
/// stand alone.
/// @errors InvalidArgument with one field per fault: unknown command or option (with the nearest known one),
/// a value
///         that is missing or not expected
Result<CommandLine> parseCommandLine(std::span<const std::string> arguments);

/// What `parleyd --help` prints.
std::string usageText();

} // namespace parley::server::daemon
