// SPDX-License-Identifier: MIT
#include "server/desk/reference.h"

#include "server/security/random.h"
#include "shared/core/clock.h"

namespace parley::server::desk {

Result<std::string> newReference(store::ReadTransaction& tx,
                                 const store::TicketRepository& tickets,
                                 const std::string& prefix,
                                 std::int64_t nowMs)
{
    const std::string day = toRfc3339(nowMs);
    const std::string stem = prefix + "-" + day.substr(0, 4) + day.substr(5, 2) + day.substr(8, 2) + "-";
    for (int attempt = 0; attempt < 16; ++attempt) {
        std::string reference = stem + security::randomReference(4);
        auto taken = tickets.referenceExists(tx, reference);
        if (!taken) {
            return fail(std::move(taken).error());
        }
        if (!*taken) {
            return reference;
        }
    }
    return fail(ErrorCode::Unavailable, "No ticket reference is free. Try again.");
}

} // namespace parley::server::desk
