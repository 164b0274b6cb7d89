// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_settings.h"
#include "server/desk/ownership.h"
#include "server/desk/services.h"
#include "server/store/desk_people_repository.h"

#include <cstdint>
#include <vector>

namespace parley::server::desk {

/// A case that can be given to somebody.
struct PlannedCase {
    ConversationId conversation;
    Assignee person;
    /// As it is when the cases before it in the plan have been given.
    store::DeskTurn turn;
    std::int64_t nowMs = 0;
};

/// Gives the cases of the queue to people who are online and have room, most urgent first, each to whoever
/// has waited longest for one. Two nodes at it at once never give a case twice, nor a person more than fits.
/// @thread database worker
class Assignment {
public:
    Assignment(Services& services, const Ownership& ownership) : m_services(services), m_ownership(ownership)
    {}

    /// Who would be given what; nothing where the tenant assigns by hand. @errors Storage
    Result<std::vector<PlannedCase>> plan(store::ReadTransaction& tx, int limit) const;

    /// Gives one case, in a transaction of its own: each holds the locks of one conversation only.
    /// @errors Conflict the case or the person's turn changed meanwhile: nothing was written; Storage
    Result<void> give(store::Transaction& tx, const TenantId& tenant, const PlannedCase& one) const;

    /// Whether there may be something to give: a look that writes nothing. @errors Storage
    Result<bool> mayGive(store::ReadTransaction& tx) const;

private:
    Services& m_services;
    const Ownership& m_ownership;
};

} // namespace parley::server::desk
