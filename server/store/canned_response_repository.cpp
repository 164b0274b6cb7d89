// SPDX-License-Identifier: MIT
#include "server/store/canned_response_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kColumns = "id, shortcut, title, text, created_ms, updated_ms";

CannedResponseRow fromRow(const Row& row)
{
    CannedResponseRow response;
    response.id = row.text(0);
    response.shortcut = row.text(1);
    response.title = row.text(2);
    response.text = row.text(3);
    response.createdMs = row.integer(4);
    response.updatedMs = row.integer(5);
    return response;
}

} // namespace

Result<void> CannedResponseRepository::create(Transaction& tx, const CannedResponseRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO canned_responses (id, shortcut, title, text, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6)";
    return doneOf(tx.execute(kSql, {row.id, row.shortcut, row.title, row.text, row.createdMs, row.updatedMs}),
                  "cannedResponses.create");
}

Result<bool> CannedResponseRepository::update(Transaction& tx, const CannedResponseRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE canned_responses SET shortcut = $2, title = $3, text = $4, updated_ms = $5 WHERE id = $1";
    return wonOf(tx.execute(kSql, {row.id, row.shortcut, row.title, row.text, row.updatedMs}),
                 "cannedResponses.update");
}

Result<bool> CannedResponseRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM canned_responses WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "cannedResponses.remove");
}

Result<std::optional<CannedResponseRow>> CannedResponseRepository::find(ReadTransaction& tx,
                                                                        const std::string& id) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM canned_responses WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "cannedResponses.find");
}

Result<std::vector<CannedResponseRow>>
CannedResponseRepository::list(ReadTransaction& tx, const std::string& after, int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) + " FROM canned_responses WHERE id > $1 ORDER BY id LIMIT $2";
    return allOf(tx.query(kSql, {after, static_cast<std::int64_t>(limit)}), fromRow, "cannedResponses.list");
}

} // namespace parley::server::store
