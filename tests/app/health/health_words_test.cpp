// SPDX-License-Identifier: MIT
#include "app/health/health_words.h"
#include "tests/support/test_main.h"

#include <QJsonDocument>

namespace parley::console {

namespace {

QJsonObject detailed(const char* checks, const char* status = "ok")
{
    return {{QStringLiteral("status"), QString::fromLatin1(status)},
            {QStringLiteral("version"), QStringLiteral("1.2.3")},
            {QStringLiteral("checks"), QJsonDocument::fromJson(checks).object()}};
}

} // namespace

class HealthWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotWorkStandsFirst()
    {
        const auto parts = healthOf(detailed(R"({"queue":{"status":"ok"},"disk":{"status":"unknown"},
            "database":{"status":"failing","driver":"sqlite"}})"));

        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts.at(0).name, QStringLiteral("database"));
        QCOMPARE(static_cast<int>(parts.at(0).tone), static_cast<int>(Tone::Danger));
        QCOMPARE(parts.at(1).name, QStringLiteral("disk"));
        QCOMPARE(parts.at(1).status, QStringLiteral("Not known"));
        QCOMPARE(parts.at(2).status, QStringLiteral("Works"));
    }

    void numbersAreToldWithTheirUnits()
    {
        const auto parts = healthOf(detailed(R"({"disk":{"status":"ok","free_bytes":53687091200}})"));

        QCOMPARE(parts.first().facts, QStringList{QStringLiteral("Free: 50.00 GiB")});
    }

    void eachProviderIsToldByItsState()
    {
        const auto parts = healthOf(detailed(R"({"providers":{"status":"degraded","items":[
            {"provider":"main","state":"open"},{"provider":"spare","state":"closed"}]}})"));

        QCOMPARE(parts.first().status, QStringLiteral("Works in part"));
        QCOMPARE(parts.first().facts,
                 (QStringList{QStringLiteral("main: does not answer"), QStringLiteral("spare: works")}));
    }

    void partsThatAreNotKnownAreShownAllTheSame()
    {
        const auto parts = healthOf(detailed(R"({"time_machine":{"status":"ok"}})"));

        QCOMPARE(parts.first().title, QStringLiteral("Time machine"));
    }

    void theWholeIsAsGoodAsItsWorstPart_data()
    {
        QTest::addColumn<QByteArray>("checks");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("tone");
        QTest::newRow("fine") << QByteArray(R"({"disk":{"status":"ok"}})") << "Everything works"
                              << static_cast<int>(Tone::Success);
        QTest::newRow("broken") << QByteArray(R"({"disk":{"status":"ok"},"database":{"status":"failing"}})")
                                << "The server does not work as it should" << static_cast<int>(Tone::Danger);
    }

    void theWholeIsAsGoodAsItsWorstPart()
    {
        QFETCH(QByteArray, checks);
        QFETCH(QString, title);
        QFETCH(int, tone);

        const HealthTold whole = overallHealth(detailed(checks.constData()));

        QCOMPARE(whole.title, title);
        QCOMPARE(static_cast<int>(whole.tone), tone);
        QCOMPARE(whole.facts, QStringList{QStringLiteral("Version 1.2.3")});
    }
};

} // namespace parley::console

using parley::console::HealthWordsTest;
PARLEY_TEST("health_words", HealthWordsTest)
#include "health_words_test.moc"
