// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/platform/sandbox.h"
#include "shared/core/error.h"

#include <optional>

namespace parley::server::knowledge {

/// Why no document may be read in a process that is confined like this; nothing = it may. Limits and the
/// filter of system calls are a must on Linux; files that can be opened are only told of, other systems have
/// neither.
/// @param isWeakAllowed  whoever runs the server took the risk
std::optional<Error> sandboxRefusal(const runtime::platform::SandboxState& state, bool isWeakAllowed);

} // namespace parley::server::knowledge
