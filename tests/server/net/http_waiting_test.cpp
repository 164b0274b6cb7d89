// SPDX-License-Identifier: MIT
// Who waits for whom: requests at the same server for each other, and a budget for an answer without an end.
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_http_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <memory>
#include <thread>

using namespace parley;
using namespace parley::server::net;
using parley::test::FakeAnswer;
using parley::test::FakeHttpServer;
using parley::test::SeenRequest;
using server::runtime::Budget;

namespace asio = boost::asio;

class HttpWaitingTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;
    std::unique_ptr<CurlHttpClient> m_client;

    static HttpRequest request(const FakeHttpServer& server, const std::string& path = "/")
    {
        HttpRequest request;
        request.url = server.url(path);
        request.trust = Trust::Operator;
        return request;
    }

private Q_SLOTS:
    void init() { m_client = std::make_unique<CurlHttpClient>(HttpClientOptions{}, m_resolver); }

    void nobodyWaitsForTheAnswerOfAnother()
    {
        FakeHttpServer server([](const SeenRequest& seen) {
            return seen.target == "/slow" ? FakeAnswer::hang() : FakeAnswer::of(200, "quick");
        });
        asio::io_context context;
        const Budget budget = Budget::of(std::chrono::minutes{1});
        Result<HttpResponse> slow;
        Result<HttpResponse> quick;
        const auto begin = [&](HttpRequest asked, Result<HttpResponse>& into, auto then) {
            asio::co_spawn(context,
                           m_client->send(std::move(asked), budget),
                           [&into, then](std::exception_ptr, Result<HttpResponse> got) {
                               into = std::move(got);
                               then();
                           });
        };
        auto wanted = request(server, "/quick");
        wanted.timeouts.firstByte = std::chrono::seconds{5};

        begin(request(server, "/slow"), slow, [] {});
        begin(wanted, quick, [&] { m_client->close(); });
        context.run();

        QCOMPARE(test::must(quick).body, std::string("quick"));
        QVERIFY(!slow);
    }

    void anAnswerThatKeepsComingEndsWithTheBudget()
    {
        FakeHttpServer server([](const SeenRequest&) {
            FakeAnswer answer{{"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"},
                              FakeAnswer::Then::Keep};
            const std::string piece = "100000\r\n" + std::string(1U << 20U, 'p') + "\r\n";
            answer.pieces.insert(answer.pieces.end(), 16, piece);
            answer.pieces.emplace_back("0\r\n\r\n");
            return answer;
        });
        auto wanted = request(server);
        wanted.maxBodyBytes = 64U << 20U;
        const auto budget = Budget::of(std::chrono::milliseconds{500});
        // Behind each piece the next one waits already.
        wanted.sink = [&](const HttpResponse&, std::string_view) -> asio::awaitable<Result<void>> {
            while (!budget.isSpent()) {
                std::this_thread::yield();
            }
            co_return Result<void>{};
        };
        asio::io_context context;

        const auto got = test::runCoroutine(context, m_client->send(wanted, budget));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Timeout);
        QTRY_COMPARE(server.closed(), 1);
    }
};

PARLEY_TEST("http_waiting", HttpWaitingTest)
#include "http_waiting_test.moc"
