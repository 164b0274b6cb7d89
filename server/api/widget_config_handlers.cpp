// SPDX-License-Identifier: MIT
#include "server/api/widget_config_handlers.h"

#include "server/api/decode.h"
#include "server/api/principals.h"
#include "server/api/routes.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace parley::server::api {

namespace {

using edge::Method;
using edge::RequestContext;
using edge::Response;

constexpr std::size_t kMostColors = 16;
constexpr std::size_t kMostOrigins = 100;
constexpr auto kOrigins = "allowed_origins";

bool isColorName(const std::string& name)
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_";
    return !name.empty() && name.size() <= 32 && name.find_first_not_of(kLetters) == std::string::npos;
}

/// "#1f5fbf": nothing else may get into a style.
bool isColor(const nlohmann::json& value)
{
    if (!value.is_string()) {
        return false;
    }
    const auto& text = value.get_ref<const std::string&>();
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

void checkColors(const nlohmann::json& patch, Decoder& fields)
{
    if (!fields.has("colors")) {
        return;
    }
    const nlohmann::json& colors = patch["colors"];
    bool isRight = colors.is_object() && colors.size() <= kMostColors;
    for (const auto& [name, value] : colors.items()) {
        isRight = isRight && isColorName(name) && isColor(value);
    }
    if (!isRight) {
        fields.fault("colors", "must be names with colors such as {\"primary\": \"#1f5fbf\"}, at most 16");
    }
}

bool isLocale(const std::string& text)
{
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    return text.size() >= 2 && text.find_first_not_of(kLetters) == std::string::npos;
}

/// @errors InvalidArgument naming every field whose value is wrong
Result<void> check(const nlohmann::json& patch)
{
    Decoder fields(patch);
    const auto text = [&](std::string_view field, std::size_t min, std::size_t max) {
        return fields.has(field) ? fields.text(field, min, max) : std::string();
    };
    (void)text("title", 1, 100);
    (void)text("greeting", 0, 500);
    const std::string locale = text("locale", 2, 35);
    if (!locale.empty() && !isLocale(locale)) {
        fields.fault("locale", "must be a language such as en or de-AT");
    }
    checkColors(patch, fields);
    (void)fields.oneOf("position", {"left", "right"}, "right");
    (void)fields.oneOf("identity", {"optional", "required"}, "optional");
    (void)fields.texts("suggested_questions", 10, 200);
    (void)fields.boolean("ask_email", false);
    return fields.finish();
}

edge::Route route(Method method, std::string pattern, edge::RouteDoc doc, edge::Handler handler)
{
    return makeRoute(method,
                     std::move(pattern),
                     security::Permission::ConfigureTenant,
                     std::move(doc),
                     std::move(handler));
}

} // namespace

void WidgetConfigHandlers::addRoutes(edge::Router& router)
{
    router.add(
        route(Method::Get,
              "/widget-config",
              {"How the widget looks and where it may run", "Configuration", "", "WidgetSettings", 200, {}},
              [this](RequestContext& request) { return get(request); }));
    router.add(route(Method::Patch,
                     "/widget-config",
                     {"Changes what is named; null goes back to the default",
                      "Configuration",
                      "WidgetSettingsPatch",
                      "WidgetSettings",
                      200,
                      {}},
                     [this](RequestContext& request) { return update(request); }));
    edge::Route secret = route(Method::Post,
                               "/widget-config/identity-secret",
                               {"Makes a new secret that signs user_hash; the old one counts no longer",
                                "Configuration",
                                "",
                                "IdentitySecret",
                                201,
                                {}},
                               [this](RequestContext& request) { return rotateSecret(request); });
    secret.idempotent = true;
    router.add(std::move(secret));
}

WidgetConfigHandlers::Answer WidgetConfigHandlers::shown(TenantId tenant)
{
    auto row = co_await m_tenants.get(tenant.value);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    auto settings = co_await m_settings.get(tenant, row->name);
    if (!settings) {
        co_return fail(std::move(settings).error());
    }
    (*settings)["public_key"] = row->publicKey;
    (*settings)[kOrigins] = nlohmann::json::parse(row->allowedOrigins, nullptr, false);
    co_return Response::json(200, *settings);
}

WidgetConfigHandlers::Answer WidgetConfigHandlers::get(RequestContext& request)
{
    return shown(request.tenant);
}

WidgetConfigHandlers::Answer WidgetConfigHandlers::update(RequestContext& request)
{
    auto body = request.jsonBody();
    if (!body) {
        co_return fail(std::move(body).error());
    }
    nlohmann::json patch = *std::move(body);
    std::optional<identity::TenantChanges> origins;
    if (patch.contains(kOrigins)) {
        Decoder fields(patch);
        origins.emplace();
        origins->allowedOrigins = fields.texts(kOrigins, kMostOrigins, 255);
        if (auto decoded = fields.finish(); !decoded) {
            co_return fail(std::move(decoded).error());
        }
        patch.erase(kOrigins);
    }
    if (auto checked = check(patch); !checked) {
        co_return fail(std::move(checked).error());
    }
    // What the settings refuse must not leave other origins behind, so they are tried first.
    if (auto known = identity::patched(nlohmann::json::object(), patch, desk::WidgetSettings::fields());
        !known) {
        co_return fail(std::move(known).error());
    }
    if (origins) {
        auto changed = co_await m_tenants.update(request.tenant.value, *std::move(origins), actorOf(request));
        if (!changed) {
            co_return fail(std::move(changed).error());
        }
    }
    if (!patch.empty()) {
        identity::SettingsChange change = [&patch](const identity::SettingsSection& before) {
            return identity::patched(before.own, patch, desk::WidgetSettings::fields());
        };
        std::string section(desk::WidgetSettings::section());
        auto changed = co_await m_sections.change(request.tenant,
                                                  std::move(section),
                                                  std::move(change),
                                                  actorOf(request));
        if (!changed) {
            co_return fail(std::move(changed).error());
        }
    }
    co_return co_await shown(request.tenant);
}

WidgetConfigHandlers::Answer WidgetConfigHandlers::rotateSecret(RequestContext& request)
{
    auto secret = co_await m_tenants.rotateIdentitySecret(request.tenant, actorOf(request));
    if (!secret) {
        co_return fail(std::move(secret).error());
    }
    const nlohmann::json view = {{"identity_secret", secret->reveal()}};
    Response response = Response::json(201, view);
    response.headers.set("Cache-Control", "no-store");
    co_return response;
}

} // namespace parley::server::api
