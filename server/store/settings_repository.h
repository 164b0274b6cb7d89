// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>

namespace parley::server::store {

/// A tenant's settings, a JSON object a section ("widget", "answering"). @thread database worker
class SettingsRepository {
public:
    /// The section's JSON, or none. @errors Storage
    Result<std::optional<std::string>> find(ReadTransaction& tx, const std::string& section) const;
    /// Puts the section in the place of what was there. @errors Storage
    Result<void>
    put(Transaction& tx, const std::string& section, const std::string& json, std::int64_t nowMs) const;
};

} // namespace parley::server::store
