// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_http_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <thread>

using namespace parley;
using namespace parley::server::net;
using parley::test::FakeAnswer;
using parley::test::FakeHttpServer;
using parley::test::SeenRequest;
using server::runtime::Budget;

namespace {

constexpr auto kMinute = std::chrono::minutes{1};

Result<HttpResponse> send(HttpClient& client, HttpRequest request)
{
    boost::asio::io_context context;
    return test::runCoroutine(context, client.send(std::move(request), Budget::of(kMinute)));
}

HttpClientOptions allowing(const std::vector<std::string>& networks)
{
    HttpClientOptions options;
    options.allow = test::must(NetworkList::parse(networks));
    return options;
}

HttpRequest request(const std::string& url, int maxRedirects = 0)
{
    HttpRequest request;
    request.url = url;
    request.maxRedirects = maxRedirects;
    return request;
}

/// "http://HOST:PORT/" of a server.
std::string at(const std::string& host, const FakeHttpServer& server)
{
    return "http://" + host + ":" + std::to_string(server.port()) + "/";
}

std::string header(const SeenRequest& seen, const std::string& name)
{
    const auto found = seen.headers.find(name);
    return found == seen.headers.end() ? "" : found->second;
}

} // namespace

class OutboundGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void privateAddressesAreNotReached_data()
    {
        QTest::addColumn<std::string>("host");
        for (const char* host : {"127.0.0.1",
                                 "2130706433",
                                 "0x7f000001",
                                 "017700000001",
                                 "0177.1",
                                 "127.1",
                                 "0",
                                 "0.0.0.0",
                                 "%31%32%37.0.0.1",
                                 "[::1]",
                                 "[::]",
                                 "[::ffff:127.0.0.1]",
                                 "[::ffff:7f00:1]",
                                 "[64:ff9b::7f00:1]",
                                 "[2002:7f00:1::]",
                                 "10.0.0.1",
                                 "100.64.0.1",
                                 "169.254.169.254",
                                 "[fd00::1]",
                                 "[fe80::1]",
                                 "inside.example",
                                 "both.example",
                                 "localhost"}) {
            QTest::newRow(host) << std::string(host);
        }
    }
    void privateAddressesAreNotReached()
    {
        QFETCH(std::string, host);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "secret"); });
        test::FakeResolver resolver;
        resolver.names["inside.example"] = {"127.0.0.1"};
        resolver.names["both.example"] = {"93.184.216.34", "127.0.0.1"};
        resolver.names["localhost"] = {"127.0.0.1", "::1"};
        CurlHttpClient client({}, resolver);

        const auto answer = send(client, request(at(host, server)));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Forbidden);
        QCOMPARE(server.connections(), 0);
    }

    void theSystemsOwnLocalhostIsPrivate()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "secret"); });
        SystemResolver resolver(1);
        CurlHttpClient client({}, resolver);

        const auto answer = send(client, request(at("localhost", server)));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Forbidden);
        QCOMPARE(server.connections(), 0);
    }

    void allowedNetworksAreReachedByTheCheckedAddress()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "hello"); });
        test::FakeResolver resolver;
        resolver.names["inside.example"] = {"127.0.0.1"};
        CurlHttpClient client(allowing({"127.0.0.0/8"}), resolver);

        const auto answer = test::must(send(client, request(at("inside.example", server))));

        QCOMPARE(answer.body, std::string("hello"));
        QCOMPARE(header(server.seen().at(0), "host"), "inside.example:" + std::to_string(server.port()));
        QCOMPARE(resolver.asked.size(), std::size_t{1});
    }

    void anAllowedIpv6AddressIsReached()
    {
        namespace asio = boost::asio;
        using asio::ip::tcp;
        asio::io_context serving;
        std::optional<tcp::acceptor> acceptor;
        try {
            acceptor.emplace(serving, tcp::endpoint(asio::ip::address_v6::loopback(), 0));
        } catch (const boost::system::system_error&) {
            QSKIP("This machine has no IPv6 loopback.");
        }
        tcp::socket peer(serving);
        std::string received;
        const std::string sent = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
        const auto onHead = [&](boost::system::error_code error, std::size_t) {
            asio::write(peer, asio::buffer(sent), error);
        };
        acceptor->async_accept(peer, [&](boost::system::error_code error) {
            if (!error) {
                asio::async_read_until(peer, asio::dynamic_buffer(received), "\r\n\r\n", onHead);
            }
        });
        const std::string host = "[::1]:" + std::to_string(acceptor->local_endpoint().port());
        std::thread server([&] { serving.run(); });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"::1"}), resolver);

        const auto answer = send(client, request("http://" + host + "/"));

        serving.stop();
        server.join();
        QCOMPARE(test::must(answer).body, std::string("hello"));
        QVERIFY(received.find("Host: " + host) != std::string::npos);
    }

    void aRequestsOwnListAllowsToo()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "hello"); });
        test::FakeResolver resolver;
        CurlHttpClient client({}, resolver);
        auto wanted = request(server.url());
        wanted.allow = std::make_shared<const NetworkList>(test::must(NetworkList::parse({"127.0.0.1"})));

        QCOMPARE(test::must(send(client, wanted)).status, 200);
    }

    void aNameThatMovedInsideIsNotReachedOverAKeptConnection()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "hello"); });
        test::FakeResolver resolver;
        resolver.names["a.example"] = {"127.0.0.1"};
        CurlHttpClient client({}, resolver);
        auto allowed = request(at("a.example", server));
        allowed.allow = std::make_shared<const NetworkList>(test::must(NetworkList::parse({"127.0.0.1"})));
        test::must(send(client, allowed));
        resolver.names["a.example"] = {"93.184.216.34"}; // what the check will see

        const auto answer = send(client, request(at("a.example", server)));

        QVERIFY(!answer);
        QCOMPARE(server.seen().size(), std::size_t{1});
    }

    void theOperatorsOwnAddressesMayBePrivate()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "hello"); });
        test::FakeResolver resolver;
        CurlHttpClient client({}, resolver);
        auto wanted = request(server.url());
        wanted.trust = Trust::Operator;

        QCOMPARE(test::must(send(client, wanted)).body, std::string("hello"));
        QVERIFY(resolver.asked.empty());
    }

    void redirectsAreCheckedAgain_data()
    {
        QTest::addColumn<std::string>("location");
        QTest::newRow("metadata of a cloud") << std::string("http://169.254.169.254/latest/meta-data/");
        QTest::newRow("loopback") << std::string("http://[::1]:22/");
        QTest::newRow("by name") << std::string("http://inside.example/");
        QTest::newRow("by number") << std::string("//2130706434/");
    }
    void redirectsAreCheckedAgain()
    {
        QFETCH(std::string, location);
        FakeHttpServer server([&](const SeenRequest&) { return FakeAnswer::redirect(302, location); });
        test::FakeResolver resolver;
        resolver.names["inside.example"] = {"10.0.0.1"};
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);

        const auto answer = send(client, request(server.url(), 5));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Forbidden);
    }

    void redirectsToOtherSchemesAreNotFollowed()
    {
        FakeHttpServer server(
            [](const SeenRequest&) { return FakeAnswer::redirect(302, "file:///etc/passwd"); });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);

        const auto answer = send(client, request(server.url(), 5));

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Upstream);
    }

    void credentialsDoNotGoToAnotherHost()
    {
        FakeHttpServer other([](const SeenRequest&) { return FakeAnswer::of(200, "there"); });
        FakeHttpServer server([&](const SeenRequest&) { return FakeAnswer::redirect(302, other.url("/x")); });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);
        auto wanted = request(server.url(), 1);
        wanted.headers = {{"Authorization", "Bearer t"},
                          {"X-Api-Key", "k"},
                          {"Cookie", "c=1"},
                          {"Accept", "text/plain"}};

        QCOMPARE(test::must(send(client, wanted)).body, std::string("there"));

        QCOMPARE(header(server.seen().at(0), "authorization"), std::string("Bearer t"));
        const auto seen = other.seen().at(0);
        QCOMPARE(header(seen, "authorization"), std::string());
        QCOMPARE(header(seen, "x-api-key"), std::string());
        QCOMPARE(header(seen, "cookie"), std::string());
        QCOMPARE(header(seen, "accept"), std::string("text/plain"));
    }

    void credentialsStayWithTheirHost()
    {
        FakeHttpServer server([](const SeenRequest& seen) {
            return seen.target == "/" ? FakeAnswer::redirect(302, "/next") : FakeAnswer::of(200, "here");
        });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);
        auto wanted = request(server.url(), 1);
        wanted.headers = {{"Authorization", "Bearer t"}};

        QCOMPARE(test::must(send(client, wanted)).body, std::string("here"));
        QCOMPARE(header(server.seen().at(1), "authorization"), std::string("Bearer t"));
    }

    void bodiesDoNotGoToAnotherHost()
    {
        FakeHttpServer other([](const SeenRequest&) { return FakeAnswer::of(200, "there"); });
        FakeHttpServer server([&](const SeenRequest&) { return FakeAnswer::redirect(307, other.url()); });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);
        auto wanted = request(server.url(), 1);
        wanted.method = "POST";
        wanted.body = "about a customer";

        const auto answer = send(client, wanted);

        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Upstream);
        QCOMPARE(other.connections(), 0);
    }

    void redirectsAreCounted_data()
    {
        QTest::addColumn<int>("allowed");
        QTest::addColumn<int>("expectedRequests");
        QTest::newRow("none: the answer is the redirect") << 0 << 1;
        QTest::newRow("two") << 2 << 3;
    }
    void redirectsAreCounted()
    {
        QFETCH(int, allowed);
        QFETCH(int, expectedRequests);
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::redirect(302, "/again"); });
        test::FakeResolver resolver;
        CurlHttpClient client(allowing({"127.0.0.1"}), resolver);

        const auto answer = send(client, request(server.url(), allowed));

        QCOMPARE(answer.has_value(), allowed == 0);
        QCOMPARE(static_cast<int>(server.seen().size()), expectedRequests);
    }
};

PARLEY_TEST("outbound_guard", OutboundGuardTest)
#include "outbound_guard_test.moc"
