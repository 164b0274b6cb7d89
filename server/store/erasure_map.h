// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

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
    /// go,
    /// `{customer}` for the customer's id, NULL where conversations go alone.
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

/// The statement for an entry. @param customerToo  the customer goes, `$1` is his id; otherwise `$1` is that
/// of a conversation. Not for Nothing and Index.
std::string erasureStatement(const ErasureEntry& entry, bool customerToo);

} // namespace parley::server::store
