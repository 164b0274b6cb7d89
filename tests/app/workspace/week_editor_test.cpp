// SPDX-License-Identifier: MIT
#include "app/workspace/week_editor.h"
#include "tests/support/test_main.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>

using namespace parley::console;

class WeekEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasSetComesBack()
    {
        const QJsonObject hours{{QStringLiteral("monday"),
                                 QJsonArray{QJsonArray{QStringLiteral("09:00"), QStringLiteral("12:00")}}},
                                {QStringLiteral("utc_offset_minutes"), 60}};
        WeekEditor editor;

        editor.setValue(hours);

        QCOMPARE(editor.value().toObject(), hours);
        QVERIFY(editor.fault().isEmpty());
    }

    void noHoursAreAroundTheClock()
    {
        WeekEditor editor;
        editor.setValue(QJsonValue::Null);

        QVERIFY(editor.value().toObject().isEmpty());
        QVERIFY(editor.fault().isEmpty());
    }

    void whatIsNoTimeIsNamed()
    {
        WeekEditor editor;
        editor.findChild<QCheckBox*>()->setChecked(false);
        QVERIFY(editor.fault().isEmpty());

        editor.findChild<QLineEdit*>()->setText(QStringLiteral("whenever"));

        QVERIFY(!editor.fault().isEmpty());
    }

    void aWeekWithoutAnyHourIsRefused()
    {
        WeekEditor editor;
        editor.findChild<QCheckBox*>()->setChecked(false);

        for (QLineEdit* day : editor.findChildren<QLineEdit*>()) {
            day->clear();
        }

        QVERIFY(!editor.fault().isEmpty());
    }
};

PARLEY_TEST("week_editor", WeekEditorTest)
#include "week_editor_test.moc"
