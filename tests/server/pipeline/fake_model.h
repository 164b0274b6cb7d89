// SPDX-License-Identifier: MIT
#pragma once

#include "server/llm/chat_models.h"
#include "server/tools/toolbox.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace parley::test {

/// What a model says in one round.
struct Said {
    std::vector<std::string> pieces;
    std::vector<server::llm::ToolCall> toolCalls;
    std::optional<Error> failure; ///< after the pieces
    std::string finishReason = "stop";
};

inline Said says(std::vector<std::string> pieces)
{
    Said said;
    said.pieces = std::move(pieces);
    return said;
}

inline Said calls(const std::string& name, const std::string& arguments)
{
    Said said;
    said.toolCalls.push_back({"call-1", name, arguments});
    said.finishReason = "tool_calls";
    return said;
}

inline Said breaksOff(std::vector<std::string> pieces, ErrorCode code)
{
    Said said = says(std::move(pieces));
    Error error;
    error.code = code;
    error.message = "The model's server failed.";
    said.failure = error;
    return said;
}

/// Says what it is told to say, round by round; or what `think` makes of what it reads.
class FakeModel final : public server::llm::ChatModel {
public:
    using Think = std::function<Said(const std::vector<server::llm::ChatMessage>& messages)>;

    explicit FakeModel(std::deque<Said> script) : m_script(std::move(script)) {}
    explicit FakeModel(Think think) : m_think(std::move(think)) {}

    [[nodiscard]] std::string_view model() const override { return "fake-1"; }

    boost::asio::awaitable<Result<server::llm::ChatReply>>
    chat(std::vector<server::llm::ChatMessage> messages,
         server::llm::ChatOptions options,
         server::runtime::Budget budget) override
    {
        server::llm::ChatListener nobody;
        co_return co_await stream(std::move(messages), std::move(options), std::move(nobody), budget);
    }

    boost::asio::awaitable<Result<server::llm::ChatReply>>
    stream(std::vector<server::llm::ChatMessage> messages,
           server::llm::ChatOptions options,
           server::llm::ChatListener listener,
           server::runtime::Budget) override
    {
        Said said = m_think ? m_think(messages) : next();
        asked.push_back(std::move(messages));
        offered.push_back(std::move(options));
        server::llm::ChatReply reply;
        for (const std::string& piece : said.pieces) {
            reply.text += piece;
            if (listener.onText) {
                listener.onText(piece);
            }
        }
        if (said.failure) {
            co_return fail(*said.failure);
        }
        reply.toolCalls = std::move(said.toolCalls);
        reply.finishReason = said.finishReason;
        reply.usage.input = 100;
        reply.usage.output = 10;
        reply.provider = "fake";
        co_return reply;
    }

    std::vector<std::vector<server::llm::ChatMessage>> asked;
    std::vector<server::llm::ChatOptions> offered;

private:
    Said next()
    {
        if (m_script.empty()) {
            return says({"NO_ANSWER"});
        }
        Said said = std::move(m_script.front());
        m_script.pop_front();
        return said;
    }

    std::deque<Said> m_script;
    Think m_think;
};

/// Tools that do what the test says, and write down what they were asked.
class FakeToolbox final : public server::tools::Toolbox {
public:
    using Work =
        std::function<server::tools::ToolOutcome(const server::tools::ToolContext&, const nlohmann::json&)>;

    void add(server::tools::ToolInfo info, Work work)
    {
        m_tools.emplace_back(std::move(info), std::move(work));
    }

    boost::asio::awaitable<Result<std::vector<server::tools::ToolInfo>>>
    list(TenantId, std::int64_t, std::vector<std::string> names, server::runtime::Budget) override
    {
        std::vector<server::tools::ToolInfo> found;
        for (const auto& [info, work] : m_tools) {
            if (std::find(names.begin(), names.end(), info.name) != names.end()) {
                found.push_back(info);
            }
        }
        co_return found;
    }

    boost::asio::awaitable<Result<server::tools::ToolOutcome>> call(server::tools::ToolContext context,
                                                                    std::string name,
                                                                    nlohmann::json input,
                                                                    server::runtime::Budget) override
    {
        for (const auto& [info, work] : m_tools) {
            if (info.name != name) {
                continue;
            }
            server::tools::ToolOutcome outcome;
            outcome.input = input;
            if (info.isWrite && !context.isConfirmed) {
                outcome.status = server::tools::ToolStatus::NeedsConfirmation;
                co_return outcome;
            }
            called.push_back(name + " " + input.dump());
            server::tools::ToolOutcome done = work(context, input);
            done.input = input;
            co_return done;
        }
        co_return fail(ErrorCode::NotFound, "There is no such tool.");
    }

    /// "order_status {"order_id":"4711"}": what had an effect.
    std::vector<std::string> called;

private:
    std::vector<std::pair<server::tools::ToolInfo, Work>> m_tools;
};

inline server::tools::ToolOutcome gives(nlohmann::json output)
{
    server::tools::ToolOutcome outcome;
    outcome.output = std::move(output);
    return outcome;
}

} // namespace parley::test
