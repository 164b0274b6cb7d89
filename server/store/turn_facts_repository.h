// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>

namespace parley::server::store {

/// What a turn came to, as charts count it; no words of anybody.
struct TurnFacts {
    RunId run;
    /// answer, clarify, bridge (to a person), suggestion (a person had taken over)
    std::string outcome;
    std::string agent;
    double confidence = 0; ///< 0..1
    std::int64_t latencyMs = 0;
    /// The cache's entry that it was taken from; empty: none.
    std::string cacheEntry;
};

/// The turns of one tenant in numbers, kept by time; gone with their conversations. @thread database worker
class TurnFactsRepository {
public:
    /// Keeps what a run that just ended came to. A message counts once, at the time of its first run, however
    /// often agents were asked: with its last outcome that the customer read, and the time after which he
    /// read the first. A run that has gone leaves nothing.
    /// @return the channel of its conversation; empty: nothing was added @errors Conflict it was noted
    /// before; Storage
    Result<std::string> note(Transaction& tx, const TurnFacts& facts) const;
};

} // namespace parley::server::store
