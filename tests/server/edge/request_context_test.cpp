// SPDX-License-Identifier: MIT
#include "server/edge/request_context.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley;
using namespace parley::server::edge;

namespace {

RequestContext posting(std::string body, std::string contentType = "application/json")
{
    RequestContext context;
    context.request.body = std::move(body);
    context.request.headers.add("Content-Type", std::move(contentType));
    return context;
}

std::string nested(std::size_t depth)
{
    // The object itself is the first level.
    return "{\"a\":" + std::string(depth - 1, '[') + std::string(depth - 1, ']') + "}";
}

} // namespace

class RequestContextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bodiesAreRefusedForWhatIsWrongWithThem_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const std::string& body, ErrorCode code) {
            QTest::newRow(name) << QByteArray(body.data(), static_cast<qsizetype>(body.size()))
                                << static_cast<int>(code);
        };
        row("empty", "", ErrorCode::Malformed);
        row("cut", "{\"a\":", ErrorCode::Malformed);
        row("trailing", "{} x", ErrorCode::Malformed);
        row("comment", "{} // x", ErrorCode::Malformed);
        row("nan", "{\"a\":NaN}", ErrorCode::Malformed);
        row("number too large", "{\"a\":1e999}", ErrorCode::Malformed);
        row("not utf-8", "{\"a\":\"\xff\"}", ErrorCode::Malformed);
        row("overlong utf-8", "{\"a\":\"\xc0\xaf\"}", ErrorCode::Malformed);
        row("half a surrogate", "{\"a\":\"\\ud800\"}", ErrorCode::Malformed);
        row("raw nul", std::string("{\"a\":\"\0\"}", 9), ErrorCode::Malformed);
        row("array", "[]", ErrorCode::InvalidArgument);
        row("text", "\"a\"", ErrorCode::InvalidArgument);
        row("nested 65 deep", nested(65), ErrorCode::Malformed);
        row("nested without end", std::string(100'000, '['), ErrorCode::Malformed);
    }

    void bodiesAreRefusedForWhatIsWrongWithThem()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, code);

        const auto result = posting(body.toStdString()).jsonBody();

        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
    }

    void soundBodiesAreRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("object") << QByteArray("{\"a\":1}");
        QTest::newRow("nested 64 deep") << QByteArray::fromStdString(nested(64));
        QTest::newRow("brackets in text") << QByteArray("{\"a\":\"" + QByteArray(200, '[') + "\\\"[\"}");
        QTest::newRow("key twice") << QByteArray("{\"a\":1,\"a\":2}");
        QTest::newRow("escaped backslash before u0000") << QByteArray("{\"a\":\"\\\\u0000\"}");
    }

    void soundBodiesAreRead()
    {
        QFETCH(QByteArray, body);

        QVERIFY(posting(body.toStdString()).jsonBody());
    }

    void nulNamesItsField_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("field");
        QTest::newRow("text") << QByteArray("{\"a\":\"x\\u0000\"}") << QByteArray("a");
        QTest::newRow("deep") << QByteArray("{\"a\":{\"b\":[1,{\"c\":\"\\u0000\"}]}}")
                              << QByteArray("a.b[1].c");
        QTest::newRow("in a key") << QByteArray("{\"a\":{\"b\\u0000x\":1}}") << QByteArray("a.b");
    }

    void nulNamesItsField()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, field);

        const auto result = posting(body.toStdString()).jsonBody();

        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(result.error().fields.front().field, field.toStdString());
    }

    void onlyJsonIsReadAsJson_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("json") << QByteArray("application/json") << true;
        QTest::newRow("with charset") << QByteArray("Application/JSON; charset=utf-8") << true;
        QTest::newRow("merge patch") << QByteArray("application/merge-patch+json") << true;
        QTest::newRow("text") << QByteArray("text/plain") << false;
        QTest::newRow("form") << QByteArray("application/x-www-form-urlencoded") << false;
        QTest::newRow("none") << QByteArray() << false;
    }

    void onlyJsonIsReadAsJson()
    {
        QFETCH(QByteArray, type);
        QFETCH(bool, isRead);

        const auto result = posting("{}", type.toStdString()).jsonBody();

        QCOMPARE(result.has_value(), isRead);
        if (!isRead) {
            QCOMPARE(result.error().code, ErrorCode::UnsupportedMediaType);
        }
    }

    void pageLimitsAreBounded_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("limit");
        QTest::newRow("default") << QByteArray() << 50;
        QTest::newRow("zero") << QByteArray("limit=0") << -1;
        QTest::newRow("one") << QByteArray("limit=1") << 1;
        QTest::newRow("most") << QByteArray("a=b&limit=200") << 200;
        QTest::newRow("too many") << QByteArray("limit=201") << -1;
        QTest::newRow("word") << QByteArray("limit=ten") << -1;
        QTest::newRow("empty") << QByteArray("limit=") << -1;
        QTest::newRow("more behind") << QByteArray("limit=5x") << -1;
    }

    void pageLimitsAreBounded()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, limit);
        RequestContext context;
        context.request.query = query.toStdString();

        QCOMPARE(context.pageLimit().value_or(-1), limit);
    }

    void parametersAreDecoded()
    {
        Request request;
        request.query = "a=x%20y+z&b=&c&%64=e";

        QCOMPARE(request.parameter("a").value(), std::string("x y z"));
        QCOMPARE(request.parameter("b").value(), std::string());
        QCOMPARE(request.parameter("c").value(), std::string());
        QCOMPARE(request.parameter("d").value(), std::string("e"));
        QVERIFY(!request.parameter("e"));
    }
};

PARLEY_TEST("request_context", RequestContextTest)
#include "request_context_test.moc"
