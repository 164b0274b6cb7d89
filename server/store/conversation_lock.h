// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/transaction.h"

namespace parley::server::store {

/// Holds the conversation until the transaction ends: an erasure comes before it, or sees what it wrote. For
/// whoever writes rows that do not refer to the conversation by a foreign key. @thread database worker
/// @return false when there is no such conversation @errors Storage
Result<bool> lockConversation(Transaction& tx, const ConversationId& conversation);

} // namespace parley::server::store
