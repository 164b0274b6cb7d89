// SPDX-License-Identifier: MIT
#include "server/llm/provider_failure.h"
#include "tests/support/test_main.h"

using namespace parley;
using server::llm::failureOf;
using server::llm::retryAfter;
using server::net::HttpHeaders;
using server::net::HttpResponse;

class ProviderFailureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statusSaysWhatHelps_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isRetryable");
        const auto row = [](int status, ErrorCode code, bool isRetryable) {
            QTest::addRow("%d", status) << status << static_cast<int>(code) << isRetryable;
        };
        row(204, ErrorCode::Upstream, false);
        row(307, ErrorCode::Upstream, false);
        row(400, ErrorCode::InvalidArgument, false);
        row(401, ErrorCode::Upstream, false);
        row(403, ErrorCode::Upstream, false);
        row(404, ErrorCode::Upstream, false);
        row(408, ErrorCode::Unavailable, true);
        row(413, ErrorCode::InvalidArgument, false);
        row(422, ErrorCode::InvalidArgument, false);
        row(429, ErrorCode::Unavailable, true);
        row(500, ErrorCode::Upstream, true);
        row(501, ErrorCode::Upstream, false);
        row(502, ErrorCode::Unavailable, true);
        row(503, ErrorCode::Unavailable, true);
        row(529, ErrorCode::Unavailable, true);
    }
    void statusSaysWhatHelps()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(bool, isRetryable);

        const auto failure = failureOf(HttpResponse{status, {}, ""}, "");

        QCOMPARE(static_cast<int>(failure.error.code), code);
        QCOMPARE(failure.isRetryable, isRetryable);
    }

    void tooLongIsRecognisedInEachDialect_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<std::string>("body");
        QTest::addColumn<bool>("isTooLong");
        QTest::newRow("by code") << 400 << std::string(R"({"error":{"code":"context_length_exceeded"}})")
                                 << true;
        QTest::newRow("by type") << 400 << std::string(R"({"error":{"type":"exceed_context_size_error"}})")
                                 << true;
        QTest::newRow("by words") << 400
                                  << std::string(
                                         R"({"object":"error","message":"The maximum Context Length is 8"})")
                                  << true;
        QTest::newRow("as a text") << 400 << std::string(R"({"error":"the input is too long"})") << true;
        QTest::newRow("as a failure")
            << 500 << std::string(R"({"error":{"message":"input is too large to process"}})") << true;
        QTest::newRow("by status") << 413 << std::string() << true;
        QTest::newRow("something else") << 400 << std::string(R"({"error":{"message":"bad"}})") << false;
        QTest::newRow("no JSON") << 400 << std::string("too long") << false;
        QTest::newRow("numbers for texts") << 400 << std::string(R"({"error":{"code":17}})") << false;
    }
    void tooLongIsRecognisedInEachDialect()
    {
        QFETCH(int, status);
        QFETCH(std::string, body);
        QFETCH(bool, isTooLong);

        const auto failure = failureOf(HttpResponse{status, {}, body}, "");

        QCOMPARE(failure.isTooLong, isTooLong);
        QVERIFY(!(failure.isTooLong && failure.isRetryable));
    }

    void wordsThatMayRepeatACustomerStayOut()
    {
        const HttpResponse refused{400, {}, R"({"error":{"message":"You wrote: my secret","code":"bad"}})"};
        const HttpResponse broken{503, {}, R"({"error":{"message":"loading model"}})"};

        QVERIFY(failureOf(refused, "").error.detail.find("my secret") == std::string::npos);
        QVERIFY(failureOf(refused, "").error.detail.find("bad") != std::string::npos);
        QVERIFY(failureOf(broken, "").error.detail.find("loading model") != std::string::npos);
    }

    void keysStayOut()
    {
        const HttpResponse refused{401, {}, R"({"error":{"message":"Wrong key sk-1234","code":"sk-1234"}})"};

        QCOMPARE(failureOf(refused, "sk-1234").error.detail.find("sk-1234"), std::string::npos);
    }

    void theWaitIsWhatTheServerAsksFor_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("value");
        QTest::addColumn<int>("expectedMs");
        QTest::newRow("seconds") << std::string("retry-after") << std::string("2") << 2'000;
        QTest::newRow("part of one") << std::string("retry-after") << std::string("0.25") << 250;
        QTest::newRow("milliseconds") << std::string("retry-after-ms") << std::string("40") << 40;
        QTest::newRow("date") << std::string("retry-after") << std::string("Sun, 06 Nov 1994 08:49:37 GMT")
                              << 7'000;
        QTest::newRow("date gone by")
            << std::string("retry-after") << std::string("Sun, 06 Nov 1994 08:49:29 GMT") << 0;
        QTest::newRow("a year") << std::string("retry-after") << std::string("31536000") << 86'400'000;
        QTest::newRow("negative") << std::string("retry-after") << std::string("-1") << -1;
        QTest::newRow("noise") << std::string("retry-after") << std::string("soon") << -1;
        QTest::newRow("none") << std::string("date") << std::string("2") << -1;
    }
    void theWaitIsWhatTheServerAsksFor()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, value);
        QFETCH(int, expectedMs);
        constexpr std::int64_t kNow = 784'111'770'000; // 08:49:30 of that day
        const HttpHeaders headers{{name, value}};

        const auto wait = retryAfter(headers, kNow);

        QCOMPARE(wait.has_value() ? static_cast<int>(wait->count()) : -1, expectedMs);
    }
};

PARLEY_TEST("provider_failure", ProviderFailureTest)
#include "provider_failure_test.moc"
