// SPDX-License-Identifier: MIT
#include "server/desk/resolution_undo.h"

#include "server/desk/views.h"
#include "server/store/cache_repository.h"
#include "server/store/database.h"
#include "server/store/outbox_recall.h"
#include "server/store/resolution_reading.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

tl::unexpected<Error> conflict(std::string message)
{
    return fail(ErrorCode::Conflict, std::move(message));
}

Result<void> checkMayUndo(const store::TicketRow& ticket,
                          const store::TicketResolution& resolution,
                          const Actor& actor,
                          std::int64_t nowMs)
{
    if (resolution.status != "resolved" || resolution.message.isEmpty()) {
        return conflict("The ticket " + ticket.reference +
                        " is not resolved with an answer: there is nothing to undo.");
    }
    if (nowMs - resolution.atMs.value_or(0) > store::kUndoMs) {
        return conflict("A resolution can be undone for ten minutes. The ticket " + ticket.reference +
                        " was resolved earlier.");
    }
    if (resolution.by != actor.id && !actor.mayOverride) {
        return fail(ErrorCode::Forbidden,
                    "Only who resolved the ticket, or a tenant's administrator, may undo it.");
    }
    return {};
}

/// The run's trace with what was undone at its end.
std::string withUndoneStep(const std::string& trace, std::int64_t nowMs)
{
    auto json = nlohmann::json::parse(trace.empty() ? "[]" : trace, nullptr, false);
    if (!json.is_array()) {
        json = nlohmann::json::array();
    }
    json.push_back({{"name", "human_answer_undone"},
                    {"started_ts", toRfc3339(nowMs)},
                    {"duration_us", 0},
                    {"input", nlohmann::json::object()},
                    {"output", {{"waits_for", "human_answer"}}}});
    return json.dump();
}

nlohmann::json takenJson(const TakenBack& taken)
{
    return {{"message", taken.message},
            {"notification", taken.notification},
            {"cache", taken.cache},
            {"example", taken.example},
            {"gap", taken.gap}};
}

} // namespace

/// A ticket with the answer that resolved it.
struct ResolutionUndo::Answered {
    store::TicketRow ticket;
    store::MessageRow message;
    store::ConversationRow conversation;
};

ResolutionUndo::ResolutionUndo(Services& services)
    : m_services(services), m_audit(services.clock, services.ids)
{}

boost::asio::awaitable<Result<Undone>> ResolutionUndo::undo(UndoRequest request)
{
    auto job = [&](store::Transaction& tx) { return undoIn(tx, request); };
    auto scope = store::Scope::of(request.tenant);
    co_return co_await m_services.database.transact(scope, job);
}

Result<ResolutionUndo::Answered> ResolutionUndo::answeredIn(store::Transaction& tx,
                                                            const UndoRequest& request) const
{
    auto ticket = m_services.tickets.find(tx, request.ticket);
    if (!ticket || !*ticket) {
        return ticket ? fail(ErrorCode::NotFound, "There is no such ticket.")
                      : fail(std::move(ticket).error());
    }
    Answered answered;
    answered.ticket = std::move(**ticket);
    auto resolution = m_services.tickets.resolutionOf(tx, answered.ticket.id);
    if (!resolution || !*resolution) {
        return resolution ? fail(ErrorCode::NotFound, "There is no such ticket.")
                          : fail(std::move(resolution).error());
    }
    auto allowed = checkMayUndo(answered.ticket, **resolution, request.actor, m_services.clock.nowMs());
    if (!allowed) {
        return fail(std::move(allowed).error());
    }
    auto message = m_services.journal.log().findMessage(tx, (*resolution)->message);
    auto conversation = m_services.conversations.find(tx, answered.ticket.conversation);
    if (!message || !conversation) {
        return fail(!message ? message.error() : conversation.error());
    }
    if (!*message || !*conversation) {
        return conflict("The answer is not there any more.");
    }
    answered.message = std::move(**message);
    answered.conversation = std::move(**conversation);
    return answered;
}

Result<Undone> ResolutionUndo::undoIn(store::Transaction& tx, const UndoRequest& request) const
{
    auto answered = answeredIn(tx, request);
    if (!answered) {
        return fail(std::move(answered).error());
    }
    Undone undone;
    undone.ticket = std::move(answered->ticket);
    undone.message = std::move(answered->message);
    undone.conversation = std::move(answered->conversation);
    // The compare-and-set comes first: of two one undoes it, the other is told that nothing is left to undo.
    auto won = m_services.tickets.reopen(tx,
                                         undone.ticket.id,
                                         undone.message.id,
                                         request.actor.id,
                                         request.actor.name,
                                         m_services.clock.nowMs());
    if (!won) {
        return fail(std::move(won).error());
    }
    if (!*won) {
        return conflict("The resolution has been undone already.");
    }
    for (auto step : {&ResolutionUndo::takeBack, &ResolutionUndo::takeCase}) {
        if (auto done = (this->*step)(tx, request, undone); !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto paused = pauseRun(tx, undone); !paused) {
        return fail(std::move(paused).error());
    }
    if (auto told = tell(tx, request, undone); !told) {
        return fail(std::move(told).error());
    }
    return undone;
}

Result<void>
ResolutionUndo::takeCase(store::Transaction& tx, const UndoRequest& request, Undone& undone) const
{
    const std::int64_t now = m_services.clock.nowMs();
    const store::ConversationRow& before = undone.conversation;
    // Nobody loses a case by somebody else's undoing, whoever that is: taking over is a step of its own.
    if (before.status == "with_agent" && before.assigneeId != request.actor.id) {
        return conflict("The conversation is held by " + before.assigneeName + ".");
    }
    store::OwnerMove move;
    move.id = before.id;
    move.fromStatus = before.status;
    move.fromAssignee = before.assigneeId;
    move.toStatus = "with_agent";
    move.assigneeId = request.actor.id;
    move.assigneeName = request.actor.name;
    move.teamId = undone.ticket.teamId;
    move.nowMs = now;
    auto moved = m_services.conversations.moveOwner(tx, move);
    if (!moved) {
        return fail(std::move(moved).error());
    }
    if (!*moved) {
        return conflict("The conversation went to somebody else meanwhile.");
    }
    // A case that was made of what the customer wrote since goes to the same person: one owner, one desk.
    auto others = m_services.tickets.unresolvedOf(tx, before.id);
    if (!others) {
        return fail(std::move(others).error());
    }
    for (const store::TicketRow& other : *others) {
        if (other.status != "assigned" || other.assigneeId != request.actor.id) {
            auto given = m_services.tickets.move(tx,
                                                 {other.id,
                                                  other.status,
                                                  "assigned",
                                                  request.actor.id,
                                                  request.actor.name,
                                                  other.teamId,
                                                  now});
            if (!given) {
                return fail(std::move(given).error());
            }
        }
    }
    auto ticket = m_services.tickets.find(tx, undone.ticket.id.value);
    auto conversation = m_services.conversations.find(tx, before.id);
    if (!ticket || !*ticket || !conversation || !*conversation) {
        return fail(!ticket         ? ticket.error()
                    : !conversation ? conversation.error()
                                    : Error{ErrorCode::NotFound, "There is no such case.", {}, {}, {}, {}});
    }
    undone.ticket = std::move(**ticket);
    undone.conversation = std::move(**conversation);
    return {};
}

Result<void> ResolutionUndo::pauseRun(store::Transaction& tx, const Undone& undone) const
{
    if (undone.ticket.run.isEmpty()) {
        return {};
    }
    auto run = m_services.runs.find(tx, undone.ticket.run);
    if (!run) {
        return fail(std::move(run).error());
    }
    // Only what this answer ended goes on waiting.
    if (!*run || (*run)->status != "completed" || (*run)->reply != undone.message.id) {
        return {};
    }
    store::RunEnd end;
    end.id = (*run)->id;
    end.status = "paused";
    end.node = "bridge";
    end.state = (*run)->state;
    end.trace = withUndoneStep((*run)->trace, m_services.clock.nowMs());
    end.ticket = undone.ticket.id;
    end.nowMs = m_services.clock.nowMs();
    end.durationUs = (*run)->durationUs.value_or(0);
    auto paused = m_services.runs.end(tx, "completed", end);
    return paused ? Result<void>() : Result<void>(fail(std::move(paused).error()));
}

Result<void>
ResolutionUndo::takeBack(store::Transaction& tx, const UndoRequest& request, Undone& undone) const
{
    const std::int64_t now = m_services.clock.nowMs();
    auto recalled = store::OutboxRecall().recall(tx, notifyEffect(undone.message.id), now);
    if (!recalled) {
        return fail(std::move(recalled).error());
    }
    if (*recalled == store::Recalled::TooLate) {
        // The customer has it by e-mail: it counts as read.
        if (auto read = store::ResolutionReading().mark(tx, undone.message.id, now); !read) {
            return fail(std::move(read).error());
        }
    }
    auto retracted = m_services.journal.log().retract(tx, undone.message);
    if (!retracted) {
        return fail(std::move(retracted).error());
    }
    undone.taken.message = *retracted;
    undone.taken.notification = *recalled == store::Recalled::Taken;
    if (*retracted) {
        undone.message.kind = "note";
        undone.message.customerSeq.reset();
    }
    for (LessonListener* listener : m_services.lessons) {
        if (auto gone = listener->onUndone(tx, request.tenant, undone.ticket, undone.taken); !gone) {
            return gone;
        }
    }
    const identity::AuditEntry entry{"ticket.undo",
                                     "ticket",
                                     undone.ticket.id.value,
                                     {{"status", "resolved"}, {"message", undone.message.id.value}},
                                     {{"status", "assigned"}, {"taken_back", takenJson(undone.taken)}}};
    return m_audit.write(tx, request.audited, entry);
}

Result<void>
ResolutionUndo::tell(store::Transaction& tx, const UndoRequest& request, const Undone& undone) const
{
    const std::int64_t now = m_services.clock.nowMs();
    const ConversationId& conversation = undone.conversation.id;
    const auto event = [&](std::string_view type,
                           const std::string& ref,
                           const nlohmann::json& payload,
                           proto::Audience audience) {
        return m_services.journal.event(tx, request.tenant, conversation, type, ref, payload, audience, now);
    };
    Result<void> told;
    if (undone.taken.message) {
        told = event("message.updated",
                     undone.message.id.value,
                     {{"message_id", undone.message.id.value}, {"retracted", true}},
                     proto::Audience::Customer);
    }
    if (told) {
        told = event("conversation.updated",
                     {},
                     {{"status", undone.conversation.status},
                      {"assignee", {{"name", undone.conversation.assigneeName}}},
                      {"ticket", ticketSummary(undone.ticket)}},
                     proto::Audience::Customer);
    }
    if (told) {
        told = event("ticket.updated",
                     undone.ticket.id.value,
                     {{"ticket", ticketSummary(undone.ticket)},
                      {"assignee", {{"id", undone.ticket.assigneeId}, {"name", undone.ticket.assigneeName}}},
                      {"undone", true}},
                     proto::Audience::Operator);
    }
    return told;
}

} // namespace parley::server::desk
