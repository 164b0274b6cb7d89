// SPDX-License-Identifier: MIT
#include "app/style/theme.h"
#include "tests/app/pages/console_world.h"
#include "tests/app/pages/reach_faults.h"
#include "tests/app/pages/schema_answers.h"
#include "tests/support/test_main.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QTabBar>

using namespace parley::console;
using namespace parley::test;

namespace {

constexpr int kRows = 3;

/// Shows each page, with its first row chosen and each of its tabs, and tells `look` about it.
void visitAll(ConsoleWorld& world, const std::function<void(Page& page, const QString& where)>& look)
{
    SchemaAnswers answers([] { return QStringLiteral("Where is my order 4711?"); },
                          SchemaAnswers::Trust::Texts,
                          kRows);
    world.server.otherwise([&](const FakeApi::Request& request) { return answers.answer(request); });
    world.begin();
    for (const PageEntry& entry : allPages()) {
        const bool isOfOne = entry.id == QLatin1String("queue") || entry.id == QLatin1String("runs");
        world.window.openPage(entry.id, isOfOne ? QStringLiteral("id-0") : QString());
        world.settle();
        Page* page = world.window.page(entry.id);
        QVERIFY2(page != nullptr, qPrintable(entry.id));
        for (auto* view : page->findChildren<QAbstractItemView*>()) {
            if (view->isVisible() && view->model() != nullptr && !view->currentIndex().isValid()) {
                view->setCurrentIndex(view->model()->index(0, 0));
                break;
            }
        }
        world.settle();
        look(*page, entry.id);
        for (QTabBar* bar : page->findChildren<QTabBar*>()) {
            for (int i = 1; i < bar->count() && bar->isVisible(); ++i) {
                bar->setCurrentIndex(i);
                world.settle();
                look(*page, QStringLiteral("%1, tab %2").arg(entry.id).arg(i));
            }
        }
    }
    world.server.otherwise({});
}

QStringList told(const QString& where, const QStringList& faults)
{
    QStringList lines;
    for (const QString& each : faults) {
        lines.append(where + QLatin1String(": ") + each);
    }
    return lines;
}

QByteArray message(const QStringList& faults)
{
    return (QLatin1Char('\n') + faults.join(QLatin1Char('\n'))).toUtf8();
}

} // namespace

class ReachTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QApplication::setFont(m_font);
        applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()), Appearance::Light);
    }

    void everythingHasANameAndEveryRowSaysSomething()
    {
        ConsoleWorld world;
        QStringList faults;

        visitAll(world,
                 [&](Page&, const QString& where) { faults += told(where, namelessIn(world.window)); });

        QVERIFY2(faults.isEmpty(), message(faults).constData());
    }

    void tabReachesEverythingAndTheFocusIsSeen_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void tabReachesEverythingAndTheFocusIsSeen()
    {
        QFETCH(bool, isDark);
        applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()),
                        isDark ? Appearance::Dark : Appearance::Light);
        ConsoleWorld world;
        QStringList faults;

        visitAll(world, [&](Page& page, const QString& where) {
            faults += told(where, tabFaults(world.window, page));
        });

        QVERIFY2(faults.isEmpty(), message(faults).constData());
    }

    void nothingIsCutWithALargeFont_data()
    {
        QTest::addColumn<double>("share");
        QTest::newRow("as it is") << 1.0;
        QTest::newRow("150 %") << 1.5;
        QTest::newRow("200 %") << 2.0;
    }

    void nothingIsCutWithALargeFont()
    {
        QFETCH(double, share);
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * share);
        QApplication::setFont(font);
        applyAppearance(*qobject_cast<QApplication*>(QApplication::instance()), Appearance::Light);
        ConsoleWorld world;
        QStringList faults;

        visitAll(world, [&](Page& page, const QString& where) {
            faults += told(where, cutIn(page));
            if (const int width = world.window.minimumSizeHint().width(); width > kLaptopPx) {
                faults.append(where + QStringLiteral(": needs %1 px").arg(width));
            }
        });

        QVERIFY2(faults.isEmpty(), message(faults).constData());
    }

private:
    static constexpr int kLaptopPx = 1'366;
    const QFont m_font = QApplication::font();
};

PARLEY_TEST("reach", ReachTest)
#include "reach_test.moc"
