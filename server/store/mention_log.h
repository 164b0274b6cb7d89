// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

#include <string>
#include <vector>

namespace parley::server::store {

/// Whom a note names, as the conversation's log keeps it.
struct MentionRow {
    MessageId message;
    /// JSON: what the event `message.mentioned` says.
    std::string payload;
};

/// Reads who was named in notes. It is written as an event of the conversation. @thread database worker
class MentionLog {
public:
    /// In the order of the notes. @errors Storage
    Result<std::vector<MentionRow>> ofConversation(ReadTransaction& tx,
                                                   const ConversationId& conversation) const;
};

} // namespace parley::server::store
