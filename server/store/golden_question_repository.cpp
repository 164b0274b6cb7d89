// SPDX-License-Identifier: MIT
#include "server/store/golden_question_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

GoldenQuestionRow fromRow(const Row& row)
{
    GoldenQuestionRow question;
    question.id = row.text(0);
    question.question = row.text(1);
    question.expectation = row.text(2);
    question.enabled = row.boolean(3);
    question.createdMs = row.integer(4);
    question.updatedMs = row.integer(5);
    return question;
}

} // namespace

Result<void> GoldenQuestionRepository::create(Transaction& tx, const GoldenQuestionRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO golden_questions (id, question, expectation, enabled, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)";
    const Params params{row.id,
                        row.question,
                        row.expectation,
                        std::int64_t{row.enabled ? 1 : 0},
                        row.createdMs,
                        row.updatedMs};
    return doneOf(tx.execute(kSql, params), "goldenQuestions.create");
}

Result<bool> GoldenQuestionRepository::update(Transaction& tx, const GoldenQuestionRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE golden_questions SET question = $1, expectation = $2, enabled = $3, updated_ms = $4 "
        "WHERE id = $5";
    const Params params{
        row.question, row.expectation, std::int64_t{row.enabled ? 1 : 0}, row.updatedMs, row.id};
    return wonOf(tx.execute(kSql, params), "goldenQuestions.update");
}

Result<bool> GoldenQuestionRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM golden_questions WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "goldenQuestions.remove");
}

Result<std::optional<GoldenQuestionRow>> GoldenQuestionRepository::find(ReadTransaction& tx,
                                                                        const std::string& id) const
{
    static constexpr std::string_view kSql =
        "SELECT id, question, expectation, enabled, created_ms, updated_ms FROM golden_questions "
        "WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "goldenQuestions.find");
}

Result<std::vector<GoldenQuestionRow>>
GoldenQuestionRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id, question, expectation, enabled, created_ms, updated_ms FROM golden_questions "
        "WHERE id > $1 ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, std::int64_t{limit}}), fromRow, "goldenQuestions.list");
}

Result<std::vector<GoldenQuestionRow>> GoldenQuestionRepository::enabled(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT id, question, expectation, enabled, created_ms, updated_ms FROM golden_questions "
        "WHERE enabled = 1 ORDER BY id";
    return allOf(tx.query(kSql), fromRow, "goldenQuestions.enabled");
}

Result<std::int64_t> GoldenQuestionRepository::count(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql = "SELECT count(*) FROM golden_questions";
    auto read = [](const Row& row) { return row.integer(0); };
    auto found = firstOf(tx.queryOptional(kSql), read, "goldenQuestions.count");
    return found ? Result<std::int64_t>(found->value_or(0)) : Result<std::int64_t>(fail(found.error()));
}

Result<std::string> GoldenQuestionRepository::mark(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT count(*), max(updated_ms), max(id) FROM golden_questions WHERE enabled = 1";
    auto read = [](const Row& row) {
        return row.integer(0) == 0 ? std::string("0")
                                   : std::to_string(row.integer(0)) + "@" + std::to_string(row.integer(1)) +
                                         "@" + row.text(2);
    };
    auto found = firstOf(tx.queryOptional(kSql), read, "goldenQuestions.mark");
    return found ? Result<std::string>(found->value_or("0")) : Result<std::string>(fail(found.error()));
}

} // namespace parley::server::store
