// SPDX-License-Identifier: MIT
#include "server/knowledge/chunker.h"
#include "server/knowledge/extract/markdown_text.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace parley::server::knowledge;

class ChunkerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void chunksComeWhileBlocksDo()
    {
        ChunkBuilder builder;
        for (int i = 0; i < 5000; ++i) {
            Block block;
            block.text = "Sentence number " + std::to_string(i) + " has exactly eight words here.";
            builder.add(block);
            // A document without a heading is one section; it must not gather until its end.
            QVERIFY(builder.state().dump().size() < 20'000);
        }
        QVERIFY(builder.ready().size() > 200);
    }

    void aBuilderThatWasPutAwayGoesOnTheSame_data()
    {
        QTest::addColumn<int>("every");
        for (const int every : {1, 2, 5, 13}) {
            QTest::addRow("every %d blocks", every) << every;
        }
    }
    void aBuilderThatWasPutAwayGoesOnTheSame()
    {
        QFETCH(int, every);
        std::string text = "# Guide\n";
        for (int i = 0; i < 40; ++i) {
            text += i % 11 == 3 ? "\n## Part " + std::to_string(i) + "\n\n" : "";
            text += i % 9 == 4 ? "Do this:\n\n- One thing to do.\n- Another.\n- A third.\n\n" : "";
            text += "A paragraph of some words, the one with number " + std::to_string(i) +
                    ". It has two sentences.\n\n";
        }
        const ExtractedDocument document = extractMarkdown(text);
        const std::vector<Chunk> whole = chunkDocument(document);
        std::vector<Chunk> pieces;
        nlohmann::json state = ChunkBuilder(document.title).state();
        for (std::size_t at = 0; at < document.blocks.size();) {
            ChunkBuilder builder(document.title);
            QVERIFY(builder.restore(nlohmann::json::parse(state.dump())));
            for (int i = 0; i < every && at < document.blocks.size(); ++i) {
                builder.add(document.blocks[at++]);
            }
            if (at == document.blocks.size()) {
                builder.finish();
            }
            state = builder.state();
            for (Chunk& chunk : builder.take()) {
                pieces.push_back(std::move(chunk));
            }
        }
        QCOMPARE(pieces.size(), whole.size());
        for (std::size_t i = 0; i < whole.size(); ++i) {
            QCOMPARE(pieces[i].text, whole[i].text);
            QCOMPARE(pieces[i].headings, whole[i].headings);
            QCOMPARE(pieces[i].ordinal, static_cast<int>(i));
        }
    }

    void whatIsNoStateIsRefused()
    {
        ChunkBuilder builder;
        for (const char* text : {"null", "{}", "[]", R"({"path":1})"}) {
            QVERIFY2(!builder.restore(nlohmann::json::parse(text)), text);
        }
    }

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
            QVERIFY(chunk.text.size() <= (ChunkSizes().most + 1) * 5);
        }
    }

    void nothingGivesNothing() { QVERIFY(chunkDocument(ExtractedDocument{}).empty()); }
};

PARLEY_TEST("chunker", ChunkerTest)
#include "chunker_test.moc"
