// SPDX-License-Identifier: MIT
#include "server/desk/ownership.h"

#include "server/desk/bridge_text.h"
#include "server/desk/case_terms.h"
#include "server/desk/ownership_case.h"
#include "server/desk/views.h"
#include "server/store/database.h"
#include "server/store/overdue_repository.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace parley::server::desk {

namespace {

tl::unexpected<Error> conflict(std::string message)
{
    return fail(ErrorCode::Conflict, std::move(message));
}

tl::unexpected<Error> heldBy(const store::ConversationRow& conversation)
{
    if (conversation.status == kWithAgent) {
        return conflict("The conversation is held by " + conversation.assigneeName + ".");
    }
    return conflict("The conversation is " + conversation.status + ".");
}

bool isHeldByAnother(const store::ConversationRow& conversation, const Actor& actor)
{
    return conversation.status == kWithAgent && conversation.assigneeId != actor.id;
}

/// Who may change the owner: the holder, whoever may override, and anybody while nobody holds it.
Result<void> checkMayChange(const store::ConversationRow& conversation, const Actor& actor)
{
    if (conversation.status == kClosed) {
        return conflict("The conversation is closed. It opens when the customer writes again.");
    }
    if (isHeldByAnother(conversation, actor) && !actor.mayOverride) {
        return heldBy(conversation);
    }
    return {};
}

nlohmann::json assigneeJson(const store::ConversationRow& row)
{
    return row.assigneeId.empty() ? nlohmann::json()
                                  : nlohmann::json{{"id", row.assigneeId}, {"name", row.assigneeName}};
}

} // namespace

Result<Ownership::Case> Ownership::caseOf(store::Transaction& tx, const ConversationId& conversation) const
{
    auto row = m_services.conversations.find(tx, conversation);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    auto tickets = m_services.tickets.unresolvedOf(tx, conversation);
    if (!tickets) {
        return fail(std::move(tickets).error());
    }
    return Case{std::move(**row), *std::move(tickets)};
}

Result<void>
Ownership::move(store::Transaction& tx, const TenantId& tenant, Case& present, const Target& target) const
{
    const std::int64_t now = m_services.clock.nowMs();
    store::OwnerMove owner;
    owner.id = present.conversation.id;
    owner.fromStatus = present.conversation.status;
    owner.fromAssignee = present.conversation.assigneeId;
    owner.toStatus = target.status;
    owner.assigneeId = target.assignee.id;
    owner.assigneeName = target.assignee.name;
    owner.teamId = target.team;
    owner.nowMs = now;
    auto won = m_services.conversations.moveOwner(tx, owner);
    if (!won) {
        return fail(std::move(won).error());
    }
    if (!*won) {
        // Of two at the same moment one has it; the other is told who.
        auto newest = m_services.conversations.find(tx, owner.id);
        if (!newest || !*newest) {
            return newest ? fail(ErrorCode::NotFound, "There is no such conversation.")
                          : fail(std::move(newest).error());
        }
        return heldBy(**newest);
    }
    for (store::TicketRow& ticket : present.tickets) {
        const bool isResolved = target.ticketStatus == "resolved";
        auto moved = isResolved ? m_services.tickets.resolve(tx, ticket.id, target.actor.id, MessageId(), now)
                                : m_services.tickets.move(tx,
                                                          {ticket.id,
                                                           ticket.status,
                                                           std::string(target.ticketStatus),
                                                           target.assignee.id,
                                                           target.assignee.name,
                                                           target.team.empty() ? ticket.teamId : target.team,
                                                           now});
        if (!moved) {
            return fail(std::move(moved).error());
        }
        if (!*moved) {
            return conflict("The ticket " + ticket.reference + " was changed meanwhile. Try again.");
        }
        if (target.status == kWaiting) {
            if (auto promised = promiseAgain(m_services, tx, ticket); !promised) {
                return promised;
            }
        }
        auto fresh = m_services.tickets.find(tx, ticket.id.value);
        if (!fresh || !*fresh) {
            return fresh ? fail(ErrorCode::NotFound, "There is no such ticket.")
                         : fail(std::move(fresh).error());
        }
        ticket = std::move(**fresh);
    }
    auto fresh = m_services.conversations.find(tx, owner.id);
    if (!fresh || !*fresh) {
        return fresh ? fail(ErrorCode::NotFound, "There is no such conversation.")
                     : fail(std::move(fresh).error());
    }
    present.conversation = std::move(**fresh);
    return tell(tx, tenant, present, target);
}

Result<void> Ownership::tell(store::Transaction& tx,
                             const TenantId& tenant,
                             const Case& present,
                             const Target& target) const
{
    const std::int64_t now = m_services.clock.nowMs();
    nlohmann::json forCustomer = {{"status", present.conversation.status},
                                  {"assignee", nullptr},
                                  {"ticket", nullptr}};
    if (present.conversation.status == kWithAgent) {
        forCustomer["assignee"] = {{"name", present.conversation.assigneeName}};
    }
    if (!present.tickets.empty()) {
        auto ticket = waitingView(m_services, tx, present.tickets.back());
        if (!ticket) {
            return fail(std::move(ticket).error());
        }
        forCustomer["ticket"] = *std::move(ticket);
    }
    auto told = m_services.journal.event(tx,
                                         tenant,
                                         present.conversation.id,
                                         "conversation.updated",
                                         {},
                                         forCustomer,
                                         proto::Audience::Customer,
                                         now);
    for (std::size_t i = 0; told && i < present.tickets.size(); ++i) {
        const store::TicketRow& ticket = present.tickets[i];
        nlohmann::json forDesk = {{"ticket", ticketSummary(ticket)},
                                  {"assignee", assigneeJson(present.conversation)}};
        if (!target.reason.empty()) {
            forDesk["reason"] = target.reason;
        }
        if (!target.actor.id.empty()) {
            forDesk["by"] = {{"id", target.actor.id}, {"name", target.actor.name}};
        }
        told = m_services.journal.event(tx,
                                        tenant,
                                        present.conversation.id,
                                        "ticket.updated",
                                        ticket.id.value,
                                        forDesk,
                                        proto::Audience::Operator,
                                        now);
    }
    return told;
}

Result<bool>
Ownership::endPausedRuns(store::Transaction& tx, const Case& present, std::string_view node) const
{
    bool isAnyEnded = false;
    for (const store::TicketRow& ticket : present.tickets) {
        auto ended = endPausedRun(tx, ticket.run, node);
        if (!ended) {
            return ended;
        }
        isAnyEnded = isAnyEnded || *ended;
    }
    return isAnyEnded;
}

Result<bool> Ownership::endPausedRun(store::Transaction& tx, const RunId& run, std::string_view node) const
{
    if (run.isEmpty()) {
        return false;
    }
    auto row = m_services.runs.find(tx, run);
    if (!row) {
        return fail(std::move(row).error());
    }
    if (!*row || (*row)->status != "paused") {
        return false;
    }
    store::RunEnd end;
    end.id = run;
    end.status = "cancelled";
    end.node = node;
    end.trace = (*row)->trace;
    end.state = (*row)->state;
    end.reply = (*row)->reply;
    end.ticket = (*row)->ticket;
    end.nowMs = m_services.clock.nowMs();
    end.durationUs = (*row)->durationUs.value_or(0);
    return m_services.runs.end(tx, "paused", end);
}

template <class Change>
boost::asio::awaitable<Result<OwnerChanged>>
Ownership::changed(TenantId tenant, ConversationId conversation, Change change) const
{
    auto job = [&](store::Transaction& tx) -> Result<OwnerChanged> {
        auto present = caseOf(tx, conversation);
        if (!present) {
            return fail(std::move(present).error());
        }
        if (auto done = change(tx, *present); !done) {
            return fail(std::move(done).error());
        }
        OwnerChanged outcome;
        outcome.conversation = std::move(present->conversation);
        if (!present->tickets.empty()) {
            outcome.ticket = std::move(present->tickets.back());
        }
        return outcome;
    };
    auto scope = store::Scope::of(tenant);
    auto outcome = co_await m_services.database.transact(scope, job);
    if (!outcome && outcome.error().code == ErrorCode::Conflict) {
        // Where transactions run side by side, another change may have come between reading and writing: what
        // it left decides, so that of one person's two clicks neither is told that he himself has the case.
        outcome = co_await m_services.database.transact(scope, job);
    }
    co_return outcome;
}

boost::asio::awaitable<Result<OwnerChanged>>
Ownership::accept(TenantId tenant, std::string ticket, Actor actor)
{
    auto where = [&](store::ReadTransaction& tx) { return m_services.tickets.find(tx, ticket); };
    auto scope = store::Scope::of(tenant);
    auto found = co_await m_services.database.read(scope, where);
    if (!found) {
        co_return fail(std::move(found).error());
    }
    if (!*found) {
        co_return fail(ErrorCode::NotFound, "There is no such ticket.");
    }
    const std::string reference = (*found)->reference;
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        const store::ConversationRow& row = present.conversation;
        const bool isThere = std::any_of(present.tickets.begin(),
                                         present.tickets.end(),
                                         [&](const auto& one) { return one.reference == reference; });
        if (!isThere) {
            return conflict("The ticket " + reference + " has been resolved already.");
        }
        if (row.status == kWithAgent && row.assigneeId == actor.id) {
            return {}; // a repeated click
        }
        if (row.status != kWaiting) {
            return heldBy(row);
        }
        return move(tx, tenant, present, {kWithAgent, "assigned", {actor.id, actor.name}, row.teamId, actor});
    };
    co_return co_await changed(tenant, (*found)->conversation, std::ref(change));
}

Result<void> Ownership::ensureTicket(store::Transaction& tx, const OwnerRequest& request, Case& present) const
{
    if (!present.tickets.empty()) {
        return {};
    }
    // The queue lists tickets: without one nobody would ever see the conversation again.
    HandoffRequest wanted;
    wanted.tenant = request.tenant;
    wanted.conversation = present.conversation.id;
    wanted.customer = present.conversation.customer;
    wanted.locale = present.conversation.locale;
    wanted.ticketPrefix = request.ticketPrefix;
    wanted.reason = kReasonTakenOver;
    wanted.question = present.conversation.lastMessage;
    auto ticket = m_handoff.ticketFor(tx, wanted);
    if (!ticket) {
        return fail(std::move(ticket).error());
    }
    present.tickets.push_back(*std::move(ticket));
    return {};
}

boost::asio::awaitable<Result<OwnerChanged>> Ownership::takeOver(OwnerRequest request, bool force)
{
    const Actor& actor = request.actor;
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        const store::ConversationRow& row = present.conversation;
        if (row.status == kWithAgent && row.assigneeId == actor.id) {
            return {};
        }
        if (row.status == kClosed) {
            return checkMayChange(row, actor);
        }
        if (isHeldByAnother(row, actor) && !(force && actor.mayOverride)) {
            return heldBy(row);
        }
        if (auto ticket = ensureTicket(tx, request, present); !ticket) {
            return ticket;
        }
        const Target target{kWithAgent, "assigned", {actor.id, actor.name}, row.teamId, actor};
        return move(tx, request.tenant, present, target);
    };
    co_return co_await changed(request.tenant, request.conversation, std::ref(change));
}

Result<bool> Ownership::askAgents(store::Transaction& tx,
                                  const ConversationId& conversation,
                                  const MessageId& message) const
{
    auto isUnderWay = store::OverdueRepository().isUnderWay(tx, conversation, message);
    if (!isUnderWay || *isUnderWay) {
        return isUnderWay ? Result<bool>(false) : isUnderWay;
    }
    const std::int64_t now = m_services.clock.nowMs();
    store::RunRow run;
    run.id = m_services.ids.make<RunId>();
    run.conversation = conversation;
    run.message = message;
    run.status = "running";
    run.node = "accept";
    // Nobody's, and over: free for any node. Who sent the message is not known any more to have proved
    // himself.
    run.leaseUntilMs = now - 1;
    run.createdMs = now;
    auto created = m_services.runs.create(tx, run);
    return created ? Result<bool>(true) : fail(std::move(created).error());
}

boost::asio::awaitable<Result<OwnerChanged>> Ownership::release(OwnerRequest request)
{
    bool isAsked = false;
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        if (present.conversation.status == kOpen) {
            return conflict("The agents have the conversation already.");
        }
        if (auto allowed = checkMayChange(present.conversation, request.actor); !allowed) {
            return allowed;
        }
        auto ended = endPausedRuns(tx, present, "released");
        if (!ended) {
            return fail(std::move(ended).error());
        }
        // What no answer was given to is the agents' now, also where the customer was told that a person
        // would: he is to hear something, and their time begins now.
        const store::OverdueRepository overdue;
        auto owed = overdue.owedIn(tx, request.conversation);
        if (!owed) {
            return fail(std::move(owed).error());
        }
        isAsked = false;
        auto moved = move(tx, request.tenant, present, {kOpen, "open", {}, {}, request.actor});
        if (!moved || !*owed) {
            return moved;
        }
        auto asked = askAgents(tx, request.conversation, **owed);
        if (!asked) {
            return fail(std::move(asked).error());
        }
        isAsked = *asked;
        return overdue.owe(tx, request.conversation, m_services.clock.nowMs());
    };
    auto released = co_await changed(request.tenant, request.conversation, std::ref(change));
    if (released) {
        released->isAgentsTurn = isAsked;
    }
    co_return released;
}

boost::asio::awaitable<Result<OwnerChanged>> Ownership::assign(OwnerRequest request, Assignee to)
{
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        const store::ConversationRow& row = present.conversation;
        if (auto allowed = checkMayChange(row, request.actor); !allowed) {
            return allowed;
        }
        if (row.status == kWithAgent && row.assigneeId == to.id) {
            return {};
        }
        if (auto ticket = ensureTicket(tx, request, present); !ticket) {
            return ticket;
        }
        return move(tx, request.tenant, present, {kWithAgent, "assigned", to, row.teamId, request.actor});
    };
    co_return co_await changed(request.tenant, request.conversation, std::ref(change));
}

boost::asio::awaitable<Result<OwnerChanged>> Ownership::assignTeam(OwnerRequest request, std::string team)
{
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        if (auto allowed = checkMayChange(present.conversation, request.actor); !allowed) {
            return allowed;
        }
        if (auto ticket = ensureTicket(tx, request, present); !ticket) {
            return ticket;
        }
        return move(tx, request.tenant, present, {kWaiting, "pending_human", {}, team, request.actor});
    };
    co_return co_await changed(request.tenant, request.conversation, std::ref(change));
}

boost::asio::awaitable<Result<OwnerChanged>> Ownership::resolve(OwnerRequest request, bool close)
{
    auto change = [&](store::Transaction& tx, Case& present) -> Result<void> {
        if (auto allowed = checkMayChange(present.conversation, request.actor); !allowed) {
            return allowed;
        }
        if (auto ended = endPausedRuns(tx, present, "resolved"); !ended) {
            return fail(std::move(ended).error());
        }
        const Target target{close ? kClosed : kOpen, "resolved", {}, {}, request.actor};
        return move(tx, request.tenant, present, target);
    };
    co_return co_await changed(request.tenant, request.conversation, std::ref(change));
}

} // namespace parley::server::desk
