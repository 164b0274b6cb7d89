// SPDX-License-Identifier: MIT
#include "app/runs/chain_layout.h"
#include "tests/support/test_main.h"

namespace parley::console {

namespace {

constexpr QSize kNode(100, 40);
constexpr int kGap = 20;

} // namespace

class ChainLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsFillALineAndGoOnInTheNext()
    {
        const ChainLayout layout = layoutChain(5, 340, kNode, kGap, false); // three fit exactly: 3*100 + 2*20

        QCOMPARE(layout.columns, 3);
        QCOMPARE(layout.nodes.at(0), QRect(0, 0, 100, 40));
        QCOMPARE(layout.nodes.at(2), QRect(240, 0, 100, 40));
        QCOMPARE(layout.nodes.at(3), QRect(0, 60, 100, 40));
        QCOMPARE(layout.size, QSize(340, 100));
    }

    void onePixelLessIsOneColumnLess() { QCOMPARE(layoutChain(5, 339, kNode, kGap, false).columns, 2); }

    void aWidthSmallerThanAStepStillHoldsOne()
    {
        const ChainLayout layout = layoutChain(2, 10, kNode, kGap, false);

        QCOMPARE(layout.columns, 1);
        QCOMPARE(layout.nodes.at(1), QRect(0, 60, 100, 40));
    }

    void withoutStepsThereIsNothing()
    {
        const ChainLayout layout = layoutChain(0, 300, kNode, kGap, false);

        QVERIFY(layout.nodes.isEmpty());
        QCOMPARE(layout.size.height(), 0);
    }

    void rightToLeftBeginsAtTheRight()
    {
        const ChainLayout layout = layoutChain(2, 340, kNode, kGap, true);

        QCOMPARE(layout.nodes.at(0).left(), 240);
        QCOMPARE(layout.nodes.at(1).left(), 120);
    }

    void noTwoStepsOverlap_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 19 << 120;
        QTest::newRow("wide") << 19 << 900;
        QTest::newRow("one line") << 4 << 2000;
    }

    void noTwoStepsOverlap()
    {
        QFETCH(int, nodes);
        QFETCH(int, width);
        const ChainLayout layout = layoutChain(nodes, width, kNode, kGap, false);

        for (int left = 0; left < nodes; ++left) {
            for (int right = left + 1; right < nodes; ++right) {
                QVERIFY(!layout.nodes.at(left).intersects(layout.nodes.at(right)));
            }
            QVERIFY(QRect(QPoint(), layout.size).contains(layout.nodes.at(left)));
        }
    }

    void arrowsLeadToTheNeighbour_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("isRightToLeft");
        QTest::addColumn<int>("to");
        QTest::newRow("right") << 0 << static_cast<int>(Qt::Key_Right) << false << 1;
        QTest::newRow("right at a line's end") << 2 << static_cast<int>(Qt::Key_Right) << false << 3;
        QTest::newRow("left at the start") << 0 << static_cast<int>(Qt::Key_Left) << false << 0;
        QTest::newRow("right to left") << 1 << static_cast<int>(Qt::Key_Left) << true << 2;
        QTest::newRow("down") << 1 << static_cast<int>(Qt::Key_Down) << false << 4;
        QTest::newRow("down where nothing is") << 2 << static_cast<int>(Qt::Key_Down) << false << 2;
        QTest::newRow("up") << 4 << static_cast<int>(Qt::Key_Up) << false << 1;
        QTest::newRow("end") << 0 << static_cast<int>(Qt::Key_End) << false << 4;
        QTest::newRow("home") << 4 << static_cast<int>(Qt::Key_Home) << false << 0;
        QTest::newRow("another key") << 3 << static_cast<int>(Qt::Key_A) << false << 3;
    }

    void arrowsLeadToTheNeighbour()
    {
        QFETCH(int, from);
        QFETCH(int, key);
        QFETCH(bool, isRightToLeft);
        QFETCH(int, to);
        const ChainLayout layout = layoutChain(5, 340, kNode, kGap, isRightToLeft);

        QCOMPARE(neighbour(layout, from, static_cast<Qt::Key>(key), isRightToLeft), to);
    }

    void barsAreInProportionAndNeverInvisible()
    {
        QCOMPARE(barShare(500, 1000), 0.5);
        QCOMPARE(barShare(1000, 1000), 1.0);
        QCOMPARE(barShare(0, 1000), 0.0);
        QCOMPARE(barShare(5, 0), 0.0);
        QVERIFY(barShare(1, 1'000'000) > 0.01);
    }
};

} // namespace parley::console

using parley::console::ChainLayoutTest;
PARLEY_TEST("chain_layout", ChainLayoutTest)
#include "chain_layout_test.moc"
