// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_http_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <zlib.h>

#include <atomic>
#include <thread>

using namespace parley;
using namespace parley::server::net;
using parley::test::FakeAnswer;
using parley::test::FakeHttpServer;
using parley::test::SeenRequest;
using server::runtime::Budget;

namespace {

namespace asio = boost::asio;

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(text.size() / 2 + 1024, '\0');
    std::string in = text;
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string chunk(const std::string& text)
{
    std::string size(16, '\0');
    size.resize(static_cast<std::size_t>(std::snprintf(size.data(), size.size(), "%zx", text.size())));
    return size + "\r\n" + text + "\r\n";
}

const std::string kChunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

} // namespace

class HttpClientTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;
    std::unique_ptr<CurlHttpClient> m_client;

    Result<HttpResponse> send(HttpRequest request, Budget budget = Budget::of(std::chrono::minutes{1}))
    {
        asio::io_context context;
        return test::runCoroutine(context, m_client->send(std::move(request), budget));
    }

    static HttpRequest request(const FakeHttpServer& server, const std::string& path = "/")
    {
        HttpRequest request;
        request.url = server.url(path);
        request.trust = Trust::Operator;
        return request;
    }

private Q_SLOTS:
    void init() { m_client = std::make_unique<CurlHttpClient>(HttpClientOptions{}, m_resolver); }

    void requestsArriveAsTheyWereMeant_data()
    {
        QTest::addColumn<std::string>("method");
        QTest::addColumn<std::string>("body");
        QTest::newRow("GET") << std::string("GET") << std::string();
        QTest::newRow("POST") << std::string("POST") << std::string("{\"a\":1}");
        QTest::newRow("POST, empty") << std::string("POST") << std::string();
        QTest::newRow("PUT with a null") << std::string("PUT") << std::string("a\0b", 3);
        QTest::newRow("DELETE") << std::string("DELETE") << std::string();
        QTest::newRow("large") << std::string("PATCH") << std::string(300'000, 'x');
    }
    void requestsArriveAsTheyWereMeant()
    {
        QFETCH(std::string, method);
        QFETCH(std::string, body);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "ok", {"X-One:  two "}); });
        auto wanted = request(server, "/a/b?c=d");
        wanted.method = method;
        wanted.body = body;
        wanted.headers = {{"X-Empty", ""}, {"X-Value", "a: b; c"}};

        const auto answer = test::must(send(wanted));

        const auto seen = server.seen().at(0);
        QCOMPARE(seen.method, method);
        QCOMPARE(seen.target, std::string("/a/b?c=d"));
        QVERIFY(seen.body == body);
        QCOMPARE(seen.headers.at("x-value"), std::string("a: b; c"));
        QVERIFY(seen.headers.contains("x-empty"));
        QVERIFY(!seen.headers.contains("expect"));
        QVERIFY(!seen.headers.contains("content-type"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string("ok"));
        QCOMPARE(std::string(headerValue(answer.headers, "X-ONE")), std::string("two"));
    }

    void errorsOfTheServerAreAnswers()
    {
        FakeHttpServer server(
            [](const SeenRequest&) { return FakeAnswer::of(503, "later", {"Retry-After: 7"}); });

        const auto answer = test::must(send(request(server)));

        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body, std::string("later"));
        QCOMPARE(std::string(headerValue(answer.headers, "retry-after")), std::string("7"));
    }

    void interimAnswersAreLeftOut()
    {
        FakeHttpServer server([](const SeenRequest&) {
            auto answer = FakeAnswer::of(200, "ok");
            answer.pieces.insert(answer.pieces.begin(), "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n");
            return answer;
        });

        const auto answer = test::must(send(request(server)));

        QCOMPARE(answer.status, 200);
        QVERIFY(headerValue(answer.headers, "link").empty());
    }

    void connectionsAreKept()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "ok"); });

        for (int i = 0; i < 3; ++i) {
            test::must(send(request(server)));
        }

        QCOMPARE(server.connections(), 1);
    }

    void brokenAnswersAreUpstreamErrors_data()
    {
        QTest::addColumn<std::string>("answer");
        QTest::newRow("nothing at all") << std::string();
        QTest::newRow("noise") << std::string("\x01\x02\x03 hello\r\n\r\n");
        QTest::newRow("half a head") << std::string("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << std::string("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        QTest::newRow("half a chunk") << std::string(kChunkedHead + "ff\r\nhalf");
        QTest::newRow("no chunk") << std::string(kChunkedHead + "zz\r\n\r\n");
        QTest::newRow("endless headers")
            << std::string("HTTP/1.1 200 OK\r\nX: " + std::string(70'000, 'a') + "\r\n\r\n");
        QTest::newRow("broken gzip") << std::string(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");
    }
    void brokenAnswersAreUpstreamErrors()
    {
        QFETCH(std::string, answer);
        FakeHttpServer server([&](const SeenRequest&) {
            return FakeAnswer{{answer}, FakeAnswer::Then::Close};
        });

        const auto got = send(request(server));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Upstream);
        QVERIFY(!got.error().detail.empty() || !got.error().message.empty());
    }

    void longAnswersAreCut_data()
    {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<bool>("isCompressed");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("just fits") << 100'000 << false << true;
        QTest::newRow("one too many") << 100'001 << false << false;
        QTest::newRow("compressed, fits") << 100'000 << true << true;
        QTest::newRow("a bomb") << 50'000'000 << true << false;
    }
    void longAnswersAreCut()
    {
        QFETCH(int, bytes);
        QFETCH(bool, isCompressed);
        QFETCH(bool, isTaken);
        const std::string body(static_cast<std::size_t>(bytes), 'x');
        FakeHttpServer server([&](const SeenRequest&) {
            return isCompressed ? FakeAnswer::of(200, gzipped(body), {"Content-Encoding: gzip"})
                                : FakeAnswer::of(200, body);
        });
        auto wanted = request(server);
        wanted.maxBodyBytes = 100'000;

        const auto got = send(wanted);

        QCOMPARE(got.has_value(), isTaken);
        if (isTaken) {
            QVERIFY(got->body == body);
        } else {
            QCOMPARE(got.error().code, ErrorCode::Upstream);
        }
    }

    void aServerThatSaysNothingIsATimeout()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::hang(); });
        auto wanted = request(server);
        wanted.timeouts.firstByte = std::chrono::milliseconds{20};

        const auto got = send(wanted);

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Timeout);
    }

    void aServerThatStopsInBetweenIsATimeout()
    {
        FakeHttpServer server([](const SeenRequest&) {
            return FakeAnswer{{kChunkedHead, chunk("one")}, FakeAnswer::Then::Hang};
        });
        auto wanted = request(server);
        wanted.timeouts.idle = std::chrono::milliseconds{20};

        const auto got = send(wanted);

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Timeout);
    }

    void theBudgetIsTheLastWord()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::hang(); });

        const auto got = send(request(server), Budget::of(std::chrono::milliseconds{20}));
        const auto late = send(request(server), Budget::of(std::chrono::milliseconds{0}));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Timeout);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Timeout);
        QCOMPARE(server.seen().size(), std::size_t{1});
    }

    void nobodyListeningIsUnavailable()
    {
        HttpRequest wanted;
        {
            FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::hang(); });
            wanted = request(server);
        }

        const auto got = send(wanted);

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Unavailable);
    }

    void whatCannotBeSentIsRefused_data()
    {
        QTest::addColumn<std::string>("method");
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("value");
        QTest::newRow("method") << std::string("GET /x HTTP/1.1\r\n") << std::string("A") << std::string("b");
        QTest::newRow("tunnel") << std::string("CONNECT") << std::string("A") << std::string("b");
        QTest::newRow("name") << std::string("GET") << std::string("A B") << std::string("b");
        QTest::newRow("no name") << std::string("GET") << std::string() << std::string("b");
        QTest::newRow("value") << std::string("GET") << std::string("A") << std::string("b\r\nC: d");
        QTest::newRow("null") << std::string("GET") << std::string("A") << std::string("b\0", 2);
        QTest::newRow("host") << std::string("GET") << std::string("hOST") << std::string("b");
        QTest::newRow("length") << std::string("GET") << std::string("Content-Length") << std::string("1");
    }
    void whatCannotBeSentIsRefused()
    {
        QFETCH(std::string, method);
        QFETCH(std::string, name);
        QFETCH(std::string, value);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "ok"); });
        auto wanted = request(server);
        wanted.method = method;
        wanted.headers = {{name, value}};

        const auto got = send(wanted);

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(server.connections(), 0);
    }

    void aSinkGetsThePiecesAndHoldsTheSenderBack()
    {
        const std::string piece(1U << 20U, 'p');
        FakeHttpServer server([&](const SeenRequest&) {
            FakeAnswer answer{{kChunkedHead}, FakeAnswer::Then::Keep};
            answer.pieces.insert(answer.pieces.end(), 16, chunk(piece));
            answer.pieces.emplace_back("0\r\n\r\n");
            return answer;
        });
        auto wanted = request(server);
        wanted.maxBodyBytes = 64U << 20U;
        std::size_t total = 0;
        std::size_t largest = 0;
        wanted.sink = [&](const HttpResponse& head, std::string_view text) -> asio::awaitable<Result<void>> {
            total += head.status == 200 ? text.size() : 0;
            largest = std::max(largest, text.size());
            asio::steady_timer pause(co_await asio::this_coro::executor, std::chrono::milliseconds{1});
            co_await pause.async_wait(asio::use_awaitable);
            co_return Result<void>{};
        };

        const auto got = test::must(send(wanted));

        QCOMPARE(total, 16 * piece.size());
        QVERIFY(got.body.empty());
        QVERIFY2(largest <= 288U << 10U, std::to_string(largest).c_str());
    }

    void aSinkDoesNotGetTheTextOfAnError()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(401, "no key"); });
        auto wanted = request(server);
        int called = 0;
        wanted.sink = [&](const HttpResponse&, std::string_view) -> asio::awaitable<Result<void>> {
            ++called;
            co_return Result<void>{};
        };

        QCOMPARE(test::must(send(wanted)).body, std::string("no key"));
        QCOMPARE(called, 0);
    }

    void aSinkThatFailsEndsTheRequest()
    {
        FakeHttpServer server([](const SeenRequest&) {
            return FakeAnswer{{kChunkedHead, chunk("one")}, FakeAnswer::Then::Hang};
        });
        auto wanted = request(server);
        wanted.sink = [](const HttpResponse&, std::string_view) -> asio::awaitable<Result<void>> {
            co_return fail(ErrorCode::Malformed, "Not this.");
        };

        const auto got = send(wanted);

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Malformed);
        QTRY_COMPARE(server.closed(), 1);
    }

    void cancellingDropsTheRequest()
    {
        asio::io_context context;
        asio::cancellation_signal cancel;
        FakeHttpServer server([&](const SeenRequest&) {
            asio::post(context, [&] { cancel.emit(asio::cancellation_type::terminal); });
            return FakeAnswer::hang();
        });
        std::exception_ptr thrown;
        auto wanted = request(server);
        asio::co_spawn(context,
                       m_client->send(wanted, Budget::of(std::chrono::minutes{1})),
                       asio::bind_cancellation_slot(cancel.slot(), [&](std::exception_ptr error, auto) {
                           thrown = std::move(error);
                       }));
        context.run();

        QVERIFY(thrown != nullptr);
        QTRY_COMPARE(server.closed(), 1);
    }

    void closingEndsWhatWaits()
    {
        asio::io_context context;
        FakeHttpServer server([&](const SeenRequest&) {
            asio::post(context, [&] { m_client->close(); });
            return FakeAnswer::hang();
        });

        const auto got =
            test::runCoroutine(context, m_client->send(request(server), Budget::of(std::chrono::minutes{1})));
        const auto later = send(request(server));

        QVERIFY(!got);
        QCOMPARE(got.error().code, ErrorCode::Cancelled);
        QVERIFY(!later);
        QCOMPARE(later.error().code, ErrorCode::Cancelled);
    }

    void manyRequestsAtOnce()
    {
        FakeHttpServer server([](const SeenRequest& seen) { return FakeAnswer::of(200, seen.target); });
        asio::io_context context;
        int right = 0;
        for (int i = 0; i < 200; ++i) {
            const std::string path = "/" + std::to_string(i);
            auto wanted = request(server, path);
            asio::co_spawn(context,
                           m_client->send(wanted, Budget::of(std::chrono::minutes{1})),
                           [&right, path](std::exception_ptr, Result<HttpResponse> got) {
                               right += got && got->body == path ? 1 : 0;
                           });
        }
        context.run();

        QCOMPARE(right, 200);
    }

    void streamsOfSeveralThreadsGetWhatIsTheirs()
    {
        constexpr int kEach = 100;
        constexpr int kPieces = 20;
        FakeHttpServer server([](const SeenRequest& seen) {
            FakeAnswer answer{{kChunkedHead}, FakeAnswer::Then::Keep};
            answer.pieces.insert(answer.pieces.end(), kPieces, chunk(seen.target + ";"));
            answer.pieces.emplace_back("0\r\n\r\n");
            return answer;
        });
        std::atomic<int> right{0};
        const auto askFor = [&](const std::string& thread) {
            asio::io_context context;
            std::vector<std::string> got(kEach);
            std::vector<std::string> expected(kEach);
            for (std::size_t i = 0; i < kEach; ++i) {
                const std::string path = "/" + thread + std::to_string(i);
                for (int piece = 0; piece < kPieces; ++piece) {
                    expected[i] += path + ";";
                }
                auto wanted = request(server, path);
                wanted.sink = [&text = got[i]](const HttpResponse&,
                                               std::string_view piece) -> asio::awaitable<Result<void>> {
                    text += piece;
                    co_return Result<void>{};
                };
                asio::co_spawn(context,
                               m_client->send(wanted, Budget::of(std::chrono::minutes{1})),
                               [&right, &text = got[i], &whole = expected[i]](std::exception_ptr,
                                                                              Result<HttpResponse> answer) {
                                   right += answer && text == whole ? 1 : 0;
                               });
            }
            context.run();
        };

        std::thread other([&] { askFor("other"); });
        askFor("this");
        other.join();

        QCOMPARE(right.load(), 2 * kEach);
    }
};

PARLEY_TEST("http_client", HttpClientTest)
#include "http_client_test.moc"
