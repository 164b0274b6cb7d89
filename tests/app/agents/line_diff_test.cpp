// SPDX-License-Identifier: MIT
#include "app/agents/line_diff.h"
#include "tests/support/test_main.h"

#include <QRandomGenerator>

using parley::console::LineDiff;

namespace {

using Kind = LineDiff::Kind;

QStringList letters(const char* text)
{
    QStringList lines;
    for (const QChar each : QString::fromLatin1(text)) {
        lines.append(QString(each));
    }
    return lines;
}

/// "=a -b +c"
QString written(const LineDiff& diff)
{
    QStringList parts;
    for (const LineDiff::Line& line : diff.lines()) {
        const QChar mark = line.kind == Kind::Same    ? QLatin1Char('=')
                           : line.kind == Kind::Added ? QLatin1Char('+')
                                                      : QLatin1Char('-');
        parts.append(mark + line.text);
    }
    return parts.join(QLatin1Char(' '));
}

QStringList side(const LineDiff& diff, Kind without)
{
    QStringList lines;
    for (const LineDiff::Line& line : diff.lines()) {
        if (line.kind != without) {
            lines.append(line.text);
        }
    }
    return lines;
}

} // namespace

class LineDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatChanged_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::addColumn<QString>("diff");
        QTest::newRow("both empty") << QStringList() << QStringList() << QString();
        QTest::newRow("same") << letters("abc") << letters("abc") << QStringLiteral("=a =b =c");
        QTest::newRow("all new") << QStringList() << letters("ab") << QStringLiteral("+a +b");
        QTest::newRow("all gone") << letters("ab") << QStringList() << QStringLiteral("-a -b");
        QTest::newRow("at the end") << letters("ab") << letters("abc") << QStringLiteral("=a =b +c");
        QTest::newRow("at the start") << letters("bc") << letters("abc") << QStringLiteral("+a =b =c");
        QTest::newRow("in the middle") << letters("axc") << letters("ayc") << QStringLiteral("=a -x +y =c");
        QTest::newRow("other lines") << letters("ab") << letters("cd") << QStringLiteral("-a -b +c +d");
    }
    void tellsWhatChanged()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QFETCH(QString, diff);

        QCOMPARE(written(LineDiff(before, after)), diff);
    }

    void isAsShortAsMyersOwnExample()
    {
        // The paper's example: five changes, and no script has fewer.
        const LineDiff diff(letters("abcabba"), letters("cbabac"));

        QCOMPARE(diff.added() + diff.removed(), 5);
        QCOMPARE(side(diff, Kind::Added), letters("abcabba"));
        QCOMPARE(side(diff, Kind::Removed), letters("cbabac"));
    }

    void bothSidesCanBeReadBackFromAnyDiff()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 200; ++round) {
            QStringList before;
            QStringList after;
            for (int i = random.bounded(30); i > 0; --i) {
                before.append(QString::number(random.bounded(5)));
            }
            for (int i = random.bounded(30); i > 0; --i) {
                after.append(QString::number(random.bounded(5)));
            }

            const LineDiff diff(before, after);

            QCOMPARE(side(diff, Kind::Added), before);
            QCOMPARE(side(diff, Kind::Removed), after);
        }
    }

    void numbersLinesOnBothSides()
    {
        const LineDiff diff(letters("axc"), letters("ac"));

        QCOMPARE(diff.lines().size(), 3);
        QCOMPARE(diff.lines().at(1).before, 1);
        QCOMPARE(diff.lines().at(1).after, -1);
        QCOMPARE(diff.lines().at(2).before, 2);
        QCOMPARE(diff.lines().at(2).after, 1);
    }

    void veryDifferentTextsAreOneBlockEach()
    {
        QStringList before;
        QStringList after;
        for (int i = 0; i < LineDiff::kMostChanges; ++i) {
            before.append(QStringLiteral("b%1").arg(i));
            after.append(QStringLiteral("a%1").arg(i));
        }

        const LineDiff diff(before, after);

        QCOMPARE(diff.removed(), LineDiff::kMostChanges);
        QCOMPARE(diff.added(), LineDiff::kMostChanges);
        QCOMPARE(diff.lines().first().kind, Kind::Removed);
        QCOMPARE(diff.lines().last().kind, Kind::Added);
    }
};

PARLEY_TEST("line_diff", LineDiffTest)
#include "line_diff_test.moc"
