// SPDX-License-Identifier: MIT
#include "app/widgets/display_text.h"
#include "tests/support/test_main.h"

using namespace parley::console;

class DisplayTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void controlCharactersAreShown()
    {
        const QString text =
            QStringLiteral("a") + QChar(0) + QChar(7) + QChar(0x1b) + QChar(0x7f) + QChar(0x85);
        const QString shown = displayText(text);
        QCOMPARE(shown.size(), text.size());
        QCOMPARE(shown.at(1), QChar(0x2400));
        QCOMPARE(shown.at(2), QChar(0x2407));
        QCOMPARE(shown.at(3), QChar(0x241b));
        QCOMPARE(shown.at(4), QChar(0x2421));
        QCOMPARE(shown.at(5), QChar(QChar::ReplacementCharacter));
    }

    void directionCannotBeForced()
    {
        const QString text = QStringLiteral("bill") + QChar(0x202e) + QStringLiteral("gpj.exe");
        QCOMPARE(displayText(text).at(4), QChar(QChar::ReplacementCharacter));
        const QString line = displayLine(QChar(0x2067) + QStringLiteral("name") + QChar(0x202b), 40);
        QCOMPARE(line, QStringLiteral("name"));
    }

    void aLineIsOneLineAndEnds()
    {
        QCOMPARE(displayLine(QStringLiteral("a\r\nb\tc\n\nd")), QStringLiteral("a b c d"));
        const QString cut = displayLine(QString(100'000, QLatin1Char('x')), 20);
        QCOMPARE(cut.size(), 20);
        QCOMPARE(cut.back(), QChar(0x2026));
        // Not between the halves of one character.
        const QString smile = QString::fromUtf8("\xF0\x9F\x98\x80");
        const QString halves = displayLine(QStringLiteral("x") + smile + smile, 3);
        QVERIFY(!halves.at(halves.size() - 2).isHighSurrogate());
    }

    void aLabelKeepsItsLinesAndDisturbsNothing()
    {
        QCOMPARE(displayLabel(QStringLiteral("a\r\nb")), QStringLiteral("a\nb"));
        // What is begun in a line ends with it, and what was never begun does not end.
        QCOMPARE(displayLabel(QString(QChar(0x202b)) + QStringLiteral("x\ny") + QChar(0x2069)),
                 QString(QChar(0x202b)) + QStringLiteral("x") + QChar(0x202c) + QStringLiteral("\ny"));
        QCOMPARE(displayLabel(QStringLiteral("a") + QChar(0x202e) + QStringLiteral("b")).at(1),
                 QChar(QChar::ReplacementCharacter));
        const QString tower = QStringLiteral("e") + QString(3'000, QChar(0x0301)) + QStringLiteral("z");
        QVERIFY(displayLabel(tower).size() < 10);
        QVERIFY(displayLine(tower).size() < 10);
        QVERIFY(displayLabel(tower).endsWith(QLatin1Char('z')));
    }

    void aWordThatNoLineHasRoomForMayBeBroken()
    {
        const QString identifier = QStringLiteral("0197a3c2-5f7e-7d7c-9b3e-1f2a3b4c5d6e");
        QCOMPARE(displayLabel(identifier), identifier);
        const QString word(100, QLatin1Char('W'));
        QString shown = displayLabel(word);
        QCOMPARE(shown.count(QChar(kWordBreak)), 2);
        QCOMPARE(shown.remove(QChar(kWordBreak)), word);
    }

    void aCaptionTakesNoKey()
    {
        QCOMPARE(displayCaption(QStringLiteral("Tom & Co\n&x")), QStringLiteral("Tom && Co &&x"));
    }

    void charactersAreCountedAsTheServerCounts()
    {
        QCOMPARE(codePoints(QStringLiteral("abc")), 3);
        QCOMPARE(codePoints(QString::fromUtf8("\xF0\x9F\x98\x80!")), 2);
    }
};

PARLEY_TEST("display_text", DisplayTextTest)
#include "display_text_test.moc"
