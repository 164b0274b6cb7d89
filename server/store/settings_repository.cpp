// SPDX-License-Identifier: MIT
#include "server/store/settings_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<std::optional<std::string>> SettingsRepository::find(ReadTransaction& tx,
                                                            const std::string& section) const
{
    static constexpr std::string_view kSql = "SELECT value FROM settings WHERE section = $1";
    auto read = [](const Row& row) { return row.text(0); };
    return firstOf(tx.queryOptional(kSql, {section}), read, "settings.find");
}

Result<void> SettingsRepository::put(Transaction& tx,
                                     const std::string& section,
                                     const std::string& json,
                                     std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO settings (section, value, version, updated_ms) VALUES ($1, $2, 1, $3) "
        "ON CONFLICT (section) DO UPDATE SET value = $2, version = settings.version + 1, updated_ms = $3";
    return doneOf(tx.execute(kSql, {section, json, nowMs}), "settings.put");
}

} // namespace parley::server::store
