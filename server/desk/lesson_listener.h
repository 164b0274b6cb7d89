// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/feedback_repository.h"
#include "server/store/transaction.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

namespace parley::server::store {
struct MessageRow;
struct TicketRow;
} // namespace parley::server::store

namespace parley::server::desk {

struct Correction;
struct Learned;
struct ResolveRequest;
struct Resolved;
struct TakenBack;

/// Learns from what people do with answers, in the transaction that does it, so that neither can be there
/// without the other. A transaction may be run again: nothing of an earlier try is to be kept. Implemented by
/// the layers above; the daemon names them in Services. @thread database worker
class LessonListener {
public:
    virtual ~LessonListener() = default;

    /// A person answered a ticket. @param resolved  may say what was learnt @errors any: nothing is resolved
    virtual Result<void>
    onResolved(store::Transaction& /*tx*/, const ResolveRequest& /*request*/, Resolved& /*resolved*/)
    {
        return {};
    }

    /// The agents gave a conversation to people, with this ticket. @errors any: nothing is given
    virtual Result<void>
    onEscalated(store::Transaction& /*tx*/, const TenantId& /*tenant*/, const store::TicketRow& /*ticket*/)
    {
        return {};
    }

    /// A resolution is undone: what it taught goes. @param taken  says what went @errors any: nothing is
    /// undone
    virtual Result<void> onUndone(store::Transaction& /*tx*/,
                                  const TenantId& /*tenant*/,
                                  const store::TicketRow& /*ticket*/,
                                  TakenBack& /*taken*/)
    {
        return {};
    }

    /// A person says what an answer should have been. @param learned  says what was learnt
    /// @errors any: nothing is corrected
    virtual Result<void>
    onCorrected(store::Transaction& /*tx*/, const Correction& /*correction*/, Learned& /*learned*/)
    {
        return {};
    }

    /// A customer rated a message of an agent or a supporter. @errors any: nothing is rated
    virtual Result<void> onRated(store::Transaction& /*tx*/,
                                 const TenantId& /*tenant*/,
                                 const store::MessageRow& /*message*/,
                                 const store::FeedbackRow& /*feedback*/)
    {
        return {};
    }
};

} // namespace parley::server::desk
