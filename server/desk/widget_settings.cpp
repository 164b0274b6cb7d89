// SPDX-License-Identifier: MIT
#include "server/desk/widget_settings.h"

#include "server/store/database.h"
#include "server/store/settings_repository.h"

#include <nlohmann/json.hpp>

#include <array>

namespace parley::server::desk {

namespace {

const std::string kSection = "widget";
constexpr std::array<std::string_view, 8> kFields{
    "title", "greeting", "colors", "position", "locale", "suggested_questions", "ask_email", "identity"};

nlohmann::json defaults(const std::string& tenantName)
{
    return {{"tenant_name", tenantName},
            {"title", tenantName},
            {"greeting", "Hello! How can we help?"},
            {"colors", {{"primary", "#1f5fbf"}}},
            {"position", "right"},
            {"locale", "en"},
            {"suggested_questions", nlohmann::json::array()},
            {"ask_email", false},
            {"identity", "optional"}};
}

} // namespace

std::string_view WidgetSettings::section()
{
    return kSection;
}

std::span<const std::string_view> WidgetSettings::fields()
{
    return kFields;
}

boost::asio::awaitable<Result<nlohmann::json>> WidgetSettings::get(TenantId tenant, std::string tenantName)
{
    auto job = [](store::ReadTransaction& tx) { return store::SettingsRepository().find(tx, kSection); };
    auto scope = store::Scope::of(tenant);
    auto stored = co_await m_database.read(scope, job);
    if (!stored) {
        co_return fail(std::move(stored).error());
    }
    nlohmann::json settings = defaults(tenantName);
    if (*stored) {
        const auto own = nlohmann::json::parse(**stored, nullptr, false);
        if (own.is_object()) {
            settings.update(own);
        }
    }
    co_return settings;
}

boost::asio::awaitable<Result<void>> WidgetSettings::put(TenantId tenant, nlohmann::json settings)
{
    const std::string text = settings.dump();
    auto job = [&](store::Transaction& tx) {
        return store::SettingsRepository().put(tx, kSection, text, m_clock.nowMs());
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

} // namespace parley::server::desk
