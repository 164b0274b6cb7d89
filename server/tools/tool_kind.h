// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "server/tools/tool_set.h"
#include "server/tools/toolbox.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace parley::server::tools {

/// One checked call. Lives in the frame of who awaits it.
struct ToolCall {
    ToolContext context;
    std::shared_ptr<const ToolSet> set; ///< keeps `tool`; empty in tests of one tool
    const Tool* tool = nullptr;
    nlohmann::json input;
    nlohmann::json customer = nlohmann::json::object(); ///< texts of a proven customer: user_id, email, ...
    std::string remote; ///< of an MCP server's tool; empty: the configured one
};

/// How one kind of tool is called. @thread any I/O thread; resumes on its caller's executor
class ToolKind {
public:
    virtual ~ToolKind() = default;

    /// @return the output, at most 64 KiB as text
    /// @errors InvalidArgument, Forbidden it may not be called so, and nothing was done; Unavailable, or any
    /// code with the problem "nothing_done": it failed and did nothing; all others: it failed, and nobody can
    /// say whether it did something
    virtual boost::asio::awaitable<Result<nlohmann::json>> call(const ToolCall& call,
                                                                runtime::Budget budget) = 0;
};

/// A failure of which is known that it changed nothing.
inline tl::unexpected<Error> failUndone(ErrorCode code, std::string message)
{
    Error error;
    error.code = code;
    error.message = std::move(message);
    error.problem = "nothing_done";
    return fail(std::move(error));
}

} // namespace parley::server::tools
