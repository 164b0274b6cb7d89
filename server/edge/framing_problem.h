// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/framing.h"
#include "server/edge/response.h"

namespace parley::server::edge {

/// The problem document for a request that was refused before it was understood.
Response framingProblem(const FramingError& error, std::string_view requestId);

} // namespace parley::server::edge
