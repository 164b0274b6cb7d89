// SPDX-License-Identifier: MIT
#include "server/llm/llm_settings.h"

#include "server/security/secret.h"

#include <algorithm>
#include <utility>

namespace parley::server::llm {

namespace {

using nlohmann::json;

/// As clients may have written it: a name, or a name with prices.
json modelView(const PricedModel& model)
{
    if (model.inputPrice == 0 && model.outputPrice == 0) {
        return model.name;
    }
    return {{"name", model.name}, {"input_price", model.inputPrice}, {"output_price", model.outputPrice}};
}

json providerJson(const ProviderSettings& provider)
{
    json models = json::array();
    for (const PricedModel& model : provider.models) {
        models.push_back(modelView(model));
    }
    return {{"name", provider.name},
            {"kind", provider.kind},
            {"base_url", provider.baseUrl},
            {"models", std::move(models)},
            {"timeout_ms", provider.timeoutMs}};
}

json settingsJson(const LlmSettings& settings)
{
    json all{{"providers", json::array()}, {"order", settings.order}, {"monthly_token_budget", nullptr}};
    if (settings.monthlyTokenBudget) {
        all["monthly_token_budget"] = *settings.monthlyTokenBudget;
    }
    return all;
}

ProviderSettings storedProvider(const json& stored)
{
    ProviderSettings provider;
    provider.name = stored.at("name").get<std::string>();
    provider.kind = stored.at("kind").get<std::string>();
    provider.baseUrl = stored.at("base_url").get<std::string>();
    provider.sealedKey = stored.value("sealed_key", std::string());
    provider.timeoutMs = stored.at("timeout_ms").get<std::int64_t>();
    for (const json& model : stored.at("models")) {
        if (model.is_string()) {
            provider.models.push_back({model.get<std::string>(), 0, 0});
            continue;
        }
        provider.models.push_back({model.at("name").get<std::string>(),
                                   model.at("input_price").get<double>(),
                                   model.at("output_price").get<double>()});
    }
    return provider;
}

} // namespace

const ProviderSettings* LlmSettings::provider(std::string_view name) const
{
    const auto found = std::find_if(providers.begin(), providers.end(), [&](const ProviderSettings& each) {
        return each.name == name;
    });
    return found == providers.end() ? nullptr : &*found;
}

std::string_view defaultBaseUrl(std::string_view kind)
{
    if (kind == "openai") {
        return "https://api.openai.com/v1";
    }
    if (kind == "anthropic") {
        return "https://api.anthropic.com";
    }
    if (kind == "gemini") {
        return "https://generativelanguage.googleapis.com/v1beta";
    }
    return kind == "openrouter" ? "https://openrouter.ai/api/v1" : "";
}

Result<LlmSettings> readStored(std::string_view text)
{
    try {
        const json stored = json::parse(text);
        LlmSettings settings;
        for (const json& provider : stored.at("providers")) {
            settings.providers.push_back(storedProvider(provider));
        }
        settings.order = stored.at("order").get<std::vector<std::string>>();
        if (const json& budget = stored.at("monthly_token_budget"); budget.is_number_integer()) {
            settings.monthlyTokenBudget = budget.get<std::int64_t>();
        }
        return settings;
    } catch (const json::exception& error) {
        return fail(ErrorCode::InvalidArgument, "The stored settings cannot be read.", error.what());
    }
}

std::string storedJson(const LlmSettings& settings)
{
    json all = settingsJson(settings);
    for (const ProviderSettings& provider : settings.providers) {
        json stored = providerJson(provider);
        stored["sealed_key"] = provider.sealedKey;
        all["providers"].push_back(std::move(stored));
    }
    return all.dump();
}

json settingsView(const LlmSettings& settings)
{
    json all = settingsJson(settings);
    for (const ProviderSettings& provider : settings.providers) {
        json shown = providerJson(provider);
        shown["api_key"] = provider.sealedKey.empty() ? json() : json(security::kRedacted);
        all["providers"].push_back(std::move(shown));
    }
    return all;
}

} // namespace parley::server::llm
