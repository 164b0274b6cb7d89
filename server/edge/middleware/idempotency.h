// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/ports.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::edge {

/// Runs a request at most once per Idempotency-Key and gives its answer again. Any thread.
class Idempotency {
public:
    explicit Idempotency(IdempotencyStore& store) : m_store(store) {}

    /// Whether the route honours the key, the caller is known and sent one.
    [[nodiscard]] static bool applies(const RequestContext& context);

    /// Claims the key, runs the handler, keeps the answer. While another request with the key runs, it waits
    /// for it.
    /// @errors InvalidArgument bad key; Conflict other body; Timeout the first one still runs; those of the
    /// handler
    boost::asio::awaitable<Result<Response>> run(RequestContext& context);

private:
    boost::asio::awaitable<Result<IdempotencyClaim>> claim(const RequestContext& context, IdempotencyKey key);

    IdempotencyStore& m_store;
};

} // namespace parley::server::edge
