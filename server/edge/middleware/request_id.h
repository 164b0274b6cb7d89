// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/request_context.h"
#include "shared/core/clock.h"
#include "shared/core/ids.h"

namespace parley::server::edge {

/// Gives each request the id it is found by in the logs, and continues a W3C trace. Any thread.
class RequestIdentity {
public:
    /// Sets `requestId` and `traceId`: the client's where they are sane (8..64 letters, digits, "-", "_",
    /// "."), new ones otherwise. @source W3C Trace Context, 3.2
    void apply(RequestContext& context);

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
};

} // namespace parley::server::edge
