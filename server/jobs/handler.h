// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/job_repository.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::jobs {

/// Does jobs of one kind. Implemented by the layers that have work for the queue.
class Handler {
public:
    virtual ~Handler() = default;

    /// Does the job. It may have been begun before by a process that died: every effect must bear being made
    /// twice.
    /// @errors any: Storage, Timeout, Unavailable, Upstream and Cancelled are tried again later, others are
    /// final
    virtual boost::asio::awaitable<Result<void>> run(TenantId tenant, store::JobRow job) = 0;

    /// Is told when the job will not be tried again.
    virtual boost::asio::awaitable<void> gaveUp(TenantId tenant, store::JobRow job, Error error) = 0;
};

} // namespace parley::server::jobs
