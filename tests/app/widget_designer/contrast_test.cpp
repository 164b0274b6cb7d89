// SPDX-License-Identifier: MIT
#include "app/widget_designer/color_field.h"
#include "app/widget_designer/contrast.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using namespace parley::console;

class ContrastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ratiosAreThoseOfTheStandard_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<double>("ratio");
        QTest::newRow("black on white") << QStringLiteral("#000000") << QStringLiteral("#ffffff") << 21.0;
        QTest::newRow("the same") << QStringLiteral("#1f5fbf") << QStringLiteral("#1f5fbf") << 1.0;
        QTest::newRow("grey on white") << QStringLiteral("#767676") << QStringLiteral("#ffffff") << 4.54;
        QTest::newRow("red on white") << QStringLiteral("#ff0000") << QStringLiteral("#ffffff") << 4.0;
    }

    void ratiosAreThoseOfTheStandard()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(double, ratio);

        QVERIFY(qAbs(contrastRatio(colorOf(a), colorOf(b)) - ratio) < 0.01);
        QCOMPARE(contrastRatio(colorOf(a), colorOf(b)), contrastRatio(colorOf(b), colorOf(a)));
    }

    void textOnAnyColourCanBeRead()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 500; ++round) {
            const QColor ground =
                QColor::fromRgb(random.bounded(256), random.bounded(256), random.bounded(256));
            QVERIFY2(contrastRatio(ground, textOn(ground)) >= 4.5, qPrintable(ground.name()));
            QVERIFY2(contrastRatio(readableOn(ground, Qt::white), Qt::white) >= 4.5,
                     qPrintable(ground.name()));
        }
    }

    void aReadableColourIsLeftAsItIs()
    {
        QCOMPARE(readableOn(colorOf(QStringLiteral("#1f5fbf")), Qt::white).name(), QStringLiteral("#1f5fbf"));
        QVERIFY(readableOn(colorOf(QStringLiteral("#ffe000")), Qt::white) !=
                colorOf(QStringLiteral("#ffe000")));
    }

    void onlySixDigitsAreAColour()
    {
        QVERIFY(colorOf(QStringLiteral("#1F5fBf")).isValid());
        QVERIFY(!colorOf(QStringLiteral("red")).isValid());
        QVERIFY(!colorOf(QStringLiteral("#fff")).isValid());
        QVERIFY(!colorOf(QStringLiteral("#1f5fbf;")).isValid());
    }

    void aPaleColourIsWarnedOf()
    {
        QVERIFY(
            ColorField::advice(colorOf(QStringLiteral("#ffe000"))).contains(QStringLiteral("Hard to see")));
        QVERIFY(
            !ColorField::advice(colorOf(QStringLiteral("#1f5fbf"))).contains(QStringLiteral("Hard to see")));
        QVERIFY(ColorField::advice(QColor()).isEmpty());
    }
};

PARLEY_TEST("contrast", ContrastTest)
#include "contrast_test.moc"
