// SPDX-License-Identifier: MIT
#include "server/nlp/entities/pii.h"
#include "shared/core/text.h"
#include "tests/support/test_main.h"

#include <random>

using namespace parley;
using namespace parley::server::nlp;

namespace {

void row(const char* text, const char* expected)
{
    QTest::newRow(text) << QByteArray(text) << QByteArray(expected);
}

void kept(const char* text)
{
    row(text, text);
}

} // namespace

class PiiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void detailsAreMasked_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        row("I am ana@example.com, not bob@example.com", "I am [email-1], not [email-2]");
        row("Call +1 415 555 2671 or (030) 123 45 67", "Call [phone-1] or [phone-2]");
        row("phone: 0171 2345678.", "phone: [phone-1].");
        row("my card 4111-1111-1111-1111 and CVV 123", "my card [card-1] and CVV [secret-1]");
        row("GB82 WEST 1234 5698 7654 32", "[iban-1]");
        row("SSN 219-09-9999", "SSN [id-1]");
        row("NINO QQ 12 34 56 C, AB123456C", "NINO QQ 12 34 56 C, [id-1]");
        row("meine Steuer-ID ist 86095742719", "meine Steuer-ID ist [id-1]");
        row("DNI 12345678Z", "DNI [id-1]");
        row("CPF 529.982.247-25", "CPF [id-1]");
        row("passport number C01X00T47", "passport number [id-1]");
        row("from 203.0.113.7 and fe80::1ff:fe23:4567:890a", "from [ip-1] and [ip-2]");
        row("my password is Tr0ub4dor&3", "my password is [secret-1]");
        row("Password: hunter2", "Password: [secret-1]");
        row("my password is swordfish.", "my password is [secret-1].");
        row("mein Passwort lautet geheim99", "mein Passwort lautet [secret-1]");
        row("mot de passe : azerty123", "mot de passe : [secret-1]");
        row("api_key=abcd1234efgh5678&page=2", "api_key=[secret-1]&page=2");
        row("use sk-proj-abcdefghij0123456789", "use [secret-1]");
        row("Authorization: Bearer abcdef0123456789", "Authorization: Bearer [secret-1]");
        row("I live at 12 Baker Street, London", "I live at [address-1]");
        row("742 Evergreen Terrace, Springfield, IL 62704 please", "[address-1] please");
        row("Lindenstraße 4a, 10969 Berlin", "[address-1]");
        row("5 rue de la Paix, 75002 Paris", "[address-1]");
        row("Calle Mayor 12, 28013 Madrid", "[address-1]");
        row("date of birth: 03/04/1985", "date of birth: [birthdate-1]");
        row("born on March 4, 1985 in Leeds", "born on [birthdate-1] in Leeds");
        row("geboren am 4.3.1985", "geboren am [birthdate-1]");
        row("电话：+86 138 0013 8000。", "电话：[phone-1]。");
    }

    void detailsAreMasked()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(maskPii(text.toStdString()).text, expected.toStdString());
    }

    void everythingElseStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        kept("Order 4829103847 and ticket TKT-20481 from 2026-05-12");
        kept("invoice INV-2026-00487 over $1,299.00");
        kept("version 10.4.2.1 at 10:30");
        kept("my password is not working");
        kept("the password is incorrect. Password reset fails");
        kept("I forgot my password, please reset it");
        kept("the token expired and my PIN is wrong");
        kept("order #4111111111111111");
        kept("I waited 15 Days and the Way it works is odd");
        kept("on 12.05.2026 I paid 49,90 €");
        kept("10 Great Products");
        kept("my workspace WS-48821");
        kept("Mensaje 😀 número uno");
        kept("");
    }

    void everythingElseStays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(maskPii(text.toStdString()).text, expected.toStdString());
    }

    void theSameDetailHasTheSamePlaceholder()
    {
        const Masked masked = maskPii("a@example.com b@example.com a@example.com");

        QCOMPARE(masked.text, std::string("[email-1] [email-2] [email-1]"));
        QCOMPARE(masked.map.size(), std::size_t{2});
        QCOMPARE(masked.map[1].placeholder, std::string("[email-2]"));
        QCOMPARE(masked.map[1].original, std::string("b@example.com"));
    }

    void maskingTwiceChangesNothing()
    {
        const Masked once = maskPii("ana@example.com, password: hunter2, 12 Baker Street, +1 415 555 2671");
        const Masked twice = maskPii(once.text);

        QCOMPARE(twice.text, once.text);
        QVERIFY(twice.map.empty());
    }

    void placeholdersInTheTextAreNotTaken()
    {
        const Masked masked = maskPii("[email-1] wrote to ana@example.com");

        QCOMPARE(masked.text, std::string("[email-1] wrote to [email-2]"));
    }

    void knownDetailsKeepTheirPlaceholders()
    {
        const Masked first = maskPii("ana@example.com");
        const Masked second = maskPii("bob@example.com and ana@example.com", first.map);

        QCOMPARE(second.text, std::string("[email-2] and [email-1]"));
        QCOMPARE(second.map.size(), std::size_t{2});
    }

    void unmaskingPutsTheOriginalsBack()
    {
        const std::string text = "Grüße, ana@example.com – call +49 30 1234567, card 4111 1111 1111 1111";
        const Masked masked = maskPii(text);

        QCOMPARE(unmaskPii(masked.text, masked.map), text);
        QCOMPARE(unmaskPii("[email-9] stays", masked.map), std::string("[email-9] stays"));
    }

    void anyBytesComeBack()
    {
        std::mt19937 random(11);
        const std::string_view alphabet =
            "a1 .-@[]=:+\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xff\x80sk-password is 4111\n";
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (std::size_t i = 0, n = random() % 100; i < n; ++i) {
                text +=
                    round % 2 == 0 ? alphabet[random() % alphabet.size()] : static_cast<char>(random() % 256);
            }
            const Masked masked = maskPii(text);
            QCOMPARE(unmaskPii(masked.text, masked.map), text);
            if (isUtf8(text)) {
                QVERIFY(isUtf8(masked.text));
            }
        }
    }

    void hugeTextsAreMasked_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit :
             {"a", "1", "a.", "password ", "[", "-----BEGIN ", "sk-", "Aa1", "1 A", "😀", "字", "+1 "}) {
            QTest::newRow(unit) << QByteArray(unit);
        }
    }

    /// What is not linear takes minutes here.
    void hugeTextsAreMasked()
    {
        QFETCH(QByteArray, unit);
        const std::string text = unit.repeated(200'000 / unit.size()).toStdString();
        const Masked masked = maskPii(text);
        QCOMPARE(unmaskPii(masked.text, masked.map), text);
    }
};

PARLEY_TEST("pii", PiiTest)
#include "pii_test.moc"
