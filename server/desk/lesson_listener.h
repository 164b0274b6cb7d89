// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/feedback_repository.h"
#include "server/store/transaction.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

namespace parley::server::store {
struct MessageRow;
}

namespace parley::server::desk {

struct ResolveRequest;
struct Resolved;

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
