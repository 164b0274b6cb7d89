// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/customer_repository.h"

#include <cstdint>
#include <vector>

namespace parley::server::store {

/// Makes two customers one: moves what is kept of the first to the second. @thread database worker
class CustomerMerge {
public:
    /// Locks both rows, in the order of their ids so that two mergers cannot wait for each other.
    /// @return how many of the two are there @errors Storage
    Result<std::int64_t> lock(Transaction& tx, const CustomerId& one, const CustomerId& other) const;

    /// Moves conversations, tickets, feedback, labels, tokens and earlier ids, and removes `from`'s own row;
    /// the names of its row are the caller's to keep. @return the conversations that moved @errors Storage
    Result<std::vector<ConversationId>>
    move(Transaction& tx, const CustomerId& from, const CustomerId& into, std::int64_t nowMs) const;
};

} // namespace parley::server::store
