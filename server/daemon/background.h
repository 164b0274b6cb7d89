// SPDX-License-Identifier: MIT
#pragma once

#include "server/daemon/foundation.h"
#include "server/identity/sign_in.h"
#include "server/identity/signing_key_store.h"
#include "server/knowledge/blob_sweep.h"
#include "server/runtime/task_scope.h"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <atomic>

namespace parley::server::daemon {

/// What happens once a second: learning what other nodes have changed (tenants, revocations, keys) and, by
/// that, seeing whether the database answers; once an hour: forgetting what has expired; and at the start and
/// once a day: removing files that nobody names. @thread its coroutines on `executor`
class Background {
public:
    Background(Foundation& base,
               identity::SignIn& signIn,
               knowledge::BlobSweep& blobs,
               boost::asio::any_io_executor executor);

    void start();
    boost::asio::awaitable<void> stop();

    /// Whether the last look at the database succeeded. @thread any
    [[nodiscard]] bool isHealthy() const { return m_healthy; }

private:
    boost::asio::awaitable<void> everySecond();
    boost::asio::awaitable<void> everyHour();
    boost::asio::awaitable<void> everyDay();
    boost::asio::awaitable<Result<void>> refresh();

    Foundation& m_base;
    identity::SignIn& m_signIn;
    knowledge::BlobSweep& m_blobs;
    identity::SigningKeyStore m_keyStore;
    std::atomic<bool> m_healthy{true};
    runtime::TaskScope m_scope; // last: its tasks use all of the above
};

} // namespace parley::server::daemon
