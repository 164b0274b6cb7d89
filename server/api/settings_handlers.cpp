// SPDX-License-Identifier: MIT
#include "server/api/settings_handlers.h"

#include "server/agents/answering_settings.h"
#include "server/agents/confidence_learning.h"
#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;
using security::Permission;

const std::string kSection(agents::kAnsweringSection);
constexpr std::int64_t kDays = 30;
constexpr std::int64_t kMostDays = 365;

/// The values in force, and which of them were set here.
nlohmann::json viewOf(const identity::SettingsSection& section)
{
    // What is stored was checked before it was.
    auto settings = agents::readAnsweringSettings(section.merged()).value_or(agents::AnsweringSettings());
    nlohmann::json view = agents::answeringSettingsJson(settings);
    auto own = nlohmann::json::array();
    for (const auto& [name, value] : section.own.items()) {
        own.push_back(name);
    }
    view["own"] = std::move(own);
    return view;
}

} // namespace

edge::Route settingsRoute(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    edge::Route route = makeRoute(
        method, std::move(pattern), Permission::ConfigureTenant, std::move(doc), std::move(handler));
    route.tenant = edge::TenantRule::Optional;
    return route;
}

void AnsweringHandlers::addRoutes(edge::Router& router)
{
    router.add(settingsRoute(Method::Get,
                             "/settings/answering",
                             {"How customers are answered; without a tenant the defaults of all",
                              "Configuration",
                              "",
                              "AnsweringSettings",
                              200,
                              {}},
                             [this](RequestContext& request) { return get(request); }));
    router.add(settingsRoute(Method::Patch,
                             "/settings/answering",
                             {"Changes what is named; null goes back to what is inherited",
                              "Configuration",
                              "AnsweringSettingsPatch",
                              "AnsweringSettings",
                              200,
                              {}},
                             [this](RequestContext& request) { return update(request); }));
    router.add(makeRoute(Method::Post,
                         "/settings/answering/preview",
                         Permission::ConfigureTenant,
                         {"What the last days would have been at other thresholds; nothing changes",
                          "Configuration",
                          "AnsweringPreviewRequest",
                          "AnsweringPreview",
                          200,
                          {}},
                         [this](RequestContext& request) { return preview(request); }));
}

AnsweringHandlers::Answer AnsweringHandlers::get(RequestContext& request)
{
    auto section = co_await m_sections.get(request.tenant, kSection);
    if (!section) {
        co_return fail(std::move(section).error());
    }
    co_return co_await shown(request.tenant, *std::move(section));
}

AnsweringHandlers::Answer AnsweringHandlers::shown(TenantId tenant, identity::SettingsSection section)
{
    nlohmann::json view = viewOf(section);
    if (tenant.isEmpty()) {
        view["fit"] = nullptr; // outcomes are a tenant's
        co_return Response::json(200, view);
    }
    auto job = [](store::ReadTransaction& tx) { return agents::readConfidenceFit(tx); };
    auto scope = store::Scope::of(tenant);
    auto fit = co_await m_database.read(scope, job);
    if (!fit) {
        co_return fail(std::move(fit).error());
    }
    view["fit"] = agents::confidenceFitJson(*fit);
    co_return Response::json(200, view);
}

AnsweringHandlers::Answer AnsweringHandlers::preview(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    Decoder fields(*body);
    agents::PreviewRequest wanted;
    wanted.confidenceThreshold = fields.optionalNumber("confidence_threshold", 0, 1);
    wanted.cacheThreshold = fields.optionalNumber("cache_threshold", 0, 1);
    wanted.days = static_cast<int>(fields.integerOr("days", 1, kMostDays, kDays));
    if (!fields.has("confidence_threshold") && !fields.has("cache_threshold")) {
        fields.fault("confidence_threshold", "must be given, or cache_threshold");
    }
    if (auto decoded = fields.finish(); !decoded) {
        co_return fail(std::move(decoded).error());
    }
    const runtime::Budget budget{request.deadline};
    auto preview = co_await m_preview.run(request.tenant, wanted, budget);
    if (!preview) {
        co_return fail(std::move(preview).error());
    }
    co_return Response::json(200, agents::previewJson(*preview));
}

AnsweringHandlers::Answer AnsweringHandlers::update(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    identity::SettingsChange change =
        [&patch = *body](const identity::SettingsSection& before) -> Result<nlohmann::json> {
        auto own = identity::patched(before.own, patch, agents::answeringFields());
        if (!own) {
            return own;
        }
        identity::SettingsSection wanted{before.inherited, *own};
        if (auto read = agents::readAnsweringSettings(wanted.merged()); !read) {
            return fail(std::move(read).error());
        }
        return own;
    };
    auto changed = co_await m_sections.change(request.tenant, kSection, std::move(change), actorOf(request));
    if (!changed) {
        co_return fail(std::move(changed).error());
    }
    co_return co_await shown(request.tenant, *std::move(changed));
}

} // namespace parley::server::api
