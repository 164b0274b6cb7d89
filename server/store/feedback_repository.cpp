// SPDX-License-Identifier: MIT
#include "server/store/feedback_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

Result<void> FeedbackRepository::put(Transaction& tx, const FeedbackRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO feedback (id, conversation_id, message_id, customer_id, rating, comment, created_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7) "
        "ON CONFLICT (message_id) DO UPDATE SET rating = $5, comment = $6, created_ms = $7";
    return doneOf(tx.execute(kSql,
                             {row.id,
                              row.conversation.value,
                              row.message.value,
                              row.customer.value,
                              row.rating,
                              textOrNull(row.comment),
                              row.createdMs}),
                  "feedback.put");
}

} // namespace parley::server::store
