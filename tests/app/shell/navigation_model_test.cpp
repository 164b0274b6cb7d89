// SPDX-License-Identifier: MIT
#include "app/shell/navigation_delegate.h"
#include "app/shell/navigation_model.h"
#include "tests/support/test_main.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace parley::console;

namespace {

PageEntry entry(const char* id, const char* section)
{
    PageEntry made;
    made.id = QString::fromLatin1(id);
    made.title = made.id;
    made.section = QString::fromLatin1(section);
    return made;
}

} // namespace

class NavigationModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesStandBelowTheirSections()
    {
        NavigationModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);

        model.setPages({entry("queue", "Desk"), entry("monitor", "Desk"), entry("audit", "Insight")});

        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.index(0).data(NavigationModel::IsHeadingRole).toBool());
        QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
        QCOMPARE(model.rowOf(QStringLiteral("audit")), 4);
        QCOMPARE(model.rowOf(QStringLiteral("nothing")), -1);
    }

    void theNavigationIsAsWideAsItsLongestTitle()
    {
        NavigationModel model;
        model.setPages({entry("audit", "Insight")});
        const QFont font;
        const int narrow = NavigationDelegate::widthOf(model, font);

        PageEntry tasks = entry("tasks", "Insight");
        tasks.title = QStringLiteral("Aufgabenbearbeitungsübersicht");
        model.setPages({entry("audit", "Insight"), tasks});
        const int wide = NavigationDelegate::widthOf(model, font);

        QVERIFY(wide > narrow);
        QVERIFY(wide > QFontMetrics(font).horizontalAdvance(tasks.title));
        tasks.id = QStringLiteral("queue");
        model.setPages({tasks});
        QVERIFY(NavigationDelegate::widthOf(model, font) > wide); // and its count
    }

    void aCountChangesItsRowAlone()
    {
        NavigationModel model;
        model.setPages({entry("queue", "Desk"), entry("monitor", "Desk")});
        QSignalSpy changed(&model, &NavigationModel::dataChanged);

        model.setCount(QStringLiteral("queue"), 3);
        model.setCount(QStringLiteral("queue"), 3);

        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.index(1).data(NavigationModel::CountRole).toInt(), 3);
    }
};

PARLEY_TEST("navigation_model", NavigationModelTest)
#include "navigation_model_test.moc"
