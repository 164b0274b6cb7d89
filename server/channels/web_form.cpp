// SPDX-License-Identifier: MIT
#include "server/channels/web_form.h"

#include "server/channels/form_kind.h"
#include "server/channels/form_texts.h"
#include "server/channels/template_text.h"
#include "server/desk/case_terms.h"
#include "server/desk/reference.h"
#include "server/desk/views.h"
#include "server/identity/customer_identity.h"
#include "server/security/digest.h"
#include "server/store/customer_book.h"
#include "server/store/form_repository.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::channels {

using nlohmann::json;

namespace {

Error usedWithAnother()
{
    Error error;
    error.code = ErrorCode::Conflict;
    error.problem = "conflict";
    error.message = "This Idempotency-Key was used with another body.";
    return error;
}

Error noSuch(const char* what)
{
    return {ErrorCode::NotFound, std::string("There is no such ") + what + ".", {}, {}, {}, {}};
}

/// What the agents read and answer: the subject often asks what the message only explains.
std::string textOf(const FormMessage& form)
{
    const std::string subject(trimmed(form.subject));
    const bool isSaid = asciiLower(form.message).find(asciiLower(subject)) != std::string::npos;
    return isSaid ? form.message : subject + "\n\n" + form.message;
}

} // namespace

std::string formEffect(const std::string& email, const std::string& key)
{
    return "form:" + security::digestHex(security::sha256(asciiLower(email) + "\n" + key));
}

WebForm::WebForm(desk::Services& services,
                 const desk::Intake& intake,
                 ChannelBook& channels,
                 std::function<TenantFacts(const TenantId&)> factsOf)
    : m_services(services), m_intake(intake), m_channels(channels), m_factsOf(std::move(factsOf))
{}

boost::asio::awaitable<Result<FormReceived>> WebForm::submit(FormMessage form)
{
    auto channel = co_await m_channels.openOne(form.tenant, kFormChannel, form.channel);
    if (!channel) {
        co_return fail(std::move(channel).error());
    }
    auto job = [&](store::Transaction& tx) { return submitIn(tx, form, *channel); };
    auto scope = store::Scope::of(form.tenant);
    auto received = co_await m_services.database.transact(scope, job);
    const bool mayBeKnown =
        !received && received.error().code == ErrorCode::Conflict && received.error().problem.empty();
    if (mayBeKnown) {
        // Two at the same moment, with one key or of one new customer: this one finds what the other wrote.
        received = co_await m_services.database.transact(scope, job);
    }
    co_return received;
}

Result<std::optional<FormReceived>> WebForm::replayOf(store::ReadTransaction& tx,
                                                      const FormMessage& form) const
{
    if (form.key.empty()) {
        return std::optional<FormReceived>();
    }
    auto known = m_services.journal.log().findByEffect(tx, formEffect(form.email, form.key));
    if (!known || !*known) {
        return known ? Result<std::optional<FormReceived>>(std::optional<FormReceived>())
                     : fail(std::move(known).error());
    }
    if ((*known)->bodyHash != form.bodyHash) {
        return fail(usedWithAnother());
    }
    auto submission = store::FormRepository().findByConversation(tx, (*known)->conversation);
    if (!submission || !*submission) {
        return fail(submission ? noSuch("form") : std::move(submission).error());
    }
    auto ticket = m_services.tickets.find(tx, (*submission)->ticket.value);
    if (!ticket || !*ticket) {
        return fail(ticket ? noSuch("ticket") : std::move(ticket).error());
    }
    FormReceived received;
    received.ticket = std::move(**ticket);
    received.accepted.message = std::move(**known);
    received.accepted.isReplay = true;
    return std::optional<FormReceived>(std::move(received));
}

Result<store::CustomerRow> WebForm::customerOf(store::Transaction& tx, const FormMessage& form) const
{
    const std::int64_t now = m_services.clock.nowMs();
    const store::CustomerBook book;
    auto known = book.byEmail(tx, form.email);
    if (!known) {
        return fail(std::move(known).error());
    }
    if (*known) {
        // A merger or an erasure that goes on at the same time comes before this, or sees the conversation.
        auto isThere = book.touch(tx, (*known)->id, now);
        if (!isThere) {
            return fail(std::move(isThere).error());
        }
        if (!*isThere) {
            return fail(ErrorCode::Conflict, "The customer was changed at the same moment; try again.");
        }
        return std::move(**known);
    }
    store::CustomerRow customer;
    customer.id = m_services.ids.make<CustomerId>();
    customer.name = form.name;
    customer.email = form.email;
    customer.locale = form.locale;
    customer.createdMs = customer.lastMs = now;
    if (auto created = m_services.customers.create(tx, customer); !created) {
        return fail(std::move(created).error());
    }
    return customer;
}

Result<store::TicketRow> WebForm::ticketOf(store::Transaction& tx,
                                           const FormMessage& form,
                                           const ConversationId& conversation,
                                           const CustomerId& customer) const
{
    const std::int64_t now = m_services.clock.nowMs();
    auto reference = desk::newReference(tx, m_services.tickets, m_factsOf(form.tenant).ticketPrefix, now);
    if (!reference) {
        return fail(std::move(reference).error());
    }
    store::TicketRow ticket;
    ticket.id = m_services.ids.make<TicketId>();
    ticket.reference = *std::move(reference);
    ticket.conversation = conversation;
    ticket.customer = customer;
    ticket.status = "open";
    ticket.category = form.category;
    ticket.priority = "medium";
    ticket.subject = form.subject;
    ticket.reason = store::kFormReason;
    ticket.question = textOf(form);
    ticket.createdMs = ticket.updatedMs = now;
    auto settings = desk::settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    if (auto opened = desk::openTicket(m_services, tx, *settings, ticket); !opened) {
        return fail(std::move(opened).error());
    }
    return ticket;
}

Result<void> WebForm::word(store::ReadTransaction& tx,
                           const FormMessage& form,
                           const store::ChannelRow& channel,
                           FormReceived& received) const
{
    auto settings = desk::settingsOf(m_services, tx);
    if (!settings) {
        return fail(std::move(settings).error());
    }
    const json config = findChannelKind(kFormChannel)->configOf(channel);
    auto minutes = config["response_times"][form.priority].get<std::int64_t>();
    if (const auto level = settings->sla.find(form.plan); level != settings->sla.end()) {
        minutes = std::min<std::int64_t>(minutes, std::max(level->second.firstResponseMinutes, 1));
    }
    received.responseTime = responseTimeText(form.locale, minutes);
    const json own = json::parse(channel.templates, nullptr, false);
    const std::string text = own.is_object() && own.contains("received")
                                 ? own["received"].get<std::string>()
                                 : std::string(receivedText(form.locale));
    received.text = filledIn(text,
                             {{"name", form.name},
                              {"reference", received.ticket.reference},
                              {"subject", form.subject},
                              {"response_time", received.responseTime},
                              {"organisation", m_factsOf(form.tenant).name}});
    return {};
}

Result<FormReceived>
WebForm::submitIn(store::Transaction& tx, const FormMessage& form, const store::ChannelRow& channel) const
{
    auto replay = replayOf(tx, form);
    if (!replay) {
        return fail(std::move(replay).error());
    }
    if (*replay) {
        auto worded = word(tx, form, channel, **replay);
        return worded ? Result<FormReceived>(std::move(**replay)) : fail(std::move(worded).error());
    }
    const std::int64_t now = m_services.clock.nowMs();
    auto customer = customerOf(tx, form);
    if (!customer) {
        return fail(std::move(customer).error());
    }
    store::ConversationRow conversation;
    conversation.id = m_services.ids.make<ConversationId>();
    conversation.customer = customer->id;
    conversation.channel = kFormChannel;
    conversation.status = "open";
    conversation.locale = form.locale;
    conversation.createdMs = conversation.lastMs = now;
    const store::FormRepository forms;
    auto done = m_services.conversations.create(tx, conversation);
    if (done) {
        done = forms.describe(tx, conversation.id, form.subject, form.email);
    }
    if (!done) {
        return fail(std::move(done).error());
    }
    auto ticket = ticketOf(tx, form, conversation.id, customer->id);
    if (!ticket) {
        return fail(std::move(ticket).error());
    }
    FormReceived received;
    received.ticket = *std::move(ticket);
    // The same kind of secret as the one that continues a chat.
    const identity::ResumeToken token = identity::newResumeToken();
    received.statusToken = token.token.reveal();
    if (auto added = forms.add(tx, {conversation.id, channel.id, received.ticket.id, token.hash, now});
        !added) {
        return fail(std::move(added).error());
    }
    desk::InboundMessage inbound;
    inbound.tenant = form.tenant;
    inbound.conversation = conversation.id;
    inbound.text = textOf(form);
    inbound.effectKey = form.key.empty() ? std::string() : formEffect(form.email, form.key);
    inbound.bodyHash = form.bodyHash;
    auto accepted = m_intake.acceptIn(tx, inbound);
    if (!accepted) {
        return fail(std::move(accepted).error());
    }
    if (accepted->isReplay) {
        // The other came in between, while this one waited for their customer: all of this is undone.
        return fail(ErrorCode::Conflict, "The form was sent twice at the same moment.");
    }
    received.accepted = *std::move(accepted);
    if (auto told = tell(tx, form, *customer, received); !told) {
        return fail(std::move(told).error());
    }
    if (auto worded = word(tx, form, channel, received); !worded) {
        return fail(std::move(worded).error());
    }
    return received;
}

/// What operators see of it besides the message.
Result<void> WebForm::tell(store::Transaction& tx,
                           const FormMessage& form,
                           const store::CustomerRow& customer,
                           const FormReceived& received) const
{
    const std::int64_t now = m_services.clock.nowMs();
    if (customer.verified) {
        store::MessageRow note;
        note.id = m_services.ids.make<MessageId>();
        note.conversation = received.ticket.conversation;
        note.sender = "system";
        note.kind = "note";
        note.text = unprovenNote();
        note.createdMs = now;
        if (auto noted = m_services.journal.message(tx, form.tenant, note); !noted) {
            return fail(std::move(noted).error());
        }
    }
    return m_services.journal.event(tx,
                                    form.tenant,
                                    received.ticket.conversation,
                                    "ticket.created",
                                    received.ticket.id.value,
                                    {{"ticket", desk::ticketSummary(received.ticket)},
                                     {"reason", received.ticket.reason}},
                                    proto::Audience::Operator,
                                    now);
}

} // namespace parley::server::channels
