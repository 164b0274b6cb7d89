// SPDX-License-Identifier: MIT
#include "server/store/conversation_lock.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<bool> lockConversation(Transaction& tx, const ConversationId& conversation)
{
    static constexpr std::string_view kSql = "UPDATE conversations SET version = version WHERE id = $1";
    return wonOf(tx.execute(kSql, {conversation.value}), "conversations.lock");
}

} // namespace parley::server::store
