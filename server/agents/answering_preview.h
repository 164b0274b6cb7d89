// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/understandings.h"
#include "server/store/database.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace parley::server::agents {

/// What to try.
struct PreviewRequest {
    /// Least confidence to answer with, 0..1. Agents with a threshold of their own keep it.
    std::optional<double> confidenceThreshold;
    /// Least probability of a cache hit, 0..1.
    std::optional<double> cacheThreshold;
    int days = 30; ///< 1..365
};

/// One message that would have been dealt with otherwise.
struct PreviewExample {
    std::string question; ///< PII-masked, at most 300 code points
    double confidence = 0;
    std::string was;     ///< answered, escalated, clarified
    std::string wouldBe; ///< likewise; "recomputed" for a cache hit that would not be one
    RunId run;
};

/// What the past would have been.
struct Preview {
    std::int64_t turns = 0;
    std::int64_t answeredBefore = 0;
    std::int64_t escalatedBefore = 0;
    std::int64_t clarifiedBefore = 0;
    std::int64_t answered = 0;
    std::int64_t escalated = 0;
    std::int64_t clarified = 0;
    std::int64_t cacheHits = 0;     ///< so far
    std::int64_t lostCacheHits = 0; ///< would have been answered the long way; counted as they were
    bool isPartial = false;         ///< there were more turns than are looked at: the newest count
    std::vector<PreviewExample> examples;
};

/// Replays a tenant's past turns at other thresholds from the confidences that their runs keep. No model is
/// asked, and nothing changes. @thread any I/O thread
class AnsweringPreview {
public:
    AnsweringPreview(store::Database& database, Understandings& understandings, const Clock& clock)
        : m_database(database), m_understandings(understandings), m_clock(clock)
    {}

    /// @errors Storage; Timeout
    boost::asio::awaitable<Result<Preview>>
    run(TenantId tenant, PreviewRequest wanted, runtime::Budget budget);

private:
    store::Database& m_database;
    Understandings& m_understandings;
    const Clock& m_clock;
};

nlohmann::json previewJson(const Preview& preview);

} // namespace parley::server::agents
