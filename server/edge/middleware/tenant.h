// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::edge {

/// Finds the tenant a request acts in: the token's; an admin names it by `X-Tenant`. Any thread.
class TenantResolution {
public:
    explicit TenantResolution(TenantResolver& resolver) : m_resolver(resolver) {}

    /// Whether run() has anything to ask; otherwise the token's tenant was set.
    static bool isSettled(RequestContext& context);

    /// @errors Forbidden another tenant than the token's; InvalidArgument `tenant_required`; NotFound;
    /// Storage
    boost::asio::awaitable<Result<void>> run(RequestContext& context);

private:
    TenantResolver& m_resolver;
};

} // namespace parley::server::edge
