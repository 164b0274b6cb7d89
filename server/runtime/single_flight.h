// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace parley::server::runtime {

/// Lets one coroutine do a piece of work while the others wait for it, on whatever threads they run: ten
/// customers who find an index old cause one refresh.
/// @thread any
class SingleFlight {
public:
    /// The right to do the work. However that ends, those who wait are woken when it goes.
    class Pass;

    SingleFlight();

    /// @return a pass: do the work; null: somebody else has just ended it, so look again whether it is done
    /// @errors Timeout somebody else was still at it when the budget ended
    boost::asio::awaitable<Result<std::shared_ptr<Pass>>> enter(Budget budget);

private:
    struct State;
    std::shared_ptr<State> m_state; // shared with the passes, which may outlive it
};

} // namespace parley::server::runtime
