// SPDX-License-Identifier: MIT
#include "app/settings/sla_table.h"
#include "tests/support/test_main.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace parley::console;

namespace {

QJsonObject promise(int first, int resolution)
{
    QJsonObject made{{QStringLiteral("first_response_minutes"), first}};
    if (resolution > 0) {
        made.insert(QStringLiteral("resolution_minutes"), resolution);
    }
    return made;
}

} // namespace

class SlaTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plansGoInAndOut()
    {
        const QJsonObject plans{{QStringLiteral("default"), promise(30, 0)},
                                {QStringLiteral("gold"), promise(5, 60)}};
        SlaTable table;

        table.setValue(plans);

        QCOMPARE(table.value(), plans);
        QCOMPARE(table.fault(), QString());
    }

    void theFirstPlanAddedIsTheDefault()
    {
        SlaTable table;
        QCOMPARE(table.value(), QJsonObject());

        table.findChild<QPushButton*>()->click();

        QCOMPARE(table.value().keys(), QStringList{QStringLiteral("default")});
    }

    void aPlanNeedsANameAndAnOrderOfTimes()
    {
        SlaTable table;
        table.setValue({{QStringLiteral("gold"), promise(60, 60)}});
        QCOMPARE(table.fault(), QString());

        const auto boxes = table.findChildren<QSpinBox*>();
        boxes.first()->setValue(61);
        QVERIFY(table.fault().contains(QStringLiteral("gold")));
        boxes.first()->setValue(60);
        table.findChild<QLineEdit*>()->clear();
        QVERIFY(!table.fault().isEmpty());
    }
};

PARLEY_TEST("sla_table", SlaTableTest)
#include "sla_table_test.moc"
