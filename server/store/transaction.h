// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/value.h"
#include "shared/core/ids.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// A consistent view for reading, already inside one tenant (or the platform). SQL is one text for both
/// databases:
/// `$n` parameters, TEXT/BIGINT/DOUBLE PRECISION/BLOB, `RETURNING`, `ON CONFLICT`. It never names a tenant.
/// @thread the database worker that runs the job
class ReadTransaction {
public:
    virtual ~ReadTransaction() = default;

    /// All rows. @errors Storage driver failure
    virtual Result<std::vector<Row>> query(std::string_view sql, const Params& params = {}) = 0;

    /// The first row, or none. @errors Storage driver failure
    Result<std::optional<Row>> queryOptional(std::string_view sql, const Params& params = {});
};

/// A transaction that may write. It commits when its job returns a value and rolls back when the job returns
/// an error or throws.
class Transaction : public ReadTransaction {
public:
    /// Runs a statement. @return rows changed
    /// @errors Conflict a unique key or a check refused it; Storage driver failure
    virtual Result<std::int64_t> execute(std::string_view sql, const Params& params = {}) = 0;

    /// Runs `action` on the worker after this transaction's commit has become durable, in the order they were
    /// given; never when it rolled back. For waking whoever waits for what was written.
    virtual void afterCommit(std::function<void()> action) = 0;
};

} // namespace parley::server::store
