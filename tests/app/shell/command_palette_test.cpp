// SPDX-License-Identifier: MIT
#include "app/shell/command_model.h"
#include "app/shell/command_palette.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>

using namespace parley::console;

class CommandPaletteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersMustComeInTheirOrder()
    {
        QVERIFY(matchScore(QStringLiteral("qac"), QStringLiteral("Queue and chat")) > 0);
        QVERIFY(matchScore(QStringLiteral("caq"), QStringLiteral("Queue and chat")) < 0);
        QVERIFY(matchScore(QString(), QStringLiteral("anything")) >= 0);
        QVERIFY(matchScore(QStringLiteral("mon"), QStringLiteral("Monitor")) >
                matchScore(QStringLiteral("mon"), QStringLiteral("Summon a person")));
    }

    void theBestMatchIsFirstAndWhatCannotBeDoneIsLeftOut()
    {
        QAction accept(QStringLiteral("&Accept"), this);
        QAction agents(QStringLiteral("Agents"), this);
        QAction impossible(QStringLiteral("Accept everything"), this);
        impossible.setEnabled(false);
        CommandModel model({&agents, &accept, &impossible});
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setTyped(QStringLiteral("acc"));

        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.command(0), &accept);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Accept"));
    }

    void enterRunsWhatIsChosen()
    {
        QWidget window;
        window.show();
        QAction first(QStringLiteral("First"), this);
        QAction second(QStringLiteral("Second"), this);
        int ran = 0;
        connect(&second, &QAction::triggered, this, [&ran] { ++ran; });
        auto* palette = new CommandPalette({&first, &second}, &window);
        palette->show();
        auto* field = palette->findChild<QLineEdit*>();

        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);

        QCOMPARE(ran, 1);
    }
};

PARLEY_TEST("command_palette", CommandPaletteTest)
#include "command_palette_test.moc"
