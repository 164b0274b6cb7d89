// SPDX-License-Identifier: MIT
#include "server/tools/mcp/mcp_stdio.h"

#include "server/tools/bounded_json.h"

#include <algorithm>
#include <array>

namespace parley::server::tools {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

/// What may come before the answer: notifications, answers to questions that were given up.
constexpr int kMaxOthers = 1'000;
constexpr int kMaxGarbage = 100;
/// How often a server that is being asked looks whether it is to end.
constexpr auto kLook = std::chrono::milliseconds(200);

tl::unexpected<Error> broken(const char* what)
{
    return fail(ErrorCode::Upstream, std::string("The tool server does not keep to the protocol: ") + what);
}

} // namespace

void McpStdio::close()
{
    m_isClosed = true;
    const std::lock_guard lock(m_mutex);
    m_process.reset();
}

void McpStdio::end(bool isFailure)
{
    m_process.reset();
    m_received.clear();
    if (isFailure) {
        ++m_failures;
        m_nextStart = Clock::now() + runtime::retryDelay(m_restart, m_failures, 0.5);
    }
}

Result<void> McpStdio::send(const json& message, Time until)
{
    const std::string line = message.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
    if (!m_process->write(line, until)) {
        return fail(ErrorCode::Upstream, "The tool server does not take what it is sent.");
    }
    return {};
}

Result<std::string> McpStdio::nextLine(Time until)
{
    std::array<char, 16'384> buffer{};
    for (;;) {
        if (const std::size_t end = m_received.find('\n'); end != std::string::npos) {
            std::string line = m_received.substr(0, end);
            m_received.erase(0, end + 1);
            return line;
        }
        if (m_received.size() > kMaxMcpMessage) {
            return broken("a line has more than 1 MiB");
        }
        if (m_isClosed) {
            return fail(ErrorCode::Unavailable, "The daemon is stopping.");
        }
        if (Clock::now() >= until) {
            return fail(ErrorCode::Timeout, "The tool server took too long.");
        }
        const auto count = m_process->read(buffer, std::min(until, Clock::now() + kLook));
        if (count && *count == 0) {
            return fail(ErrorCode::Upstream, "The tool server has ended.");
        }
        m_received.append(buffer.data(), count.value_or(0));
    }
}

Result<json> McpStdio::awaitAnswer(std::int64_t id, Time until)
{
    int garbage = 0;
    for (int others = 0; others < kMaxOthers; ++others) {
        auto line = nextLine(until);
        if (!line) {
            return fail(std::move(line).error());
        }
        const auto message = parseBounded(*line);
        if (!message || !message->is_object()) {
            if (++garbage > kMaxGarbage) {
                return broken("it writes what is no JSON");
            }
            continue;
        }
        if (isAnswer(*message, id)) {
            return *message;
        }
        if (const auto answer = answerToServer(*message)) {
            if (auto sent = send(*answer, until); !sent) {
                return fail(std::move(sent).error());
            }
        }
    }
    return broken("it talks without answering");
}

Result<json> McpStdio::exchange(std::string_view method, json params, Time until)
{
    const std::int64_t id = ++m_ids;
    if (auto sent = send(mcpRequest(id, method, std::move(params)), until); !sent) {
        return fail(std::move(sent).error());
    }
    return awaitAnswer(id, until);
}

Result<void> McpStdio::ensureRunning(Time until)
{
    if (m_isClosed) {
        return fail(ErrorCode::Unavailable, "The daemon is stopping.");
    }
    if (m_process) {
        return {};
    }
    if (Clock::now() < m_nextStart) {
        return fail(ErrorCode::Unavailable, "The tool server failed and waits to be started again.");
    }
    runtime::platform::PipedOptions options;
    options.program = m_spec.command.front();
    options.arguments.assign(m_spec.command.begin() + 1, m_spec.command.end());
    options.memoryBytes = m_spec.memoryMb << 20U;
    auto process = runtime::platform::PipedProcess::start(options);
    if (!process) {
        return fail(std::move(process).error());
    }
    m_process.emplace(*std::move(process));
    m_received.clear();
    auto answer = exchange("initialize", mcpInitialize(), until);
    if (!answer) {
        return fail(std::move(answer).error());
    }
    auto result = mcpResult(*answer);
    if (!result) {
        return fail(std::move(result).error());
    }
    if (auto version = mcpVersion(*result); !version) {
        return fail(std::move(version).error());
    }
    return send(mcpNotification("notifications/initialized"), until);
}

Result<json> McpStdio::ask(std::string_view method, json params, Time until)
{
    const std::unique_lock lock(m_mutex, until);
    if (!lock.owns_lock()) {
        return fail(ErrorCode::Timeout, "The tool server is busy with other questions.");
    }
    const bool wasWaiting = !m_process && Clock::now() < m_nextStart;
    if (auto running = ensureRunning(until); !running) {
        end(!wasWaiting);
        Error error = std::move(running).error();
        error.problem = "nothing_done"; // it was not asked yet
        return fail(std::move(error));
    }
    auto answer = exchange(method, std::move(params), until);
    if (!answer) {
        // Whatever it is, its next line cannot be trusted to be an answer.
        end(true);
        return answer;
    }
    m_failures = 0;
    return mcpResult(*answer);
}

} // namespace parley::server::tools
