// SPDX-License-Identifier: MIT
#include "server/identity/api_clients.h"

#include "server/identity/claims.h"
#include "server/identity/tenant_permissions.h"
#include "server/identity/user_rules.h"
#include "server/security/digest.h"
#include "server/security/random.h"
#include "server/store/quota_repository.h"
#include "server/telemetry/log.h"

#include <limits>

namespace parley::server::identity {

using store::ApiClientRepository;
using store::ApiClientRow;

namespace {

constexpr int kMaxRequestsPerMinute = 1'000'000;

const telemetry::Log& logger()
{
    static const telemetry::Log log("identity");
    return log;
}

Result<std::string> checkedScopes(const std::vector<std::string>& names)
{
    security::ScopeSet scopes;
    for (const std::string& name : names) {
        const auto scope = security::scopeFromName(name);
        if (!scope) {
            return failField("scopes", "must be among chat, read, manage");
        }
        scopes.add(*scope);
    }
    if (scopes.bits == 0) {
        return failField("scopes", "must name at least one of chat, read, manage");
    }
    return scopesText(scopes);
}

Result<int> checkedLimit(int requestsPerMinute)
{
    if (requestsPerMinute < 1 || requestsPerMinute > kMaxRequestsPerMinute) {
        return failField("requests_per_minute", "must be between 1 and 1000000");
    }
    return requestsPerMinute;
}

/// Applies what is wanted. @errors InvalidArgument
Result<void> apply(ApiClientRow& row, const ApiClientChanges& changes)
{
    if (changes.name) {
        auto name = checkedName("name", *changes.name);
        if (!name) {
            return fail(std::move(name).error());
        }
        row.name = std::move(*name);
    }
    if (changes.scopes) {
        auto scopes = checkedScopes(*changes.scopes);
        if (!scopes) {
            return fail(std::move(scopes).error());
        }
        row.scopes = std::move(*scopes);
    }
    if (changes.requestsPerMinute) {
        auto limit = checkedLimit(*changes.requestsPerMinute);
        if (!limit) {
            return fail(std::move(limit).error());
        }
        row.requestsPerMinute = *limit;
    }
    return {};
}

nlohmann::json auditView(const ApiClientRow& row)
{
    return {{"client_id", row.clientId},
            {"name", row.name},
            {"scopes", row.scopes},
            {"requests_per_minute", row.requestsPerMinute},
            {"status", row.status}};
}

} // namespace

ApiClients::ApiClients(store::Database& database,
                       RevocationList& revocations,
                       const Clock& clock,
                       IdSource& ids)
    : m_database(database), m_revocations(revocations), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

store::Blob ApiClients::secretHash(std::string_view secret)
{
    return security::digestBytes(security::sha256(secret));
}

boost::asio::awaitable<void> ApiClients::record(TenantId tenant, Actor actor, AuditEntry entry)
{
    auto job = [&](store::Transaction& tx) { return m_audit.write(tx, actor, entry); };
    store::Scope scope = store::Scope::of(std::move(tenant));
    const auto written = co_await m_database.transact(std::move(scope), std::move(job));
    if (!written) {
        logger().error("audit event lost", {{"action", entry.action}, {"why", written.error().detail}});
    }
}

boost::asio::awaitable<Result<CreatedApiClient>>
ApiClients::create(TenantId tenant, NewApiClient wanted, Actor actor)
{
    ApiClientRow row;
    ApiClientChanges changes;
    changes.name = std::move(wanted.name);
    changes.scopes = std::move(wanted.scopes);
    changes.requestsPerMinute = wanted.requestsPerMinute;
    if (auto applied = apply(row, changes); !applied) {
        co_return fail(std::move(applied).error());
    }
    security::Secret secret("ps_" + security::randomToken());
    row.id = m_ids.next();
    row.tenant = tenant;
    row.clientId = "pc_" + security::randomHex(12);
    row.secretHash = secretHash(secret.reveal());
    row.status = "active";
    row.createdMs = row.updatedMs = m_clock.nowMs();
    auto permissions = co_await TenantPermissions::read(m_database, tenant);
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    const std::int64_t most = permissions->most("api_clients", std::numeric_limits<std::int64_t>::max());
    auto job = [&row, most](store::Transaction& tx) -> Result<void> {
        auto count = store::QuotaRepository().apiClients(tx, row.tenant);
        if (!count) {
            return fail(std::move(count).error());
        }
        if (*count >= most) {
            return fail(quotaReached(most, "machine clients"));
        }
        return ApiClientRepository().create(tx, row);
    };
    store::Scope scope = store::Scope::platform();
    auto created = co_await m_database.transact(std::move(scope), std::move(job));
    if (!created) {
        co_return fail(std::move(created).error().in("apiClients.create"));
    }
    AuditEntry entry{"api_client.create", "api_client", row.id, nullptr, auditView(row)};
    co_await record(std::move(tenant), std::move(actor), std::move(entry));
    CreatedApiClient result{std::move(row), std::move(secret)};
    co_return Result<CreatedApiClient>(std::move(result));
}

boost::asio::awaitable<Result<std::vector<ApiClientRow>>>
ApiClients::list(TenantId tenant, std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) {
        return ApiClientRepository().list(tx, tenant, after, limit);
    };
    store::Scope scope = store::Scope::platform();
    co_return co_await m_database.read(std::move(scope), std::move(job));
}

boost::asio::awaitable<Result<ApiClientRow>> ApiClients::get(TenantId tenant, std::string id)
{
    auto job = [&id](store::ReadTransaction& tx) { return ApiClientRepository().find(tx, id); };
    store::Scope scope = store::Scope::platform();
    auto found = co_await m_database.read(std::move(scope), std::move(job));
    if (!found) {
        co_return fail(std::move(found).error().in("apiClients.get"));
    }
    if (!*found || (*found)->tenant != tenant || (*found)->status == "deleted") {
        co_return fail(ErrorCode::NotFound, "There is no such api client.");
    }
    co_return std::move(**found);
}

boost::asio::awaitable<Result<ApiClientRow>>
ApiClients::write(ApiClientRow before, ApiClientRow after, std::string action, Actor actor)
{
    after.updatedMs = m_clock.nowMs();
    auto job = [&after](store::Transaction& tx) {
        return ApiClientRepository().update(tx, after, after.updatedMs);
    };
    store::Scope scope = store::Scope::platform();
    auto updated = co_await m_database.transact(std::move(scope), std::move(job));
    if (!updated) {
        co_return fail(std::move(updated).error().in("apiClients." + action));
    }
    if (!*updated) {
        co_return fail(ErrorCode::NotFound, "There is no such api client.");
    }
    m_revocations.noteClient(after);
    AuditEntry entry{"api_client." + action, "api_client", after.id, auditView(before), auditView(after)};
    TenantId tenant = after.tenant;
    co_await record(std::move(tenant), std::move(actor), std::move(entry));
    co_return after;
}

boost::asio::awaitable<Result<ApiClientRow>>
ApiClients::update(TenantId tenant, std::string id, ApiClientChanges changes, Actor actor)
{
    auto known = co_await get(std::move(tenant), std::move(id));
    if (!known) {
        co_return known;
    }
    ApiClientRow after = *known;
    if (auto applied = apply(after, changes); !applied) {
        co_return fail(std::move(applied).error());
    }
    co_return co_await write(std::move(*known), std::move(after), "update", std::move(actor));
}

boost::asio::awaitable<Result<void>> ApiClients::remove(TenantId tenant, std::string id, Actor actor)
{
    auto known = co_await get(std::move(tenant), std::move(id));
    if (!known) {
        co_return fail(std::move(known).error());
    }
    ApiClientRow after = *known;
    after.status = "deleted";
    auto removed = co_await write(std::move(*known), std::move(after), "delete", std::move(actor));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Result<void>();
}

} // namespace parley::server::identity
