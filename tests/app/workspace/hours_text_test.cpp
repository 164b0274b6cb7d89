// SPDX-License-Identifier: MIT
#include "app/workspace/hours_text.h"
#include "app/workspace/week_editor.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QLineEdit>

using namespace parley::console;

namespace {

QJsonArray span(const char* begin, const char* end)
{
    return {QString::fromLatin1(begin), QString::fromLatin1(end)};
}

} // namespace

class HoursTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonArray>("spans");
        QTest::newRow("none") << QString() << QJsonArray();
        QTest::newRow("one") << QStringLiteral("09:00–17:30") << QJsonArray{span("09:00", "17:30")};
        QTest::newRow("short") << QStringLiteral("9 - 17.30") << QJsonArray{span("09:00", "17:30")};
        QTest::newRow("two") << QStringLiteral("9:00-12:00, 13:00-24:00")
                             << QJsonArray{span("09:00", "12:00"), span("13:00", "24:00")};
    }
    void readsWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QFETCH(QJsonArray, spans);

        QCOMPARE(hours_text::faultIn(text), QString());
        QCOMPARE(hours_text::spansOf(text), spans);
        QCOMPARE(hours_text::spansOf(hours_text::textOf(spans)), spans);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* each : {"nine to five",
                                 "09:00",
                                 "17:00-09:00",
                                 "09:00-09:00",
                                 "09:60-10:00",
                                 "23:00-24:01",
                                 "09:00-12:00, 11:00-13:00",
                                 "09:00-10:00-11:00"}) {
            QTest::addRow("%s", each) << QString::fromLatin1(each);
        }
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, text);

        QVERIFY(!hours_text::faultIn(text).isEmpty());
        QVERIFY(hours_text::spansOf(text).isEmpty());
    }

    void aWeekGoesInAndOut()
    {
        const QJsonObject week{{QStringLiteral("utc_offset_minutes"), 60},
                               {QStringLiteral("monday"), QJsonArray{span("09:00", "12:00")}},
                               {QStringLiteral("sunday"), QJsonArray{span("10:00", "24:00")}}};
        WeekEditor editor;

        editor.setValue(week);

        QCOMPARE(editor.value(), QJsonValue(week));
        QCOMPARE(editor.fault(), QString());
    }

    void aroundTheClockIsSaidNotInherited()
    {
        WeekEditor editor;
        editor.setValue(QJsonValue::Null);
        QCOMPARE(editor.value(), QJsonValue(QJsonObject()));

        editor.findChild<QCheckBox*>()->setChecked(false);
        QCOMPARE(editor.value().toObject().value(QLatin1String("friday")).toArray().size(), 1);
        for (QLineEdit* day : editor.findChildren<QLineEdit*>()) {
            day->clear();
        }
        QVERIFY(!editor.fault().isEmpty());
    }
};

PARLEY_TEST("hours_text", HoursTextTest)
#include "hours_text_test.moc"
