// SPDX-License-Identifier: MIT
#include "server/desk/handoff.h"

#include "server/desk/away_text.h"
#include "server/desk/bridge_text.h"
#include "server/desk/case_terms.h"
#include "server/desk/reference.h"
#include "server/desk/views.h"
#include "server/store/database.h"
#include "server/store/form_repository.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

namespace {

/// Length of a ticket's subject, cut from the question, in code points.
constexpr std::size_t kSubjectLength = 120;

std::string subjectFrom(const std::string& question)
{
    const std::string_view line = trimmed(std::string_view(question).substr(0, question.find('\n')));
    return line.empty() ? "Conversation" : std::string(firstCodePoints(line, kSubjectLength));
}

/// The ticket that a form made, where the agents have it still.
Result<std::optional<store::TicketRow>>
formCaseOf(const Services& services, store::ReadTransaction& tx, const ConversationId& conversation)
{
    auto waiting = services.tickets.findUnresolved(tx, conversation);
    const bool isForm =
        waiting && *waiting && (*waiting)->status == "open" && (*waiting)->reason == store::kFormReason;
    return isForm || !waiting ? std::move(waiting)
                              : Result<std::optional<store::TicketRow>>(std::optional<store::TicketRow>());
}

/// Makes such a ticket people's: the customer knows its reference already.
Result<store::TicketRow>
promoted(store::Transaction& tx, const HandoffRequest& request, store::TicketRow ticket, std::int64_t nowMs)
{
    ticket.status = "pending_human";
    ticket.run = request.run;
    ticket.category = request.category;
    ticket.priority = request.priority;
    ticket.teamId = request.team;
    ticket.reason = request.reason;
    ticket.question = request.question.empty() ? ticket.question : request.question;
    ticket.draftAnswer = request.draftAnswer;
    ticket.confidence = request.confidence;
    ticket.context = request.context;
    ticket.factors = request.factors;
    ticket.updatedMs = nowMs;
    auto handed = store::FormRepository().handOver(tx, ticket);
    if (!handed) {
        return fail(std::move(handed).error());
    }
    if (!*handed) {
        return fail(ErrorCode::Conflict,
                    "The ticket " + ticket.reference + " was changed meanwhile. Try again.");
    }
    return ticket;
}

} // namespace

Result<store::TicketRow> Handoff::ticketFor(store::Transaction& tx, const HandoffRequest& request) const
{
    const std::int64_t now = m_services.clock.nowMs();
    auto reference = newReference(tx, m_services.tickets, request.ticketPrefix, now);
    if (!reference) {
        return fail(std::move(reference).error());
    }
    store::TicketRow ticket;
    ticket.id = m_services.ids.make<TicketId>();
    ticket.reference = *reference;
    ticket.conversation = request.conversation;
    ticket.customer = request.customer;
    ticket.run = request.run;
    ticket.status = "pending_human";
    ticket.category = request.category;
    ticket.priority = request.priority;
    ticket.teamId = request.team;
    ticket.subject = subjectFrom(request.question);
    ticket.reason = request.reason;
    ticket.question = request.question;
    ticket.draftAnswer = request.draftAnswer;
    ticket.confidence = request.confidence;
    ticket.context = request.context;
    ticket.factors = request.factors;
    ticket.createdMs = now;
    ticket.updatedMs = now;
    auto settings = settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    if (auto opened = openTicket(m_services, tx, *settings, ticket); !opened) {
        return fail(std::move(opened).error());
    }
    return ticket;
}

/// Why nobody can answer the ticket now; empty: somebody can.
Result<std::optional<Absence>> Handoff::absenceOf(store::ReadTransaction& tx,
                                                  const store::TicketRow& ticket) const
{
    auto settings = settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    auto attendance = attendanceOf(m_services, tx, *settings, ticket.teamId);
    if (!attendance) {
        return fail(std::move(attendance).error());
    }
    if (attendance->isAnybodyThere()) {
        return std::optional<Absence>();
    }
    auto conversation = m_services.conversations.find(tx, ticket.conversation);
    if (!conversation) {
        return fail(std::move(conversation).error());
    }
    Absence absence;
    absence.offsetMinutes = attendance->offsetMinutes;
    absence.ownMessage = settings->offlineMessage;
    absence.asksEmail = *conversation && (*conversation)->notifyEmail.empty();
    if (!attendance->isOpen) {
        absence.backMs = attendance->nextOpenMs;
    }
    return std::optional<Absence>(std::move(absence));
}

Result<HandoffDone> Handoff::toQueue(store::Transaction& tx, const HandoffRequest& wanted) const
{
    const std::int64_t now = m_services.clock.nowMs();
    HandoffRequest request = wanted;
    auto form = formCaseOf(m_services, tx, request.conversation);
    if (!form) {
        return fail(std::move(form).error());
    }
    if (*form && (*form)->category != "general") {
        request.category = (*form)->category; // as the customer chose it
    }
    if (request.team.empty()) {
        auto team = teamFor(tx, request.category);
        if (!team) {
            return fail(std::move(team).error());
        }
        request.team = *std::move(team);
    }
    store::OwnerMove toQueue;
    toQueue.id = request.conversation;
    toQueue.fromStatus = "open";
    toQueue.toStatus = "waiting_for_agent";
    toQueue.teamId = request.team;
    toQueue.nowMs = now;
    auto moved = m_services.conversations.moveOwner(tx, toQueue);
    if (!moved) {
        return fail(std::move(moved).error());
    }
    if (!*moved) {
        Error error;
        error.code = ErrorCode::Conflict;
        error.problem = "not_open";
        error.message = "The agents do not own this conversation.";
        return fail(std::move(error));
    }
    // What the agents were given back is part of the new case; two tickets would be two queues.
    auto earlier = m_services.tickets.unresolvedOf(tx, request.conversation);
    if (!earlier) {
        return fail(std::move(earlier).error());
    }
    for (const store::TicketRow& old : *earlier) {
        if (*form && old.id == (*form)->id) {
            continue;
        }
        auto ended = m_services.tickets.changeStatus(tx, old.id, old.status, "closed", now);
        if (!ended) {
            return fail(std::move(ended).error());
        }
    }
    auto made = *form ? promoted(tx, request, std::move(**form), now) : ticketFor(tx, request);
    if (!made) {
        return fail(std::move(made).error());
    }
    HandoffDone done;
    done.ticket = *std::move(made);
    const store::TicketRow& ticket = done.ticket;

    store::MessageRow& bridge = done.bridge;
    bridge.id = m_services.ids.make<MessageId>();
    bridge.conversation = request.conversation;
    bridge.sender = "agent";
    bridge.kind = "bridge";
    bridge.text = request.answered.empty() ? std::string() : request.answered + "\n\n";
    bridge.text += bridgeText(request.locale, request.reason, ticket.reference);
    auto absence = absenceOf(tx, ticket);
    if (!absence) {
        return fail(std::move(absence).error());
    }
    if (*absence) {
        bridge.text += " " + awayText(request.locale, **absence);
    }
    bridge.citations = request.citations;
    bridge.run = request.run;
    bridge.effectKey = request.effectKey;
    bridge.createdMs = now;

    if (auto said = m_services.journal.message(tx, request.tenant, bridge); !said) {
        return fail(std::move(said).error());
    }
    auto summary = waitingSummary(m_services, tx, ticket);
    if (!summary) {
        return fail(std::move(summary).error());
    }
    done.summary = *std::move(summary);
    done.summary.asksEmail = *absence && (*absence)->asksEmail;
    nlohmann::json forCustomer = {{"status", "waiting_for_agent"}, {"ticket", done.summary}};
    forCustomer["ticket"]["away"] = absence->has_value();
    auto told = m_services.journal.event(tx,
                                         request.tenant,
                                         request.conversation,
                                         "conversation.updated",
                                         {},
                                         forCustomer,
                                         proto::Audience::Customer,
                                         now);
    if (!told) {
        return fail(std::move(told).error());
    }
    const nlohmann::json forDesk = {{"ticket", ticketSummary(ticket)}, {"reason", ticket.reason}};
    told = m_services.journal.event(tx,
                                    request.tenant,
                                    request.conversation,
                                    *form ? "ticket.updated" : "ticket.created",
                                    ticket.id.value,
                                    forDesk,
                                    proto::Audience::Operator,
                                    now);
    if (!told) {
        return fail(std::move(told).error());
    }
    for (LessonListener* listener : m_services.lessons) {
        if (auto noted = listener->onEscalated(tx, request.tenant, ticket); !noted) {
            return fail(std::move(noted).error());
        }
    }
    return done;
}

boost::asio::awaitable<Result<Handoff::Requested>> Handoff::onRequest(HandoffRequest request)
{
    auto job = [&](store::Transaction& tx) { return onRequestIn(tx, request); };
    auto scope = store::Scope::of(request.tenant);
    auto requested = co_await m_services.database.transact(scope, job);
    if (!requested && requested.error().problem == "not_open") {
        // Another request was faster, so this one now finds its ticket.
        requested = co_await m_services.database.transact(scope, job);
    }
    co_return requested;
}

Result<Handoff::Requested> Handoff::onRequestIn(store::Transaction& tx, HandoffRequest request) const
{
    auto conversation = m_services.conversations.find(tx, request.conversation);
    if (!conversation) {
        return fail(std::move(conversation).error());
    }
    if (!*conversation) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    auto waiting = m_services.tickets.findUnresolved(tx, request.conversation);
    if (!waiting) {
        return fail(std::move(waiting).error());
    }
    if (*waiting && (*conversation)->status != "open" && (*conversation)->status != "closed") {
        auto summary = waitingSummary(m_services, tx, **waiting);
        return summary ? Result<Requested>(Requested{std::move(**waiting), false, *std::move(summary)})
                       : fail(std::move(summary).error());
    }
    if ((*conversation)->status == "closed") {
        auto opened = m_services.conversations.changeOwner(
            tx, request.conversation, "closed", "open", {}, {}, m_services.clock.nowMs());
        if (!opened) {
            return fail(std::move(opened).error());
        }
    }
    request.customer = (*conversation)->customer;
    request.locale = (*conversation)->locale;
    auto messages = m_services.journal.log().messages(tx, request.conversation, true, 20);
    if (!messages) {
        return fail(std::move(messages).error());
    }
    for (const store::MessageRow& message : *messages) {
        if (message.sender == "user") {
            request.question = message.text;
        }
    }
    auto done = toQueue(tx, request);
    if (!done) {
        return fail(std::move(done).error());
    }
    return Requested{std::move(done->ticket), true, std::move(done->summary)};
}

} // namespace parley::server::desk
