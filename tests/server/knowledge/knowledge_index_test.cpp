// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/staged_document.h"
#include "tests/support/test_main.h"

#include <atomic>
#include <thread>

using namespace parley;
using namespace parley::server::knowledge;

namespace {

IndexedDocument
document(const std::string& id, const std::string& title, const std::string& text, bool internal = false)
{
    IndexedDocument made;
    made.id.value = id;
    made.title = title;
    made.internal = internal;
    IndexedChunk chunk;
    chunk.id.value = id + "#0";
    chunk.text = text;
    made.chunks.push_back(std::move(chunk));
    return made;
}

std::string ids(const SearchResult& result)
{
    std::string out;
    for (const Hit& hit : result.hits) {
        out += hit.document.value + " ";
    }
    return out;
}

const std::vector<IndexedDocument>& samples()
{
    static const std::vector<IndexedDocument> all{
        document("a", "Refunds", "We refund the price within five days after the return."),
        document("b", "Shipping", "Standard shipping takes three days. Express is faster."),
        document("c", "Passwords", "Reset the password by a link that we send by mail."),
        document("d", "Margins", "Secret margins of every product and the refund rules.", true),
    };
    return all;
}

void fill(KnowledgeIndex& index)
{
    for (const IndexedDocument& one : samples()) {
        QVERIFY(index.put(one).has_value());
    }
}

IndexedDocument large(const std::string& id, int chunks, const std::string& animal)
{
    IndexedDocument made = document(id, "Animals", {});
    made.chunks.clear();
    for (int i = 0; i < chunks; ++i) {
        IndexedChunk chunk;
        chunk.id.value = id + "#" + std::to_string(i);
        chunk.text = "The " + animal + " of place " + std::to_string(i) + ".";
        made.chunks.push_back(std::move(chunk));
    }
    return made;
}

/// What it holds and how it ranks.
std::string described(const KnowledgeIndex& index)
{
    std::string all = std::to_string(index.documentCount()) + " of " + std::to_string(index.chunkCount());
    for (const char* query : {"refund price", "shop", "three days", "zebras", "password"}) {
        for (const Hit& hit : index.search(query).hits) {
            all += " " + hit.document.value + " " + std::to_string(hit.score);
        }
    }
    return all;
}

} // namespace

class KnowledgeIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRightArticleComesFirst()
    {
        KnowledgeIndex index;
        fill(index);

        QCOMPARE(index.search("how do I get a refund").hits.at(0).document.value, std::string("a"));
        QCOMPARE(index.search("forgot my pasword").hits.at(0).document.value, std::string("c"));
        QCOMPARE(index.search("deliveries").hits.at(0).document.value, std::string("b")); // a synonym
    }

    void internalDocumentsAreForSupportersOnly()
    {
        KnowledgeIndex index;
        fill(index);
        SearchOptions options;
        options.includeInternal = true;

        QVERIFY(ids(index.search("secret margins")).find("d ") == std::string::npos);
        QCOMPARE(index.search("secret margins", options).hits.at(0).document.value, std::string("d"));
    }

    void theOrderOfAddingDoesNotMatter()
    {
        KnowledgeIndex forward;
        KnowledgeIndex backward;
        fill(forward);
        for (auto one = samples().rbegin(); one != samples().rend(); ++one) {
            QVERIFY(backward.put(*one).has_value());
        }
        for (const char* query : {"refund days", "mail link", "express shipping price"}) {
            QCOMPARE(ids(forward.search(query)), ids(backward.search(query)));
        }
    }

    void replacedAndRemovedTextIsNotFound()
    {
        KnowledgeIndex index;
        fill(index);
        for (int i = 0; i < 3000; ++i) { // past the compaction
            QVERIFY(index.put(document("a", "Returns", "Bring it back to the shop.")).has_value());
        }
        QVERIFY(index.remove(DocumentId{"c"}));
        QVERIFY(!index.remove(DocumentId{"c"}));

        QCOMPARE(index.documentCount(), std::size_t{3});
        QCOMPARE(index.chunkCount(), std::size_t{3});
        QVERIFY(ids(index.search("password link")).find("c ") == std::string::npos);
        QCOMPARE(index.search("bring back to the shop").hits.at(0).document.value, std::string("a"));
    }

    void whatIsStagedIsFoundOnceItIsShown()
    {
        KnowledgeIndex index;
        fill(index);
        const std::string before = described(index);
        const auto staged =
            index.stage(document("a", "Returns", "Bring zebras back to the shop for the price."));
        QVERIFY(staged.has_value());

        QCOMPARE(described(index), before);
        QVERIFY(!index.search("zebras").terms.at(0).known);
        QCOMPARE(index.show(**staged).value(), true);

        KnowledgeIndex put;
        fill(put);
        QVERIFY(
            put.put(document("a", "Returns", "Bring zebras back to the shop for the price.")).has_value());
        QCOMPARE(described(index), described(put));
        QCOMPARE(index.show(**staged).value(), false); // but once
        index.discard(**staged);
        QCOMPARE(described(index), described(put));
    }

    void whatIsDiscardedLeavesNothing()
    {
        KnowledgeIndex index;
        fill(index);
        const std::string before = described(index);
        const auto staged = index.stage(document("e", "Returns", "Bring zebras back to the shop."));

        index.discard(**staged);

        QCOMPARE(described(index), before);
        QCOMPARE(index.show(**staged).value(), false);
        QVERIFY(index.put(document("e", "Returns", "Bring zebras back to the shop.")).has_value());
        QCOMPARE(index.search("zebras").hits.at(0).document.value, std::string("e"));
    }

    void aCompactionMakesVoidWhatIsStaged()
    {
        KnowledgeIndex index;
        fill(index);
        const auto staged = index.stage(document("e", "Returns", "Bring zebras back to the shop."));
        for (int i = 0; i < 3000; ++i) {
            QVERIFY(index.put(document("a", "Returns", "Bring it back to the shop.")).has_value());
        }

        QCOMPARE(index.show(**staged).value(), false);
        index.discard(**staged);
        QVERIFY(index.search("zebras").hits.empty());
        QCOMPARE(index.chunkCount(), std::size_t{4});
    }

    void aLargeDocumentAloneMakesNothingVoid()
    {
        KnowledgeIndex index;
        fill(index);
        const auto staged = index.stage(large("e", 3000, "zebras"));
        QVERIFY(index.put(document("a", "Returns", "Bring it back to the shop.")).has_value());

        QCOMPARE(index.show(**staged).value(), true);
        QCOMPARE(index.chunkCount(), std::size_t{3003 + 1});
    }

    void aSearchSeesAllOfADocumentOrNothing()
    {
        KnowledgeIndex index;
        fill(index);
        QVERIFY(index.put(large("e", 200, "zebras")).has_value());
        std::atomic<bool> isOver = false;
        std::thread changing([&] {
            for (int i = 0; i < 40; ++i) {
                const std::string animal = i % 2 == 0 ? "lions" : "zebras";
                if (!index.put(large("e", 200, animal)).has_value()) {
                    break;
                }
            }
            isOver = true;
        });
        std::size_t mixed = 0;
        while (!isOver) {
            SearchOptions options;
            options.limit = 20;
            const auto found = index.search("zebras lions", options);
            std::size_t lions = 0;
            for (const Hit& hit : found.hits) {
                lions += hit.text.find("lions") != std::string::npos ? 1U : 0U;
            }
            mixed += found.hits.size() != options.limit || (lions != 0 && lions != options.limit) ? 1U : 0U;
            mixed += index.chunkCount() != 204 ? 1U : 0U;
        }
        changing.join();

        QCOMPARE(mixed, std::size_t{0});
    }

    void wordsNobodyWroteAreUnknown()
    {
        KnowledgeIndex index;
        fill(index);
        const SearchResult result = index.search("zebra refund");

        QCOMPARE(result.terms.size(), std::size_t{2});
        QVERIFY(!result.terms[0].known);
        QVERIFY(result.terms[1].known);
        QVERIFY(result.hits.at(0).coverage < 0.6);
    }

    void aFullIndexRefusesAndStaysAsItWas()
    {
        IndexTuning tuning;
        tuning.maxChunks = 1;
        KnowledgeIndex index(tuning);
        QVERIFY(index.put(samples()[0]).has_value());

        const auto refused = index.put(samples()[1]);

        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::PayloadTooLarge);
        QVERIFY(index.put(samples()[0]).has_value());
        QCOMPARE(index.chunkCount(), std::size_t{1});
    }

    void aQuestionAboveAChunkWeighsMoreThanItsText()
    {
        KnowledgeIndex index;
        QVERIFY(index.put(document("asked", "How do I cancel my plan?", "Press the button in the menu.")));
        QVERIFY(index.put(document("told",
                                   "Notes",
                                   "Many people ask how to cancel a plan. Cancel the plan, they say; we "
                                   "write how a plan is kept.")));

        QCOMPARE(index.search("how can I cancel the plan").hits.at(0).document.value, std::string("asked"));
    }

    void aTitleOfManyChunksSaysLittleAboutEach()
    {
        KnowledgeIndex index;
        IndexedDocument book = document("book", "The history of glass and mirrors", "An opening.");
        for (int i = 1; i < 12; ++i) {
            IndexedChunk chunk;
            chunk.id.value = "book#" + std::to_string(i);
            chunk.text = "Chapter about furnaces and sand of the north, part " + std::to_string(i) + ".";
            book.chunks.push_back(std::move(chunk));
        }
        QVERIFY(index.put(book));
        QVERIFY(index.put(document("page", "Museum", "Our glass is older than any mirrors of the town.")));

        QCOMPARE(index.search("glass mirrors").hits.at(0).document.value, std::string("page"));
    }

    void questionWordsDecideBetweenShortQuestions()
    {
        KnowledgeIndex index;
        QVERIFY(index.put(document("what", "What is a voucher?", "It is worth money in the shop.")));
        QVERIFY(index.put(document("where", "Where is my voucher?", "Look into your mail.")));

        QCOMPARE(index.search("what is a voucher").hits.at(0).document.value, std::string("what"));
        QCOMPARE(index.search("where is a voucher").hits.at(0).document.value, std::string("where"));
    }

    void neighboursInTheQuestionAreBestAsNeighboursInTheText()
    {
        KnowledgeIndex index;
        QVERIFY(index.put(
            document("apart",
                     "A",
                     "The water board met. Later, in another town, the pressure of the press rose high.")));
        QVERIFY(index.put(
            document("near",
                     "B",
                     "The board met. Later, in another town, the water pressure of the press rose high.")));

        QCOMPARE(index.search("water pressure").hits.at(0).document.value, std::string("near"));
    }

    void wordsWrittenApartFindTheWordWrittenTogether()
    {
        KnowledgeIndex index;
        fill(index);
        QVERIFY(index.put(document("w", "Screens", "The touchscreen reacts to gloves.")));

        const SearchResult found = index.search("touch screen");
        QCOMPARE(found.hits.at(0).document.value, std::string("w"));
        QVERIFY(found.terms.at(0).known);
    }

    void relatedWordsRankButCoverNothing()
    {
        KnowledgeIndex index;
        fill(index);
        QVERIFY(index.put(document("f", "Storage", "Each directory may hold a thousand entries.")));

        const SearchResult found = index.search("folder");
        QCOMPARE(found.hits.at(0).document.value, std::string("f"));
        QVERIFY(!found.terms.at(0).known);
        QCOMPARE(found.hits.at(0).coverage, 0.0);
    }

    void denseHitsAreMergedWithWhatTheWordsFound()
    {
        KnowledgeIndex index;
        fill(index);
        const std::vector<DenseHit> dense{{ChunkId{"c#0"}, 0.9F},
                                          {ChunkId{"gone#0"}, 0.8F},
                                          {ChunkId{"d#0"}, 0.7F},
                                          {ChunkId{"b#0"}, 0.1F}};
        SearchOptions options;
        options.dense = dense;

        const SearchResult found = index.search("express shipping", options);
        QCOMPARE(ids(found), std::string("b c "));
        QCOMPARE(static_cast<float>(found.hits.at(1).dense), 0.9F);
        QCOMPARE(ids(index.search("", options)), std::string("c b ")); // no word to go by
        QVERIFY(ids(index.search("express shipping")) == "b ");
    }

    void aLargeIndexRanksAsTheOrderOfItsDocumentsDoesNot()
    {
        KnowledgeIndex forward;
        KnowledgeIndex backward;
        std::vector<IndexedDocument> many;
        for (int i = 0; i < 5000; ++i) { // past where common words are put off
            many.push_back(document("n" + std::to_string(i),
                                    i % 7 == 0 ? "Returns" : "Orders",
                                    "Order " + std::to_string(i % 97) + " of the shop: item " +
                                        std::to_string(i % 31) +
                                        (i % 50 == 0 ? " breaks often." : " is kept.")));
        }
        for (std::size_t i = 0; i < many.size(); ++i) {
            QVERIFY(forward.put(many[i]));
            QVERIFY(backward.put(many[many.size() - 1 - i]));
        }
        QVERIFY(forward.remove(DocumentId{"n350"}));
        QVERIFY(backward.remove(DocumentId{"n350"}));
        for (const char* query :
             {"what breaks of order 50", "shop order", "is it of the", "returns item 3"}) {
            QVERIFY(!forward.search(query).hits.empty());
            QCOMPARE(ids(forward.search(query)), ids(backward.search(query)));
        }
    }

    void emptyQueriesAndIndexesFindNothing()
    {
        KnowledgeIndex index;
        QVERIFY(index.search("refund").hits.empty());
        fill(index);
        QVERIFY(index.search("").hits.empty());
        QVERIFY(index.search("\xFF\xFE ?!").hits.empty());
    }
};

PARLEY_TEST("knowledge_index", KnowledgeIndexTest)
#include "knowledge_index_test.moc"
