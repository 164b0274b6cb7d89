// SPDX-License-Identifier: MIT
#include "app/audit/audit_columns.h"
#include "app/audit/diff_model.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>

namespace parley::console {

class DiffModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesStandSideBySide()
    {
        DiffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setLines({{QStringLiteral("name"),
                         QStringLiteral("<b>old</b>"),
                         QStringLiteral("new"),
                         DiffLine::Kind::Changed}});

        const QModelIndex before = model.index(0, DiffModel::Before);
        QCOMPARE(model.index(0, DiffModel::Field).data().toString(), QStringLiteral("name"));
        QCOMPARE(before.data().toString(), QStringLiteral("<b>old</b>"));
        QVERIFY(before.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;")));
        QCOMPARE(model.index(0, DiffModel::After).data().toString(), QStringLiteral("new"));
        QCOMPARE(before.data(DiffModel::kKindRole).toInt(), static_cast<int>(DiffLine::Kind::Changed));

        model.setLines({});
        QCOMPARE(model.rowCount(), 0);
    }

    void actionsAreToldInWords()
    {
        QCOMPARE(actionWords(QStringLiteral("canned_response.create")),
                 QStringLiteral("Canned response: create"));
        QCOMPARE(actionWords(QStringLiteral("restart")), QStringLiteral("Restart"));
    }

    void whoDidItIsNamed()
    {
        QCOMPARE(actorWords({{QStringLiteral("name"), QStringLiteral("Alex")}}), QStringLiteral("Alex"));
        QCOMPARE(actorWords({{QStringLiteral("name"), QJsonValue()},
                             {QStringLiteral("role"), QStringLiteral("system")}}),
                 QStringLiteral("Parley itself"));
        QCOMPARE(actorWords({{QStringLiteral("role"), QStringLiteral("api_client")}}),
                 QStringLiteral("Api client"));
    }
};

} // namespace parley::console

using parley::console::DiffModelTest;
PARLEY_TEST("diff_model", DiffModelTest)
#include "diff_model_test.moc"
