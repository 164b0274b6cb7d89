// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/audit.h"
#include "server/store/agent_repository.h"
#include "server/store/agent_version_repository.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::agents {

/// Versions of one agent that are kept; the oldest go first.
inline constexpr std::int64_t kKeptVersions = 500;

/// What an agent was after one change.
struct AgentVersion {
    store::AgentVersionRow row;
    nlohmann::json snapshot;
    /// snapshotDiff() from the version before; empty for the first one kept.
    nlohmann::json changes;
    /// Of the user or machine client; empty: the daemon itself, or somebody who is not there any more.
    std::string authorName;
};

/// Writes what every change made of an agent, in the change's own transaction. @thread database worker
class AgentVersionLog {
public:
    struct Change {
        std::string_view kind; ///< "create", "update" or "rollback"
        std::optional<std::int64_t> restored{};
    };

    /// @param before  null: the agent is new. Where its version is not kept yet (it is older than the log),
    /// it is now. @errors Storage
    Result<void> write(store::Transaction& tx,
                       const store::AgentRow* before,
                       const store::AgentRow& after,
                       const Change& change,
                       const identity::Actor& actor) const;

private:
    store::AgentVersionRepository m_versions;
};

/// What an agent was, for those who configure it. @thread any
class AgentHistory {
public:
    explicit AgentHistory(store::Database& database) : m_database(database) {}

    /// Newest first; fewer than `limit` where they are very large. @param before  version, exclusive; empty:
    /// from the newest
    /// @errors NotFound no such agent; Storage
    boost::asio::awaitable<Result<std::vector<AgentVersion>>>
    list(TenantId tenant, AgentId agent, std::optional<std::int64_t> before, int limit);

    /// @errors NotFound no such agent or version; Storage
    boost::asio::awaitable<Result<AgentVersion>> get(TenantId tenant, AgentId agent, std::int64_t version);

    /// What an agent was, for a rollback. @errors NotFound it is not kept; Storage. @thread database worker
    static Result<AgentVersion>
    read(store::ReadTransaction& tx, const store::AgentRow& now, std::int64_t version);

private:
    boost::asio::awaitable<Result<void>> nameAuthors(std::vector<AgentVersion>& versions);

    store::Database& m_database;
};

} // namespace parley::server::agents
