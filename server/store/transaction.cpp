// SPDX-License-Identifier: MIT
#include "server/store/transaction.h"

namespace parley::server::store {

Result<std::optional<Row>> ReadTransaction::queryOptional(std::string_view sql, const Params& params)
{
    auto rows = query(sql, params);
    if (!rows) {
        return fail(std::move(rows).error());
    }
    if (rows->empty()) {
        return std::optional<Row>();
    }
    return std::optional<Row>(std::move(rows->front()));
}

} // namespace parley::server::store
