// SPDX-License-Identifier: MIT
#include "server/llm/llm_settings.h"
#include "server/llm/provider_kinds.h"
#include "server/llm/sealed_key.h"
#include "server/net/http_url.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxProviders = 20;
constexpr std::size_t kMaxModels = 50;
constexpr std::size_t kMaxName = 64;
constexpr std::size_t kMaxModelName = 200;
constexpr std::size_t kMaxUrl = 500;
constexpr std::size_t kMaxKey = 2'000;
constexpr double kMaxPrice = 1e6;
constexpr std::int64_t kMaxBudget = 1'000'000'000'000;
/// Short enough that the next provider still has time within a turn.
constexpr std::int64_t kDefaultTimeoutMs = 10'000;

bool isPrintable(std::string_view text, bool mayHoldSpaces)
{
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return (c > ' ' && c < '\x7F') || (mayHoldSpaces && c == ' ');
    });
}

/// Reads a change, and remembers all that is wrong with it.
class Patch {
public:
    Patch(const LlmSettings& before, const SettingsRules& rules) : m_before(before), m_rules(rules) {}

    Result<LlmSettings> apply(const json& patch)
    {
        m_after = m_before;
        if (patch.contains("providers")) {
            takeProviders(patch["providers"]);
        }
        takeOrder(patch);
        if (patch.contains("monthly_token_budget")) {
            takeBudget(patch["monthly_token_budget"]);
        }
        if (m_faults.empty()) {
            return std::move(m_after);
        }
        Error error;
        error.code = ErrorCode::InvalidArgument;
        error.message = m_faults.front().field + ": " + m_faults.front().message;
        error.fields = std::move(m_faults);
        return fail(std::move(error));
    }

private:
    void refuse(std::string field, std::string why)
    {
        m_faults.push_back(FieldError{std::move(field), std::move(why)});
    }

    void takeProviders(const json& list)
    {
        if (!list.is_array() || list.size() > kMaxProviders) {
            refuse("providers", "must be a list of at most 20 providers");
            return;
        }
        m_after.providers.clear();
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string at = "providers[" + std::to_string(i) + "]";
            if (!list[i].is_object()) {
                refuse(at, "must be an object with name, kind, base_url, api_key, models, timeout_ms");
                continue;
            }
            takeProvider(list[i], at + ".");
        }
    }

    void takeProvider(const json& item, const std::string& at)
    {
        ProviderSettings provider;
        provider.name = nameIn(item, at);
        if (!provider.name.empty() && m_after.provider(provider.name) != nullptr) {
            refuse(at + "name", "is there twice");
        }
        const json kind = item.value("kind", json());
        if (kind.is_string() &&
            std::ranges::find(providerKinds(), kind.get<std::string>()) != providerKinds().end()) {
            provider.kind = kind.get<std::string>();
        } else {
            refuse(at + "kind", "must be openai, anthropic, gemini, openrouter or local");
        }
        const auto& kinds = m_rules.kinds;
        if (kinds && !provider.kind.empty() &&
            std::find(kinds->begin(), kinds->end(), provider.kind) == kinds->end()) {
            refuse(at + "kind", "is not one that this tenant may have");
        }
        takeModels(item, at, provider);
        takeTimeout(item, at, provider);
        const auto url = takeUrl(item, at, provider);
        if (url) {
            takeKey(item, at, *url, provider);
        }
        m_after.providers.push_back(std::move(provider));
    }

    std::string nameIn(const json& item, const std::string& at)
    {
        const json name = item.value("name", json());
        const std::string text = name.is_string() ? name.get<std::string>() : std::string();
        const bool isRight =
            !text.empty() && text.size() <= kMaxName && std::all_of(text.begin(), text.end(), [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '.' || c == '_' || c == '-';
            });
        if (!isRight) {
            refuse(at + "name", "must be 1 to 64 letters, digits, '.', '_' or '-'");
        }
        return isRight ? text : std::string();
    }

    void takeModels(const json& item, const std::string& at, ProviderSettings& provider)
    {
        const json models = item.value("models", json());
        if (!models.is_array() || models.empty() || models.size() > kMaxModels) {
            refuse(at + "models",
                   "must be a list of 1 to 50 models: names, or {name, input_price, output_price}");
            return;
        }
        for (std::size_t i = 0; i < models.size(); ++i) {
            const std::string here = at + "models[" + std::to_string(i) + "]";
            const json& model = models[i];
            const json name = model.is_object() ? model.value("name", json()) : model;
            PricedModel priced;
            priced.name = name.is_string() ? name.get<std::string>() : std::string();
            if (priced.name.empty() || priced.name.size() > kMaxModelName ||
                !isPrintable(priced.name, false) || priced.name.find("..") != std::string::npos) {
                refuse(here, "must name a model in 1 to 200 printable characters without spaces");
            }
            if (model.is_object()) {
                priced.inputPrice = priceIn(model, "input_price", here);
                priced.outputPrice = priceIn(model, "output_price", here);
            }
            provider.models.push_back(std::move(priced));
        }
    }

    double priceIn(const json& model, const char* field, const std::string& at)
    {
        const json price = model.value(field, json());
        const double value = price.is_null() ? 0 : price.is_number() ? price.get<double>() : std::nan("");
        if (!(value >= 0 && value <= kMaxPrice)) {
            refuse(at + "." + field, "must be a number from 0 to 1000000: the price of a million tokens");
            return 0;
        }
        return value;
    }

    void takeTimeout(const json& item, const std::string& at, ProviderSettings& provider)
    {
        const json timeout = item.value("timeout_ms", json());
        provider.timeoutMs = kDefaultTimeoutMs;
        if (timeout.is_null()) {
            return;
        }
        const std::int64_t wanted = timeout.is_number_integer() ? timeout.get<std::int64_t>() : 0;
        if (wanted < 100 || wanted > 600'000) {
            refuse(at + "timeout_ms", "must be a whole number from 100 to 600000");
            return;
        }
        provider.timeoutMs = wanted;
    }

    std::optional<net::HttpUrl> takeUrl(const json& item, const std::string& at, ProviderSettings& provider)
    {
        const json given = item.value("base_url", json());
        if (!given.is_null() && !given.is_string()) {
            refuse(at + "base_url", "must be a text");
            return std::nullopt;
        }
        std::string text = given.is_null() || given.get_ref<const std::string&>().empty()
                               ? std::string(defaultBaseUrl(provider.kind))
                               : given.get<std::string>();
        auto url = net::parseHttpUrl(text, m_rules.trust);
        if (text.empty() || text.size() > kMaxUrl || !url || text.find_first_of("?#") != std::string::npos) {
            refuse(at + "base_url",
                   "must be an address like https://host/v1, without user name, query or fragment");
            return std::nullopt;
        }
        boost::system::error_code error;
        const auto address = boost::asio::ip::make_address(url->host, error);
        const bool isAllowed = error || m_rules.trust == net::Trust::Operator ||
                               net::isPublicAddress(address) ||
                               (m_rules.allowed != nullptr && m_rules.allowed->contains(address));
        if (!isAllowed) {
            refuse(at + "base_url",
                   "is an address that may not be reached from here; the setting security.outbound_allow "
                   "opens private networks");
            return std::nullopt;
        }
        while (text.ends_with('/')) {
            text.pop_back();
        }
        // Both ways of writing it are in use; the path is added behind.
        if (provider.kind == "anthropic" && text.ends_with("/v1")) {
            text.resize(text.size() - 3);
        }
        provider.baseUrl = std::move(text);
        return *std::move(url);
    }

    void takeKey(const json& item, const std::string& at, const net::HttpUrl& url, ProviderSettings& provider)
    {
        const auto given = item.find("api_key");
        const ProviderSettings* old = m_before.provider(provider.name);
        const bool isGiven =
            given != item.end() &&
            !(given->is_string() && given->get_ref<const std::string&>() == security::kRedacted);
        if (!isGiven) {
            keepKey(old, at, url, provider);
            return;
        }
        if (given->is_null()) {
            return;
        }
        const std::string key = given->is_string() ? given->get<std::string>() : std::string();
        if (!given->is_string() || key.size() > kMaxKey || !isPrintable(key, false)) {
            refuse(at + "api_key",
                   "must be printable ASCII without spaces, at most 2000 characters, or null");
            return;
        }
        if (!key.empty()) {
            provider.sealedKey =
                sealKey(*m_rules.fernet, m_rules.owner, url.origin(), security::Secret(key), m_rules.nowMs);
        }
    }

    /// A key goes nowhere but to the host it was given for.
    void keepKey(const ProviderSettings* old,
                 const std::string& at,
                 const net::HttpUrl& url,
                 ProviderSettings& provider)
    {
        if (old == nullptr || old->sealedKey.empty()) {
            return;
        }
        const auto oldUrl = net::parseHttpUrl(old->baseUrl, net::Trust::Operator);
        if (!oldUrl || oldUrl->origin() != url.origin()) {
            refuse(
                at + "api_key",
                "must be given anew, because base_url names another host: a key is kept for its host alone; "
                "null goes on without one");
            return;
        }
        provider.sealedKey = old->sealedKey;
    }

    void takeOrder(const json& patch)
    {
        const auto given = patch.find("order");
        if (given == patch.end() || given->is_null()) {
            followProviders(given != patch.end());
            return;
        }
        if (!given->is_array()) {
            refuse("order", "must be a list of names of providers");
            return;
        }
        m_after.order.clear();
        for (std::size_t i = 0; i < given->size(); ++i) {
            const json& name = (*given)[i];
            const std::string text = name.is_string() ? name.get<std::string>() : std::string();
            const bool isTwice =
                std::find(m_after.order.begin(), m_after.order.end(), text) != m_after.order.end();
            if (m_after.provider(text) == nullptr || isTwice) {
                refuse("order[" + std::to_string(i) + "]",
                       isTwice ? "is there twice" : "must be the name of one of the providers");
            }
            m_after.order.push_back(text);
        }
    }

    /// Without an order of its own: what is gone leaves it, what is new comes last.
    void followProviders(bool isReset)
    {
        std::vector<std::string> order;
        if (!isReset) {
            std::copy_if(m_before.order.begin(),
                         m_before.order.end(),
                         std::back_inserter(order),
                         [&](const std::string& name) { return m_after.provider(name) != nullptr; });
        }
        for (const ProviderSettings& provider : m_after.providers) {
            const bool isNew = isReset || m_before.provider(provider.name) == nullptr;
            if (isNew && !provider.name.empty()) {
                order.push_back(provider.name);
            }
        }
        m_after.order = std::move(order);
    }

    void takeBudget(const json& budget)
    {
        if (budget.is_null()) {
            m_after.monthlyTokenBudget.reset();
            return;
        }
        const std::int64_t wanted = budget.is_number_integer() ? budget.get<std::int64_t>() : -1;
        if (wanted < 0 || wanted > kMaxBudget) {
            refuse("monthly_token_budget", "must be null or a whole number from 0 to 1000000000000");
            return;
        }
        m_after.monthlyTokenBudget = wanted;
    }

    const LlmSettings& m_before;
    const SettingsRules& m_rules;
    LlmSettings m_after;
    std::vector<FieldError> m_faults;
};

} // namespace

Result<LlmSettings> patched(const LlmSettings& before, const json& patch, const SettingsRules& rules)
{
    return Patch(before, rules).apply(patch);
}

} // namespace parley::server::llm
