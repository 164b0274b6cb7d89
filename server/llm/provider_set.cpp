// SPDX-License-Identifier: MIT
#include "server/llm/provider_set.h"

#include "server/net/http_url.h"

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace {

/// An answer that comes whole is waited for at least so long.
constexpr std::chrono::milliseconds kLeastWhole{60'000};
constexpr std::chrono::milliseconds kLongestConnect{5'000};

} // namespace

std::vector<const ProviderLink*> ProviderSet::chain(std::string_view wish) const
{
    std::vector<const ProviderLink*> order;
    const auto add = [&](auto isWanted) {
        for (const ProviderLink& link : links) {
            if (isWanted(link) && std::find(order.begin(), order.end(), &link) == order.end()) {
                order.push_back(&link);
            }
        }
    };
    if (!wish.empty()) {
        add([&](const ProviderLink& link) {
            return link.model.name == wish || link.provider + "/" + link.model.name == wish ||
                   (link.isFirst && link.provider == wish);
        });
    }
    add([](const ProviderLink& link) { return link.isFirst; });
    return order;
}

std::string healthKey(const std::string& owner, const ProviderSettings& provider)
{
    const auto url = net::parseHttpUrl(provider.baseUrl, net::Trust::Operator);
    return owner + " " + provider.name + " " + provider.kind + " " + (url ? url->origin() : provider.baseUrl);
}

std::shared_ptr<const ChatWire> wireOf(std::string_view kind)
{
    return kind == "anthropic" ? anthropicWire() : kind == "gemini" ? geminiWire() : openAiWire();
}

ProviderOptions
optionsOf(const ProviderSettings& provider, const PricedModel& model, security::Secret key, net::Trust trust)
{
    const std::chrono::milliseconds timeout{provider.timeoutMs};
    ProviderOptions options;
    options.baseUrl = provider.baseUrl;
    options.apiKey = std::move(key);
    options.model = model.name;
    options.timeouts.connect = std::min(timeout, kLongestConnect);
    options.timeouts.firstToken = options.timeouts.betweenTokens = timeout;
    options.timeouts.whole = std::max(timeout, kLeastWhole);
    options.trust = trust;
    if (provider.kind == "openrouter") {
        options.headers = {{"X-Title", "Parley"}};
    }
    return options;
}

} // namespace parley::server::llm
