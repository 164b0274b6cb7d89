// SPDX-License-Identifier: MIT
#include "app/organisation/hours_editor.h"
#include "tests/support/test_main.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>

using namespace parley::console;

class HoursEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void spansAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("spans");
        QTest::newRow("none") << QString() << QByteArray("[]");
        QTest::newRow("one") << QStringLiteral("9:00-17:30") << QByteArray(R"([["09:00","17:30"]])");
        QTest::newRow("two") << QStringLiteral("09:00 - 12:00, 13:00-24:00")
                             << QByteArray(R"([["09:00","12:00"],["13:00","24:00"]])");
        QTest::newRow("long dash") << QString::fromUtf8("08:00–09:00")
                                   << QByteArray(R"([["08:00","09:00"]])");
        QTest::newRow("backwards") << QStringLiteral("17:00-09:00") << QByteArray();
        QTest::newRow("overlapping") << QStringLiteral("09:00-12:00, 11:00-13:00") << QByteArray();
        QTest::newRow("after midnight") << QStringLiteral("20:00-24:30") << QByteArray();
        QTest::newRow("words") << QStringLiteral("in the morning") << QByteArray();
    }

    void spansAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, spans);

        const QJsonValue read = HoursEditor::spansOf(text);

        QCOMPARE(read.isNull(), spans.isEmpty());
        QCOMPARE(read.toArray(), QJsonDocument::fromJson(spans).array());
    }

    void whatWasSetComesBack()
    {
        const QJsonObject hours{{QStringLiteral("monday"),
                                 HoursEditor::spansOf(QStringLiteral("09:00-12:00"))},
                                {QStringLiteral("utc_offset_minutes"), 60}};
        HoursEditor editor;

        editor.setValue(hours);

        const QJsonObject value = editor.value().toObject();
        QCOMPARE(value.value(QLatin1String("monday")), hours.value(QLatin1String("monday")));
        QCOMPARE(value.value(QLatin1String("utc_offset_minutes")).toInt(), 60);
        QVERIFY(HoursEditor::fault(value).isEmpty());
    }

    void noHoursAreAroundTheClock()
    {
        HoursEditor editor;
        editor.setValue(QJsonValue::Null);

        QVERIFY(editor.value().isNull());
    }

    void whatIsNoTimeIsKeptAndNamed()
    {
        HoursEditor editor;
        editor.setValue(QJsonObject{});
        auto* monday = editor.findChild<QLineEdit*>();
        monday->setText(QStringLiteral("whenever"));

        QVERIFY(!HoursEditor::fault(editor.value()).isEmpty());
        QCOMPARE(editor.value().toObject().value(QLatin1String("monday")).toString(),
                 QStringLiteral("whenever"));
    }

    void aWeekWithoutAnyHourIsRefused()
    {
        HoursEditor editor;
        editor.setValue(QJsonObject{{QStringLiteral("monday"), QJsonArray()}});

        QVERIFY(!HoursEditor::fault(editor.value()).isEmpty());
    }
};

PARLEY_TEST("hours_editor", HoursEditorTest)
#include "hours_editor_test.moc"
