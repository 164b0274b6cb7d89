// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace parley::server::runtime::platform {

/// Names the calling thread for debuggers and `top`; at most 15 characters are kept. Does nothing where the
/// platform has no such thing.
void setThreadName(const std::string& name);

} // namespace parley::server::runtime::platform
