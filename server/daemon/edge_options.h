// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/settings.h"
#include "server/edge/options.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

namespace parley::server::daemon {

/// The edge's limits as the settings have them.
edge::EdgeOptions edgeOptions(const Settings& settings);

/// Host and port of `edge.listen`, which the settings have checked.
std::pair<std::string, std::uint16_t> listenAddress(const Settings& settings);

/// Where the widget, the demo and the API browser lie: `edge.assets_folder`, else beside the program
/// (`<bin>/../share/parley`), which holds for a build tree and for an installation.
std::filesystem::path assetsFolder(const Settings& settings);

} // namespace parley::server::daemon
