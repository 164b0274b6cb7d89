// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/address_rules.h"
#include "server/net/http_message.h"
#include "server/security/fernet.h"
#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::llm {

/// Section of a tenant's, and of the platform's, settings that holds these.
inline constexpr std::string_view kLlmSection = "llm";
/// Whose keys the platform's are.
inline constexpr std::string_view kPlatformOwner = "platform";

struct PricedModel {
    std::string name;
    double inputPrice = 0; ///< of a million tokens, in whatever currency the tenant counts
    double outputPrice = 0;

    bool operator==(const PricedModel&) const = default;
};

struct ProviderSettings {
    std::string name;
    std::string kind; ///< "openai", "anthropic", "gemini", "openrouter", "local"
    std::string baseUrl;
    std::string sealedKey;           ///< see sealKey(); empty: none
    std::vector<PricedModel> models; ///< at least one; the first is asked where nobody wishes another
    std::int64_t timeoutMs = 0;      ///< to the first token, and from one to the next
};

struct LlmSettings {
    std::vector<ProviderSettings> providers;
    std::vector<std::string> order;                 ///< names of providers, first to last resort; others rest
    std::optional<std::int64_t> monthlyTokenBudget; ///< none: as many as wanted; 0: no call at all

    [[nodiscard]] const ProviderSettings* provider(std::string_view name) const;
};

/// Reads what storedJson() wrote. @errors InvalidArgument it is nothing of the kind
Result<LlmSettings> readStored(std::string_view text);
std::string storedJson(const LlmSettings& settings);
/// What clients read: without keys.
nlohmann::json settingsView(const LlmSettings& settings);

/// What a change is judged by.
struct SettingsRules {
    std::string owner; ///< of the keys: the tenant's id, or "platform"
    net::Trust trust = net::Trust::Guarded;
    const net::NetworkList* allowed = nullptr; ///< private networks that a guarded address may be in
    /// Kinds of providers that the tenant may have, as the platform's admin set it; none: all.
    std::optional<std::vector<std::string>> kinds;
    const security::Fernet* fernet = nullptr;
    std::int64_t nowMs = 0;
};

/// The settings with a change in them. A list of providers takes the place of the old one; a provider whose
/// key is left out (or "********") keeps the one it had, as long as it stays at its host.
/// @param patch  an object; unknown fields are ignored
/// @errors InvalidArgument naming every field that is wrong
Result<LlmSettings>
patched(const LlmSettings& before, const nlohmann::json& patch, const SettingsRules& rules);

/// Where a kind of provider lives; empty: the settings must say.
std::string_view defaultBaseUrl(std::string_view kind);

} // namespace parley::server::llm
