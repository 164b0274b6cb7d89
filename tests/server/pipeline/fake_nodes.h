// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/runner.h"
#include "server/pipeline/turn_sink.h"

#include <functional>

namespace parley::test {

/// A node that does what the test says.
class ScriptedNode final : public server::pipeline::Node {
public:
    using Work = std::function<Result<server::pipeline::Step>(server::pipeline::Turn&)>;

    ScriptedNode(std::string name, Work work) : m_name(std::move(name)), m_work(std::move(work)) {}
    [[nodiscard]] std::string_view name() const override { return m_name; }
    boost::asio::awaitable<Result<server::pipeline::Step>> run(server::pipeline::Turn& turn,
                                                               server::runtime::Budget) override
    {
        co_return m_work(turn);
    }

private:
    std::string m_name;
    Work m_work;
};

inline std::unique_ptr<server::pipeline::Node> scripted(std::string name, ScriptedNode::Work work)
{
    return std::make_unique<ScriptedNode>(std::move(name), std::move(work));
}

/// Answers every message with "Re: <message>", told token by token as the real nodes do.
inline std::unique_ptr<server::pipeline::Node> echo()
{
    return scripted("echo", [](server::pipeline::Turn& turn) -> Result<server::pipeline::Step> {
        turn.reply = "Re: " + turn.text;
        turn.sink->onToken(turn.reply);
        return server::pipeline::Step::Continue;
    });
}

/// Writes down what it is told: "node:guard token:Yes. reset ended".
class RecordingSink final : public server::pipeline::TurnSink {
public:
    void onNode(std::string_view name) override { add("node:" + std::string(name)); }
    void onToken(std::string_view text) override { add("token:" + std::string(text)); }
    void onReset() override { add("reset"); }
    void onEnded(const Result<proto::Turn>& outcome) override
    {
        add(outcome ? "ended" : "failed");
        if (outcome) {
            last = *outcome;
        }
    }

    std::string told;
    std::optional<proto::Turn> last;

private:
    void add(const std::string& text) { told += (told.empty() ? "" : " ") + text; }
};

} // namespace parley::test
