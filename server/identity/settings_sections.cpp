// SPDX-License-Identifier: MIT
#include "server/identity/settings_sections.h"

#include "server/store/platform_settings_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/telemetry/log.h"

#include <algorithm>

namespace parley::server::identity {

using nlohmann::json;

namespace {

const telemetry::Log& logger()
{
    static const telemetry::Log kLog("identity");
    return kLog;
}

json objectOf(const std::optional<std::string>& text)
{
    auto parsed = json::parse(text.value_or("{}"), nullptr, false);
    return parsed.is_object() ? parsed : json::object();
}

json ownOf(const std::optional<store::PlatformSettingsRow>& row)
{
    return objectOf(row ? std::optional(row->json) : std::nullopt);
}

} // namespace

json SettingsSection::merged() const
{
    json all = inherited;
    all.update(own);
    return all;
}

Result<json> patched(json own, const json& patch, std::span<const std::string_view> known)
{
    Error error;
    error.code = ErrorCode::InvalidArgument;
    error.message = "The settings have fields that there are not.";
    for (const auto& [name, value] : patch.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            error.fields.push_back({name, "is no setting of this section"});
        } else if (value.is_null()) {
            own.erase(name);
        } else {
            own[name] = value;
        }
    }
    if (!error.fields.empty()) {
        return fail(std::move(error));
    }
    return own;
}

SettingsSections::SettingsSections(store::Database& database,
                                   const TenantDirectory& tenants,
                                   const Clock& clock,
                                   IdSource& ids)
    : m_database(database), m_tenants(tenants), m_clock(clock), m_audit(clock, ids)
{}

boost::asio::awaitable<Result<json>> SettingsSections::defaults(store::Database& database,
                                                                std::string section)
{
    auto job = [&](store::ReadTransaction& tx) {
        return store::PlatformSettingsRepository().find(tx, section);
    };
    auto scope = store::Scope::platform();
    auto stored = co_await database.read(scope, job);
    if (!stored) {
        co_return fail(std::move(stored).error());
    }
    co_return ownOf(*stored);
}

boost::asio::awaitable<Result<SettingsSection>> SettingsSections::get(TenantId tenant, std::string section)
{
    auto platform = co_await defaults(m_database, section);
    if (!platform) {
        co_return fail(std::move(platform).error());
    }
    SettingsSection found;
    if (tenant.isEmpty()) {
        found.own = *std::move(platform);
        co_return found;
    }
    found.inherited = *std::move(platform);
    auto job = [&](store::ReadTransaction& tx) { return store::SettingsRepository().find(tx, section); };
    auto scope = store::Scope::of(tenant);
    auto own = co_await m_database.read(scope, job);
    if (!own) {
        co_return fail(std::move(own).error());
    }
    found.own = objectOf(*own);
    co_return found;
}

boost::asio::awaitable<Result<SettingsSection>>
SettingsSections::change(TenantId tenant, std::string section, SettingsChange change, Actor actor)
{
    if (tenant.isEmpty()) {
        co_return co_await changeDefaults(std::move(section), std::move(change), std::move(actor));
    }
    auto platform = co_await defaults(m_database, section);
    if (!platform) {
        co_return fail(std::move(platform).error());
    }
    auto job = [&](store::Transaction& tx) -> Result<SettingsSection> {
        // First, for its lock: of two changes at once the second one sees what the first one left.
        if (auto raised = store::TenantStateRepository().raiseConfigVersion(tx); !raised) {
            return fail(std::move(raised).error());
        }
        auto stored = store::SettingsRepository().find(tx, section);
        if (!stored) {
            return fail(std::move(stored).error());
        }
        SettingsSection now{*platform, objectOf(*stored)};
        auto wanted = change(now);
        if (!wanted) {
            return fail(std::move(wanted).error());
        }
        const AuditEntry entry{"settings.update", "settings", section, now.own, *wanted};
        auto written = store::SettingsRepository().put(tx, section, wanted->dump(), m_clock.nowMs());
        if (written) {
            written = m_audit.write(tx, actor, entry);
        }
        if (!written) {
            return fail(std::move(written).error());
        }
        now.own = *std::move(wanted);
        return now;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<SettingsSection>>
SettingsSections::changeDefaults(std::string section, SettingsChange change, Actor actor)
{
    json before;
    auto job = [&](store::Transaction& tx) -> Result<SettingsSection> {
        auto stored = store::PlatformSettingsRepository().find(tx, section);
        if (!stored) {
            return fail(std::move(stored).error());
        }
        SettingsSection now;
        now.own = ownOf(*stored);
        before = now.own;
        auto wanted = change(now);
        if (!wanted) {
            return fail(std::move(wanted).error());
        }
        auto put = store::PlatformSettingsRepository().put(tx, section, wanted->dump(), m_clock.nowMs());
        if (!put) {
            return fail(std::move(put).error());
        }
        now.own = *std::move(wanted);
        return now;
    };
    auto scope = store::Scope::platform();
    auto changed = co_await m_database.transact(scope, job);
    if (!changed) {
        co_return fail(std::move(changed).error());
    }
    // The trail lives inside tenants; what is done to the platform leaves a log line.
    logger().info("platform settings changed",
                  {{"section", section},
                   {"before", redactSecrets(before).dump()},
                   {"after", redactSecrets(changed->own).dump()},
                   {"by", actor.principal.subject}});
    auto told = co_await tellTenants();
    if (!told) {
        co_return fail(std::move(told).error());
    }
    co_return changed;
}

boost::asio::awaitable<Result<void>> SettingsSections::tellTenants()
{
    for (const auto& tenant : m_tenants.all()) {
        auto job = [](store::Transaction& tx) {
            return store::TenantStateRepository().raiseConfigVersion(tx);
        };
        auto scope = store::Scope::of(tenant->row.id);
        auto raised = co_await m_database.transact(scope, job);
        if (!raised) {
            co_return fail(std::move(raised).error());
        }
    }
    co_return Result<void>();
}

} // namespace parley::server::identity
