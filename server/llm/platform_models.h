// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/llm_settings.h"
#include "server/runtime/single_flight.h"
#include "server/store/database.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>

namespace parley::server::llm {

/// The platform's own settings of models, for tenants that have set none. Read again once a second while
/// somebody asks, so that what another node changed is seen. @thread any
class PlatformModels {
public:
    struct Snapshot {
        LlmSettings settings;
        std::int64_t version = 0; ///< 0: nobody has set any
    };
    using Known = std::shared_ptr<const Snapshot>;

    explicit PlatformModels(store::Database& database) : m_database(database) {}

    /// @errors Storage, when they were never read; Timeout
    boost::asio::awaitable<Result<Known>> get(runtime::Budget budget);
    /// The next get() reads.
    void forget();

private:
    using Time = std::chrono::steady_clock::time_point;

    boost::asio::awaitable<Result<Known>> read();

    store::Database& m_database;
    runtime::SingleFlight m_flight;
    std::mutex m_mutex; // guards the rest
    Known m_known;
    Time m_until{};
};

} // namespace parley::server::llm
