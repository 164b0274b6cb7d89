// SPDX-License-Identifier: MIT
#include "server/store/feedback_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

const std::string kRated =
    "SELECT f.id, f.conversation_id, f.message_id, f.customer_id, f.rating, f.comment, f.created_ms, "
    "f.correction, f.corrected_by, f.corrected_by_name, f.corrected_ms, m.sender, m.author_name, m.text, "
    "(SELECT q.text FROM messages q WHERE q.conversation_id = f.conversation_id AND q.sender = 'user' "
    "AND q.seq < m.seq ORDER BY q.seq DESC LIMIT 1), m.run_id, "
    "(SELECT COUNT(*) FROM cache_replies r WHERE r.message_id = f.message_id) "
    "FROM feedback f JOIN messages m ON m.id = f.message_id ";

RatedAnswer ratedFrom(const Row& row)
{
    RatedAnswer rated;
    FeedbackRow& feedback = rated.feedback;
    feedback.id = row.text(0);
    feedback.conversation.value = row.text(1);
    feedback.message.value = row.text(2);
    feedback.customer.value = row.text(3);
    feedback.rating = row.integer(4);
    feedback.comment = row.text(5);
    feedback.createdMs = row.integer(6);
    feedback.correction = row.text(7);
    feedback.correctedBy = row.text(8);
    feedback.correctedByName = row.text(9);
    feedback.correctedMs = row.optionalInteger(10);
    rated.sender = row.text(11);
    rated.authorName = row.text(12);
    rated.answer = row.text(13);
    rated.question = row.text(14);
    rated.run.value = row.text(15);
    rated.isFromCache = row.integer(16) > 0;
    return rated;
}

} // namespace

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

Result<std::vector<RatedAnswer>>
FeedbackRepository::page(ReadTransaction& tx, std::int64_t rating, const std::string& before, int limit) const
{
    static const std::string kSql =
        kRated + "WHERE ($1 = 0 OR f.rating = $1) AND ($2 = '' OR f.id < $2) ORDER BY f.id DESC LIMIT $3";
    return allOf(tx.query(kSql, {rating, before, static_cast<std::int64_t>(limit)}),
                 ratedFrom,
                 "feedback.page");
}

Result<std::optional<RatedAnswer>> FeedbackRepository::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql = kRated + "WHERE f.id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), ratedFrom, "feedback.find");
}

Result<bool> FeedbackRepository::correct(Transaction& tx, const FeedbackRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE feedback SET correction = $2, corrected_by = $3, corrected_by_name = $4, corrected_ms = $5 "
        "WHERE id = $1";
    return wonOf(tx.execute(kSql,
                            {row.id,
                             textOrNull(row.correction),
                             textOrNull(row.correctedBy),
                             textOrNull(row.correctedByName),
                             orNull(row.correctedMs)}),
                 "feedback.correct");
}

} // namespace parley::server::store
