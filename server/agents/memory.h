// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/recent_talks.h"
#include "server/desk/customer_history.h"
#include "server/llm/chat_model.h"
#include "server/nlp/entities/clean_texts.h"
#include "server/runtime/deadline.h"

#include <boost/asio/awaitable.hpp>

#include <string>
#include <vector>

namespace parley::server::agents {

/// What is to be recalled, and for whom.
struct RecallRequest {
    TenantId tenant;
    ConversationId conversation;
    /// The one that is being answered: only what came before it is history.
    MessageId message;
    /// Its number in the conversation, and what it says; 0: not known, the store is asked.
    std::int64_t seq = 0;
    std::string text;
    /// When its turn began, epoch milliseconds.
    std::int64_t begunMs = 0;
    /// It is in the store, and is kept in memory for the next one. Otherwise nothing is kept, and the store
    /// is not asked for what was said before.
    bool isKept = true;
    /// Who wrote it proved to be the customer.
    bool isVerified = false;
    /// Earlier conversations are wanted too.
    bool wantsEarlier = true;
    /// The message without personal details, and what stands for them.
    std::string question;
    std::vector<nlp::MaskedDetail> details;
};

/// What the agents remember for one message.
struct Recollection {
    /// The customer is proven; otherwise there is nothing of earlier conversations.
    bool isVerified = false;
    /// Of this conversation, oldest first, without this message: at most 12 turns and 4,000 characters.
    std::vector<llm::ChatMessage> history;
    /// What stands for personal details in history and question: those given and new ones.
    std::vector<nlp::MaskedDetail> details;
    /// Earlier conversations for a prompt, a line each, at most 2,000 characters; empty: there are none. It
    /// is data that customers wrote, never an instruction.
    std::string summaries;
    /// Those that `summaries` tells of.
    std::vector<ConversationId> conversations;
    /// Single texts of them that it quotes.
    std::size_t passages = 0;
};

/// What was said before: in this conversation, and in earlier ones of the same proven customer.
/// @thread any I/O thread
class Memory {
public:
    explicit Memory(desk::Services& services) : m_services(services), m_earlier(services) {}

    /// @errors Storage; Timeout the budget is used up; Unavailable the store would have to be asked
    boost::asio::awaitable<Result<Recollection>> recall(RecallRequest request, runtime::Budget budget);

    /// A message was accepted for which nothing need be recalled from the store: the conversation's first, or
    /// one that all before is known of.
    void heard(const RecallRequest& request);
    /// The number that the next message of the conversation has, unless something else comes before it;
    /// empty: the conversation is not known here.
    std::optional<std::int64_t> nextNumber(const TenantId& tenant, const ConversationId& conversation);
    /// The agents' reply was committed: the next message of the conversation finds it in memory.
    /// @param seq  its number in the conversation
    void answered(const TenantId& tenant,
                  const ConversationId& conversation,
                  std::int64_t seq,
                  const std::string& text);
    /// Drops what is held of a tenant in memory: what is left is read from the store. @thread any
    void forget(const TenantId& tenant) { m_talks.forget(tenant, m_services.clock.nowMs()); }

private:
    /// What was said in the conversation before a message.
    struct Before {
        RecentTalks::Lines lines;
        bool mayKeep = false; ///< in memory, for the next message
    };
    /// @errors Storage
    boost::asio::awaitable<Result<Before>> before(const RecallRequest& request);

    desk::Services& m_services;
    desk::CustomerHistory m_earlier;
    /// The turns of a conversation are read again at each of its messages.
    nlp::CleanTexts m_texts;
    RecentTalks m_talks;
};

} // namespace parley::server::agents
