// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::store {

/// A person at the desk, as one node sees him.
struct DeskPerson {
    std::string user;
    std::string name;
    /// "online", "busy", "away".
    std::string state;
    std::int64_t seenMs{};
};

/// Who was given cases, and how often.
struct DeskTurn {
    std::string user;
    std::int64_t turns = 0;
    std::int64_t lastMs = 0;
};

/// Who of a tenant's people is at the desk, told by every node of those who are linked to it, and whose turn
/// it is. @thread database worker
class DeskPeopleRepository {
public:
    /// Puts these in the place of what the node said before; when it saw those who have gone stays known.
    /// @errors Storage
    Result<void>
    report(Transaction& tx, const std::string& node, const std::vector<DeskPerson>& people) const;

    /// Everybody whom a node has seen since then, each once: in the state he stated, else in
    /// the best one of all nodes. By id. @errors Storage
    Result<std::vector<DeskPerson>> present(ReadTransaction& tx, std::int64_t sinceMs) const;

    /// What a person says of himself; it counts while he is at the desk. @errors Storage
    Result<void>
    state(Transaction& tx, const std::string& user, const std::string& state, std::int64_t nowMs) const;

    /// What he said, if he has been at the desk since then; empty: nothing. @errors Storage
    Result<std::string> stated(ReadTransaction& tx, const std::string& user, std::int64_t sinceMs) const;

    /// Drops what those stated whom no node has seen since then. @errors Storage
    Result<void> forgetStates(Transaction& tx, std::int64_t beforeMs) const;

    /// Drops what nodes said before then: they have died. @errors Storage
    Result<void> forget(Transaction& tx, std::int64_t beforeMs) const;

    Result<std::vector<DeskTurn>> turns(ReadTransaction& tx) const;

    /// Compare-and-set by the count of turns. @param turn  as it was read; 0 turns: the first one
    /// @return false when another node has given him a case meanwhile. @errors Storage
    Result<bool> takeTurn(Transaction& tx, const DeskTurn& turn, std::int64_t nowMs) const;
};

} // namespace parley::server::store
