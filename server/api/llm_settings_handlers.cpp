// SPDX-License-Identifier: MIT
#include "server/api/llm_settings_handlers.h"

#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

constexpr std::size_t kMaxProviderName = 64;
/// Before the route's own time is up, so that the answers so far are told.
constexpr std::chrono::milliseconds kTestTime{25'000};

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(method,
                                  std::move(pattern),
                                  security::Permission::ConfigureTenant,
                                  std::move(doc),
                                  std::move(handler));
    route.tenant = edge::TenantRule::Optional;
    return route;
}

/// The guard's word has a code of its own.
std::string codeOf(const Error& error)
{
    return error.code == ErrorCode::Forbidden ? std::string("outbound_refused")
                                              : std::string(problemCode(error));
}

nlohmann::json resultView(const llm::ProbeResult& result)
{
    nlohmann::json json = {{"provider", result.provider},
                           {"model", result.model},
                           {"status", result.error ? "failed" : "ok"},
                           {"latency_ms", result.took.count()},
                           {"error", nullptr}};
    if (result.error) {
        json["error"] = {{"code", codeOf(*result.error)}, {"message", result.error->message}};
    }
    return json;
}

} // namespace

void LlmSettingsHandlers::addRoutes(edge::Router& router)
{
    router.add(route(
        Method::Get,
        "/settings/llm",
        {"The language models, and what they took this month", "Configuration", "", "LlmSettings", 200, {}},
        [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/settings/llm",
                     {"Changes the language models; keys are never shown again",
                      "Configuration",
                      "LlmSettingsPatch",
                      "LlmSettings",
                      200,
                      {}},
                     [this](RequestContext& request) { return patch(request); }));
    router.add(
        route(Method::Post,
              "/settings/llm/test",
              {"Asks each provider for one token", "Configuration", "LlmTestRequest", "LlmTest", 200, {}},
              [this](RequestContext& request) { return test(request); }));
}

LlmSettingsHandlers::Answer LlmSettingsHandlers::shown(const RequestContext& request, nlohmann::json settings)
{
    const runtime::Budget budget{request.deadline};
    auto chain = co_await m_models.inEffect(request.tenant, budget);
    if (!chain) {
        co_return fail(std::move(chain).error());
    }
    settings["in_effect"] = *std::move(chain);
    co_return Response::json(200, settings);
}

LlmSettingsHandlers::Answer LlmSettingsHandlers::get(RequestContext& request)
{
    auto settings = co_await m_settings.get(request.tenant);
    if (!settings) {
        co_return fail(std::move(settings).error());
    }
    co_return co_await shown(request, *std::move(settings));
}

LlmSettingsHandlers::Answer LlmSettingsHandlers::patch(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    auto settings = co_await m_settings.patch(request.tenant, *std::move(body), actorOf(request));
    if (!settings) {
        co_return fail(std::move(settings).error());
    }
    if (request.tenant.isEmpty()) {
        m_models.forgetPlatform();
    }
    co_return co_await shown(request, *std::move(settings));
}

LlmSettingsHandlers::Answer LlmSettingsHandlers::test(RequestContext& request)
{
    std::string provider;
    if (!request.request.body.empty()) {
        auto body = request.jsonBody();
        if (!body) {
            co_return fail(std::move(body).error());
        }
        Decoder fields(*body);
        provider = fields.optionalText("provider", kMaxProviderName);
        if (auto decoded = fields.finish(); !decoded) {
            co_return fail(std::move(decoded).error());
        }
    }
    const runtime::Budget budget = runtime::Budget{request.deadline}.atMost(kTestTime);
    auto results = co_await m_models.probe(request.tenant, std::move(provider), budget);
    if (!results) {
        const bool isUnknown = results.error().code == ErrorCode::NotFound;
        co_return isUnknown ? failField("provider", "is none of the providers in the order")
                            : fail(std::move(results).error());
    }
    nlohmann::json items = nlohmann::json::array();
    for (const llm::ProbeResult& result : *results) {
        items.push_back(resultView(result));
    }
    const nlohmann::json body = {{"items", std::move(items)}};
    co_return Response::json(200, body);
}

} // namespace parley::server::api
