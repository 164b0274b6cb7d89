// SPDX-License-Identifier: MIT
#include "server/store/gap_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

const std::string kGaps =
    "SELECT g.id, g.gap_key, g.status, g.asked, g.first_ms, g.last_ms, g.closed_by, g.closed_ticket, "
    "g.closed_ms, (SELECT q.question FROM gap_questions q WHERE q.gap_id = g.id "
    "ORDER BY q.created_ms DESC, q.ticket_id DESC LIMIT 1) FROM knowledge_gaps g ";

GapRow gapFrom(const Row& row)
{
    GapRow gap;
    gap.id = row.text(0);
    gap.key = row.text(1);
    gap.status = row.text(2);
    gap.asked = row.integer(3);
    gap.firstMs = row.integer(4);
    gap.lastMs = row.integer(5);
    gap.closedBy = row.text(6);
    gap.closedTicket.value = row.text(7);
    gap.closedMs = row.optionalInteger(8);
    gap.question = row.text(9);
    return gap;
}

} // namespace

Result<std::optional<GapRow>> GapRepository::findByKey(ReadTransaction& tx, const std::string& key) const
{
    static const std::string kSql = kGaps + "WHERE g.gap_key = $1";
    return firstOf(tx.queryOptional(kSql, {key}), gapFrom, "gaps.findByKey");
}

Result<std::optional<GapRow>> GapRepository::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql = kGaps + "WHERE g.id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), gapFrom, "gaps.find");
}

Result<std::optional<GapRow>> GapRepository::ofTicket(ReadTransaction& tx, const TicketId& ticket) const
{
    static const std::string kSql =
        kGaps + "WHERE g.id = (SELECT t.gap_id FROM gap_questions t WHERE t.ticket_id = $1)";
    return firstOf(tx.queryOptional(kSql, {ticket.value}), gapFrom, "gaps.ofTicket");
}

Result<std::vector<GapRow>> GapRepository::newest(ReadTransaction& tx, int limit) const
{
    static const std::string kSql = kGaps + "ORDER BY g.last_ms DESC, g.id DESC LIMIT $1";
    return allOf(tx.query(kSql, {static_cast<std::int64_t>(limit)}), gapFrom, "gaps.newest");
}

Result<std::vector<GapRow>> GapRepository::page(ReadTransaction& tx, const GapFilter& filter) const
{
    static const std::string kSql = kGaps +
                                    "WHERE ($1 = '' OR g.status = $1) AND EXISTS "
                                    "(SELECT 1 FROM gap_questions w WHERE w.gap_id = g.id) "
                                    "ORDER BY g.asked DESC, g.last_ms DESC, g.id DESC LIMIT $2 OFFSET $3";
    return allOf(tx.query(kSql,
                          {filter.status,
                           static_cast<std::int64_t>(filter.limit),
                           static_cast<std::int64_t>(filter.offset)}),
                 gapFrom,
                 "gaps.page");
}

Result<std::string> GapRepository::create(Transaction& tx, const GapRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO knowledge_gaps (id, gap_key, status, asked, first_ms, last_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (gap_key) DO UPDATE SET "
        "asked = knowledge_gaps.asked + 1, last_ms = $6, status = 'open' RETURNING id";
    auto read = [](const Row& made) { return made.text(0); };
    auto id =
        firstOf(tx.queryOptional(kSql, {row.id, row.key, row.status, row.asked, row.firstMs, row.lastMs}),
                read,
                "gaps.create");
    if (!id) {
        return fail(std::move(id).error());
    }
    return id->value_or(row.id);
}

Result<void> GapRepository::askedAgain(Transaction& tx, const std::string& id, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE knowledge_gaps SET asked = asked + 1, last_ms = $2, status = 'open', closed_by = NULL, "
        "closed_ticket = NULL, closed_ms = NULL WHERE id = $1";
    return doneOf(tx.execute(kSql, {id, nowMs}), "gaps.askedAgain");
}

Result<void> GapRepository::addQuestion(Transaction& tx, const GapQuestionRow& row, int most) const
{
    static constexpr std::string_view kInsert =
        "INSERT INTO gap_questions (ticket_id, gap_id, conversation_id, question, created_ms) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
    static constexpr std::string_view kOld =
        "DELETE FROM gap_questions WHERE gap_id = $1 AND ticket_id NOT IN "
        "(SELECT n.ticket_id FROM gap_questions n WHERE n.gap_id = $1 "
        "ORDER BY n.created_ms DESC, n.ticket_id DESC LIMIT $2)";
    auto done =
        doneOf(tx.execute(kInsert,
                          {row.ticket.value, row.gap, row.conversation.value, row.question, row.createdMs}),
               "gaps.addQuestion");
    return done ? doneOf(tx.execute(kOld, {row.gap, static_cast<std::int64_t>(most)}), "gaps.addQuestion")
                : done;
}

Result<std::vector<GapQuestionRow>>
GapRepository::questions(ReadTransaction& tx, const std::string& gap, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT ticket_id, gap_id, conversation_id, question, created_ms FROM gap_questions "
        "WHERE gap_id = $1 ORDER BY created_ms DESC, ticket_id DESC LIMIT $2";
    auto read = [](const Row& row) {
        GapQuestionRow question;
        question.ticket.value = row.text(0);
        question.gap = row.text(1);
        question.conversation.value = row.text(2);
        question.question = row.text(3);
        question.createdMs = row.integer(4);
        return question;
    };
    return allOf(tx.query(kSql, {gap, static_cast<std::int64_t>(limit)}), read, "gaps.questions");
}

Result<bool> GapRepository::close(Transaction& tx, const GapRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE knowledge_gaps SET status = 'closed', closed_by = $2, closed_ticket = $3, closed_ms = $4 "
        "WHERE id = $1 AND status = 'open'";
    return wonOf(tx.execute(kSql,
                            {row.id,
                             textOrNull(row.closedBy),
                             textOrNull(row.closedTicket.value),
                             orNull(row.closedMs)}),
                 "gaps.close");
}

Result<bool> GapRepository::takeBack(Transaction& tx, const TicketId& ticket) const
{
    // An answer that came after the last time it was asked goes on closing it.
    static const std::string kNewest = " FROM gap_answers a WHERE a.gap_id = knowledge_gaps.id AND "
                                       "a.created_ms >= knowledge_gaps.last_ms ";
    static const std::string kFirst = kNewest + "ORDER BY a.created_ms DESC, a.ticket_id DESC LIMIT 1)";
    static const std::string kHandOn = "UPDATE knowledge_gaps SET closed_by = (SELECT a.author_id" + kFirst +
                                       ", closed_ticket = (SELECT a.ticket_id" + kFirst +
                                       ", closed_ms = (SELECT a.created_ms" + kFirst +
                                       " WHERE closed_ticket = $1 AND EXISTS (SELECT 1" + kNewest + ")";
    static constexpr std::string_view kOpen =
        "UPDATE knowledge_gaps SET status = 'open', closed_by = NULL, closed_ticket = NULL, "
        "closed_ms = NULL WHERE closed_ticket = $1";
    static constexpr std::string_view kAnswer = "DELETE FROM gap_answers WHERE ticket_id = $1";
    auto done = doneOf(tx.execute(kAnswer, {ticket.value}), "gaps.takeBack");
    if (done) {
        done = doneOf(tx.execute(kHandOn, {ticket.value}), "gaps.takeBack");
    }
    if (!done) {
        return fail(std::move(done).error());
    }
    auto opened = tx.execute(kOpen, {ticket.value});
    if (!opened) {
        return fail(std::move(opened).error().in("gaps.takeBack"));
    }
    return *opened > 0;
}

Result<void> GapRepository::putAnswer(Transaction& tx, const GapAnswerRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO gap_answers (ticket_id, gap_id, conversation_id, answer, author_id, author_name, "
        "created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7) "
        "ON CONFLICT (ticket_id) DO UPDATE SET answer = $4, author_id = $5, author_name = $6, "
        "created_ms = $7";
    return doneOf(tx.execute(kSql,
                             {row.ticket.value,
                              row.gap,
                              row.conversation.value,
                              row.answer,
                              textOrNull(row.authorId),
                              textOrNull(row.authorName),
                              row.createdMs}),
                  "gaps.putAnswer");
}

Result<std::optional<GapAnswerRow>> GapRepository::answer(ReadTransaction& tx, const std::string& gap) const
{
    static constexpr std::string_view kSql =
        "SELECT ticket_id, gap_id, conversation_id, answer, author_id, author_name, created_ms "
        "FROM gap_answers WHERE gap_id = $1 ORDER BY created_ms DESC, ticket_id DESC LIMIT 1";
    auto read = [](const Row& row) {
        GapAnswerRow answer;
        answer.ticket.value = row.text(0);
        answer.gap = row.text(1);
        answer.conversation.value = row.text(2);
        answer.answer = row.text(3);
        answer.authorId = row.text(4);
        answer.authorName = row.text(5);
        answer.createdMs = row.integer(6);
        return answer;
    };
    return firstOf(tx.queryOptional(kSql, {gap}), read, "gaps.answer");
}

Result<void> GapRepository::prune(Transaction& tx, int most) const
{
    static constexpr std::string_view kWordless =
        "DELETE FROM knowledge_gaps WHERE NOT EXISTS "
        "(SELECT 1 FROM gap_questions q WHERE q.gap_id = knowledge_gaps.id)";
    static constexpr std::string_view kOldest =
        "DELETE FROM knowledge_gaps WHERE id IN "
        "(SELECT g.id FROM knowledge_gaps g ORDER BY g.last_ms DESC, g.id DESC LIMIT 1000 OFFSET $1)";
    auto done = doneOf(tx.execute(kWordless), "gaps.prune");
    return done ? doneOf(tx.execute(kOldest, {static_cast<std::int64_t>(most)}), "gaps.prune") : done;
}

} // namespace parley::server::store
