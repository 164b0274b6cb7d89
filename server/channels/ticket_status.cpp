// SPDX-License-Identifier: MIT
#include "server/channels/ticket_status.h"

#include "server/desk/views.h"
#include "server/identity/customer_identity.h"
#include "server/security/digest.h"
#include "server/store/customer_book.h"
#include "server/store/form_repository.h"
#include "shared/core/text.h"

#include <nlohmann/json.hpp>

namespace parley::server::channels {

namespace {

/// One answer for a ticket that is not there and for one that is another's.
Error noTicket()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message =
        "There is no ticket with this reference for you. Check the reference and the e-mail address.";
    return error;
}

std::string upper(std::string text)
{
    for (char& c : text) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return text;
}

/// Whether they are the same address, told in the same time wherever they differ.
bool isSameAddress(const std::string& left, const std::string& right)
{
    return !left.empty() &&
           security::constantTimeEquals(security::digestHex(security::sha256(asciiLower(left))),
                                        security::digestHex(security::sha256(asciiLower(right))));
}

} // namespace

Result<bool> TicketStatusDesk::isProven(store::ReadTransaction& tx,
                                        const store::TicketRow& ticket,
                                        const StatusProof& proof) const
{
    if (proof.isOperator) {
        return true;
    }
    if (!proof.token.empty()) {
        auto submission = store::FormRepository().findByTicket(tx, ticket.id);
        if (!submission) {
            return fail(std::move(submission).error());
        }
        return *submission && security::constantTimeEquals(identity::resumeTokenHash(proof.token),
                                                           (*submission)->statusHash);
    }
    auto conversation = m_services.conversations.find(tx, ticket.conversation);
    auto customer = m_services.customers.find(tx, ticket.customer);
    if (!conversation || !customer) {
        return fail(!conversation ? conversation.error() : customer.error());
    }
    return (*conversation && isSameAddress((*conversation)->notifyEmail, proof.email)) ||
           (*customer && isSameAddress((*customer)->email, proof.email));
}

Result<store::TicketRow> TicketStatusDesk::ticketFor(store::ReadTransaction& tx,
                                                     const std::string& reference,
                                                     const StatusProof& proof) const
{
    auto ticket = m_services.tickets.find(tx, upper(std::string(trimmed(reference))));
    if (!ticket || !*ticket) {
        return fail(ticket ? noTicket() : std::move(ticket).error());
    }
    auto proven = isProven(tx, **ticket, proof);
    if (!proven || !*proven) {
        return fail(proven ? noTicket() : std::move(proven).error());
    }
    return std::move(**ticket);
}

boost::asio::awaitable<Result<TicketStatus>>
TicketStatusDesk::find(TenantId tenant, std::string reference, StatusProof proof)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<store::TicketRow> {
        auto ticket = ticketFor(tx, reference, proof);
        if (!ticket) {
            return ticket;
        }
        // A case that came after it is what the customer waits for.
        auto newest = m_services.tickets.findUnresolved(tx, ticket->conversation);
        if (!newest) {
            return fail(std::move(newest).error());
        }
        if (*newest) {
            ticket->status = (*newest)->status;
            ticket->assigneeName = (*newest)->assigneeName;
        }
        return ticket;
    };
    auto scope = store::Scope::of(tenant);
    auto ticket = co_await m_services.database.read(scope, job);
    if (!ticket) {
        co_return fail(std::move(ticket).error());
    }
    TicketStatus status;
    status.ticket = *std::move(ticket);
    status.isForOperator = proof.isOperator;
    const auto audience = proof.isOperator ? proto::Audience::Operator : proto::Audience::Customer;
    auto transcript = co_await m_sessions.transcript(std::move(tenant), status.ticket.conversation, audience);
    if (!transcript) {
        co_return fail(std::move(transcript).error());
    }
    status.messages = std::move(transcript->messages);
    co_return status;
}

boost::asio::awaitable<Result<desk::Accepted>>
TicketStatusDesk::add(std::string reference, std::string token, desk::InboundMessage inbound)
{
    if (auto checked = desk::checkMessageText(inbound.text); !checked) {
        co_return fail(std::move(checked).error());
    }
    StatusProof proof;
    proof.token = std::move(token);
    auto job = [&](store::Transaction& tx) -> Result<desk::Accepted> {
        auto ticket = ticketFor(tx, reference, proof);
        if (!ticket) {
            return fail(std::move(ticket).error());
        }
        desk::InboundMessage message = inbound;
        message.conversation = ticket->conversation;
        auto accepted = m_intake.acceptIn(tx, message);
        if (!accepted || accepted->isReplay || accepted->status != "open") {
            return accepted;
        }
        auto goesOn = store::FormRepository().goOn(tx, ticket->id, m_services.clock.nowMs());
        return goesOn ? Result<desk::Accepted>(*std::move(accepted))
                      : Result<desk::Accepted>(fail(std::move(goesOn).error()));
    };
    auto scope = store::Scope::of(inbound.tenant);
    auto accepted = co_await m_services.database.transact(scope, job);
    if (!accepted && accepted.error().code == ErrorCode::Conflict && accepted.error().problem.empty()) {
        // Two with one key at the same moment: this one finds what the other wrote.
        accepted = co_await m_services.database.transact(scope, job);
    }
    co_return accepted;
}

nlohmann::json statusView(const TicketStatus& status)
{
    const auto audience = status.isForOperator ? proto::Audience::Operator : proto::Audience::Customer;
    nlohmann::json messages = nlohmann::json::array();
    for (const store::MessageRow& message : status.messages) {
        messages.push_back(desk::messageView(message, audience));
    }
    const store::TicketRow& ticket = status.ticket;
    return {{"ticket_id", ticket.reference},
            {"status", ticket.status},
            {"created_at", toRfc3339(ticket.createdMs)},
            {"subject", ticket.subject},
            {"category", ticket.category},
            {"priority", ticket.priority},
            {"messages", std::move(messages)},
            {"assigned_to",
             ticket.assigneeName.empty() ? nlohmann::json() : nlohmann::json(ticket.assigneeName)}};
}

} // namespace parley::server::channels
