// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/tool_call_repository.h"
#include "server/tools/toolbox.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace parley::server::tools {

/// Remembers the calls that change something, so that a run that is taken up after a crash does not make one
/// twice. @thread any
class ToolLedger {
public:
    ToolLedger(store::Database& database, const Clock& clock) : m_database(database), m_clock(clock) {}

    /// Whether a call may be made.
    struct Verdict {
        enum class Kind {
            Go,     ///< the first time, or again because nothing was done or the server deduplicates
            Done,   ///< it was made before: `output` is what came of it
            Unknown ///< an earlier attempt was cut off: nobody knows, so it is not repeated
        } kind = Kind::Go;
        nlohmann::json output;
        std::string problem;
    };

    /// @param isIdempotent  the other side does nothing twice for one key
    /// @errors Storage, Conflict the conversation is gone
    boost::asio::awaitable<Result<Verdict>> begin(ToolContext context, std::string tool, bool isIdempotent);

    /// @param status  done, failed (nothing was done) or unknown
    /// @errors Storage
    boost::asio::awaitable<Result<void>>
    end(ToolContext context, std::string_view status, nlohmann::json output, std::string problem);

    /// A pending call this old was cut off: no call takes so long.
    static constexpr std::int64_t kLongestCallMs = 300'000;

    /// Newest first; one that was cut off is shown as unknown. @errors Storage
    boost::asio::awaitable<Result<std::vector<store::ToolCallRow>>> list(TenantId tenant,
                                                                         store::ToolCallFilter filter);

private:
    Result<Verdict> beginIn(store::Transaction& tx, const store::ToolCallRow& row, bool isIdempotent) const;

    store::Database& m_database;
    const Clock& m_clock;
    store::ToolCallRepository m_calls;
};

} // namespace parley::server::tools
