// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "shared/core/result.h"

#include <string_view>

namespace parley::server::desk {

/// Whether customers of this channel wait for answers elsewhere than where they wrote: what is said there is
/// sent after them.
bool isAnsweredElsewhere(std::string_view channel);

/// Queues a reply to a customer who left an address and reads elsewhere, in the transaction that says it.
/// What a person resolves a case with is queued by the resolution. @errors Storage
Result<void> queueReply(const Services& services, store::Transaction& tx, const store::MessageRow& reply);

/// What follows from the agents' reply in a conversation that came by a form: it is sent after the customer,
/// and an answer resolves the ticket that was there from the beginning.
/// @param isAnswer  no question back @errors Storage
Result<void> noteAgentsReply(const Services& services,
                             store::Transaction& tx,
                             const TenantId& tenant,
                             const store::MessageRow& reply,
                             bool isAnswer);

} // namespace parley::server::desk
