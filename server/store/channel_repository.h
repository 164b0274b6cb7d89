// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// One way by which customers write, as the tenant has set it up.
struct ChannelRow {
    std::string id;
    /// "web", "api", "form".
    std::string kind;
    std::string name;
    /// JSON objects of what the tenant has set; the kind knows what holds where nothing is.
    std::string config = "{}";
    std::string templates = "{}";
    bool enabled = true;
    std::int64_t createdMs = 0;
    std::int64_t updatedMs = 0;
};

/// What came in by a channel.
struct ChannelTraffic {
    std::int64_t received = 0;
    /// Of the customer's newest message; empty: there is none.
    std::optional<std::int64_t> lastMs;
};

/// Channels of one tenant. @thread database worker
class ChannelRepository {
public:
    /// @errors Conflict there is one already of a kind that there is once; Storage
    Result<void> create(Transaction& tx, const ChannelRow& row) const;
    /// @return false when it is not there. @errors Storage
    Result<bool> update(Transaction& tx, const ChannelRow& row) const;
    /// @return false when it was not there. @errors Storage
    Result<bool> remove(Transaction& tx, const std::string& id) const;
    Result<std::optional<ChannelRow>> find(ReadTransaction& tx, const std::string& id) const;
    /// By id, which is the order in which they were made. @param kind  empty: any. @errors Storage
    Result<std::vector<ChannelRow>>
    list(ReadTransaction& tx, const std::string& kind, const std::string& after, int limit) const;

    /// What customers wrote since then in conversations of these channels, and when they wrote last.
    /// @param channel  as conversations have it @errors Storage
    Result<ChannelTraffic>
    conversationTraffic(ReadTransaction& tx, const std::string& channel, std::int64_t sinceMs) const;
    /// What came in by this form since then, and when the last did. @errors Storage
    Result<ChannelTraffic>
    formTraffic(ReadTransaction& tx, const std::string& id, std::int64_t sinceMs) const;
};

} // namespace parley::server::store
