// SPDX-License-Identifier: MIT
#include "server/desk/ticket_opening.h"

#include "server/desk/case_terms.h"
#include "server/desk/reference.h"
#include "server/desk/views.h"
#include "server/store/database.h"

#include <nlohmann/json.hpp>

namespace parley::server::desk {

Result<TicketOpening::Opened> TicketOpening::openIn(store::Transaction& tx, const TicketWish& wish) const
{
    auto conversation = m_services.conversations.find(tx, wish.conversation);
    if (!conversation) {
        return fail(std::move(conversation).error());
    }
    if (!*conversation) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    auto waiting = m_services.tickets.findUnresolved(tx, wish.conversation);
    if (!waiting) {
        return fail(std::move(waiting).error());
    }
    if (*waiting) {
        return Opened{std::move(**waiting), false};
    }
    const std::int64_t now = m_services.clock.nowMs();
    auto reference = newReference(tx, m_services.tickets, wish.ticketPrefix, now);
    if (!reference) {
        return fail(std::move(reference).error());
    }
    Opened opened;
    opened.isNew = true;
    store::TicketRow& ticket = opened.ticket;
    ticket.id = m_services.ids.make<TicketId>();
    ticket.reference = *std::move(reference);
    ticket.conversation = wish.conversation;
    ticket.customer = (*conversation)->customer;
    ticket.run = wish.run;
    ticket.status = "open";
    ticket.category = wish.category;
    ticket.priority = wish.priority;
    ticket.subject = wish.subject;
    ticket.reason = "customer_request";
    ticket.question = wish.description.empty() ? wish.subject : wish.description;
    ticket.createdMs = ticket.updatedMs = now;
    auto team = teamFor(tx, ticket.category);
    if (!team) {
        return fail(std::move(team).error());
    }
    ticket.teamId = *std::move(team);
    auto settings = settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    if (auto made = openTicket(m_services, tx, *settings, ticket); !made) {
        return fail(std::move(made).error());
    }
    const nlohmann::json payload = {{"ticket", ticketSummary(ticket)}, {"reason", ticket.reason}};
    auto told = m_services.journal.event(tx,
                                         wish.tenant,
                                         wish.conversation,
                                         "ticket.created",
                                         ticket.id.value,
                                         payload,
                                         proto::Audience::Operator,
                                         now);
    return told ? Result<Opened>(std::move(opened)) : Result<Opened>(fail(std::move(told).error()));
}

boost::asio::awaitable<Result<TicketOpening::Opened>> TicketOpening::open(TicketWish wish)
{
    auto job = [&](store::Transaction& tx) { return openIn(tx, wish); };
    auto scope = store::Scope::of(wish.tenant);
    co_return co_await m_services.database.transact(scope, job);
}

} // namespace parley::server::desk
