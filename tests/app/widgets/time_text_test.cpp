// SPDX-License-Identifier: MIT
#include "app/widgets/time_text.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class TimeTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void durationsAreShort_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("below zero") << -5 << "0 s";
        QTest::newRow("seconds") << 59 << "59 s";
        QTest::newRow("a minute") << 60 << "1 min";
        QTest::newRow("an hour") << 3600 << "1 h";
        QTest::newRow("hours and minutes") << 7800 << "2 h 10 min";
        QTest::newRow("days") << 3 * 86400 + 5 << "3 d";
    }

    void durationsAreShort()
    {
        QFETCH(int, seconds);
        QFETCH(QString, text);
        QCOMPARE(durationText(seconds), text);
    }

    void momentsAreTakenFromNow()
    {
        const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), Qt::UTC);
        QCOMPARE(relativeText(now.addSecs(-3), now), QStringLiteral("now"));
        QCOMPARE(relativeText(now.addSecs(-240), now), QStringLiteral("4 min ago"));
        QCOMPARE(relativeText(now.addSecs(7200), now), QStringLiteral("in 2 h"));
        QVERIFY(relativeText({}, now).isEmpty());
        QCOMPARE(dayText(QDate(2026, 11, 20), now.date()), QStringLiteral("Yesterday"));
    }
};

PARLEY_TEST("time_text", TimeTextTest)
#include "time_text_test.moc"
