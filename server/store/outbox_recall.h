// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>

namespace parley::server::store {

/// What became of an effect that somebody wants back.
enum class Recalled {
    None,   ///< there was none
    Taken,  ///< nobody had begun to send it: it is gone
    TooLate ///< sent, or being sent
};

/// Takes effects back from the outbox. @thread database worker
class OutboxRecall {
public:
    /// A lease that has run out holds nothing. @errors Storage
    Result<Recalled> recall(Transaction& tx, const std::string& effectKey, std::int64_t nowMs) const;
};

} // namespace parley::server::store
