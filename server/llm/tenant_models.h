// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chain_model.h"
#include "server/llm/chat_models.h"
#include "server/llm/platform_models.h"
#include "server/net/http_client.h"
#include "server/runtime/single_flight.h"
#include "server/runtime/worker_pool.h"
#include "server/security/fernet.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace parley::server::llm {

/// What the models of tenants are made with; all outlive them.
struct ModelServices {
    store::Database& database;
    net::HttpClient& http;
    runtime::WorkerPool& workers;
    const security::Fernet& fernet;
    TokenLedger& ledger;
    const Clock& clock;
    const ModelMetrics& metrics;
};

/// How one provider answered when it was asked for a token.
struct ProbeResult {
    std::string provider;
    std::string model;
    std::chrono::milliseconds took{0};
    std::optional<Error> error;
};

/// The language models of each tenant: its own providers, else the platform's, else the one of the daemon's
/// configuration. Kept in memory and made anew when the configuration's version says so; what is known of a
/// provider's health stays. @thread any I/O thread
class TenantModels final : public ChatModels {
public:
    /// @param configured  the daemon's own provider, of last resort; @param maxOpen  tenants kept in memory
    TenantModels(ModelServices services,
                 std::optional<ProviderOptions> configured,
                 std::size_t maxOpen = 1024);

    boost::asio::awaitable<Result<std::shared_ptr<ChatModel>>>
    of(TenantId tenant, std::int64_t configVersion, std::string model, runtime::Budget budget) override;

    /// Asks each provider that a tenant has for one token, one after another, whether its breaker is open or
    /// not. @param provider  one by name; empty: all
    /// @errors NotFound there is no such provider; Storage; Timeout
    boost::asio::awaitable<Result<std::vector<ProbeResult>>>
    probe(TenantId tenant, std::string provider, runtime::Budget budget);

    /// Who would be asked, first to last: `[{provider, kind, model}]`. @errors Storage; Timeout
    boost::asio::awaitable<Result<nlohmann::json>> inEffect(TenantId tenant, runtime::Budget budget);

    /// The platform's settings have just been changed here.
    void forgetPlatform() { m_platform.forget(); }

    /// How the providers are that were asked for since the start: `[{provider, kind, source, tenant?, …}]`.
    /// @param tenant  its own and the platform's; empty: everybody's
    [[nodiscard]] nlohmann::json health(const TenantId& tenant) const;

private:
    struct Entry;
    using EntryPtr = std::shared_ptr<Entry>;
    using SetPtr = std::shared_ptr<const ProviderSet>;
    struct Source;
    struct Watched {
        std::shared_ptr<ProviderHealth> health; // shared with the links
        std::string owner;
        std::string name;
        std::string kind;
    };

    EntryPtr entryOf(const TenantId& tenant);
    boost::asio::awaitable<Result<SetPtr>>
    setOf(TenantId tenant, std::int64_t configVersion, runtime::Budget budget);
    boost::asio::awaitable<Result<SetPtr>> newestSet(TenantId tenant, runtime::Budget budget);
    boost::asio::awaitable<Result<Source>> read(TenantId tenant);
    SetPtr build(const TenantId& tenant, const Source& source, const PlatformModels::Known& platform);
    void fill(ProviderSet& set,
              const TenantId& tenant,
              const Source& source,
              const PlatformModels::Known& platform);
    void addLinks(ProviderSet& set, const LlmSettings& settings, const std::string& owner, net::Trust trust);
    void addConfigured(ProviderSet& set);
    std::shared_ptr<ProviderHealth> healthOf(const std::string& key,
                                             const std::string& owner,
                                             const std::string& name,
                                             const std::string& kind);

    ModelServices m_services;
    std::optional<ProviderOptions> m_configured;
    std::size_t m_maxOpen;
    PlatformModels m_platform;
    mutable std::mutex m_mutex; // guards everything below, and the entries but for their flight
    std::uint64_t m_uses = 0;
    std::unordered_map<std::string, EntryPtr> m_entries;
    std::unordered_map<std::string, Watched> m_health; ///< by healthKey()
};

} // namespace parley::server::llm
