// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/ids.h"

#include <string>
#include <vector>

namespace parley::server::desk {

/// What has gone from a tenant for good.
struct Erased {
    TenantId tenant;
    /// Of the customer and of the ids that it had before mergers, as store::erasureHash gives them; empty
    /// where conversations went alone.
    std::vector<std::string> hashes;
    std::vector<ConversationId> conversations;
};

/// Drops what it holds of customers in memory, once that has gone from the store. Implemented by the layers
/// around; the daemon names them. @thread any
class ErasureListener {
public:
    virtual ~ErasureListener() = default;
    virtual void onErased(const Erased& erased) = 0;
};

} // namespace parley::server::desk
