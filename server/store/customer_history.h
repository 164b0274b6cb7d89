// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/conversation_repository.h"
#include "server/store/ticket_repository.h"

#include <vector>

namespace parley::server::store {

/// What a customer wrote about before. @thread database worker
class CustomerHistory {
public:
    /// The customer's other conversations, newest first. @errors Storage
    Result<std::vector<ConversationRow>> conversations(ReadTransaction& tx,
                                                       const CustomerId& customer,
                                                       const ConversationId& except,
                                                       int limit) const;
    /// The customer's tickets, newest first; without question, draft and context. @errors Storage
    Result<std::vector<TicketRow>> tickets(ReadTransaction& tx, const CustomerId& customer, int limit) const;
};

} // namespace parley::server::store
