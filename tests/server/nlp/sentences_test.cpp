// SPDX-License-Identifier: MIT
#include "server/nlp/sentences.h"
#include "tests/support/test_main.h"

using namespace parley::server::nlp;

class SentencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textsFallIntoSentences_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");
        const auto row = [](const char* text, int count) {
            QTest::newRow(text) << QByteArray(text) << count;
        };
        row("One. Two! Three?", 3);
        row("It costs 3.50 a month. Cheap.", 2);
        row("Dr. Smith and J. Doe agree.", 1);
        row("Use tools, e.g. a hammer, etc. Then stop.", 2);
        row("See www.example.com/a.b for it. Done.", 2);
        row("Soft\nbreaks do not\nend it. But this does.", 2);
        row("- one. two.\n- three", 2);
        row("1. Open it. Wait.\n2. Close it.", 2);
        row("Intro:\n\n1. a\n2. b", 3);
        row("我们发货。三天到达！", 2);
        row("a | b\nc | d", 2);
        row("# Title\nText.", 2);
        row("", 0);
        row("...", 1);
    }

    void textsFallIntoSentences()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, count);

        const std::string owned = text.toStdString();
        QCOMPARE(static_cast<int>(splitSentences(owned).size()), count);
    }

    void markersAreRecognised()
    {
        QCOMPARE(listMarkerLength("- x"), std::size_t{2});
        QCOMPARE(listMarkerLength("12. x"), std::size_t{4});
        QCOMPARE(listMarkerLength("1234. x"), std::size_t{0});
        QVERIFY(isNumberedItem("3) x"));
        QVERIFY(!isNumberedItem("- x"));
    }
};

PARLEY_TEST("sentences", SentencesTest)
#include "sentences_test.moc"
