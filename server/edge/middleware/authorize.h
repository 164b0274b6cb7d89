// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"

namespace parley::server::edge {

/// Whether the caller may use the route. @errors Unauthenticated nobody signed in; Forbidden the role may not
Result<void> authorize(const RequestContext& context);

} // namespace parley::server::edge
