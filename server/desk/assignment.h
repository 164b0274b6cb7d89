// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/desk_settings.h"
#include "server/desk/ownership.h"
#include "server/desk/services.h"

namespace parley::server::desk {

/// Gives the cases of the queue to people who are online and have room, most urgent first, each to whoever
/// has waited longest for one. Two nodes at it at once never give a case twice, nor a person more than fits.
/// @thread database worker
class Assignment {
public:
    Assignment(Services& services, const Ownership& ownership) : m_services(services), m_ownership(ownership)
    {}

    /// @return how many were given; 0 where the tenant assigns by hand
    /// @errors Conflict a case changed meanwhile: nothing was written; Storage
    Result<int> giveWaiting(store::Transaction& tx, const TenantId& tenant) const;

    /// Whether there may be something to give: a look that writes nothing. @errors Storage
    Result<bool> mayGive(store::ReadTransaction& tx) const;

private:
    Services& m_services;
    const Ownership& m_ownership;
};

} // namespace parley::server::desk
