// SPDX-License-Identifier: MIT
#include "server/desk/sessions.h"

#include "server/identity/customer_identity.h"
#include "server/store/customer_book.h"
#include "server/store/database.h"
#include "server/store/resolution_reading.h"

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr int kTranscriptLimit = 500;

bool hasUnread(const std::vector<store::MessageRow>& messages)
{
    return std::any_of(messages.begin(), messages.end(), [](const store::MessageRow& message) {
        return message.kind == "resolution" && !message.readMs;
    });
}

Error noConversation()
{
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = "There is no such conversation.";
    return error;
}

} // namespace

boost::asio::awaitable<Result<Session>> Sessions::open(OpenSession request)
{
    auto job = [&](store::Transaction& tx) { return openIn(tx, request); };
    co_return co_await twice(request.tenant, job);
}

Result<Session> Sessions::openIn(store::Transaction& tx, const OpenSession& request) const
{
    auto found = existing(tx, request);
    if (!found) {
        return fail(std::move(found).error());
    }
    Session session;
    if (*found) {
        session.conversation = std::move(**found);
    } else {
        auto begun = begin(tx, request);
        if (!begun) {
            return fail(std::move(begun).error());
        }
        session.conversation = *std::move(begun);
    }
    const std::int64_t now = m_services.clock.nowMs();
    const identity::ResumeToken fresh = identity::newResumeToken();
    session.resumeToken = fresh.token.reveal();
    store::ResumeTokenRow token;
    token.hash = fresh.hash;
    token.customer = session.conversation.customer;
    token.conversation = session.conversation.id;
    token.createdMs = now;
    token.expiresMs = now + identity::kResumeLifetimeMs;
    if (auto added = m_services.customers.addResumeToken(tx, token); !added) {
        return fail(std::move(added).error());
    }
    auto read =
        m_services.journal.log().markRead(tx, session.conversation.id, session.conversation.customerSeq, now);
    if (!read) {
        return fail(std::move(read).error());
    }
    auto messages = m_services.journal.log().messages(tx, session.conversation.id, true, kTranscriptLimit);
    if (!messages) {
        return fail(std::move(messages).error());
    }
    session.messages = *std::move(messages);
    return session;
}

Result<std::optional<store::ConversationRow>> Sessions::existing(store::Transaction& tx,
                                                                 const OpenSession& request) const
{
    std::optional<store::ResumeTokenRow> token;
    if (!request.resumeToken.empty()) {
        auto taken = m_services.customers.takeResumeToken(tx,
                                                          identity::resumeTokenHash(request.resumeToken),
                                                          m_services.clock.nowMs());
        if (!taken) {
            return fail(std::move(taken).error());
        }
        token = *std::move(taken);
    }
    if (request.isVerified && !request.userId.empty()) {
        auto customer = m_services.customers.findVerified(tx, request.userId);
        if (!customer) {
            return fail(std::move(customer).error());
        }
        if (*customer) {
            return m_services.conversations.findCurrent(tx, (*customer)->id, request.channel);
        }
        // Whoever proves an identity for the first time does not take over what somebody else began unproven.
        return std::optional<store::ConversationRow>();
    }
    if (!token) {
        return std::optional<store::ConversationRow>();
    }
    return m_services.conversations.find(tx, token->conversation);
}

Result<store::ConversationRow> Sessions::begin(store::Transaction& tx, const OpenSession& request) const
{
    const std::int64_t now = m_services.clock.nowMs();
    store::ConversationRow conversation;
    std::optional<store::CustomerRow> known;
    if (request.isVerified && !request.userId.empty()) {
        auto found = m_services.customers.findVerified(tx, request.userId);
        if (!found) {
            return fail(std::move(found).error());
        }
        known = *std::move(found);
    }
    if (known) {
        // A merger or an erasure that goes on at the same time comes before this, or sees the conversation.
        auto isThere = store::CustomerBook().touch(tx, known->id, now);
        if (!isThere) {
            return fail(std::move(isThere).error());
        }
        if (!*isThere) {
            return fail(ErrorCode::Conflict, "The customer was changed at the same moment; try again.");
        }
    }
    if (!known) {
        store::CustomerRow customer;
        customer.id = m_services.ids.make<CustomerId>();
        customer.userId = request.userId;
        customer.email = request.email;
        customer.verified = request.isVerified;
        customer.locale = request.locale;
        customer.metadata = request.metadata;
        customer.createdMs = now;
        customer.lastMs = now;
        if (auto created = m_services.customers.create(tx, customer); !created) {
            return fail(std::move(created).error());
        }
        known = std::move(customer);
    }
    conversation.id = m_services.ids.make<ConversationId>();
    conversation.customer = known->id;
    conversation.channel = request.channel;
    conversation.status = "open";
    conversation.locale = request.locale;
    conversation.apiClient = request.apiClient;
    conversation.createdMs = now;
    conversation.lastMs = now;
    if (auto created = m_services.conversations.create(tx, conversation); !created) {
        return fail(std::move(created).error());
    }
    return conversation;
}

boost::asio::awaitable<Result<store::ConversationRow>> Sessions::continueFor(OpenSession request)
{
    auto job = [&](store::Transaction& tx) -> Result<store::ConversationRow> {
        auto found = existing(tx, request);
        if (!found) {
            return fail(std::move(found).error());
        }
        if (*found) {
            return std::move(**found);
        }
        return begin(tx, request);
    };
    co_return co_await twice(request.tenant, job);
}

boost::asio::awaitable<Result<store::ConversationRow>> Sessions::find(TenantId tenant, ConversationId id)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<store::ConversationRow> {
        auto found = m_services.conversations.find(tx, id);
        if (!found) {
            return fail(std::move(found).error());
        }
        if (!*found) {
            return fail(noConversation());
        }
        return std::move(**found);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.read(scope, job);
}

boost::asio::awaitable<Result<Transcript>>
Sessions::transcript(TenantId tenant, ConversationId id, proto::Audience audience)
{
    auto job = [&](store::ReadTransaction& tx) -> Result<Transcript> {
        auto found = m_services.conversations.find(tx, id);
        if (!found || !*found) {
            return fail(found ? noConversation() : std::move(found).error());
        }
        Transcript transcript;
        transcript.conversation = std::move(**found);
        auto customer = m_services.customers.find(tx, transcript.conversation.customer);
        if (!customer) {
            return fail(std::move(customer).error());
        }
        if (*customer) {
            transcript.customer = std::move(**customer);
        }
        const bool forCustomer = audience == proto::Audience::Customer;
        auto messages = m_services.journal.log().messages(tx, id, forCustomer, kTranscriptLimit);
        if (!messages) {
            return fail(std::move(messages).error());
        }
        transcript.messages = *std::move(messages);
        return transcript;
    };
    auto scope = store::Scope::of(tenant);
    auto transcript = co_await m_services.database.read(scope, job);
    if (!transcript || audience != proto::Audience::Customer || !hasUnread(transcript->messages)) {
        co_return transcript;
    }
    // Read and marked at once: what is shown cannot be taken back, what was taken back is not shown.
    auto mark = [&](store::Transaction& tx) -> Result<Transcript> {
        auto seen = job(tx);
        if (!seen) {
            return seen;
        }
        std::vector<store::MessageRow> shown;
        for (store::MessageRow& message : seen->messages) {
            auto isThere = Result<bool>(true);
            if (message.kind == "resolution" && !message.readMs) {
                isThere = store::ResolutionReading().mark(tx, message.id, m_services.clock.nowMs());
            }
            if (!isThere) {
                return fail(std::move(isThere).error());
            }
            if (*isThere) {
                shown.push_back(std::move(message));
            }
        }
        seen->messages = std::move(shown);
        return seen;
    };
    co_return co_await m_services.database.transact(scope, mark);
}

boost::asio::awaitable<Result<void>>
Sessions::setNotifyEmail(TenantId tenant, ConversationId id, std::string email)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto found = m_services.conversations.find(tx, id);
        if (!found || !*found) {
            return fail(found ? noConversation() : std::move(found).error());
        }
        return m_services.conversations.setNotifyEmail(tx, id, email);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> Sessions::giveFeedback(TenantId tenant, store::FeedbackRow feedback)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto message = m_services.journal.log().findMessage(tx, feedback.message);
        if (!message) {
            return fail(std::move(message).error());
        }
        const bool isRateable = *message && (*message)->conversation == feedback.conversation &&
                                ((*message)->sender == "agent" || (*message)->sender == "supporter") &&
                                (*message)->kind != "note";
        if (!isRateable) {
            return fail(ErrorCode::NotFound, "There is no such answer in this conversation.");
        }
        auto conversation = m_services.conversations.find(tx, feedback.conversation);
        if (!conversation || !*conversation) {
            return fail(conversation ? noConversation() : std::move(conversation).error());
        }
        feedback.id = m_services.ids.next();
        feedback.customer = (*conversation)->customer;
        feedback.createdMs = m_services.clock.nowMs();
        if (auto put = m_services.feedback.put(tx, feedback); !put) {
            return put;
        }
        for (LessonListener* listener : m_services.lessons) {
            if (auto learnt = listener->onRated(tx, tenant, **message, feedback); !learnt) {
                return learnt;
            }
        }
        return {};
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_services.database.transact(scope, job);
}

} // namespace parley::server::desk
