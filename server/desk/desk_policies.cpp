// SPDX-License-Identifier: MIT
#include "server/desk/desk_policies.h"

#include "server/identity/settings_sections.h"
#include "server/store/database.h"
#include "server/store/settings_repository.h"

namespace parley::server::desk {

DeskPolicies::DeskPolicies(DeskSettings base)
    : m_base(std::move(base)), m_platform(std::make_shared<const nlohmann::json>(nlohmann::json::object()))
{}

const DeskPolicies& DeskPolicies::unset()
{
    static const DeskPolicies kUnset;
    return kUnset;
}

Result<DeskSettings> DeskPolicies::read(const nlohmann::json& section) const
{
    return readDeskSettings(section, m_base);
}

Result<DeskSettings> DeskPolicies::of(store::ReadTransaction& tx) const
{
    auto stored = store::SettingsRepository().find(tx, std::string(kDeskSection));
    if (!stored) {
        return fail(std::move(stored).error());
    }
    std::shared_ptr<const nlohmann::json> platform;
    {
        const std::lock_guard lock(m_mutex);
        platform = m_platform;
    }
    nlohmann::json section = *platform;
    const auto own = nlohmann::json::parse(stored->value_or("{}"), nullptr, false);
    if (own.is_object()) {
        section.update(own);
    }
    // What is stored was checked before it was.
    return readDeskSettings(section, m_base).value_or(m_base);
}

boost::asio::awaitable<Result<void>> DeskPolicies::refresh(store::Database& database)
{
    auto found = co_await identity::SettingsSections::defaults(database, std::string(kDeskSection));
    if (!found) {
        co_return fail(std::move(found).error());
    }
    auto platform = std::make_shared<const nlohmann::json>(*std::move(found));
    const std::lock_guard lock(m_mutex);
    m_platform = std::move(platform);
    co_return Result<void>();
}

} // namespace parley::server::desk
