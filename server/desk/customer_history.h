// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "server/store/memory_repository.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::desk {

/// Whose earlier conversations are wanted, and what for.
struct HistoryQuery {
    TenantId tenant;
    /// The one that goes on now: it is left out, and its customer is the one that is meant.
    ConversationId conversation;
    /// Whoever asks proved to be the conversation's customer: Turn::isVerified, ToolContext::isVerified.
    bool isVerified = false;
    /// Without personal details; empty: the newest are wanted.
    std::string question;
    std::size_t conversations = 3;
    std::size_t passages = 3;
};

/// What an earlier conversation came to. Personal details are left out ("[email]").
struct EarlierConversation {
    ConversationId id;
    std::string channel;
    std::int64_t lastMs = 0;
    std::string question;
    /// answered, unanswered, waiting, resolved
    std::string outcome;
    std::string resolution;
    std::string reference;
    double relevance = 0; ///< 0..1: share of the question's weight that it speaks of
};

/// Something that was said in one, likewise.
struct EarlierPassage {
    ConversationId conversation;
    /// user, agent, supporter
    std::string sender;
    std::string text;
    std::int64_t createdMs = 0;
    double relevance = 0; ///< as above
};

struct HistoryFound {
    /// The customer is proven; where it is not, nothing else is here.
    bool isVerified = false;
    std::vector<EarlierConversation> conversations; ///< most relevant first, then newest
    std::vector<EarlierPassage> passages;           ///< likewise; only those that speak of the question
};

/// Earlier conversations of a customer, across channels. Open to the proven customer alone: who merely names
/// a user id or an address, or comes back with a resume token, finds nothing.
/// @thread any I/O thread
class CustomerHistory {
public:
    explicit CustomerHistory(Services& services) : m_services(services) {}

    /// Reads at most the newest 50 conversations and 300 texts. Summaries that are missing or old are made on
    /// the way and kept.
    /// @errors Storage
    boost::asio::awaitable<Result<HistoryFound>> find(HistoryQuery query);

private:
    struct Read;
    Result<Read> readIn(store::ReadTransaction& tx, const HistoryQuery& query) const;

    Services& m_services;
};

} // namespace parley::server::desk
