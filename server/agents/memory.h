// SPDX-License-Identifier: MIT
#pragma once

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

    /// @errors Storage; Timeout the budget is used up
    boost::asio::awaitable<Result<Recollection>> recall(RecallRequest request, runtime::Budget budget);

private:
    desk::Services& m_services;
    desk::CustomerHistory m_earlier;
    /// The turns of a conversation are read again at each of its messages.
    nlp::CleanTexts m_texts;
};

} // namespace parley::server::agents
