// SPDX-License-Identifier: MIT
#include "server/desk/watchdog.h"

#include "server/desk/bridge_text.h"
#include "server/desk/case_terms.h"
#include "server/desk/views.h"
#include "server/store/database.h"
#include "server/store/overdue_repository.h"
#include "server/store/ticket_queue.h"
#include "server/telemetry/log.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace parley::server::desk {

namespace {

/// Things of one kind done in one look; the rest is due at the next.
constexpr int kAtOnce = 50;
constexpr int kAllHeld = 1'000;
/// Cases given in one look.
constexpr int kGivenAtOnce = 100;
/// How many times longer one may be silent who has written before and is at the desk.
constexpr std::int64_t kPatience = 30;
constexpr std::int64_t kShortestLookMs = 1'000;
constexpr std::int64_t kLongestLookMs = 10'000;

const telemetry::Log& deskLog()
{
    static const telemetry::Log log("desk");
    return log;
}

/// Whether it was done; a failure is logged and met again at the next look.
bool wasDone(const Result<bool>& done, std::string_view what, const TenantId& tenant, const std::string& id)
{
    if (!done) {
        deskLog().error(
            "the watchdog could not act",
            {{"what", what}, {"tenant", tenant.value}, {"id", id}, {"why", done.error().message}});
        return false;
    }
    if (*done) {
        deskLog().warn("the watchdog acted", {{"what", what}, {"tenant", tenant.value}, {"id", id}});
    }
    return *done;
}

} // namespace

/// What is due in a tenant at one moment.
struct Watchdog::Due {
    std::vector<ConversationId> owed;
    std::vector<store::HeldConversation> silent;
    std::vector<TicketId> late;
    bool mayGive = false;
    std::int64_t owedSinceMs = 0;
    store::SilenceLimits silence;
    std::chrono::milliseconds next{kShortestLookMs};
};

Watchdog::Watchdog(Services& services,
                   const Handoff& handoff,
                   const Ownership& ownership,
                   PrefixOf prefixOf,
                   std::chrono::milliseconds turnTimeout)
    : m_services(services),
      m_handoff(handoff),
      m_ownership(ownership),
      m_assignment(services, ownership),
      m_prefixOf(std::move(prefixOf)),
      m_turnTimeout(turnTimeout)
{}

Result<Watchdog::Due> Watchdog::dueIn(store::ReadTransaction& tx) const
{
    auto settings = settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    const std::int64_t now = m_services.clock.nowMs();
    Due due;
    due.owedSinceMs = now - m_turnTimeout.count() - 1000LL * settings->watchdogS;
    const std::int64_t acceptMs = 1000LL * settings->acceptTimeoutS;
    due.silence = {now - acceptMs, now - kPatience * acceptMs, now - kPresenceLifeMs};
    const std::int64_t quarter = 250LL * std::min(settings->watchdogS, settings->acceptTimeoutS);
    due.next = std::chrono::milliseconds(std::clamp(quarter, kShortestLookMs, kLongestLookMs));
    const store::OverdueRepository overdue;
    auto owed = overdue.owedSince(tx, due.owedSinceMs, kAtOnce);
    auto silent = overdue.silentSince(tx, due.silence, kAtOnce);
    auto late = store::TicketQueue().late(tx, now, kAtOnce);
    auto mayGive = m_assignment.mayGive(tx);
    if (!owed || !silent || !late || !mayGive) {
        return fail(!owed ? owed.error() : !silent ? silent.error() : !late ? late.error() : mayGive.error());
    }
    due.owed = *std::move(owed);
    due.silent = *std::move(silent);
    due.late = *std::move(late);
    due.mayGive = *mayGive;
    return due;
}

Result<bool> Watchdog::escalate(store::Transaction& tx,
                                const TenantId& tenant,
                                const ConversationId& id,
                                std::int64_t sinceMs) const
{
    const store::OverdueRepository overdue;
    auto isOwed = overdue.isStillOwed(tx, id, sinceMs);
    if (!isOwed || !*isOwed) {
        return isOwed;
    }
    // A run that somebody still works on ends as a suggestion; one that nobody does would answer behind the
    // person's back when another process takes it up.
    if (auto ended = overdue.cancelDeadRuns(tx, id, m_services.clock.nowMs()); !ended) {
        return fail(std::move(ended).error());
    }
    HandoffRequest request;
    request.tenant = tenant;
    request.conversation = id;
    request.ticketPrefix = m_prefixOf(tenant);
    request.reason = kReasonTimeout;
    auto made = m_handoff.onRequestIn(tx, std::move(request));
    return made ? Result<bool>(made->isNew) : Result<bool>(fail(std::move(made).error()));
}

Result<bool> Watchdog::callLate(store::Transaction& tx, const TenantId& tenant, const TicketId& id) const
{
    const std::int64_t now = m_services.clock.nowMs();
    auto won = store::TicketQueue().callLate(tx, id, now);
    if (!won || !*won) {
        return won;
    }
    auto ticket = m_services.tickets.find(tx, id.value);
    if (!ticket || !*ticket) {
        return ticket ? Result<bool>(false) : Result<bool>(fail(std::move(ticket).error()));
    }
    const nlohmann::json payload = {{"ticket", ticketSummary(**ticket)},
                                    {"sla", ticketView(**ticket).at("sla")},
                                    {"reason", "sla_breached"}};
    auto told = m_services.journal.event(tx,
                                         tenant,
                                         (*ticket)->conversation,
                                         "ticket.updated",
                                         id.value,
                                         payload,
                                         proto::Audience::Operator,
                                         now);
    return told ? Result<bool>(true) : Result<bool>(fail(std::move(told).error()));
}

boost::asio::awaitable<Result<WatchRound>> Watchdog::look(TenantId tenant)
{
    auto find = [&](store::ReadTransaction& tx) { return dueIn(tx); };
    const auto scope = store::Scope::of(tenant);
    auto due = co_await m_services.database.read(scope, find);
    if (!due) {
        co_return fail(std::move(due).error());
    }
    WatchRound round;
    round.next = due->next;
    for (const ConversationId& id : due->owed) {
        auto job = [&](store::Transaction& tx) { return escalate(tx, tenant, id, due->owedSinceMs); };
        auto done = co_await m_services.database.transact(scope, job);
        round.escalated += wasDone(done, "owed_answer", tenant, id.value) ? 1 : 0;
    }
    for (const store::HeldConversation& held : due->silent) {
        auto job = [&](store::Transaction& tx) -> Result<bool> {
            auto claimed = store::OverdueRepository().claimSilent(tx, held, due->silence);
            if (!claimed || !*claimed) {
                return claimed;
            }
            const Assignee holder{held.holderId, held.holderName};
            return m_ownership.returnToQueue(tx, tenant, held.id, holder, kReasonAcceptTimeout);
        };
        auto done = co_await m_services.database.transact(scope, job);
        round.returned += wasDone(done, kReasonAcceptTimeout, tenant, held.id.value) ? 1 : 0;
    }
    for (const TicketId& id : due->late) {
        auto job = [&](store::Transaction& tx) { return callLate(tx, tenant, id); };
        auto done = co_await m_services.database.transact(scope, job);
        round.late += wasDone(done, "sla_breached", tenant, id.value) ? 1 : 0;
    }
    // What has just come back may be for somebody else who is there.
    if (due->mayGive || round.returned > 0 || round.escalated > 0) {
        round.given = co_await giveWaiting(tenant);
    }
    co_return round;
}

boost::asio::awaitable<int> Watchdog::giveWaiting(TenantId tenant)
{
    const auto scope = store::Scope::of(tenant);
    auto find = [&](store::ReadTransaction& tx) { return m_assignment.plan(tx, kGivenAtOnce); };
    auto plan = co_await m_services.database.read(scope, find);
    if (!plan) {
        (void)wasDone(fail(std::move(plan).error()), "assignment", tenant, std::string());
        co_return 0;
    }
    int given = 0;
    for (const PlannedCase& one : *plan) {
        auto job = [&](store::Transaction& tx) { return m_assignment.give(tx, tenant, one); };
        auto done = co_await m_services.database.transact(scope, job);
        // What changed meanwhile is seen as it is by the next look.
        if (done) {
            ++given;
        } else if (done.error().code != ErrorCode::Conflict) {
            deskLog().error("a case could not be given to anybody",
                            {{"tenant", tenant.value},
                             {"id", one.conversation.value},
                             {"why", done.error().message}});
        }
    }
    co_return given;
}

boost::asio::awaitable<Result<int>> Watchdog::returnAllOf(TenantId tenant, std::string user)
{
    const auto scope = store::Scope::of(tenant);
    auto find = [&](store::ReadTransaction& tx) {
        return store::OverdueRepository().heldBy(tx, user, kAllHeld);
    };
    auto held = co_await m_services.database.read(scope, find);
    if (!held) {
        co_return fail(std::move(held).error());
    }
    int returned = 0;
    std::optional<Error> failure;
    for (const store::HeldConversation& one : *held) {
        auto job = [&](store::Transaction& tx) {
            const Assignee holder{one.holderId, one.holderName};
            return m_ownership.returnToQueue(tx, tenant, one.id, holder, kReasonHolderGone);
        };
        auto done = co_await m_services.database.transact(scope, job);
        returned += wasDone(done, kReasonHolderGone, tenant, one.id.value) ? 1 : 0;
        if (!done) {
            failure = std::move(done).error(); // the others do not wait for this one
        }
    }
    if (!failure && held->size() == static_cast<std::size_t>(kAllHeld)) {
        failure = fail(ErrorCode::Conflict, "There is more to give back.").value();
    }
    co_return failure ? Result<int>(fail(*std::move(failure))) : Result<int>(returned);
}

boost::asio::awaitable<Result<std::vector<std::string>>> Watchdog::holders(TenantId tenant)
{
    auto find = [](store::ReadTransaction& tx) { return store::OverdueRepository().holders(tx); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, find);
}

} // namespace parley::server::desk
