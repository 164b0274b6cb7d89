// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/platform/piped_process.h"
#include "server/runtime/retry.h"
#include "server/tools/mcp/mcp_wire.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::tools {

/// A tool server that the operator's configuration file declares.
struct McpServerSpec {
    std::string name;
    std::vector<std::string> command; ///< the program by its whole path, and its arguments
    std::vector<std::string> tenants; ///< slugs that may use it
    std::uint64_t memoryMb = 1024;
};

/// Such a server as a running program: one question after another, a JSON message a line. Started at the
/// first question, with an empty environment and limits; ended when it hangs or breaks the protocol, and
/// started again after a wait that doubles.
/// @thread any that may block
class McpStdio {
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit McpStdio(McpServerSpec spec, runtime::RetryPolicy restart = {})
        : m_spec(std::move(spec)), m_restart(restart)
    {}

    /// @errors Unavailable it cannot be started, or waits to be started again; Upstream it broke the protocol
    /// or answered with an error; Timeout
    Result<nlohmann::json> ask(std::string_view method, nlohmann::json params, Time until);

    /// Ends the program; it is not started any more.
    void close();

private:
    Result<void> ensureRunning(Time until);
    Result<nlohmann::json> exchange(std::string_view method, nlohmann::json params, Time until);
    Result<nlohmann::json> awaitAnswer(std::int64_t id, Time until);
    Result<std::string> nextLine(Time until);
    Result<void> send(const nlohmann::json& message, Time until);
    void end(bool isFailure);

    const McpServerSpec m_spec;
    const runtime::RetryPolicy m_restart;
    std::atomic<bool> m_isClosed{false};
    std::timed_mutex m_mutex; // guards everything below
    std::optional<runtime::platform::PipedProcess> m_process;
    std::string m_received;
    std::int64_t m_ids = 0;
    unsigned m_failures = 0;
    Time m_nextStart{};
};

} // namespace parley::server::tools
