// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/fake_http_server.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <set>

using namespace parley;
using namespace parley::server::net;
using parley::test::FakeAnswer;
using parley::test::FakeHttpServer;
using parley::test::SeenRequest;
using server::runtime::Budget;

namespace {

/// The worst name server there is: whatever is no address leads inside.
class HostileResolver final : public NameResolver {
public:
    explicit HostileResolver(std::vector<std::string> inside) : m_inside(std::move(inside)) {}

    boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>> resolve(std::string host,
                                                                                  Budget) override
    {
        asked.push_back(host);
        boost::system::error_code error;
        const auto literal = boost::asio::ip::make_address(host, error);
        std::vector<boost::asio::ip::address> found;
        if (!error) {
            found.push_back(literal);
        } else {
            for (const std::string& address : m_inside) {
                found.push_back(boost::asio::ip::make_address(address));
            }
        }
        co_return found;
    }

    std::vector<std::string> asked;

private:
    std::vector<std::string> m_inside;
};

Result<HttpResponse> send(HttpClient& client, const std::string& url, int maxRedirects = 0)
{
    boost::asio::io_context context;
    HttpRequest request;
    request.url = url;
    request.maxRedirects = maxRedirects;
    return test::runCoroutine(context, client.send(std::move(request), Budget::of(std::chrono::minutes{1})));
}

/// Refused before anything was sent: by what it is, or by where it leads.
bool isRefused(const Result<HttpResponse>& answer)
{
    return !answer &&
           (answer.error().code == ErrorCode::Forbidden || answer.error().code == ErrorCode::InvalidArgument);
}

/// Of outbound_tricks.txt. @param kind  "host": hosts that are inside, however they are written; "url": whole
/// addresses that have tricked some reader into another host
std::vector<std::string> tricks(const std::string& kind)
{
    std::ifstream file(PARLEY_SOURCE_DIR "/tests/server/net/outbound_tricks.txt");
    std::vector<std::string> all;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(kind + " ")) {
            continue;
        }
        std::string text;
        for (std::size_t i = kind.size() + 1; i < line.size(); ++i) {
            const bool isEscape = line[i] == '\\' && i + 1 < line.size();
            if (isEscape && line[i + 1] == 'x') {
                text.push_back(static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16)));
                i += 3;
            } else {
                text.push_back(line[i]);
                i += isEscape ? 1 : 0;
            }
        }
        all.push_back(std::move(text));
    }
    return all;
}

/// 127.0.0.1 by its other names.
bool isTheAllowedOne(const std::string& host)
{
    HttpUrl url;
    if (auto parsed = parseHttpUrl("http://" + host + "/", Trust::Guarded)) {
        url = *parsed;
    }
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(url.host, error);
    return !error && test::must(NetworkList::parse({"127.0.0.1"})).contains(address);
}

} // namespace

class OutboundTricksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreTwoHundredOfThem()
    {
        const auto urls = tricks("url");
        std::set<std::string> all(urls.begin(), urls.end());
        for (const std::string& host : tricks("host")) {
            all.insert("http://" + host + "/");
        }

        QVERIFY2(all.size() >= 300, std::to_string(all.size()).c_str());
    }

    void noTrickReachesWhatIsInside_data()
    {
        QTest::addColumn<std::string>("url");
        for (const std::string& host : tricks("host")) {
            QTest::newRow(("host " + host).c_str()) << "http://" + host + "/";
        }
        for (const std::string& url : tricks("url")) {
            QTest::newRow(("url " + url).c_str()) << url;
        }
    }
    void noTrickReachesWhatIsInside()
    {
        QFETCH(std::string, url);

        const auto answer = send(*m_client, url);

        QVERIFY2(isRefused(answer), answer ? "it was answered" : answer.error().message.c_str());
    }

    /// The same on a port that somebody listens at: a guard that let one through would be seen here.
    void nobodyIsCalled_data()
    {
        QTest::addColumn<std::string>("host");
        for (const std::string& host : tricks("host")) {
            QTest::newRow(host.c_str()) << host;
        }
    }
    void nobodyIsCalled()
    {
        QFETCH(std::string, host);

        const auto answer = send(*m_client, "http://" + host + ":" + std::to_string(m_server->port()) + "/");

        QVERIFY(!answer);
        QCOMPARE(m_server->connections(), 0);
    }

    void noRedirectLeadsInside_data()
    {
        QTest::addColumn<std::string>("location");
        for (const std::string& host : tricks("host")) {
            if (!isTheAllowedOne(host)) {
                QTest::newRow(("host " + host).c_str()) << "http://" + host + ":9/";
            }
        }
        for (const char* location : {"//127.0.0.2/",
                                     "\\\\127.0.0.2\\",
                                     "/\\127.0.0.2/",
                                     "http:\\\\127.0.0.2/",
                                     "file:///etc/passwd",
                                     "gopher://127.0.0.1:6379/_x",
                                     "ftp://127.0.0.1/",
                                     "http://user@127.0.0.2/",
                                     "http://127.0.0.2#@127.0.0.1/",
                                     "javascript:x",
                                     "http://[::1]:22/",
                                     "dict://127.0.0.1:11211/",
                                     "http://169.254.169.254/latest/"}) {
            QTest::newRow(location) << std::string(location);
        }
    }
    void noRedirectLeadsInside()
    {
        QFETCH(std::string, location);
        FakeHttpServer server([&](const SeenRequest& seen) {
            return seen.target == "/go" ? FakeAnswer::redirect(302, location) : FakeAnswer::of(200, "here");
        });
        HostileResolver resolver({"127.0.0.2"});
        HttpClientOptions options;
        options.allow = test::must(NetworkList::parse({"127.0.0.1"}));
        CurlHttpClient client(std::move(options), resolver);

        const auto answer = send(client, server.url("/go"), 3);

        // What a browser would call another host may be a path for us; then it stays where it was.
        QVERIFY(!answer || server.seen().size() == 2);
        if (answer) {
            QCOMPARE(answer->body, std::string("here"));
        }
    }

    void aNameIsAskedForOnceAndThatAnswerIsUsed()
    {
        FakeHttpServer server([](const SeenRequest&) { return FakeAnswer::of(200, "hello"); });
        HostileResolver resolver({"127.0.0.1"});
        HttpClientOptions options;
        options.allow = test::must(NetworkList::parse({"127.0.0.1"}));
        CurlHttpClient client(std::move(options), resolver);

        const auto answer = send(client, "http://rebind.example:" + std::to_string(server.port()) + "/");

        // Asked again, a name of a minute's life could lead anywhere: nobody asks again.
        QCOMPARE(test::must(answer).body, std::string("hello"));
        QCOMPARE(resolver.asked.size(), std::size_t{1});
    }

    void oneAddressInsideAmongManyIsEnough()
    {
        for (const char* inside :
             {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "64:ff9b::a00:1"}) {
            HostileResolver resolver({"93.184.216.34", "2606:4700::1111", inside});
            CurlHttpClient client({}, resolver);

            QVERIFY2(isRefused(send(client, "http://mixed.example/")), inside);
        }
    }

    void init()
    {
        m_resolver = std::make_unique<HostileResolver>(std::vector<std::string>{"127.0.0.1"});
        m_server = std::make_unique<FakeHttpServer>(
            [](const SeenRequest&) { return FakeAnswer::of(200, "secret"); });
        m_client = std::make_unique<CurlHttpClient>(HttpClientOptions(), *m_resolver);
    }
    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

private:
    std::unique_ptr<HostileResolver> m_resolver;
    std::unique_ptr<FakeHttpServer> m_server;
    std::unique_ptr<CurlHttpClient> m_client;
};

PARLEY_TEST("outbound_tricks", OutboundTricksTest)
#include "outbound_tricks_test.moc"
