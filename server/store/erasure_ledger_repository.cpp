// SPDX-License-Identifier: MIT
#include "server/store/erasure_ledger_repository.h"

#include "server/security/digest.h"
#include "server/store/rows.h"

namespace parley::server::store {

std::string erasureHash(const TenantId& tenant, const std::string& customer)
{
    return security::digestHex(security::sha256(tenant.value + "\n" + customer));
}

Result<void> ErasureLedgerRepository::add(Transaction& tx, const ErasureMark& mark) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO erasure_ledger (tenant, hash, erased_ms) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    return doneOf(tx.execute(kSql, {mark.tenant.value, mark.hash, mark.erasedMs}), "erasureLedger.add");
}

Result<std::vector<ErasureMark>> ErasureLedgerRepository::since(ReadTransaction& tx,
                                                                std::int64_t fromMs) const
{
    static constexpr std::string_view kSql =
        "SELECT tenant, hash, erased_ms FROM erasure_ledger WHERE erased_ms >= $1 ORDER BY erased_ms, hash";
    auto read = [](const Row& row) {
        return ErasureMark{TenantId{row.text(0)}, row.text(1), row.integer(2)};
    };
    return allOf(tx.query(kSql, {fromMs}), read, "erasureLedger.since");
}

} // namespace parley::server::store
