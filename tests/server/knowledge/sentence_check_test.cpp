// SPDX-License-Identifier: MIT
#include "server/knowledge/sentence_check.h"
#include "tests/support/test_main.h"

#include <vector>

using namespace parley::server::knowledge;

class SentenceCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSentenceMustBeInAPassage_data()
    {
        QTest::addColumn<QByteArray>("sentence");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* sentence, SentenceFault fault) {
            QTest::newRow(sentence) << QByteArray(sentence) << static_cast<int>(fault);
        };
        row("You can return items within 30 days.", SentenceFault::None);
        row("Items can be returned within 30 days of delivery.", SentenceFault::None);
        row("You can return items within 60 days.", SentenceFault::Number);
        row("You cannot return items within 30 days.", SentenceFault::Negation);
        row("Opened bags can be returned.", SentenceFault::Negation);
        row("Opened bags cannot be returned.", SentenceFault::None);
        row("We ship returned items by Hermes within 30 days.", SentenceFault::Name);
        row("Tomatoes grow best in warm sunny gardens.", SentenceFault::Unsupported);
        row("Write to help@other.example for returns.", SentenceFault::Number);
        row("Sure!", SentenceFault::None);
    }

    void aSentenceMustBeInAPassage()
    {
        QFETCH(QByteArray, sentence);
        QFETCH(int, fault);
        const std::vector<std::string> passages{
            "Storage is cool and dry.",
            "You can return unused items within 30 days of delivery. Opened bags cannot be returned."};

        QCOMPARE(static_cast<int>(checkSentence(sentence.toStdString(), passages).fault), fault);
    }

    void withoutPassagesNothingIsSupported()
    {
        QVERIFY(!checkSentence("Returns are free.", {}).isSupported());
    }
};

PARLEY_TEST("sentence_check", SentenceCheckTest)
#include "sentence_check_test.moc"
