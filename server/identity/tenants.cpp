// SPDX-License-Identifier: MIT
#include "server/identity/tenants.h"

#include "server/identity/user_rules.h"
#include "server/security/random.h"
#include "server/store/tenant_state_repository.h"

#include <algorithm>

namespace parley::server::identity {

using nlohmann::json;
using store::TenantRepository;
using store::TenantRow;

namespace {

/// A creation that has not moved for so long will not: its node died.
constexpr std::int64_t kAbandonedMs = 60'000;
constexpr std::string_view kCreating = "creating";

tl::unexpected<Error> noSuchTenant()
{
    return fail(ErrorCode::NotFound, "There is no such tenant.");
}

Result<std::string> checkedPlan(const std::string& plan)
{
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    if (plan.empty() || plan.size() > 32 || !std::ranges::all_of(plan, isAllowed)) {
        return failField("plan", "must be 1 to 32 of a-z, 0-9 and _");
    }
    return plan;
}

/// "https://shop.example", "http://localhost:3000" or "*".
bool isOrigin(const std::string& origin)
{
    if (origin == "*") {
        return true;
    }
    constexpr std::string_view kHostAndPort = "abcdefghijklmnopqrstuvwxyz0123456789-.:[]";
    const std::size_t scheme = origin.find("://");
    const std::string name = origin.substr(0, scheme);
    // As browsers send it, or it would never match: in lower case, without a path, and no pattern.
    return scheme != std::string::npos && (name == "https" || name == "http") && origin.size() <= 255 &&
           origin.size() > scheme + 3 &&
           origin.find_first_not_of(kHostAndPort, scheme + 3) == std::string::npos;
}

Result<void> apply(TenantRow& row, const TenantChanges& changes)
{
    if (changes.name) {
        auto name = checkedName("name", *changes.name);
        if (!name) {
            return fail(std::move(name).error());
        }
        row.name = std::move(*name);
    }
    if (changes.plan) {
        auto plan = checkedPlan(*changes.plan);
        if (!plan) {
            return fail(std::move(plan).error());
        }
        row.plan = std::move(*plan);
    }
    if (changes.status) {
        if (*changes.status != "active" && *changes.status != "suspended") {
            return failField("status", "must be active or suspended");
        }
        row.status = *changes.status;
    }
    if (changes.permissions) {
        if (!changes.permissions->is_object()) {
            return failField("permissions", "must be an object");
        }
        row.permissions = changes.permissions->dump();
    }
    if (changes.allowedOrigins) {
        if (changes.allowedOrigins->size() > 100 || !std::ranges::all_of(*changes.allowedOrigins, isOrigin)) {
            return failField("allowed_origins",
                             "must be at most 100 origins such as https://shop.example, or *");
        }
        row.allowedOrigins = json(*changes.allowedOrigins).dump();
    }
    return {};
}

json auditView(const TenantRow& row)
{
    return {{"slug", row.slug},
            {"name", row.name},
            {"plan", row.plan},
            {"status", row.status},
            {"permissions", row.permissions},
            {"allowed_origins", row.allowedOrigins}};
}

} // namespace

Tenants::Tenants(store::Database& database,
                 runtime::WorkerPool& cpu,
                 const security::Fernet& fernet,
                 TenantDirectory& directory,
                 const Clock& clock,
                 IdSource& ids)
    : m_database(database),
      m_cpu(cpu),
      m_fernet(fernet),
      m_directory(directory),
      m_clock(clock),
      m_ids(ids),
      m_audit(clock, ids)
{}

void Tenants::addHook(TenantHook hook)
{
    m_hooks.push_back(std::move(hook));
}

Result<TenantRow> Tenants::rowFor(const NewTenant& wanted) const
{
    auto slug = checkedSlug(wanted.slug);
    auto name = checkedName("name", wanted.name);
    auto plan = checkedPlan(wanted.plan.empty() ? "free" : wanted.plan);
    auto prefix = checkedTicketPrefix(wanted.ticketPrefix.empty() ? "TF" : wanted.ticketPrefix);
    for (auto* checked : {&slug, &name, &plan, &prefix}) {
        if (!*checked) {
            return fail(std::move(*checked).error());
        }
    }
    TenantRow row;
    row.id = m_ids.make<TenantId>();
    row.slug = std::move(*slug);
    row.name = std::move(*name);
    row.plan = std::move(*plan);
    row.publicKey = "pk_" + security::randomHex(16);
    row.ticketPrefix = std::move(*prefix);
    row.status = kCreating;
    row.permissions = "{}";
    row.allowedOrigins = "[]";
    row.createdMs = row.updatedMs = m_clock.nowMs();
    row.identitySecret = m_fernet.encrypt(security::Secret("is_" + security::randomToken()), row.createdMs);
    return row;
}

/// Takes the slug, or what a crash left of an earlier attempt at it.
boost::asio::awaitable<Result<TenantRow>> Tenants::reserve(TenantRow row)
{
    auto job = [&row](store::Transaction& tx) -> Result<TenantRow> {
        const TenantRepository tenants;
        auto known = tenants.findBySlug(tx, row.slug);
        if (!known) {
            return fail(std::move(known).error());
        }
        if (!*known) {
            auto created = tenants.create(tx, row);
            return created ? Result<TenantRow>(row) : fail(std::move(created).error());
        }
        TenantRow left = **known;
        auto mine = left.status == kCreating && left.updatedMs + kAbandonedMs <= row.createdMs
                        ? tenants.update(tx, left, row.createdMs)
                        : Result<bool>(false);
        if (!mine) {
            return fail(std::move(mine).error());
        }
        if (!*mine) {
            return fail(ErrorCode::Conflict, "A tenant with this slug exists.");
        }
        ++left.version;
        return left;
    };
    store::Scope scope = store::Scope::platform();
    auto reserved = co_await m_database.transact(std::move(scope), std::move(job));
    if (!reserved && reserved.error().code == ErrorCode::Conflict) {
        co_return fail(ErrorCode::Conflict, "A tenant with this slug exists.");
    }
    co_return reserved;
}

boost::asio::awaitable<Result<void>> Tenants::fill(TenantId id)
{
    auto prepare = [this, &id] { return m_database.prepareTenant(id); };
    auto prepared = co_await m_cpu.run(std::move(prepare));
    if (!prepared) {
        co_return fail(std::move(prepared).error().in("tenants.create"));
    }
    for (const TenantHook& hook : m_hooks) {
        TenantId copy = id;
        auto filled = co_await hook(std::move(copy));
        if (!filled) {
            co_return fail(std::move(filled).error().in("tenants.create"));
        }
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<TenantRow>> Tenants::create(NewTenant wanted, Actor actor)
{
    auto row = rowFor(wanted);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    auto reserved = co_await reserve(std::move(*row));
    if (!reserved) {
        co_return fail(std::move(reserved).error());
    }
    TenantId id = reserved->id;
    auto filled = co_await fill(std::move(id));
    if (!filled) {
        co_return fail(std::move(filled).error());
    }
    reserved->status = "active";
    json nothing;
    co_return co_await write(std::move(*reserved), "create", std::move(nothing), std::move(actor));
}

boost::asio::awaitable<Result<TenantRow>>
Tenants::write(TenantRow row, std::string action, json before, Actor actor)
{
    const std::int64_t nowMs = m_clock.nowMs();
    auto job = [&](store::Transaction& tx) { return TenantRepository().update(tx, row, nowMs); };
    store::Scope scope = store::Scope::platform();
    auto written = co_await m_database.transact(std::move(scope), std::move(job));
    if (!written) {
        co_return fail(std::move(written).error().in("tenants." + action));
    }
    if (!*written) {
        co_return fail(ErrorCode::Conflict, "Somebody else has just changed this tenant.");
    }
    ++row.version;
    row.updatedMs = nowMs;
    const AuditEntry entry{"tenant." + action, "tenant", row.id.value, std::move(before), auditView(row)};
    auto record = [&](store::Transaction& tx) -> Result<void> {
        // After the row: whoever sees the new version reads what it permits.
        auto raised = store::TenantStateRepository().raiseConfigVersion(tx);
        return raised ? m_audit.write(tx, actor, entry) : raised;
    };
    store::Scope inside = store::Scope::of(row.id);
    auto recorded = co_await m_database.transact(std::move(inside), std::move(record));
    if (!recorded) {
        co_return fail(std::move(recorded).error().in("tenants." + action));
    }
    auto refreshed = co_await m_directory.refresh();
    if (!refreshed) {
        co_return fail(std::move(refreshed).error());
    }
    co_return row;
}

boost::asio::awaitable<Result<std::vector<TenantRow>>> Tenants::list(std::string after, int limit)
{
    auto job = [&](store::ReadTransaction& tx) { return TenantRepository().list(tx, after, limit); };
    store::Scope scope = store::Scope::platform();
    co_return co_await m_database.read(std::move(scope), std::move(job));
}

boost::asio::awaitable<Result<TenantRow>> Tenants::get(std::string idOrSlug)
{
    auto job = [&](store::ReadTransaction& tx) {
        const TenantRepository tenants;
        return isUuid(idOrSlug) ? tenants.find(tx, TenantId{idOrSlug}) : tenants.findBySlug(tx, idOrSlug);
    };
    store::Scope scope = store::Scope::platform();
    auto found = co_await m_database.read(std::move(scope), std::move(job));
    if (!found) {
        co_return fail(std::move(found).error().in("tenants.get"));
    }
    if (!*found || (*found)->status == "deleted" || (*found)->status == kCreating) {
        co_return noSuchTenant();
    }
    co_return std::move(**found);
}

boost::asio::awaitable<Result<TenantRow>>
Tenants::update(std::string idOrSlug, TenantChanges changes, Actor actor)
{
    auto known = co_await get(std::move(idOrSlug));
    if (!known) {
        co_return known;
    }
    json before = auditView(*known);
    if (auto applied = apply(*known, changes); !applied) {
        co_return fail(std::move(applied).error());
    }
    co_return co_await write(std::move(*known), "update", std::move(before), std::move(actor));
}

boost::asio::awaitable<Result<void>> Tenants::remove(std::string idOrSlug, Actor actor)
{
    auto known = co_await get(std::move(idOrSlug));
    if (!known) {
        co_return fail(std::move(known).error());
    }
    json before = auditView(*known);
    known->status = "deleted";
    auto removed = co_await write(std::move(*known), "delete", std::move(before), std::move(actor));
    if (!removed) {
        co_return fail(std::move(removed).error());
    }
    co_return Result<void>();
}

boost::asio::awaitable<Result<security::Secret>> Tenants::rotateIdentitySecret(TenantId id, Actor actor)
{
    auto known = co_await get(id.value);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    json before = auditView(*known);
    security::Secret secret("is_" + security::randomToken());
    known->identitySecret = m_fernet.encrypt(secret, m_clock.nowMs());
    auto written =
        co_await write(std::move(*known), "rotate_identity_secret", std::move(before), std::move(actor));
    if (!written) {
        co_return fail(std::move(written).error());
    }
    co_return Result<security::Secret>(std::move(secret));
}

Result<security::Secret> Tenants::identitySecret(const TenantRecord& tenant) const
{
    return m_fernet.decrypt(tenant.row.identitySecret);
}

} // namespace parley::server::identity
