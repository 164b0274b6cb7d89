// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace parley::server::daemon {

/// All settings with defaults and limits, for a terminal of 100 columns.
std::string settingsHelp();

/// The same as a Markdown document.
std::string settingsMarkdown();

} // namespace parley::server::daemon
