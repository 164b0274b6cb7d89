// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/entities.h"
#include "server/nlp/entities/found.h"

namespace parley::server::nlp {

struct FoundReference {
    EntityKind kind = EntityKind::OrderId; ///< OrderId, TicketId or Reference
    Found found;
};

/// An id of an order, a ticket or something else of the tenant's: with a known prefix, after a word that says
/// what it is ("order number 12345", "Vorgang 88-12"), or in the shape of one (INV-2026-00487). Its value in
/// capitals.
/// @param at  the start of a word, or "#"
std::optional<FoundReference> referenceAt(std::string_view text, std::size_t at, const EntityLists& lists);

} // namespace parley::server::nlp
