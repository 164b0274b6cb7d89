// SPDX-License-Identifier: MIT
#include "server/net/curl_http_client.h"
#include "tests/server/net/fake_resolver.h"
#include "tests/server/net/tls_server.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

using namespace parley;
using namespace parley::server::net;

class HttpTlsTest : public QObject {
    Q_OBJECT

private:
    test::FakeResolver m_resolver;

    Result<HttpResponse> send(const HttpClientOptions& options, HttpRequest request)
    {
        CurlHttpClient client(options, m_resolver);
        boost::asio::io_context context;
        return test::runCoroutine(context,
                                  client.send(std::move(request),
                                              server::runtime::Budget::of(std::chrono::minutes{1})));
    }

    static HttpRequest request(const std::string& url, Trust trust)
    {
        HttpRequest request;
        request.url = url;
        request.trust = trust;
        return request;
    }

private Q_SLOTS:
    void certificatesAreChecked_data()
    {
        QTest::addColumn<std::string>("names");
        QTest::addColumn<bool>("isTrusted");
        QTest::addColumn<bool>("isReached");
        QTest::newRow("known, right name") << std::string("IP:127.0.0.1") << true << true;
        QTest::newRow("known, other name") << std::string("DNS:other.example") << true << false;
        QTest::newRow("nobody knows it") << std::string("IP:127.0.0.1") << false << false;
    }
    void certificatesAreChecked()
    {
        QFETCH(std::string, names);
        QFETCH(bool, isTrusted);
        QFETCH(bool, isReached);
        const QTemporaryDir folder;
        test::TlsServer server(folder.path().toStdString(), names);
        HttpClientOptions options;
        options.caFile = isTrusted ? server.certificateFile() : "";

        const auto got = send(options, request(server.url("127.0.0.1"), Trust::Operator));

        QCOMPARE(got.has_value(), isReached);
        QCOMPARE(isReached ? got->body : "", std::string(isReached ? "ok" : ""));
        QVERIFY(isReached || got.error().code == ErrorCode::Upstream);
    }

    // The connection goes to the checked address, the certificate must be that of the name.
    void aGuardedHostIsCheckedByItsName_data()
    {
        QTest::addColumn<std::string>("names");
        QTest::addColumn<bool>("isReached");
        QTest::newRow("right name") << std::string("DNS:inside.example") << true;
        QTest::newRow("only the address") << std::string("IP:127.0.0.1") << false;
    }
    void aGuardedHostIsCheckedByItsName()
    {
        QFETCH(std::string, names);
        QFETCH(bool, isReached);
        const QTemporaryDir folder;
        test::TlsServer server(folder.path().toStdString(), names);
        m_resolver.names["inside.example"] = {"127.0.0.1"};
        HttpClientOptions options;
        options.caFile = server.certificateFile();
        options.allow = test::must(NetworkList::parse({"127.0.0.1"}));

        const auto got = send(options, request(server.url("inside.example"), Trust::Guarded));

        QCOMPARE(got.has_value(), isReached);
    }
};

PARLEY_TEST("http_tls", HttpTlsTest)
#include "http_tls_test.moc"
