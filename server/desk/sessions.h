// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/store/database.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::desk {

/// Who opens a chat, as far as it is known.
struct OpenSession {
    TenantId tenant;
    std::string userId;
    std::string email;
    /// `userId` and `email` were proven (user_hash, an api client). Unproven ones never match an existing
    /// customer.
    bool isVerified = false;
    std::string locale;
    /// JSON object or empty.
    std::string metadata;
    std::string resumeToken;
    std::string channel = "web";
    /// The api client that begins it; empty: the customer.
    std::string apiClient;
};

/// An open chat.
struct Session {
    store::ConversationRow conversation;
    /// Opaque, works once, 30 days. Only its hash is stored.
    std::string resumeToken;
    std::vector<store::MessageRow> messages;
};

/// A conversation with what its reader may see of it.
struct Transcript {
    store::ConversationRow conversation;
    store::CustomerRow customer;
    std::vector<store::MessageRow> messages;
};

/// Opens, continues and shows the conversations of customers. @thread I/O
class Sessions {
public:
    explicit Sessions(Services& services) : m_services(services) {}

    /// Continues what the resume token or the proven identity belongs to, else begins a new conversation.
    /// @errors Storage, Unavailable the database
    boost::asio::awaitable<Result<Session>> open(OpenSession request);

    /// The proven customer's conversation of the channel that is not closed, else a new one: for api clients.
    /// @errors Storage, Unavailable the database
    boost::asio::awaitable<Result<store::ConversationRow>> continueFor(OpenSession request);

    /// @errors NotFound no such conversation; Storage
    boost::asio::awaitable<Result<store::ConversationRow>> find(TenantId tenant, ConversationId id);

    /// The newest 500 messages. @errors NotFound no such conversation; Storage
    boost::asio::awaitable<Result<Transcript>>
    transcript(TenantId tenant, ConversationId id, proto::Audience audience);

    /// @errors NotFound no such conversation; Storage
    boost::asio::awaitable<Result<void>>
    setNotifyEmail(TenantId tenant, ConversationId id, std::string email);

    /// @errors NotFound no such message of an agent or supporter in the conversation; Storage
    boost::asio::awaitable<Result<void>> giveFeedback(TenantId tenant, store::FeedbackRow feedback);

private:
    /// Two requests may introduce the same proven customer at once: the one that loses finds what the other
    /// made.
    template <class Job>
    auto twice(const TenantId& tenant, Job job)
        -> boost::asio::awaitable<decltype(job(std::declval<store::Transaction&>()))>
    {
        const auto scope = store::Scope::of(tenant);
        auto done = co_await m_services.database.transact(scope, job);
        if (!done && done.error().code == ErrorCode::Conflict) {
            done = co_await m_services.database.transact(scope, job);
        }
        co_return done;
    }

    Result<Session> openIn(store::Transaction& tx, const OpenSession& request) const;
    Result<std::optional<store::ConversationRow>> existing(store::Transaction& tx,
                                                           const OpenSession& request) const;
    Result<store::ConversationRow> begin(store::Transaction& tx, const OpenSession& request) const;

    Services& m_services;
};

} // namespace parley::server::desk
