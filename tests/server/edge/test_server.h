// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/server.h"
#include "tests/server/edge/fake_ports.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <string>
#include <utility>

namespace parley::test {

/// A server on a free port of this machine with fakes behind it and a clock that only the test moves.
class TestServer {
public:
    TestServer()
    {
        options.threads = 1;
        options.tick = std::chrono::milliseconds{2};
        options.now = [this] {
            const auto now = m_start + std::chrono::milliseconds{m_passedMs.load()};
            ++m_looks;
            m_looks.notify_all();
            return now;
        };
    }

    ~TestServer()
    {
        if (server) {
            server->stop();
        }
    }

    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    /// Adds a public route outside any tenant; what differs is set on the result before start().
    void add(edge::Method method, std::string pattern, edge::Handler handler)
    {
        edge::Route route = publicRoute(method, std::move(pattern), std::move(handler));
        router.add(std::move(route));
    }

    static edge::Route publicRoute(edge::Method method, std::string pattern, edge::Handler handler)
    {
        edge::Route route;
        route.method = method;
        route.pattern = std::move(pattern);
        route.permission = security::Permission::Public;
        route.tenant = edge::TenantRule::None;
        route.handler = std::move(handler);
        return route;
    }

    /// A handler that answers at once.
    template <class Action>
    static edge::Handler answering(Action action)
    {
        return [action](edge::RequestContext& context) -> boost::asio::awaitable<Result<edge::Response>> {
            Result<edge::Response> response = action(context);
            co_return response;
        };
    }

    static edge::Handler saying(std::string text)
    {
        return answering(
            [text](edge::RequestContext&) { return edge::Response::text(200, text, "text/plain"); });
    }

    /// Answers with the body it got.
    static edge::Handler echo()
    {
        return answering([](edge::RequestContext& context) {
            return edge::Response::text(200, context.request.body, "text/plain");
        });
    }

    std::uint16_t start()
    {
        server = std::make_unique<edge::Server>(options, router, fakes.ports());
        const auto bound = server->start("127.0.0.1", 0);
        return bound ? *bound : std::uint16_t{0};
    }

    /// Moves the clock and returns when the server has acted on it: each tick looks at the clock once, so
    /// that the second look from now on comes after a whole tick at the new time. One I/O thread.
    void advance(std::chrono::milliseconds time)
    {
        m_passedMs += time.count();
        const int seen = m_looks.load() + 2;
        for (int looks = m_looks.load(); looks < seen; looks = m_looks.load()) {
            m_looks.wait(looks);
        }
    }

    edge::EdgeOptions options;
    edge::Router router;
    FakePorts fakes;
    std::unique_ptr<edge::Server> server;

private:
    const std::chrono::steady_clock::time_point m_start{std::chrono::hours{1000}};
    std::atomic<std::int64_t> m_passedMs{0};
    std::atomic<int> m_looks{0};
};

} // namespace parley::test
