// SPDX-License-Identifier: MIT
#include "server/desk/away_text.h"
#include "tests/support/test_main.h"

using namespace parley::server::desk;

namespace {

/// 2026-03-01T08:00:00Z, a Sunday.
constexpr std::int64_t kSunday = 1'772'352'000'000;

} // namespace

class AwayTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheTimeInTheCustomersLanguage_data()
    {
        QTest::addColumn<std::string>("locale");
        QTest::addColumn<std::string>("part");
        QTest::newRow("English") << std::string("en-GB")
                                 << std::string("back on Sunday, 1 March, at 09:30 (UTC+01:30).");
        QTest::newRow("German") << std::string("de")
                                << std::string("ab Sonntag, 1. März, 09:30 (UTC+01:30) zurück.");
        QTest::newRow("Spanish") << std::string("es")
                                 << std::string("el domingo, 1 de marzo, a las 09:30 (UTC+01:30).");
        QTest::newRow("French") << std::string("fr")
                                << std::string("le dimanche 1 mars à 09:30 (UTC+01:30).");
        QTest::newRow("other") << std::string("ja") << std::string("back on Sunday");
    }
    void namesTheTimeInTheCustomersLanguage()
    {
        QFETCH(std::string, locale);
        QFETCH(std::string, part);
        Absence absence;
        absence.backMs = kSunday;
        absence.offsetMinutes = 90;
        const std::string text = awayText(locale, absence);
        QVERIFY2(text.find(part) != std::string::npos, text.c_str());
        QVERIFY2(text.find('{') == std::string::npos, text.c_str());
    }

    void aClockBehindUtcIsOnTheDayBefore()
    {
        Absence absence;
        absence.backMs = kSunday;
        absence.offsetMinutes = -600;
        const std::string text = awayText("en", absence);
        QVERIFY2(text.find("Saturday, 28 February, at 22:00 (UTC-10:00)") != std::string::npos, text.c_str());
    }

    void asksForAnAddressOnlyWhereThereIsNone()
    {
        Absence absence;
        const std::string without = awayText("en", absence);
        absence.asksEmail = true;
        QVERIFY(awayText("en", absence).starts_with(without + " "));
        QVERIFY(!requeuedText("fr").empty());
        QVERIFY(requeuedText("fr") != requeuedText("xx"));
    }
};

PARLEY_TEST("away_text", AwayTextTest)
#include "away_text_test.moc"
