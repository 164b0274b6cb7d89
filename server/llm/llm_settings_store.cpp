// SPDX-License-Identifier: MIT
#include "server/llm/llm_settings_store.h"

#include "server/llm/token_ledger.h"
#include "server/store/platform_settings_repository.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/telemetry/log.h"

#include <utility>

namespace parley::server::llm {

using nlohmann::json;

namespace {

const std::string kSection(kLlmSection);

json usageView(const std::string& month,
               const store::LlmMonth& sums,
               const std::vector<store::LlmUsageRow>& rows)
{
    json items = json::array();
    std::int64_t costMicros = 0;
    for (const store::LlmUsageRow& row : rows) {
        costMicros += row.costMicros;
        items.push_back({{"provider", row.provider},
                         {"model", row.model},
                         {"requests", row.requests},
                         {"input_tokens", row.inputTokens},
                         {"output_tokens", row.outputTokens},
                         {"cost", static_cast<double>(row.costMicros) / 1e6}});
    }
    return {{"month", month},
            {"tokens", sums.used},
            {"reserved_tokens", sums.reserved},
            {"cost", static_cast<double>(costMicros) / 1e6},
            {"models", std::move(items)}};
}

} // namespace

LlmSettingsStore::LlmSettingsStore(store::Database& database,
                                   const security::Fernet& fernet,
                                   const identity::TenantDirectory& tenants,
                                   const net::NetworkList& allowed,
                                   const Clock& clock,
                                   IdSource& ids)
    : m_database(database),
      m_fernet(fernet),
      m_tenants(tenants),
      m_allowed(allowed),
      m_clock(clock),
      m_audit(clock, ids)
{}

SettingsRules LlmSettingsStore::rulesFor(const TenantId& tenant) const
{
    SettingsRules rules;
    rules.owner = tenant.isEmpty() ? std::string(kPlatformOwner) : tenant.value;
    rules.trust = tenant.isEmpty() ? net::Trust::Operator : net::Trust::Guarded;
    rules.allowed = &m_allowed;
    const auto known = m_tenants.find(tenant);
    const json permissions = known ? json::parse(known->row.permissions, nullptr, false) : json();
    if (permissions.is_object() && permissions.contains("providers") && permissions["providers"].is_array()) {
        rules.kinds.emplace();
        for (const json& kind : permissions["providers"]) {
            rules.kinds->push_back(kind.is_string() ? kind.get<std::string>() : std::string());
        }
    }
    rules.fernet = &m_fernet;
    rules.nowMs = m_clock.nowMs();
    return rules;
}

Result<LlmSettings> LlmSettingsStore::read(store::ReadTransaction& tx, const TenantId& tenant) const
{
    std::optional<std::string> stored;
    if (tenant.isEmpty()) {
        auto row = store::PlatformSettingsRepository().find(tx, kSection);
        if (!row) {
            return fail(std::move(row).error());
        }
        stored = *row ? std::optional((*row)->json) : std::nullopt;
    } else {
        auto section = store::SettingsRepository().find(tx, kSection);
        if (!section) {
            return fail(std::move(section).error());
        }
        stored = *std::move(section);
    }
    return stored ? readStored(*stored) : Result<LlmSettings>(LlmSettings());
}

Result<json>
LlmSettingsStore::view(store::ReadTransaction& tx, const TenantId& tenant, const LlmSettings& settings) const
{
    json shown = settingsView(settings);
    if (tenant.isEmpty()) {
        return shown;
    }
    const std::string month = monthOf(m_clock.nowMs());
    const store::LlmUsageRepository usage;
    auto sums = usage.month(tx, month);
    auto rows = usage.usage(tx, month);
    if (!sums || !rows) {
        return fail(!sums ? sums.error() : rows.error());
    }
    shown["usage"] = usageView(month, *sums, *rows);
    return shown;
}

boost::asio::awaitable<Result<json>> LlmSettingsStore::get(TenantId tenant)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<json> {
        auto settings = read(tx, tenant);
        return settings ? view(tx, tenant, *settings) : Result<json>(fail(std::move(settings).error()));
    };
    store::Scope scope{tenant};
    co_return co_await m_database.read(scope, job);
}

Result<void> LlmSettingsStore::write(store::Transaction& tx,
                                     const TenantId& tenant,
                                     const LlmSettings& before,
                                     const LlmSettings& after,
                                     const identity::Actor& actor) const
{
    const std::int64_t nowMs = m_clock.nowMs();
    if (tenant.isEmpty()) {
        // The platform has no audit trail of its own; the log says who it was.
        static const telemetry::Log kLog("llm");
        kLog.warn("the platform's models were changed",
                  {{"actor", actor.principal.subject}, {"request", actor.requestId}});
        return store::PlatformSettingsRepository().put(tx, kSection, storedJson(after), nowMs);
    }
    if (auto put = store::SettingsRepository().put(tx, kSection, storedJson(after), nowMs); !put) {
        return put;
    }
    const identity::AuditEntry entry{
        "settings.llm.update", "settings", kSection, settingsView(before), settingsView(after)};
    return m_audit.write(tx, actor, entry);
}

boost::asio::awaitable<Result<json>>
LlmSettingsStore::patch(TenantId tenant, json changes, identity::Actor actor)
{
    const SettingsRules rules = rulesFor(tenant);
    auto job = [&](store::Transaction& tx) -> Result<json> {
        // First, for its lock: of two changes at once the second one sees what the first one left.
        auto raised =
            tenant.isEmpty() ? Result<void>() : store::TenantStateRepository().raiseConfigVersion(tx);
        if (!raised) {
            return fail(std::move(raised).error());
        }
        auto before = read(tx, tenant);
        if (!before) {
            return fail(std::move(before).error());
        }
        auto after = patched(*before, changes, rules);
        if (!after) {
            return fail(std::move(after).error());
        }
        if (auto written = write(tx, tenant, *before, *after, actor); !written) {
            return fail(std::move(written).error());
        }
        return view(tx, tenant, *after);
    };
    store::Scope scope{tenant};
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::llm
