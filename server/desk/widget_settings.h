// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/clock.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json_fwd.hpp>

#include <span>
#include <string>
#include <string_view>

namespace parley::server::store {
class Database;
}

namespace parley::server::desk {

/// How a tenant's widget looks and what it says first. What the tenant has not set has a default. @thread I/O
class WidgetSettings {
public:
    WidgetSettings(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// The settings' section, and the fields that a tenant may set in it.
    static std::string_view section();
    static std::span<const std::string_view> fields();

    /// `{tenant_name, title, greeting, colors:{primary}, position, locale, suggested_questions, ask_email,
    /// identity}` @errors Storage
    boost::asio::awaitable<Result<nlohmann::json>> get(TenantId tenant, std::string tenantName);

    /// Puts the given object in the place of what was set. @errors Storage
    boost::asio::awaitable<Result<void>> put(TenantId tenant, nlohmann::json settings);

private:
    store::Database& m_database;
    const Clock& m_clock;
};

} // namespace parley::server::desk
