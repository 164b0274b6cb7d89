// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/llm_settings.h"
#include "server/llm/model_metrics.h"
#include "server/llm/provider_client.h"
#include "server/llm/provider_health.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::llm {

/// One model of one provider, ready to be asked.
struct ProviderLink {
    std::string provider; ///< its name in the settings
    std::string kind;
    PricedModel model;
    bool isFirst = false;                   ///< of its provider's models
    std::shared_ptr<ProviderClient> client; // shared by the sets that have it
    std::shared_ptr<ProviderHealth> health; // shared by all links to that provider
    const KindMetrics* metrics = nullptr;
};

/// Who answers for a tenant, as its settings and the platform's stood at one version. Never changes.
struct ProviderSet {
    std::int64_t configVersion = 0;
    std::int64_t platformVersion = 0;
    std::vector<ProviderLink> links; ///< in the order they are asked; all models of a provider together
    std::optional<std::int64_t> monthlyBudget;
    bool isTenants = false; ///< the tenant's own providers, not the platform's

    /// Whom to ask, first to last: whoever serves the wish, then the first model of each provider.
    /// @param wish  a model's name, "provider/model", or a provider's name; empty or unknown: none
    [[nodiscard]] std::vector<const ProviderLink*> chain(std::string_view wish) const;
};

/// Whose address that is in a registry of health: a provider that moves is another.
std::string healthKey(const std::string& owner, const ProviderSettings& provider);

/// The wire that a kind speaks. @param kind  of LlmSettings
std::shared_ptr<const ChatWire> wireOf(std::string_view kind);

/// @param key  opened, or empty
ProviderOptions
optionsOf(const ProviderSettings& provider, const PricedModel& model, security::Secret key, net::Trust trust);

} // namespace parley::server::llm
