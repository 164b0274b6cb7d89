// SPDX-License-Identifier: MIT
#include "server/edge/middleware/tenant.h"

namespace parley::server::edge {

namespace {

constexpr std::string_view kHeader = "x-tenant";

tl::unexpected<Error> tenantRequired()
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.problem = "tenant_required";
    error.message = "Name the tenant by the X-Tenant header.";
    return fail(std::move(error));
}

} // namespace

bool TenantResolution::isSettled(RequestContext& context)
{
    const bool isAdmin = context.principal.role == security::Role::Admin;
    if (context.principal.isAnonymous()) {
        return true;
    }
    if (!isAdmin && context.route->tenant != TenantRule::None) {
        context.tenant = context.principal.tenant;
    }
    if (const std::string* named = context.request.headers.find(kHeader)) {
        return !isAdmin && *named == context.principal.tenant.value;
    }
    return !isAdmin || context.route->tenant != TenantRule::Required;
}

boost::asio::awaitable<Result<void>> TenantResolution::run(RequestContext& context)
{
    const std::string* named = context.request.headers.find(kHeader);
    if (named == nullptr) {
        co_return tenantRequired();
    }
    const bool isAdmin = context.principal.role == security::Role::Admin;
    auto tenant = co_await m_resolver.resolve(*named);
    if (!isAdmin) {
        // Whether the other tenant exists is not told.
        if (!tenant || *tenant != context.principal.tenant) {
            co_return fail(ErrorCode::Forbidden, "The token belongs to another tenant.");
        }
        co_return Result<void>{};
    }
    if (!tenant) {
        co_return fail(std::move(tenant).error());
    }
    if (context.route->tenant != TenantRule::None) {
        context.tenant = std::move(*tenant);
    }
    co_return Result<void>{};
}

} // namespace parley::server::edge
