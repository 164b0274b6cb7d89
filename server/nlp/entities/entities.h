// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::nlp {

/// `Reference` is an id of something else: an invoice, a parcel, a workspace.
enum class EntityKind {
    OrderId,
    TicketId,
    Reference,
    Email,
    Phone,
    Amount,
    Date,
    Url,
    Card,
    Iban,
    Ip,
    Product
};

/// "order_id", "email", ...: how it is written in JSON.
std::string_view entityKindName(EntityKind kind);

/// A thing that a text names.
struct Entity {
    EntityKind kind = EntityKind::OrderId;
    std::size_t begin = 0; ///< bytes of the text, at the border of a code point
    std::size_t end = 0;
    std::string text; ///< as it was written
    /// The same in one form: a phone "+4930123456" (or its digits where the country is not said), a date
    /// "2026-05-12", an amount "49.90 EUR", a reference and an IBAN in capitals, a card its digits, a product
    /// as the tenant writes it.
    std::string value;
};

/// How 12/05/2026 is read where nothing else decides (one of the parts is above 12).
enum class DateOrder { DayFirst, MonthFirst };

/// What a tenant knows of its own things.
struct EntityLists {
    std::vector<std::string> products;      ///< names, compared without case and diacritics
    std::string ticketPrefix;               ///< "TKT" for tickets TKT-123; empty: #123 after "ticket" alone
    std::vector<std::string> orderPrefixes; ///< "ORD", "PA": ORD-123, PA123 and #PA-123 are orders
    DateOrder dateOrder = DateOrder::DayFirst;
};

/// Finds entities by one tenant's lists; to be kept while they stay.
/// @thread any, at the same time too
class EntityFinder {
public:
    explicit EntityFinder(EntityLists lists);

    /// Entities of a text by position; none overlaps another. Versions, times, years and bare numbers are
    /// none.
    /// @param text   UTF-8; any bytes are accepted, the time is linear
    /// @param nowMs  UTC epoch milliseconds: what "yesterday" and a date without a year refer to
    [[nodiscard]] std::vector<Entity> find(std::string_view text, std::int64_t nowMs) const;

private:
    EntityLists m_lists;
    /// First word of a product's name, folded, to the places of such products in the list, longest name
    /// first.
    std::unordered_map<std::string, std::vector<std::size_t>> m_productsByWord;
    std::vector<std::vector<std::string>> m_productWords;
};

/// EntityFinder::find for lists that are used once.
std::vector<Entity> findEntities(std::string_view text, const EntityLists& lists, std::int64_t nowMs);

} // namespace parley::server::nlp
