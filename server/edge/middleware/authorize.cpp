// SPDX-License-Identifier: MIT
#include "server/edge/middleware/authorize.h"

namespace parley::server::edge {

Result<void> authorize(const RequestContext& context)
{
    if (context.route->permission == security::Permission::Public ||
        context.principal.may(context.route->permission)) {
        return {};
    }
    if (context.principal.isAnonymous()) {
        return fail(ErrorCode::Unauthenticated, "Sign in first.");
    }
    return fail(ErrorCode::Forbidden, "Your role may not do this.");
}

} // namespace parley::server::edge
