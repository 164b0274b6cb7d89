// SPDX-License-Identifier: MIT
#include "server/store/mention_log.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<std::vector<MentionRow>> MentionLog::ofConversation(ReadTransaction& tx,
                                                           const ConversationId& conversation) const
{
    static constexpr std::string_view kSql = "SELECT ref, payload FROM events WHERE conversation_id = $1 AND "
                                             "type = 'message.mentioned' ORDER BY seq";
    auto read = [](const Row& row) {
        MentionRow mention;
        mention.message.value = row.text(0);
        mention.payload = row.text(1);
        return mention;
    };
    return allOf(tx.query(kSql, {conversation.value}), read, "mentionLog.ofConversation");
}

} // namespace parley::server::store
