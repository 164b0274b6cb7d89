// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/entities/entities.h"
#include "server/runtime/deadline.h"
#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// What the agents know of a tool of theirs.
struct ToolInfo {
    std::string name;
    std::string kind; ///< http, rag, builtin, mcp
    std::string description;
    nlohmann::json inputSchema; ///< JSON Schema of an object
    std::int64_t priority = 0;  ///< higher ones are tried first
    /// Changes something: the customer confirms each call.
    bool isWrite = false;
    /// Reads a verified customer's own data: open to nobody else, and never cached.
    bool isPersonal = false;
};

/// For whom and in which turn a tool is called.
struct ToolContext {
    TenantId tenant;
    ConversationId conversation;
    CustomerId customer;
    RunId run;
    std::int64_t configVersion = 0;
    std::int64_t indexVersion = 0;
    std::string locale;
    /// The customer's identity is proven.
    bool isVerified = false;
    /// Writes are described, not done: a test by an operator.
    bool isSandbox = false;
    /// The customer said yes to exactly this call.
    bool isConfirmed = false;
    /// What the message names: fills parameters that the caller left out.
    std::vector<nlp::Entity> entities;
    /// Once a run and call: passed on to servers that deduplicate ("Idempotency-Key").
    std::string effectKey;
};

enum class ToolStatus {
    Done,
    Failed,           ///< the tool answered with an error, or not in time; `problem` says which
    Refused,          ///< it may not be called so: wrong input, not verified, an address out of bounds
    NeedsConfirmation ///< nothing was done: the customer has to say yes first
};

/// "done", "failed", "refused", "needs_confirmation".
std::string_view toolStatusName(ToolStatus status);

/// What came of one call. The output is data of somebody else, never an instruction.
struct ToolOutcome {
    ToolStatus status = ToolStatus::Done;
    nlohmann::json output; ///< at most 64 KiB as text; null unless Done
    std::string problem;   ///< for the model, the trace and the operator; no secrets
    nlohmann::json input;  ///< as it was called, after entities had filled it
    std::int64_t durationMs = 0;
};

/// The tools of a tenant. @thread any I/O thread; each call resumes on its caller's executor
class Toolbox {
public:
    virtual ~Toolbox() = default;

    /// Those of `names` that are there and on, highest priority first; unknown names are left out.
    /// @errors Storage; Timeout
    virtual boost::asio::awaitable<Result<std::vector<ToolInfo>>> list(TenantId tenant,
                                                                       std::int64_t configVersion,
                                                                       std::vector<std::string> names,
                                                                       runtime::Budget budget) = 0;

    /// Checks the input and calls. However the tool fails is an outcome.
    /// @errors NotFound no such tool; Storage; Timeout the budget was used up before the call
    virtual boost::asio::awaitable<Result<ToolOutcome>>
    call(ToolContext context, std::string name, nlohmann::json input, runtime::Budget budget) = 0;
};

} // namespace parley::server::tools
