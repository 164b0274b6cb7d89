// SPDX-License-Identifier: MIT
#include "server/store/document_repository.h"
#include "server/store/vector_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const VectorRepository kVectors;

/// A document with passages "<id>-0", "<id>-1", ...
void addDocument(test::FreshDatabase& database, const std::string& id, int passages)
{
    test::must(test::writeTo(database, [&](Transaction& tx) -> Result<bool> {
        DocumentRow row;
        row.id.value = id;
        row.title = "Title of " + id;
        row.contentType = "text/plain";
        row.visibility = "public";
        row.status = "queued";
        row.blobKey = id;
        row.digest = id;
        if (auto created = DocumentRepository().create(tx, row); !created) {
            return fail(created.error());
        }
        std::vector<ChunkRow> chunks;
        for (int i = 0; i < passages; ++i) {
            ChunkRow chunk;
            chunk.id.value = id + "-" + std::to_string(i);
            chunk.ordinal = i;
            chunk.headings = "Heading";
            chunk.text = "Text " + std::to_string(i);
            chunks.push_back(chunk);
        }
        return DocumentRepository().replaceChunks(tx, row.id, chunks, 5);
    }));
}

void put(test::FreshDatabase& database,
         const std::string& chunk,
         const std::string& embedder,
         const std::vector<float>& vector)
{
    test::must(test::writeTo(database, [&](Transaction& tx) {
        return kVectors.put(tx, ChunkId{chunk}, embedder, vector);
    }));
}

std::string missing(test::FreshDatabase& database,
                    const std::string& embedder,
                    const std::string& after = {},
                    int limit = 10)
{
    std::string all;
    for (const auto& chunk : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
             return kVectors.missing(tx, embedder, ChunkId{after}, limit);
         }))) {
        all += chunk.id.value + " ";
    }
    return all;
}

std::vector<ChunkVector>
ofDocument(test::FreshDatabase& database, const std::string& id, const std::string& embedder)
{
    return test::must(test::readFrom(database, [&](ReadTransaction& tx) {
        return kVectors.ofDocument(tx, DocumentId{id}, embedder);
    }));
}

VectorCounts counts(test::FreshDatabase& database, const std::string& embedder)
{
    return test::must(
        test::readFrom(database, [&](ReadTransaction& tx) { return kVectors.counts(tx, embedder); }));
}

} // namespace

class VectorRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectorsAreKeptLittleEndian()
    {
        const std::vector<float> vector{1.0F, -2.5F};

        QCOMPARE(toBlob(vector), (Blob{0, 0, 0x80, 0x3f, 0, 0, 0x20, 0xc0}));
        QCOMPARE(vectorOf(toBlob(vector)), vector);
        QCOMPARE(vectorOf(Blob{0, 0, 0x80, 0x3f, 7}), std::vector<float>{1.0F});
    }

    void aVectorComesBackAsItWasPut_data() { test::addDatabaseRows(); }
    void aVectorComesBackAsItWasPut()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d", 2);
        const std::vector<float> vector{0.1F, -0.7F, 1e-30F, 0.0F};
        put(database, "d-1", "e", vector);
        put(database, "d-1", "e", {9, 9, 9, 9}); // the first one stays
        put(database, "d-1", "other", {1});
        put(database, "gone", "e", vector);

        const auto found = ofDocument(database, "d", "e");

        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().chunk.value, std::string("d-1"));
        QCOMPARE(found.front().vector, vector);
        QCOMPARE(counts(database, "e").embedded, std::int64_t{1});
        QCOMPARE(counts(database, "e").total, std::int64_t{2});
    }

    void whatLacksAVectorIsListedById_data() { test::addDatabaseRows(); }
    void whatLacksAVectorIsListedById()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "b", 2);
        addDocument(database, "a", 2);
        put(database, "a-1", "e", {1});

        QCOMPARE(missing(database, "e"), std::string("a-0 b-0 b-1 "));
        QCOMPARE(missing(database, "other"), std::string("a-0 a-1 b-0 b-1 "));
        QCOMPARE(missing(database, "e", "a-0"), std::string("b-0 b-1 "));
        QCOMPARE(missing(database, "e", "", 2), std::string("a-0 b-0 "));
        const auto first = test::must(test::readFrom(database, [](ReadTransaction& tx) {
            return kVectors.missing(tx, "e", ChunkId{}, 1);
        }));
        QCOMPARE(first.front().title + "|" + first.front().headings + "|" + first.front().text,
                 std::string("Title of a|Heading|Text 0"));
    }

    void onlyOtherEmbeddersVectorsAreRemoved_data() { test::addDatabaseRows(); }
    void onlyOtherEmbeddersVectorsAreRemoved()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d", 3);
        for (const char* chunk : {"d-0", "d-1", "d-2"}) {
            put(database, chunk, "old", {1});
            put(database, chunk, "new", {2});
        }
        const auto remove = [&] {
            return test::must(
                test::writeTo(database, [](Transaction& tx) { return kVectors.removeOthers(tx, "new", 2); }));
        };

        QCOMPARE(remove(), std::int64_t{2});
        QCOMPARE(remove(), std::int64_t{1});
        QCOMPARE(remove(), std::int64_t{0});
        QCOMPARE(counts(database, "old").embedded, std::int64_t{0});
        QCOMPARE(counts(database, "new").embedded, std::int64_t{3});
    }

    void theStateIsKept_data() { test::addDatabaseRows(); }
    void theStateIsKept()
    {
        PARLEY_DATABASE(database);
        const auto read = [&] {
            return test::must(
                test::readFrom(database, [](ReadTransaction& tx) { return kVectors.state(tx); }));
        };
        QCOMPARE(read().active, std::string());
        EmbeddingState state{"old", "new", 3, 9, "slow", 77};
        for (int i = 0; i < 2; ++i) {
            state.done += i;
            test::must(
                test::writeTo(database, [&](Transaction& tx) { return kVectors.saveState(tx, state); }));
        }

        const auto found = read();
        QCOMPARE(found.active + found.target + found.error, std::string("oldnewslow"));
        QCOMPARE(found.done, std::int64_t{4});
        QCOMPARE(found.total, std::int64_t{9});
        QCOMPARE(found.updatedMs, std::int64_t{77});
    }
};

PARLEY_TEST("vector_repository", VectorRepositoryTest)
#include "vector_repository_test.moc"
