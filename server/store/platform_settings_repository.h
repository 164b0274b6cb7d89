// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// A section of the platform's settings.
struct PlatformSettingsRow {
    std::string json;
    std::int64_t version = 0;
};

/// What holds for tenants that set nothing of their own. @thread database worker, in a platform transaction
class PlatformSettingsRepository {
public:
    /// @errors Storage
    Result<std::optional<PlatformSettingsRow>> find(ReadTransaction& tx, const std::string& section) const;
    /// Puts the section in the place of what was there, and counts its version up. @errors Storage
    Result<void>
    put(Transaction& tx, const std::string& section, const std::string& json, std::int64_t nowMs) const;
};

} // namespace parley::server::store
