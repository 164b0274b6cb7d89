// SPDX-License-Identifier: MIT
#include "server/desk/resolution.h"

#include "server/desk/intake.h"
#include "server/desk/views.h"
#include "server/identity/settings_sections.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

Result<void> checkMayResolve(const store::TicketRow& ticket, const Actor& actor)
{
    if (ticket.status == "resolved" || ticket.status == "closed") {
        return fail(ErrorCode::Conflict, "The ticket " + ticket.reference + " has been resolved already.");
    }
    if (ticket.status == "assigned" && ticket.assigneeId != actor.id) {
        return fail(ErrorCode::Conflict, "The ticket is held by " + ticket.assigneeName + ".");
    }
    return {};
}

/// The run's trace with the person's step at its end.
std::string withHumanStep(const std::string& trace, const Actor& actor, std::int64_t nowMs)
{
    auto json = nlohmann::json::parse(trace.empty() ? "[]" : trace, nullptr, false);
    if (!json.is_array()) {
        json = nlohmann::json::array();
    }
    json.push_back({{"name", "human_answer"},
                    {"started_ts", toRfc3339(nowMs)},
                    {"duration_us", 0},
                    {"input", {{"supporter", actor.id}}},
                    {"output", {{"delivered", true}}}});
    return json.dump();
}

/// To whom a conversation goes when one of its cases is answered.
struct NextOwner {
    store::OwnerMove move;
    bool isChanged = false;
};

/// A case that still waits keeps the conversation with people: with its person, else in the queue. Otherwise
/// the agents have it; a closed one opens too, because the answer may be answered. @errors Storage
Result<NextOwner> nextOwner(store::ReadTransaction& tx,
                            const Services& services,
                            const ConversationId& conversation,
                            std::int64_t nowMs)
{
    auto before = services.conversations.find(tx, conversation);
    auto cases = services.tickets.unresolvedOf(tx, conversation);
    if (!before || !*before || !cases) {
        return fail(!before  ? before.error()
                    : !cases ? cases.error()
                             : Error{ErrorCode::NotFound, "There is no such conversation.", {}, {}, {}, {}});
    }
    NextOwner next;
    next.move.id = conversation;
    next.move.fromStatus = (*before)->status;
    next.move.fromAssignee = (*before)->assigneeId;
    next.move.toStatus = "open";
    next.move.nowMs = nowMs;
    for (const store::TicketRow& other : *cases) {
        const bool isHeld = other.status == "assigned";
        // What a person opened without the agents' asking holds no conversation.
        const bool isFirst = other.status == "pending_human" && next.move.toStatus == "open";
        if (isHeld || isFirst) {
            next.move.toStatus = isHeld ? "with_agent" : "waiting_for_agent";
            next.move.assigneeId = isHeld ? other.assigneeId : std::string();
            next.move.assigneeName = isHeld ? other.assigneeName : std::string();
            next.move.teamId = other.teamId;
        }
        if (isHeld) {
            break;
        }
    }
    next.isChanged =
        next.move.toStatus != next.move.fromStatus || next.move.assigneeId != next.move.fromAssignee;
    return next;
}

} // namespace

std::string notifyEffect(const MessageId& answer)
{
    return answer.value + ":notify";
}

boost::asio::awaitable<Result<Resolved>> Resolution::resolve(ResolveRequest request)
{
    if (auto checked = checkMessageText(request.answer); !checked) {
        Error error = std::move(checked).error();
        error.fields = {
            FieldError{"answer", error.fields.empty() ? error.message : error.fields.front().message}};
        error.message = "answer: " + error.fields.front().message;
        co_return fail(std::move(error));
    }
    // Outside the transaction, which is the tenant's: lessons follow what is in force for it.
    auto defaults =
        co_await identity::SettingsSections::defaults(m_services.database, std::string(kLessonSettings));
    if (!defaults) {
        co_return fail(std::move(defaults).error());
    }
    request.answeringDefaults = defaults->dump();
    auto job = [&](store::Transaction& tx) { return resolveIn(tx, request); };
    auto scope = store::Scope::of(request.tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<Resolved> Resolution::resolveIn(store::Transaction& tx, const ResolveRequest& request) const
{
    const std::int64_t now = m_services.clock.nowMs();
    auto ticket = m_services.tickets.find(tx, request.ticket);
    if (!ticket) {
        return fail(std::move(ticket).error());
    }
    if (!*ticket) {
        return fail(ErrorCode::NotFound, "There is no such ticket.");
    }
    Resolved resolved;
    resolved.ticket = std::move(**ticket);
    if (auto allowed = checkMayResolve(resolved.ticket, request.actor); !allowed) {
        return fail(std::move(allowed).error());
    }

    resolved.message.id = m_services.ids.make<MessageId>();
    resolved.message.conversation = resolved.ticket.conversation;
    resolved.message.sender = "supporter";
    resolved.message.kind = "resolution";
    resolved.message.authorId = request.actor.id;
    resolved.message.authorName = request.actor.name;
    resolved.message.text = request.answer;
    resolved.message.run = resolved.ticket.run;
    resolved.message.effectKey = resolved.ticket.id.value + ":resolve";
    resolved.message.createdMs = now;

    // The compare-and-set comes first: of two supporters one changes the row, the other gets nothing at all.
    auto won = m_services.tickets.resolve(tx, resolved.ticket.id, request.actor.id, resolved.message.id, now);
    if (!won) {
        return fail(std::move(won).error());
    }
    if (!*won) {
        return fail(ErrorCode::Conflict, "The ticket has been resolved already.");
    }
    resolved.ticket.status = "resolved";
    resolved.ticket.resolvedMs = now;

    auto conversation = m_services.conversations.find(tx, resolved.ticket.conversation);
    if (!conversation || !*conversation) {
        return fail(conversation
                        ? Error{ErrorCode::NotFound, "There is no such conversation.", {}, {}, {}, {}}
                        : std::move(conversation).error());
    }
    // Read behind the ticket's lock: somebody may have accepted it while we looked.
    const bool isHeld =
        (*conversation)->status == "with_agent" && (*conversation)->assigneeId != request.actor.id;
    if (isHeld) {
        return fail(ErrorCode::Conflict, "The ticket is held by " + (*conversation)->assigneeName + ".");
    }
    if (auto said = m_services.journal.message(tx, request.tenant, resolved.message); !said) {
        return fail(std::move(said).error());
    }
    if (auto given = giveBackToAgents(tx, request, resolved.ticket, now); !given) {
        return fail(std::move(given).error());
    }
    if (auto ended = endRun(tx, resolved, now); !ended) {
        return fail(std::move(ended).error());
    }
    if (auto queued = queueNotification(tx, request, **conversation, resolved, now); !queued) {
        return fail(std::move(queued).error());
    }
    for (LessonListener* listener : m_services.lessons) {
        if (auto learnt = listener->onResolved(tx, request, resolved); !learnt) {
            return fail(std::move(learnt).error());
        }
    }
    return resolved;
}

Result<void> Resolution::giveBackToAgents(store::Transaction& tx,
                                          const ResolveRequest& request,
                                          const store::TicketRow& ticket,
                                          std::int64_t nowMs) const
{
    auto next = nextOwner(tx, m_services, ticket.conversation, nowMs);
    if (!next) {
        return fail(std::move(next).error());
    }
    if (next->isChanged) {
        const store::OwnerMove& move = next->move;
        auto& conversations = m_services.conversations;
        auto moved = move.toStatus == "open"
                         ? conversations.changeOwner(tx, move.id, move.fromStatus, "open", {}, {}, nowMs)
                         : conversations.moveOwner(tx, move);
        if (!moved) {
            return fail(std::move(moved).error());
        }
        if (!*moved) {
            return fail(ErrorCode::Conflict, "The conversation went to somebody else meanwhile.");
        }
    }
    nlohmann::json shown = {{"status", next->move.toStatus}, {"ticket", ticketSummary(ticket)}};
    if (!next->move.assigneeName.empty()) {
        shown["assignee"] = {{"name", next->move.assigneeName}};
    }
    auto told = m_services.journal.event(tx,
                                         request.tenant,
                                         ticket.conversation,
                                         "conversation.updated",
                                         {},
                                         shown,
                                         proto::Audience::Customer,
                                         nowMs);
    if (!told) {
        return told;
    }
    return m_services.journal.event(tx,
                                    request.tenant,
                                    ticket.conversation,
                                    "ticket.updated",
                                    ticket.id.value,
                                    {{"ticket", ticketSummary(ticket)}},
                                    proto::Audience::Operator,
                                    nowMs);
}

Result<void> Resolution::endRun(store::Transaction& tx, Resolved& resolved, std::int64_t nowMs) const
{
    if (resolved.ticket.run.isEmpty()) {
        return {};
    }
    auto run = m_services.runs.find(tx, resolved.ticket.run);
    if (!run) {
        return fail(std::move(run).error());
    }
    if (!*run || (*run)->status != "paused") {
        return {};
    }
    store::RunEnd end;
    end.id = (*run)->id;
    end.status = "completed";
    end.node = "human_answer";
    end.state = (*run)->state;
    end.trace = withHumanStep((*run)->trace, Actor{resolved.message.authorId, {}, false}, nowMs);
    end.reply = resolved.message.id;
    end.nowMs = nowMs;
    end.durationUs = (*run)->durationUs.value_or(0);
    auto ended = m_services.runs.end(tx, "paused", end);
    if (!ended) {
        return fail(std::move(ended).error());
    }
    if (!*ended) {
        return fail(ErrorCode::Conflict, "The paused run has gone on already.");
    }
    resolved.run = end.id;
    resolved.runStatus = end.status;
    return {};
}

Result<void> Resolution::queueNotification(store::Transaction& tx,
                                           const ResolveRequest& request,
                                           const store::ConversationRow& conversation,
                                           Resolved& resolved,
                                           std::int64_t nowMs) const
{
    const std::string& target = request.notifyEmail.empty() ? conversation.notifyEmail : request.notifyEmail;
    if (target.empty()) {
        return {};
    }
    store::OutboxRow row;
    row.id = m_services.ids.next();
    row.kind = "email";
    row.target = target;
    row.payload =
        nlohmann::json({{"ticket", resolved.ticket.id.value}, {"message", resolved.message.id.value}}).dump();
    row.conversation = conversation.id;
    row.effectKey = notifyEffect(resolved.message.id);
    row.dueMs = nowMs;
    row.createdMs = nowMs;
    resolved.notified = target;
    return m_services.outbox.add(tx, row);
}

} // namespace parley::server::desk
