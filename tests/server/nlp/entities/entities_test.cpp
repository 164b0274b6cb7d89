// SPDX-License-Identifier: MIT
#include "server/nlp/entities/entities.h"
#include "shared/core/text.h"
#include "tests/support/test_main.h"

#include <random>

using namespace parley;
using namespace parley::server::nlp;

namespace {

// Saturday, 2026-11-21, 10:00 UTC.
constexpr std::int64_t kNowMs = 1'795'255'200'000;

EntityLists lists()
{
    EntityLists lists;
    lists.products = {"Aurora Lamp", "Aurora Lamp Pro", "Küchenwaage K2"};
    lists.ticketPrefix = "SUP";
    lists.orderPrefixes = {"PA"};
    return lists;
}

/// "email=ana@example.com phone=+49301234567", in order.
std::string summary(const std::vector<Entity>& entities)
{
    std::string text;
    for (const Entity& entity : entities) {
        text += (text.empty() ? "" : " ") + std::string(entityKindName(entity.kind)) + "=" + entity.value;
    }
    return text;
}

void row(const char* text, const char* expected)
{
    QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
}

} // namespace

class EntitiesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thingsAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        row("Write to Ana.Lopez+x@Mail.example.com.", "email=ana.lopez+x@mail.example.com");
        row("“ana@example.com”", "email=ana@example.com");
        row("see https://example.com/a?b=1, please", "url=https://example.com/a?b=1");
        row("(docs.example.io/api)", "url=docs.example.io/api");
        row("Call +49 (0)30 1234567", "phone=+49301234567");
        row("call me at (415) 555-2671", "phone=4155552671");
        row("1-800-555-0199", "phone=18005550199");
        row("0049 30 1234567", "phone=+49301234567");
        row("06 12 34 56 78", "phone=0612345678");
        row("my mobile is 612345678", "phone=612345678");
        row("my number is 4155552671, text me at 4155552672", "phone=4155552671 phone=4155552672");
        row("$49.90 was taken", "amount=49.90 USD");
        row("49,90 € statt 1.299,00 EUR", "amount=49.90 EUR amount=1299.00 EUR");
        row("I paid USD 1,250 and £20", "amount=1250.00 USD amount=20.00 GBP");
        row("20 dollars", "amount=20.00 USD");
        row("1 299,00 €", "amount=1299.00 EUR");
        row("a $5k invoice", "amount=5000.00 USD");
        row("on 2026-05-12 and 12.05.2026", "date=2026-05-12 date=2026-05-12");
        row("12/05/2026, 05/13/2026", "date=2026-05-12 date=2026-05-13");
        row("since March 3rd", "date=2026-03-03");
        row("until December 20", "date=2026-12-20");
        row("on October 4, 2025", "date=2025-10-04");
        row("am 3. März 2026", "date=2026-03-03");
        row("le 1er juin 2026", "date=2026-06-01");
        row("el 3 de marzo de 2026", "date=2026-03-03");
        row("yesterday, next Monday", "date=2026-11-20 date=2026-11-23");
        row("last Saturday", "date=2026-11-14");
        row("3 days ago", "date=2026-11-18");
        row("vor 2 Wochen, gestern", "date=2026-11-07 date=2026-11-20");
        row("il y a 3 jours", "date=2026-11-18");
        row("aujourd'hui", "date=2026-11-21");
        row("lundi prochain", "date=2026-11-23");
        row("order 48213 is late", "order_id=48213");
        row("Order number: A1B2C34", "order_id=A1B2C34");
        row("pa-77812 and #PA77813", "order_id=PA-77812 order_id=PA77813");
        row("Bestellung Nr. 99812", "order_id=99812");
        row("mi pedido número 55123", "order_id=55123");
        row("ticket SUP-12", "ticket_id=SUP-12");
        row("case #4471", "ticket_id=4471");
        row("invoice INV-2026-00487", "reference=INV-2026-00487");
        row("card 4111 1111 1111 1111", "card=4111111111111111");
        row("IBAN DE89 3704 0044 0532 0130 00.", "iban=DE89370400440532013000");
        row("from 192.168.10.4 or 2001:db8::1", "ip=192.168.10.4 ip=2001:db8::1");
        row("the aurora lamp pro flickers", "product=Aurora Lamp Pro");
        row("my Aurora-Lamp, küchenwaage k2", "product=Aurora Lamp product=Küchenwaage K2");
        row("联系13800138000或 ana@example.com", "email=ana@example.com");
    }

    void thingsAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(summary(findEntities(text.toStdString(), lists(), kNowMs)), expected.toStdString());
    }

    void whatLooksLikeThemIsNot_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto none = [](const char* text) { QTest::newRow(text) << QByteArray(text); };
        none("version 1.2.3.4");
        none("v10.4.2 and iOS 17.3");
        none("at 10:30 or 5pm");
        none("in 2026 we had 12 users");
        none("I need 3 of them, 10000 in all");
        none("order 3 items");
        none("UTF-8, COVID-19, ISO-27001, SHA-256");
        none("50% of 1,299 rows");
        none("may 5 people log in?");
        none("those over 30 may enter");
        none("31/02/2026 and 2026-13-01");
        none("4111 1111 1111 1112");
        none("GB82 WEST 1234 5698 7654 33");
        none("999.1.2.3");
        none("std::vector and a::b");
        none("me@ or @you or a@b");
        none("1.5 stars, 24/7, 3-4 days");
        none("Windows 10 1909");
        none("the number is 4155552671");
        none("the auroral lamp");
        none("guten Morgen, por la mañana");
        none("12345678");
        none("e.g. this, i.e. that");
        none("");
    }

    void whatLooksLikeThemIsNot()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(summary(findEntities(text.toStdString(), lists(), kNowMs)), std::string());
    }

    void tenantsMayReadDatesMonthFirst()
    {
        EntityLists american = lists();
        american.dateOrder = DateOrder::MonthFirst;

        const auto found = findEntities("05/12/2026 and 13/12/2026", american, kNowMs);

        QCOMPARE(summary(found), std::string("date=2026-05-12 date=2026-12-13"));
    }

    void offsetsNameTheText()
    {
        const std::string text = "Grüße – bestellt für 49,90 € (order #88123) 🙂";

        for (const Entity& entity : findEntities(text, lists(), kNowMs)) {
            QCOMPARE(text.substr(entity.begin, entity.end - entity.begin), entity.text);
            QVERIFY(isUtf8(entity.text));
        }
    }

    void anyBytesAreSurvived()
    {
        std::mt19937 random(7);
        const std::string_view alphabet =
            "a1 .-@#$:/+(\"[]%\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xff\x80XZ09,'=\n";
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (std::size_t i = 0, n = random() % 80; i < n; ++i) {
                text +=
                    round % 2 == 0 ? alphabet[random() % alphabet.size()] : static_cast<char>(random() % 256);
            }
            std::size_t last = 0;
            for (const Entity& entity : findEntities(text, lists(), kNowMs)) {
                QVERIFY(entity.begin >= last && entity.end > entity.begin && entity.end <= text.size());
                last = entity.end;
            }
        }
    }

    void hugeTextsAreRead_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit :
             {"a", "1", "a.", "a@", "1 ", "+1", "#a", "http://", "1.", "12/", "::", "😀", "字", "(1"}) {
            QTest::newRow(unit) << QByteArray(unit);
        }
    }

    /// What is not linear takes minutes here.
    void hugeTextsAreRead()
    {
        QFETCH(QByteArray, unit);
        const std::string text = unit.repeated(200'000 / unit.size()).toStdString();
        QVERIFY(findEntities(text, lists(), kNowMs).size() <= text.size());
    }
};

PARLEY_TEST("entities", EntitiesTest)
#include "entities_test.moc"
