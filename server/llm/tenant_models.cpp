// SPDX-License-Identifier: MIT
#include "server/llm/tenant_models.h"

#include "server/identity/tenant_permissions.h"
#include "server/llm/sealed_key.h"
#include "server/net/http_url.h"
#include "server/store/settings_repository.h"
#include "server/store/tenant_state_repository.h"
#include "server/telemetry/log.h"

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace asio = boost::asio;

namespace {

constexpr std::string_view kConfiguredOwner = "configuration";
/// Providers whose health is remembered; beyond it those go that nobody uses.
constexpr std::size_t kMaxWatched = 4'096;
constexpr std::size_t kMaxShown = 200;

} // namespace

struct TenantModels::Entry {
    runtime::SingleFlight flight;
    SetPtr known;
    std::uint64_t lastUse = 0;
};

/// A tenant's part of what a set is made from.
struct TenantModels::Source {
    std::int64_t version = 0;
    LlmSettings settings;
    identity::TenantPermissions permissions;
};

TenantModels::TenantModels(ModelServices services,
                           std::optional<ProviderOptions> configured,
                           std::size_t maxOpen)
    : m_services(services),
      m_configured(std::move(configured)),
      m_maxOpen(maxOpen),
      m_platform(services.database)
{}

TenantModels::EntryPtr TenantModels::entryOf(const TenantId& tenant)
{
    const std::lock_guard lock(m_mutex);
    auto& entry = m_entries[tenant.value];
    if (!entry) {
        entry = std::make_shared<Entry>();
    }
    const EntryPtr kept = entry; // a copy, because evicting may move the map's own
    kept->lastUse = ++m_uses;
    while (m_entries.size() > m_maxOpen) {
        m_entries.erase(
            std::min_element(m_entries.begin(), m_entries.end(), [](const auto& a, const auto& b) {
                return a.second->lastUse < b.second->lastUse;
            }));
    }
    return kept;
}

asio::awaitable<Result<TenantModels::Source>> TenantModels::read(TenantId tenant)
{
    auto job = [](store::ReadTransaction& tx) -> Result<Source> {
        auto versions = store::TenantStateRepository().versions(tx);
        auto section = store::SettingsRepository().find(tx, std::string(kLlmSection));
        if (!versions || !section) {
            return fail(!versions ? versions.error() : section.error());
        }
        Source source;
        source.version = versions->config;
        if (*section) {
            auto settings = readStored(**section);
            if (!settings) {
                return fail(std::move(settings).error());
            }
            source.settings = *std::move(settings);
        }
        return source;
    };
    auto scope = store::Scope::of(tenant);
    auto source = co_await m_services.database.read(scope, job);
    if (!source) {
        co_return source;
    }
    // After the version: what is permitted anew meanwhile comes under an old version, never the reverse.
    auto permissions = co_await identity::TenantPermissions::read(m_services.database, std::move(tenant));
    if (!permissions) {
        co_return fail(std::move(permissions).error());
    }
    source->permissions = *std::move(permissions);
    co_return source;
}

std::shared_ptr<ProviderHealth> TenantModels::healthOf(const std::string& key,
                                                       const std::string& owner,
                                                       const std::string& name,
                                                       const std::string& kind)
{
    const std::lock_guard lock(m_mutex);
    if (m_health.size() >= kMaxWatched) {
        std::erase_if(m_health, [](const auto& each) { return each.second.health.use_count() == 1; });
    }
    Watched& watched = m_health[key];
    if (!watched.health) {
        watched = Watched{std::make_shared<ProviderHealth>(), owner, name, kind};
    }
    return watched.health;
}

void TenantModels::addLinks(ProviderSet& set,
                            const LlmSettings& settings,
                            const std::string& owner,
                            net::Trust trust)
{
    static const telemetry::Log kLog("llm");
    for (const std::string& name : settings.order) {
        const ProviderSettings* provider = settings.provider(name);
        const auto url = provider == nullptr ? Result<net::HttpUrl>(fail(ErrorCode::NotFound, ""))
                                             : net::parseHttpUrl(provider->baseUrl, trust);
        if (!url) {
            continue;
        }
        auto key = openKey(m_services.fernet, owner, url->origin(), provider->sealedKey);
        if (!key) {
            // Asked without its key it would say so; better that than no word of it.
            kLog.error("a provider's key cannot be used",
                       {{"owner", owner}, {"provider", name}, {"why", key.error().message}});
        }
        const auto health = healthOf(healthKey(owner, *provider), owner, name, provider->kind);
        const auto wire = wireOf(provider->kind);
        bool isFirst = true;
        for (const PricedModel& model : provider->models) {
            ProviderLink link{name, provider->kind, model, std::exchange(isFirst, false), {}, health, {}};
            auto options = optionsOf(*provider, model, key.value_or(security::Secret()), trust);
            link.client = std::make_shared<ProviderClient>(m_services.http,
                                                           m_services.workers,
                                                           wire,
                                                           std::move(options));
            link.metrics = &m_services.metrics.of(link.kind);
            set.links.push_back(std::move(link));
        }
    }
}

void TenantModels::addConfigured(ProviderSet& set)
{
    ProviderLink link;
    link.provider = kConfiguredOwner;
    link.kind = "openai";
    link.model.name = m_configured->model;
    link.isFirst = true;
    const std::string owner(kConfiguredOwner);
    link.health = healthOf(owner, owner, owner, link.kind);
    link.client =
        std::make_shared<ProviderClient>(m_services.http, m_services.workers, openAiWire(), *m_configured);
    link.metrics = &m_services.metrics.of(link.kind);
    set.links.push_back(std::move(link));
}

TenantModels::SetPtr
TenantModels::build(const TenantId& tenant, const Source& source, const PlatformModels::Known& platform)
{
    auto set = std::make_shared<ProviderSet>();
    set->configVersion = source.version;
    set->platformVersion = platform->version;
    fill(*set, tenant, source, platform);
    const identity::TenantPermissions& permissions = source.permissions;
    // Words of a tenant that may only use some providers reach no other one, whoever pays for it.
    std::erase_if(set->links, [&](const ProviderLink& link) {
        return !identity::TenantPermissions::allows(permissions.providers, link.kind);
    });
    if (const auto quota = permissions.quotas.find("monthly_tokens"); quota != permissions.quotas.end()) {
        set->monthlyBudget = std::min(quota->second, set->monthlyBudget.value_or(quota->second));
    }
    return set;
}

void TenantModels::fill(ProviderSet& set,
                        const TenantId& tenant,
                        const Source& source,
                        const PlatformModels::Known& platform)
{
    set.monthlyBudget = source.settings.monthlyTokenBudget;
    if (!source.settings.providers.empty()) {
        set.isTenants = true;
        addLinks(set, source.settings, tenant.value, net::Trust::Guarded);
        return;
    }
    // Whoever lives on the platform's keys keeps to the platform's budget too.
    if (const auto& budget = platform->settings.monthlyTokenBudget) {
        set.monthlyBudget = std::min(*budget, set.monthlyBudget.value_or(*budget));
    }
    addLinks(set, platform->settings, std::string(kPlatformOwner), net::Trust::Operator);
    if (set.links.empty() && m_configured) {
        addConfigured(set);
    }
}

asio::awaitable<Result<TenantModels::SetPtr>>
TenantModels::setOf(TenantId tenant, std::int64_t configVersion, runtime::Budget budget)
{
    const EntryPtr entry = entryOf(tenant);
    auto platform = co_await m_platform.get(budget);
    if (!platform) {
        co_return fail(std::move(platform).error());
    }
    for (;;) {
        {
            const std::lock_guard lock(m_mutex);
            const SetPtr& known = entry->known;
            if (known && known->configVersion >= configVersion &&
                known->platformVersion >= (*platform)->version) {
                co_return known;
            }
        }
        auto pass = co_await entry->flight.enter(budget);
        if (!pass) {
            co_return fail(std::move(pass).error().in("llm.models"));
        }
        if (!*pass) {
            continue;
        }
        auto source = co_await read(tenant);
        if (!source) {
            co_return fail(std::move(source).error().in("llm.models"));
        }
        SetPtr set = build(tenant, *source, *platform);
        const std::lock_guard lock(m_mutex);
        entry->known = set;
        co_return set;
    }
}

asio::awaitable<Result<TenantModels::SetPtr>> TenantModels::newestSet(TenantId tenant, runtime::Budget budget)
{
    if (tenant.isEmpty()) {
        auto platform = co_await m_platform.get(budget);
        if (!platform) {
            co_return fail(std::move(platform).error());
        }
        co_return build(tenant, Source(), *platform);
    }
    auto job = [](store::ReadTransaction& tx) { return store::TenantStateRepository().versions(tx); };
    auto scope = store::Scope::of(tenant);
    auto versions = co_await m_services.database.read(scope, job);
    if (!versions) {
        co_return fail(std::move(versions).error());
    }
    co_return co_await setOf(std::move(tenant), versions->config, budget);
}

asio::awaitable<Result<std::shared_ptr<ChatModel>>>
TenantModels::of(TenantId tenant, std::int64_t configVersion, std::string model, runtime::Budget budget)
{
    auto set = co_await setOf(tenant, configVersion, budget);
    if (!set) {
        co_return fail(std::move(set).error());
    }
    auto links = (*set)->chain(model);
    if (links.empty()) {
        co_return std::shared_ptr<ChatModel>();
    }
    const ChainServices services{m_services.ledger, m_services.clock, m_services.metrics};
    co_return std::shared_ptr<ChatModel>(
        std::make_shared<ChainModel>(services, std::move(tenant), *std::move(set), std::move(links)));
}

asio::awaitable<Result<std::vector<ProbeResult>>>
TenantModels::probe(TenantId tenant, std::string provider, runtime::Budget budget)
{
    auto set = co_await newestSet(tenant, budget);
    if (!set) {
        co_return fail(std::move(set).error());
    }
    const auto links = (*set)->chain(std::string_view());
    const ChainServices services{m_services.ledger, m_services.clock, m_services.metrics};
    ChainModel chain(services, std::move(tenant), *set, links);
    std::vector<ProbeResult> results;
    std::size_t left = links.size();
    for (const ProviderLink* link : links) {
        const runtime::Budget own = budget.atMost(budget.remaining() / static_cast<int>(left--));
        if (!provider.empty() && link->provider != provider) {
            continue;
        }
        const auto begun = std::chrono::steady_clock::now();
        auto reply = co_await chain.probe(*link, own);
        ProbeResult result{link->provider, link->model.name, {}, {}};
        result.took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        if (!reply) {
            result.error = std::move(reply).error();
        }
        results.push_back(std::move(result));
    }
    if (results.empty() && !provider.empty()) {
        co_return fail(ErrorCode::NotFound, "There is no provider of this name in the order of providers.");
    }
    co_return results;
}

asio::awaitable<Result<nlohmann::json>> TenantModels::inEffect(TenantId tenant, runtime::Budget budget)
{
    auto set = co_await newestSet(std::move(tenant), budget);
    if (!set) {
        co_return fail(std::move(set).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const ProviderLink* link : (*set)->chain(std::string_view())) {
        items.push_back({{"provider", link->provider},
                         {"kind", link->kind},
                         {"model", link->model.name},
                         {"source", (*set)->isTenants ? "tenant" : "platform"}});
    }
    co_return items;
}

nlohmann::json TenantModels::health(const TenantId& tenant) const
{
    const auto now = std::chrono::steady_clock::now();
    nlohmann::json items = nlohmann::json::array();
    const std::lock_guard lock(m_mutex);
    for (const auto& [key, watched] : m_health) {
        const bool isShared = watched.owner == kPlatformOwner || watched.owner == kConfiguredOwner;
        const bool isShown = isShared || tenant.isEmpty() || watched.owner == tenant.value;
        // One that nobody holds any more was renamed or removed.
        if (!isShown || watched.health.use_count() == 1 || items.size() >= kMaxShown) {
            continue;
        }
        nlohmann::json item = watched.health->view(now);
        item["provider"] = watched.name;
        item["kind"] = watched.kind;
        item["source"] = isShared ? watched.owner : "tenant";
        item["tenant"] = isShared ? nlohmann::json() : nlohmann::json(watched.owner);
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace parley::server::llm
