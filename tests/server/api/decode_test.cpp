// SPDX-License-Identifier: MIT
#include "server/api/decode.h"
#include "tests/support/test_main.h"

#include <string>

using namespace parley;
using namespace parley::server::api;
using nlohmann::json;

namespace {

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

} // namespace

class DecodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsRemembered()
    {
        const json body = {{"text", 7}, {"rating", "5"}, {"email", "nobody"}, {"kind", "x"}, {"typing", 1}};
        Decoder fields(body);
        fields.text("text", 1, 10);
        fields.integer("rating", 1, 5);
        fields.email("email");
        fields.oneOf("kind", {"a", "b"}, "a");
        fields.boolean("typing", true);
        fields.id("missing");
        const auto finished = fields.finish();
        QVERIFY(!finished);
        QVERIFY(finished.error().code == ErrorCode::InvalidArgument);
        std::string names;
        for (const FieldError& each : finished.error().fields) {
            names += each.field + " ";
        }
        QCOMPARE(names, std::string("text rating email kind typing missing "));
    }

    void textsAreCountedInCodePoints_data()
    {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<int>("times");
        QTest::addColumn<bool>("fits");
        const QString plant = QString::fromUtf8("\xF0\x9F\x8C\xB1");
        QTest::newRow("the most") << plant << 8000 << true;
        QTest::newRow("one more") << plant << 8001 << false;
        QTest::newRow("one") << plant << 1 << true;
        QTest::newRow("none") << plant << 0 << false;
        QTest::newRow("only white space") << QStringLiteral(" \n\t") << 3 << false;
    }

    void textsAreCountedInCodePoints()
    {
        QFETCH(QString, unit);
        QFETCH(int, times);
        QFETCH(bool, fits);
        const json body = {{"text", repeated(unit.toStdString(), times)}};
        Decoder fields(body);
        fields.text("text", 1, 8000);
        QCOMPARE(fields.finish().has_value(), fits);
    }

    void numbersHaveTheirRange_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("fits");
        QTest::newRow("least") << QStringLiteral("1") << true;
        QTest::newRow("most") << QStringLiteral("5") << true;
        QTest::newRow("below") << QStringLiteral("0") << false;
        QTest::newRow("above") << QStringLiteral("6") << false;
        QTest::newRow("fraction") << QStringLiteral("2.5") << false;
        QTest::newRow("whole fraction") << QStringLiteral("2.0") << false;
        QTest::newRow("unsigned wrap") << QStringLiteral("18446744073709551615") << false;
        QTest::newRow("huge") << QStringLiteral("1e300") << false;
        QTest::newRow("text") << QStringLiteral("\"3\"") << false;
        QTest::newRow("null") << QStringLiteral("null") << false;
    }

    void numbersHaveTheirRange()
    {
        QFETCH(QString, number);
        QFETCH(bool, fits);
        const json body = json::parse("{\"rating\":" + number.toStdString() + "}");
        Decoder fields(body);
        fields.integer("rating", 1, 5);
        QCOMPARE(fields.finish().has_value(), fits);
    }

    void absentAndNullAreTheSame()
    {
        for (const json& body : {json::object(), json{{"a", nullptr}}}) {
            Decoder fields(body);
            QVERIFY(!fields.has("a"));
            QCOMPARE(fields.optionalText("a", 5), std::string());
            QCOMPARE(fields.oneOf("a", {"x"}, "y"), std::string("y"));
            QCOMPARE(fields.integerOr("a", 1, 5, 3), std::int64_t{3});
            QCOMPARE(fields.boolean("a", true), true);
            QVERIFY(fields.texts("a", 3, 3).empty());
            QVERIFY(fields.finish());
        }
    }

    void emailAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isOne");
        QTest::newRow("usual") << QStringLiteral("a.b+c@shop.example") << true;
        QTest::newRow("no at") << QStringLiteral("shop.example") << false;
        QTest::newRow("two ats") << QStringLiteral("a@b@shop.example") << false;
        QTest::newRow("no dot") << QStringLiteral("a@localhost") << false;
        QTest::newRow("nobody") << QStringLiteral("@shop.example") << false;
        QTest::newRow("line feed") << QStringLiteral("a@shop.example\nBcc: x@y.example") << false;
        QTest::newRow("list") << QStringLiteral("a@shop.example,b@shop.example") << false;
        QTest::newRow("brackets") << QStringLiteral("<a@shop.example>") << false;
        QTest::newRow("dots") << QStringLiteral("a@shop..example") << false;
        QTest::newRow("too long") << QString(250, u'a') + QStringLiteral("@shop.example") << false;
    }

    void emailAddresses()
    {
        QFETCH(QString, address);
        QFETCH(bool, isOne);
        QCOMPARE(looksLikeEmail(address.toStdString()), isOne);
    }
};

PARLEY_TEST("decode", DecodeTest)
#include "decode_test.moc"
