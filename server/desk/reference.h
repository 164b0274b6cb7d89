// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/ticket_repository.h"

#include <cstdint>
#include <string>

namespace parley::server::desk {

/// A new human reference, "TF-20261121-7K3M": unique in the tenant at this moment. @param prefix  the
/// tenant's
/// @errors Storage; Unavailable no free one was found (a day holds 2^20 of them)
Result<std::string> newReference(store::ReadTransaction& tx,
                                 const store::TicketRepository& tickets,
                                 const std::string& prefix,
                                 std::int64_t nowMs);

} // namespace parley::server::desk
