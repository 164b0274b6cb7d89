// SPDX-License-Identifier: MIT
#pragma once

#include "server/pipeline/nodes/bridge.h"
#include "server/pipeline/nodes/deliver.h"
#include "server/pipeline/turns.h"
#include "tests/server/pipeline/fake_nodes.h"
#include "tests/support/desk_world.h"

#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace parley::test {

/// Gives way to whatever else wants to run, several times, and writes down when it begins and ends.
class SlowNode final : public server::pipeline::Node {
public:
    explicit SlowNode(std::string& log) : m_log(log) {}
    [[nodiscard]] std::string_view name() const override { return "slow"; }
    boost::asio::awaitable<Result<server::pipeline::Step>> run(server::pipeline::Turn& turn,
                                                               server::runtime::Budget) override
    {
        m_log += "<" + turn.text;
        for (int i = 0; i < 50; ++i) {
            co_await boost::asio::post(boost::asio::use_awaitable);
        }
        m_log += turn.text + ">";
        turn.reply = "Re: " + turn.text;
        co_return server::pipeline::Step::Continue;
    }

private:
    std::string& m_log;
};

inline std::chrono::steady_clock::time_point soon()
{
    // Far beyond what any of these tests takes; it only keeps a failing one from hanging.
    return std::chrono::steady_clock::now() + std::chrono::seconds(30);
}

/// One process that answers.
struct AnsweringNode {
    AnsweringNode(DeskWorld& desk,
                  const std::string& name,
                  bool isAlone = true,
                  std::unique_ptr<server::pipeline::Node> step = {})
        : world(desk),
          runner(graph(desk.services, std::move(step)),
                 desk.clock,
                 std::chrono::seconds(60),
                 [](auto, auto) {}),
          turns(
              desk.services,
              runner,
              options(name, isAlone),
              [](const TenantId&) { return std::string("TF"); },
              {desk.io.get_executor()},
              [](std::string_view, std::string_view what) { QFAIL(std::string(what).c_str()); })
    {}

    static server::pipeline::Graph graph(server::desk::Services& services,
                                         std::unique_ptr<server::pipeline::Node> step)
    {
        server::pipeline::Graph made;
        made.steps.push_back(step ? std::move(step) : echo());
        made.deliver = std::make_unique<server::pipeline::DeliverNode>(services);
        made.bridge = std::make_unique<server::pipeline::BridgeNode>(services);
        return made;
    }

    static server::pipeline::TurnsOptions options(const std::string& name, bool isAlone)
    {
        server::pipeline::TurnsOptions made;
        made.node = name;
        made.isAlone = isAlone;
        made.retry = std::chrono::milliseconds(1);
        return made;
    }

    Result<proto::Turn> answer(const server::desk::Accepted& accepted,
                               std::shared_ptr<server::pipeline::TurnSink> sink = {})
    {
        if (!sink) {
            sink = std::make_shared<server::pipeline::SilentSink>();
        }
        return world.run(turns.answer(world.tenant, accepted, std::move(sink), soon()));
    }

    /// Lets everything that is under way end.
    void settle()
    {
        world.io.restart();
        world.io.run();
    }

    DeskWorld& world;
    server::pipeline::Runner runner;
    server::pipeline::Turns turns;
};

} // namespace parley::test
