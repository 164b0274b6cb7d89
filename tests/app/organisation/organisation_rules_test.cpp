// SPDX-License-Identifier: MIT
#include "app/organisation/organisation_rules.h"
#include "tests/support/test_main.h"

#include <QJsonArray>

using namespace parley::console;

class OrganisationRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRulesAreTheServersOwn_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRight");
        const auto row = [](const char* name, const char* rule, const QString& text, bool isRight) {
            QTest::newRow(name) << QString::fromLatin1(rule) << text << isRight;
        };
        row("slug", "slug", QStringLiteral("acme-2"), true);
        row("slug of two", "slug", QStringLiteral("ab"), true);
        row("slug of one", "slug", QStringLiteral("a"), false);
        row("slug of 63", "slug", QString(63, QLatin1Char('a')), true);
        row("slug of 64", "slug", QString(64, QLatin1Char('a')), false);
        row("slug with capitals", "slug", QStringLiteral("Acme"), false);
        row("slug with hyphen first", "slug", QStringLiteral("-acme"), false);
        row("slug with hyphen last", "slug", QStringLiteral("acme-"), false);
        row("slug with two hyphens", "slug", QStringLiteral("ac--me"), false);
        row("slug like an id", "slug", QStringLiteral("01a1ffe4-55ea-738f-aa4e-3e290699b519"), false);
        row("no slug", "slug", QString(), false);
        row("prefix", "prefix", QStringLiteral("ACM2"), true);
        row("no prefix", "prefix", QString(), true);
        row("prefix of one", "prefix", QStringLiteral("A"), false);
        row("prefix of nine", "prefix", QStringLiteral("ABCDEFGHI"), false);
        row("prefix with digit first", "prefix", QStringLiteral("2AB"), false);
        row("reason", "reason", QStringLiteral("billing_dispute"), true);
        row("reason with digit", "reason", QStringLiteral("level2"), false);
        row("reason of 41", "reason", QString(41, QLatin1Char('a')), false);
        row("shortcut", "shortcut", QStringLiteral("hi-2_b"), true);
        row("shortcut with space", "shortcut", QStringLiteral("hi there"), false);
        row("password of 7", "password", QStringLiteral("1234567"), false);
        row("password of 8", "password", QStringLiteral("12345678"), true);
        row("password of 72 bytes", "password", QString(36, QChar(0xe4)), true);
        row("password of 74 bytes", "password", QString(37, QChar(0xe4)), false);
        row("no password", "password", QString(), true);
        row("blank name", "name", QStringLiteral("   "), false);
        row("name of 80", "name", QString(80, QLatin1Char('n')), true);
        row("name of 81", "name", QString(81, QLatin1Char('n')), false);
    }

    void theRulesAreTheServersOwn()
    {
        QFETCH(QString, rule);
        QFETCH(QString, text);
        QFETCH(bool, isRight);
        const QHash<QString, Rule> all{{QStringLiteral("slug"), rules::slug()},
                                       {QStringLiteral("prefix"), rules::ticketPrefix()},
                                       {QStringLiteral("reason"), rules::reason()},
                                       {QStringLiteral("shortcut"), rules::shortcut()},
                                       {QStringLiteral("password"), rules::password()},
                                       {QStringLiteral("name"), rules::name(80)}};

        QCOMPARE(all.value(rule)(text).isEmpty(), isRight);
    }

    void listsAreCountedAndTheirLinesMeasured()
    {
        const Rule rule = rules::texts(2, 5);

        QVERIFY(rule(QJsonArray{QStringLiteral("a"), QStringLiteral("12345")}).isEmpty());
        QVERIFY(!rule(QJsonArray{QStringLiteral("123456")}).isEmpty());
        QVERIFY(!rule(QJsonArray{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}).isEmpty());
    }
};

PARLEY_TEST("organisation_rules", OrganisationRulesTest)
#include "organisation_rules_test.moc"
