// SPDX-License-Identifier: MIT
#include "server/knowledge/knowledge_index.h"
#include "tests/support/test_main.h"

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
