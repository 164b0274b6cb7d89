// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/postgres/pq_connection.h"

namespace parley::server::store {

/// Looks for everything by which one tenant could see or touch another's rows: tenant tables without forced
/// row security or a policy that asks for the tenant, unique keys that do not begin with the tenant, tables
/// that are neither a tenant's nor on the platform's list, views that run as their owner, and roles that
/// bypass all of it.
/// @param connection        one of the pool's, already under the role it works with
/// @param checkSessionUser  the login must be as harmless as the role
/// @return every fault in words; empty when there is none
/// @errors Storage the catalogue cannot be read
Result<std::vector<std::string>> findIsolationFaults(PqConnection& connection, bool checkSessionUser);

} // namespace parley::server::store
