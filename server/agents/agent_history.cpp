// SPDX-License-Identifier: MIT
#include "server/agents/agent_history.h"

#include "server/agents/agent_snapshot.h"
#include "server/store/api_client_repository.h"
#include "server/store/user_repository.h"

#include <algorithm>
#include <limits>
#include <map>

namespace parley::server::agents {

namespace {

using store::AgentRow;
using store::AgentVersionRow;

/// Versions read at once: each may hold two thousand examples.
constexpr int kPiece = 10;
/// A page of versions ends where it would be longer, in bytes.
constexpr std::size_t kMostBytes = 4 * 1024 * 1024;

std::string textOf(const AgentRow& row)
{
    return agentSnapshot(row).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The version that the agent is now, where the log does not have it: older than the log.
AgentVersionRow presentVersion(const AgentRow& row)
{
    AgentVersionRow version;
    version.agent = row.id;
    version.version = row.version;
    version.snapshot = textOf(row);
    version.change = "unknown";
    version.actorRole = "unknown";
    version.createdMs = row.updatedMs;
    return version;
}

AgentVersion versionOf(AgentVersionRow row, const AgentVersionRow* before)
{
    AgentVersion version;
    version.snapshot = nlohmann::json::parse(row.snapshot, nullptr, false);
    const auto earlier =
        before == nullptr ? nlohmann::json() : nlohmann::json::parse(before->snapshot, nullptr, false);
    version.changes = snapshotDiff(earlier, version.snapshot);
    row.snapshot.clear();
    version.row = std::move(row);
    return version;
}

Result<AgentRow> existing(store::ReadTransaction& tx, const AgentId& id)
{
    auto row = store::AgentRepository().find(tx, id);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such agent.");
    }
    return std::move(**row);
}

/// From `before` on, newest first, with one more than fits where there is one: the last one's is compared
/// with it.
Result<std::vector<AgentVersionRow>>
rowsOf(store::ReadTransaction& tx, const AgentRow& now, std::int64_t before, std::size_t limit)
{
    const store::AgentVersionRepository repository;
    std::vector<AgentVersionRow> rows;
    auto present = repository.find(tx, now.id, now.version);
    if (!present) {
        return fail(std::move(present).error());
    }
    if (!*present && now.version < before) {
        rows.push_back(presentVersion(now));
    }
    std::size_t bytes = 0;
    while (rows.size() <= limit && bytes <= kMostBytes) {
        auto piece = repository.list(tx, now.id, rows.empty() ? before : rows.back().version, kPiece);
        if (!piece) {
            return fail(std::move(piece).error());
        }
        for (AgentVersionRow& row : *piece) {
            bytes += row.snapshot.size();
            rows.push_back(std::move(row));
        }
        if (piece->size() < static_cast<std::size_t>(kPiece)) {
            break;
        }
    }
    return rows;
}

Result<std::string> nameOf(store::ReadTransaction& tx, const AgentVersionRow& version)
{
    if (version.actorRole == "api_client") {
        auto client = store::ApiClientRepository().find(tx, version.actorId);
        if (!client) {
            return fail(std::move(client).error());
        }
        return *client ? (*client)->name : std::string();
    }
    auto user = store::UserRepository().find(tx, UserId{version.actorId});
    if (!user) {
        return fail(std::move(user).error());
    }
    return *user ? (*user)->displayName : std::string();
}

} // namespace

Result<void> AgentVersionLog::write(store::Transaction& tx,
                                    const AgentRow* before,
                                    const AgentRow& after,
                                    const Change& change,
                                    const identity::Actor& actor) const
{
    if (before != nullptr) {
        if (auto kept = m_versions.add(tx, presentVersion(*before)); !kept) {
            return kept;
        }
    }
    AgentVersionRow version = presentVersion(after);
    version.change = change.kind;
    version.restored = change.restored;
    version.actorRole = actor.isSystem() ? "system" : security::roleName(actor.principal.role);
    version.actorId = actor.principal.subject;
    if (auto written = m_versions.add(tx, version); !written) {
        return written;
    }
    return after.version > kKeptVersions ? m_versions.removeUpTo(tx, after.id, after.version - kKeptVersions)
                                         : Result<void>();
}

Result<AgentVersion> AgentHistory::read(store::ReadTransaction& tx, const AgentRow& now, std::int64_t version)
{
    auto rows =
        rowsOf(tx, now, version < std::numeric_limits<std::int64_t>::max() ? version + 1 : version, 1);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    if (rows->empty() || rows->front().version != version) {
        return fail(ErrorCode::NotFound, "This version of the agent is not kept.");
    }
    return versionOf(std::move(rows->front()), rows->size() > 1 ? &(*rows)[1] : nullptr);
}

boost::asio::awaitable<Result<std::vector<AgentVersion>>>
AgentHistory::list(TenantId tenant, AgentId agent, std::optional<std::int64_t> before, int limit)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<AgentVersion>> {
        auto now = existing(tx, agent);
        if (!now) {
            return fail(std::move(now).error());
        }
        const std::int64_t from = before.value_or(std::numeric_limits<std::int64_t>::max());
        const auto most = static_cast<std::size_t>(limit);
        auto rows = rowsOf(tx, *now, from, most);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        std::vector<AgentVersion> versions;
        std::size_t bytes = 0;
        for (std::size_t i = 0; i < rows->size() && versions.size() < most && bytes <= kMostBytes; ++i) {
            bytes += (*rows)[i].snapshot.size();
            const AgentVersionRow* earlier = i + 1 < rows->size() ? &(*rows)[i + 1] : nullptr;
            versions.push_back(versionOf(std::move((*rows)[i]), earlier));
        }
        return versions;
    };
    auto scope = store::Scope::of(tenant);
    auto versions = co_await m_database.read(scope, job);
    if (!versions) {
        co_return fail(std::move(versions).error());
    }
    auto named = co_await nameAuthors(*versions);
    if (!named) {
        co_return fail(std::move(named).error());
    }
    co_return versions;
}

boost::asio::awaitable<Result<AgentVersion>>
AgentHistory::get(TenantId tenant, AgentId agent, std::int64_t version)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<AgentVersion>> {
        auto now = existing(tx, agent);
        if (!now) {
            return fail(std::move(now).error());
        }
        auto found = read(tx, *now, version);
        if (!found) {
            return fail(std::move(found).error());
        }
        std::vector<AgentVersion> one;
        one.push_back(*std::move(found));
        return one;
    };
    auto scope = store::Scope::of(tenant);
    auto found = co_await m_database.read(scope, job);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    auto named = co_await nameAuthors(*found);
    if (!named) {
        co_return fail(std::move(named).error());
    }
    co_return std::move(found->front());
}

boost::asio::awaitable<Result<void>> AgentHistory::nameAuthors(std::vector<AgentVersion>& versions)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<void> {
        std::map<std::string, std::string> known;
        for (AgentVersion& version : versions) {
            const std::string& id = version.row.actorId;
            if (id.empty()) {
                continue;
            }
            auto found = known.find(id);
            if (found == known.end()) {
                auto name = nameOf(tx, version.row);
                if (!name) {
                    return fail(std::move(name).error());
                }
                found = known.emplace(id, *std::move(name)).first;
            }
            version.authorName = found->second;
        }
        return {};
    };
    auto platform = store::Scope::platform();
    co_return co_await m_database.read(platform, job);
}

} // namespace parley::server::agents
