// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/erasure_map.h"
#include "server/store/transaction.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// What an erasure took.
struct ErasedRows {
    /// How many rows of which table; tables without any are left out.
    std::map<std::string, std::int64_t> removed;
    std::vector<ConversationId> conversations;
    /// Ids that the customer had before mergers.
    std::vector<std::string> aliases;
};

/// That this database has erased a customer.
struct ErasureReceiptRow {
    std::string hash;
    std::int64_t erasedMs = 0;
    /// JSON: table to count.
    std::string removed;
};

/// A conversation whose time is over.
struct LapsedConversation {
    ConversationId id;
    CustomerId customer;
    /// It ended before this: it may have been taken up again since.
    std::int64_t beforeMs = 0;
};

/// Takes customers and conversations out of one tenant, table by table as erasureMap() says.
/// @thread database worker
class ErasureRepository {
public:
    /// Everything there is of a customer. Whoever writes for one of its conversations at the same time comes
    /// before (and is erased too) or finds nothing. @return empty when there is no such customer
    /// @errors Storage
    Result<std::optional<ErasedRows>> eraseCustomer(Transaction& tx, const CustomerId& customer) const;
    /// Everything there is of these conversations, but of those that were taken up again, and their customers
    /// where these were unproven visitors without another one. @errors Storage
    Result<ErasedRows> eraseConversations(Transaction& tx,
                                          const std::vector<LapsedConversation>& conversations) const;

    /// Conversations that were closed before a time, and those that nobody closed: the agents' own, with no
    /// word since and no case that waits. Oldest first. @errors Storage
    Result<std::vector<LapsedConversation>>
    endedBefore(ReadTransaction& tx, std::int64_t beforeMs, int limit) const;

    /// The ids that a customer had before mergers. @errors Storage
    Result<std::vector<std::string>> aliases(ReadTransaction& tx, const CustomerId& customer) const;
    /// Ids of customers, in order, each with the ones it had before. @param after  exclusive @errors Storage
    Result<std::vector<std::pair<CustomerId, std::vector<std::string>>>>
    customers(ReadTransaction& tx, const std::string& after, int limit) const;

    /// @errors Storage
    Result<std::optional<ErasureReceiptRow>> receipt(ReadTransaction& tx, const std::string& hash) const;
    /// One that is there already stays. @errors Storage
    Result<void> putReceipt(Transaction& tx, const ErasureReceiptRow& row) const;
    /// Of the receipts those whose rows may lie on the disk yet. @errors Storage
    Result<std::vector<std::string>> unpurged(ReadTransaction& tx) const;
    /// They are off the disk. @errors Storage
    Result<void> markPurged(Transaction& tx, const std::vector<std::string>& hashes) const;

private:
    Result<void> eraseIn(Transaction& tx, const ErasureIds& ids, ErasedRows& erased) const;
    Result<std::vector<std::string>>
    visitors(Transaction& tx, const std::set<std::string>& customers, const ErasureIds& ids) const;
    Result<void> forgetLessons(Transaction& tx, std::string_view sql, const Params& params) const;
};

} // namespace parley::server::store
