// SPDX-License-Identifier: MIT
#include "server/api/desk_settings_handlers.h"

#include "server/api/principals.h"
#include "server/api/settings_handlers.h"

#include <nlohmann/json.hpp>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

const std::string kSection(desk::kDeskSection);

} // namespace

void DeskSettingsHandlers::addRoutes(edge::Router& router)
{
    router.add(settingsRoute(Method::Get,
                             "/settings/desk",
                             {"How people work at the desk; without a tenant the defaults of all",
                              "Configuration",
                              "",
                              "DeskSettings",
                              200,
                              {}},
                             [this](RequestContext& request) { return get(request); }));
    router.add(settingsRoute(Method::Patch,
                             "/settings/desk",
                             {"Changes what is named; null goes back to what is inherited",
                              "Configuration",
                              "DeskSettingsPatch",
                              "DeskSettings",
                              200,
                              {}},
                             [this](RequestContext& request) { return update(request); }));
}

/// The values in force, and which of them were set here.
nlohmann::json DeskSettingsHandlers::viewOf(const identity::SettingsSection& section) const
{
    // What is stored was checked before it was.
    nlohmann::json view =
        desk::deskSettingsJson(m_policies.read(section.merged()).value_or(desk::DeskSettings()));
    view["own"] = nlohmann::json::array();
    for (const auto& [name, value] : section.own.items()) {
        view["own"].push_back(name);
    }
    return view;
}

DeskSettingsHandlers::Answer DeskSettingsHandlers::get(RequestContext& request)
{
    auto section = co_await m_sections.get(request.tenant, kSection);
    if (!section) {
        co_return fail(std::move(section).error());
    }
    co_return Response::json(200, viewOf(*section));
}

DeskSettingsHandlers::Answer DeskSettingsHandlers::update(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    identity::SettingsChange change =
        [this, &patch = *body](const identity::SettingsSection& before) -> Result<nlohmann::json> {
        auto own = identity::patched(before.own, patch, desk::deskFields());
        if (!own) {
            return own;
        }
        const identity::SettingsSection wanted{before.inherited, *own};
        if (auto read = m_policies.read(wanted.merged()); !read) {
            return fail(std::move(read).error());
        }
        return own;
    };
    auto changed = co_await m_sections.change(request.tenant, kSection, std::move(change), actorOf(request));
    if (!changed) {
        co_return fail(std::move(changed).error());
    }
    if (request.tenant.isEmpty()) {
        // Other nodes follow within a second.
        (void)co_await m_policies.refresh(m_database);
    }
    m_onChanged(request.tenant);
    co_return Response::json(200, viewOf(*changed));
}

} // namespace parley::server::api
