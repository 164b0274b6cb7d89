// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"
#include "shared/core/ids.h"

#include <cstdint>

namespace parley::server::store {

/// Which resolutions their customers have got. @thread database worker
class ResolutionReading {
public:
    /// Notes that the customer got this one. @return whether it is a resolution, read now or before; false:
    /// it was taken back, or there is none. @errors Storage
    Result<bool> mark(Transaction& tx, const MessageId& message, std::int64_t nowMs) const;
};

} // namespace parley::server::store
