// SPDX-License-Identifier: MIT
#include "server/store/outbox_recall.h"

#include "server/store/outbox_repository.h"
#include "server/store/rows.h"

namespace parley::server::store {

Result<Recalled> OutboxRecall::recall(Transaction& tx, const std::string& effectKey, std::int64_t nowMs) const
{
    static constexpr std::string_view kLeft =
        "DELETE FROM outbox WHERE effect_key = $1 AND status = 'queued' AND lease_until_ms < $2";
    static constexpr std::string_view kKnown = "SELECT 1 FROM outbox WHERE effect_key = $1";

    auto taken = OutboxRepository().cancel(tx, effectKey);
    if (taken && !*taken) {
        taken = wonOf(tx.execute(kLeft, {effectKey, nowMs}), "outbox.recall");
    }
    if (!taken) {
        return fail(std::move(taken).error());
    }
    if (*taken) {
        return Recalled::Taken;
    }
    auto known = tx.queryOptional(kKnown, {effectKey});
    if (!known) {
        return fail(std::move(known).error().in("outbox.recall"));
    }
    return *known ? Recalled::TooLate : Recalled::None;
}

} // namespace parley::server::store
