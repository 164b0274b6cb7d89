// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::store {

/// A call of a tool that changes something. status: pending (under way, or cut by a crash), done, failed (it
/// certainly did nothing), unknown (nobody can say whether it did).
struct ToolCallRow {
    /// "<run>:<call>": one effect, once.
    std::string effectKey;
    RunId run;
    ConversationId conversation;
    std::string tool;
    std::string status = "pending";
    /// JSON; empty unless done.
    std::string output;
    std::string problem;
    std::int64_t createdMs = 0;
    std::optional<std::int64_t> finishedMs;
};

/// What a list of calls is narrowed to.
struct ToolCallFilter {
    /// Empty: all.
    std::string status;
    /// A pending call that began before this counts as unknown.
    std::int64_t cutBeforeMs = 0;
    /// Exclusive, newest first: those before this one; empty: from the newest.
    std::string before;
    int limit = 50;
};

/// The calls of one tenant's writing tools. @thread database worker
class ToolCallRepository {
public:
    /// Notes a call that begins. @return false when its key is there already. @errors Storage
    Result<bool> begin(Transaction& tx, const ToolCallRow& row) const;
    /// Lets a call begin again that is in state `from`. @return false when it is in another. @errors Storage
    Result<bool> beginAgain(Transaction& tx,
                            const std::string& effectKey,
                            std::string_view from,
                            std::int64_t nowMs) const;
    /// Writes how it ended, also when it was given up as unknown before. @return false when it had ended.
    /// @errors Storage
    Result<bool> end(Transaction& tx, const ToolCallRow& row) const;

    /// @errors Storage
    Result<std::optional<ToolCallRow>> find(ReadTransaction& tx, const std::string& effectKey) const;
    /// Newest first, by key. @errors Storage
    Result<std::vector<ToolCallRow>> page(ReadTransaction& tx, const ToolCallFilter& filter) const;
};

} // namespace parley::server::store
