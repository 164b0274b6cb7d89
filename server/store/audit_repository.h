// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// Who did what when. Never changed once written.
struct AuditRow {
    std::string id;
    std::int64_t atMs = 0;
    std::string actorRole;
    std::string actorId;
    /// "user.create".
    std::string action;
    std::string objectKind;
    std::string objectId;
    /// JSON without secrets; empty: nothing was there, or is.
    std::string before;
    std::string after;
    std::string requestId;
    std::string address;
};

/// What a list of audit events is narrowed to; empty fields do not narrow.
struct AuditFilter {
    std::string actorId;
    std::string action;
    std::string objectKind;
    std::string objectId;
    std::int64_t fromMs = 0;
    /// Exclusive.
    std::int64_t toMs = INT64_MAX;
    /// Only those older than this id.
    std::string before;
    int limit = 50;
};

/// The audit events of one tenant: appended and read, nothing else. @thread database worker
class AuditRepository {
public:
    /// @errors Storage
    Result<void> append(Transaction& tx, const AuditRow& row) const;

    /// Newest first. @errors Storage
    Result<std::vector<AuditRow>> list(ReadTransaction& tx, const AuditFilter& filter) const;
};

} // namespace parley::server::store
