// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_policies.h"
#include "server/desk/queue_places.h"
#include "server/desk/watchdog.h"
#include "server/runtime/notifier.h"
#include "server/runtime/task_scope.h"
#include "server/store/desk_people_repository.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace parley::server::desk {

/// Who is at the desk by this process's links. Implemented by `live`. @thread any
class PresenceSource {
public:
    virtual ~PresenceSource() = default;

    /// By id, without `seenMs`.
    [[nodiscard]] virtual std::vector<store::DeskPerson> people(const TenantId& tenant) const = 0;
};

/// How a patrol divides its time among tenants.
struct VisitLimits {
    std::size_t atOnce = 4;
    /// A visit that takes longer counts among those no more; it ends when its database lets it.
    std::chrono::milliseconds visit{5'000};
};

/// Walks its rounds for the watchdog: every tenant when something of it may be due, at once where something
/// happened to its queue or its people; tells the other nodes who is linked to this one; takes cases from
/// people whose account has gone. A few tenants are visited at once, and one whose visit takes too long gives
/// its place to the next. @thread made anywhere; works on `executor`; wake() from any thread
class Patrol {
public:
    Patrol(Services& services,
           Watchdog& watchdog,
           QueuePlaces& places,
           DeskPolicies& policies,
           const PresenceSource& presence,
           std::string node,
           boost::asio::any_io_executor executor,
           runtime::TaskFailure onFailure,
           VisitLimits limits = VisitLimits());

    /// @param tenants  all there are
    void start(std::function<std::vector<TenantId>()> tenants);

    /// Something happened in the tenant; an empty id: in any. @thread any
    void wake(const TenantId& tenant);

    /// Ends the rounds and tells that nobody is linked to this node any more.
    boost::asio::awaitable<void> stop();

private:
    /// What was told of a tenant's people, and when.
    struct Told {
        std::vector<store::DeskPerson> people;
        std::chrono::steady_clock::time_point at;
    };

    boost::asio::awaitable<void> walk(std::function<std::vector<TenantId>()> tenants);
    boost::asio::awaitable<Result<void>> everySecond(std::vector<TenantId> tenants);
    /// Begins visits as long as there is room, where the last ones ended.
    void beginVisits(const std::vector<TenantId>& tenants);
    [[nodiscard]] bool isDue(const TenantId& tenant) const;
    [[nodiscard]] bool hasRoom() const;
    boost::asio::awaitable<void> visitAlone(TenantId tenant);
    boost::asio::awaitable<Result<void>> visit(TenantId tenant);
    boost::asio::awaitable<void> tellPresence(TenantId tenant);
    boost::asio::awaitable<void> noticeGone(const std::vector<TenantId>& tenants);
    /// @return false when it has to be done again
    boost::asio::awaitable<bool> checkHolders(TenantId tenant);
    boost::asio::awaitable<bool> returnIfGone(std::string user, std::vector<TenantId> tenants);
    std::set<std::string> takeWoken();

    Services& m_services;
    Watchdog& m_watchdog;
    QueuePlaces& m_places;
    DeskPolicies& m_policies;
    const PresenceSource& m_presence;
    std::string m_node;
    VisitLimits m_limits;
    std::mutex m_mutex;
    std::set<std::string> m_woken; // guarded by m_mutex
    // what follows is the executor's alone
    std::map<std::string, std::chrono::steady_clock::time_point> m_next;
    std::map<std::string, std::chrono::steady_clock::time_point> m_visits; ///< under way, since when
    std::set<std::string> m_asked;                                         ///< woken, and not visited since
    std::set<std::string> m_checked; ///< whose holders were found to be there
    std::size_t m_turn = 0;          ///< where the next visits begin
    std::size_t m_tenants = 0;
    std::map<std::string, Told> m_told;
    std::map<std::string, std::int64_t> m_users; ///< version of those seen to have changed
    /// Until when every change of an account has been dealt with, epoch milliseconds.
    std::optional<std::int64_t> m_accountsMs;
    runtime::Notifier m_notifier;
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::desk
