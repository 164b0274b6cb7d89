// SPDX-License-Identifier: MIT
#include "server/store/resolution_reading.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<bool> ResolutionReading::mark(Transaction& tx, const MessageId& message, std::int64_t nowMs) const
{
    // The first time stays. Where somebody takes the answer back meanwhile, the row decides who was first.
    static constexpr std::string_view kSql = "UPDATE messages SET read_ms = COALESCE(read_ms, $2) "
                                             "WHERE id = $1 AND kind = 'resolution'";
    return wonOf(tx.execute(kSql, {message.value, nowMs}), "resolution_reading.mark");
}

} // namespace parley::server::store
