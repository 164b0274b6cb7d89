// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_book.h"
#include "server/desk/intake.h"
#include "server/desk/services.h"

#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>

namespace parley::server::channels {

/// A form that was filled in. Lengths and values are the caller's to check.
struct FormMessage {
    TenantId tenant;
    /// Of several forms; empty: the first that is switched on.
    std::string channel;
    std::string name;
    std::string email;
    std::string subject;
    std::string message;
    std::string category = "general";
    /// These two shape the estimate alone.
    std::string priority = "medium";
    std::string plan;
    std::string locale;
    /// The Idempotency-Key, or empty; and SHA-256 of the body it came with.
    std::string key;
    std::string bodyHash;
};

/// A form that is safe on the disk.
struct FormReceived {
    store::TicketRow ticket;
    desk::Accepted accepted;
    /// Opens the ticket's status. Empty where the form had been sent before: it is told once.
    std::string statusToken;
    /// "within 24 hours".
    std::string responseTime;
    /// What the customer reads.
    std::string text;
};

/// Takes what comes by contact forms: a customer, a conversation with its message and run, and a ticket whose
/// reference the customer gets at once; all of it in one transaction. The ticket is `open` while the agents
/// have the conversation, resolved by their answer, and goes to people under the same reference where they
/// hand over. Who names an address has proven nothing: the message is filed with the customer of that
/// address, and opens nothing of his. @thread I/O
class WebForm {
public:
    /// What the daemon knows of a tenant.
    struct TenantFacts {
        std::string name;
        std::string ticketPrefix;
    };

    WebForm(desk::Services& services,
            const desk::Intake& intake,
            ChannelBook& channels,
            std::function<TenantFacts(const TenantId&)> factsOf);

    /// @errors Forbidden (`channel_off`) there is no form to send; NotFound none of this id; Conflict the key
    /// was used with another body; Storage, Unavailable the database
    boost::asio::awaitable<Result<FormReceived>> submit(FormMessage form);

private:
    Result<FormReceived>
    submitIn(store::Transaction& tx, const FormMessage& form, const store::ChannelRow& channel) const;
    Result<std::optional<FormReceived>> replayOf(store::ReadTransaction& tx, const FormMessage& form) const;
    Result<store::CustomerRow> customerOf(store::Transaction& tx, const FormMessage& form) const;
    Result<store::TicketRow> ticketOf(store::Transaction& tx,
                                      const FormMessage& form,
                                      const ConversationId& conversation,
                                      const CustomerId& customer) const;
    Result<void> tell(store::Transaction& tx,
                      const FormMessage& form,
                      const store::CustomerRow& customer,
                      const FormReceived& received) const;
    Result<void> word(store::ReadTransaction& tx,
                      const FormMessage& form,
                      const store::ChannelRow& channel,
                      FormReceived& received) const;

    desk::Services& m_services;
    const desk::Intake& m_intake;
    ChannelBook& m_channels;
    const std::function<TenantFacts(const TenantId&)> m_factsOf;
};

/// Names a form's message in the log of effects: the same key of another customer is another message.
std::string formEffect(const std::string& email, const std::string& key);

} // namespace parley::server::channels
