// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/principal.h"
#include "server/store/api_client_repository.h"
#include "server/store/database.h"
#include "server/store/erasure_ledger_repository.h"
#include "server/store/token_family_repository.h"
#include "server/store/user_repository.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace parley::server::identity {

/// What makes a token refused although its signature holds: families revoked, users and api clients changed,
/// customers erased during the last day, which is as long as a token can live. `refresh` once a second reads
/// what any node has written since; it looks 30 s further back each time, so that neither a transaction that
/// committed late nor a clock that is behind is missed. Any thread; a look takes no database call.
class RevocationList {
public:
    RevocationList(store::Database& database, const Clock& clock);

    /// Whether the bearer may still act.
    [[nodiscard]] bool isRefused(const security::Principal& principal) const;

    /// Gives an api_client the scopes and the limit that it has now.
    void bringUpToDate(security::Principal& principal) const;

    /// What this node has just written, without waiting for the next refresh.
    void noteFamily(const std::string& family);
    void noteUser(const store::UserState& state);
    void noteClient(const store::ApiClientRow& client);
    /// @param hash  of a customer, as store::erasureHash gives it
    void noteErased(const std::string& hash);

    /// Who holds something of customers in memory hears which tenant erases one on another node: when that is
    /// first seen, and again half a minute later, because it is noted before it is carried out. Before the
    /// first refresh but those of the start. @param watcher  called on the thread of a refresh
    void watchErasures(std::function<void(const TenantId&)> watcher);

    /// @errors Storage; what was known stays known
    boost::asio::awaitable<Result<void>> refresh();
    /// The same, blocking: start-up.
    Result<void> refreshNow();

    /// When the last refresh succeeded, epoch milliseconds; 0: never.
    [[nodiscard]] std::int64_t refreshedMs() const;

private:
    struct Client {
        security::ScopeSet scopes;
        int requestsPerMinute = 0;
        bool isActive = false;
        std::int64_t updatedMs = 0;
    };
    struct Changes {
        std::vector<store::RevokedFamily> families;
        std::vector<store::UserState> users;
        std::vector<store::ApiClientRow> clients;
        std::vector<store::ErasureMark> erased;
    };

    [[nodiscard]] std::int64_t sinceMs(std::int64_t nowMs) const;
    static Result<Changes> read(store::ReadTransaction& tx, std::int64_t sinceMs);
    void apply(const Changes& changes, std::int64_t nowMs);
    std::vector<TenantId> noteMarks(const std::vector<store::ErasureMark>& marks, std::int64_t nowMs);
    void prune(std::int64_t nowMs);

    store::Database& m_database;
    const Clock& m_clock;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<std::string, std::int64_t> m_families;
    std::unordered_map<std::string, store::UserState> m_users;
    std::unordered_map<std::string, Client> m_clients;
    /// Hashes of customers, and when they were erased.
    std::unordered_map<std::string, std::int64_t> m_erased;
    /// Erasures seen, and when their tenant is named again.
    std::vector<std::pair<TenantId, std::int64_t>> m_settling;
    std::function<void(const TenantId&)> m_watcher;
    std::int64_t m_refreshedMs = 0;
    std::int64_t m_prunedMs = 0;
};

} // namespace parley::server::identity
