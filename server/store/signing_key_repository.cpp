// SPDX-License-Identifier: MIT
#include "server/store/signing_key_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

SigningKeyRow fromRow(const Row& row)
{
    SigningKeyRow key;
    key.kid = row.text(0);
    key.privateKey = row.text(1);
    key.publicKey = row.text(2);
    key.createdMs = row.integer(3);
    key.retiredMs = row.optionalInteger(4);
    return key;
}

} // namespace

Result<void> SigningKeyRepository::add(Transaction& tx, const SigningKeyRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO signing_keys (kid, private_key, public_key, created_ms) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT DO NOTHING";
    const Params params{row.kid, textOrNull(row.privateKey), row.publicKey, row.createdMs};
    return doneOf(tx.execute(kSql, params), "signingKeys.add");
}

Result<std::vector<SigningKeyRow>> SigningKeyRepository::list(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT kid, private_key, public_key, created_ms, retired_ms FROM signing_keys "
        "ORDER BY created_ms DESC, kid";
    return allOf(tx.query(kSql), fromRow, "signingKeys.list");
}

Result<bool> SigningKeyRepository::retire(Transaction& tx, const std::string& kid, std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE signing_keys SET retired_ms = $1 WHERE kid = $2 AND retired_ms IS NULL";
    return wonOf(tx.execute(kSql, {nowMs, kid}), "signingKeys.retire");
}

Result<void> SigningKeyRepository::deleteRetired(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql = "DELETE FROM signing_keys WHERE retired_ms < $1";
    return doneOf(tx.execute(kSql, {beforeMs}), "signingKeys.deleteRetired");
}

} // namespace parley::server::store
