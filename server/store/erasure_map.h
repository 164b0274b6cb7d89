// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/value.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// What an erasure does with a table.
enum class ErasureWay : std::uint8_t {
    Delete,  ///< rows that `condition` names go
    Blank,   ///< their columns that `columns` sets are emptied, the rows stay
    Nothing, ///< no row is about a customer
    Index,   ///< a search index: follows the table it indexes, and is merged afterwards
};

/// One table of a tenant, or of the platform, and what becomes of it when a customer is erased. Every table
/// of the schema has its line; a test compares.
struct ErasureEntry {
    std::string_view table;
    ErasureWay way = ErasureWay::Nothing;
    /// SQL over the table. `{conversations}` stands for a SELECT of the ids ("id") of the conversations that
    /// go, `{customers}` for a list of the customers' ids, NULL where conversations go alone.
    std::string_view condition;
    /// Blank: what is set ("a = NULL").
    std::string_view columns;
    /// Goes only with the customer himself, not with single conversations.
    bool isCustomersOwn = false;
    /// Why there is nothing to do, or what is about the customer here.
    std::string_view reason;
};

/// In the order in which they must be worked off: what refers to another table before that one.
std::span<const ErasureEntry> erasureMap();

/// Whom and what an erasure takes.
struct ErasureIds {
    /// May be empty: then conversations go alone.
    std::vector<std::string> customers;
    /// Empty: all that the customers have.
    std::vector<std::string> conversations;
};

struct ErasureStatement {
    std::string sql;
    /// None where it asks for nobody's id.
    Params params;
};

/// The statement for an entry; not for Nothing and Index. Of each kind of ids the last stands more than once
/// where that makes their number a power of two: few statements are prepared.
ErasureStatement erasureStatement(const ErasureEntry& entry, const ErasureIds& ids);

} // namespace parley::server::store
