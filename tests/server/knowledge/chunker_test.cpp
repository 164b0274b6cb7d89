// SPDX-License-Identifier: MIT
#include "server/knowledge/chunker.h"
#include "server/knowledge/markdown_text.h"
#include "tests/support/test_main.h"

using namespace parley::server::knowledge;

class ChunkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headingsPartChunksAndStayWithThem()
    {
        const auto chunks =
            chunkDocument(extractMarkdown("# Guide\nLead.\n## A\nText a.\n### B\nText b.\n## C\nText c."));

        QCOMPARE(chunks.size(), std::size_t{4});
        QCOMPARE(chunks[0].headings, std::string());
        QCOMPARE(chunks[2].headings, std::string("A > B"));
        QCOMPARE(chunks[3].headings, std::string("C"));
        QCOMPARE(chunks[3].ordinal, 3);
    }

    void longSectionsOverlapBySentences()
    {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            text += "Sentence number " + std::to_string(i) + " has exactly eight words here. ";
        }
        const auto chunks = chunkDocument(extractMarkdown(text));

        QVERIFY(chunks.size() > 2);
        const std::string last = chunks[0].text.substr(chunks[0].text.rfind("Sentence number"));
        QVERIFY(chunks[1].text.find(last) != std::string::npos);
    }

    void aListStaysWithItsIntroduction()
    {
        std::string text;
        for (int i = 0; i < 16; ++i) {
            text += "Some words that fill up the passage again. ";
        }
        const auto chunks = chunkDocument(
            extractMarkdown(text + "\n\nDo this:\n\n1. One step to do first.\n2. Two.\n3. Three."));

        const std::string& end = chunks.back().text;
        QVERIFY(end.find("Do this:") != std::string::npos);
        QVERIFY(end.find("3. Three.") != std::string::npos);
    }

    void noChunkIsMuchTooLong()
    {
        std::string words;
        for (int i = 0; i < 1000; ++i) {
            words += "word ";
        }
        for (const Chunk& chunk : chunkDocument(extractMarkdown(words))) {
            QVERIFY(chunk.text.size() <= 181 * 5);
        }
    }

    void nothingGivesNothing() { QVERIFY(chunkDocument(ExtractedDocument{}).empty()); }
};

PARLEY_TEST("chunker", ChunkerTest)
#include "chunker_test.moc"
