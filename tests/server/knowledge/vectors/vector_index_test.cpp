// SPDX-License-Identifier: MIT
#include "server/knowledge/vectors/vector_index.h"
#include "tests/support/random_vectors.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace parley;
using namespace parley::server::knowledge;
using parley::test::RandomVectors;

namespace {

using Vectors = std::vector<std::vector<float>>;

ChunkId idOf(std::size_t number)
{
    std::string digits = std::to_string(number);
    return ChunkId{std::string(6 - digits.size(), '0') + digits};
}

void fill(VectorIndex& index, const Vectors& vectors)
{
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        QVERIFY(index.put(idOf(i), vectors[i], false));
    }
}

/// By the definition, in double precision.
std::vector<std::string> nearest(const Vectors& vectors, const std::vector<float>& query, std::size_t limit)
{
    std::vector<std::pair<double, std::string>> all;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        double product = 0;
        for (std::size_t j = 0; j < query.size(); ++j) {
            product += static_cast<double>(query[j]) * static_cast<double>(vectors[i][j]);
        }
        all.emplace_back(-product, idOf(i).value);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) {
        ids.push_back(all[i].second);
    }
    return ids;
}

std::vector<std::string> idsOf(const std::vector<DenseHit>& hits)
{
    std::vector<std::string> ids;
    for (const DenseHit& hit : hits) {
        ids.push_back(hit.chunk.value);
    }
    return ids;
}

VectorIndexOptions quantizedFrom(std::size_t size, const DotKernels* kernels = nullptr)
{
    VectorIndexOptions options;
    options.quantizeFrom = size;
    options.kernels = kernels;
    return options;
}

} // namespace

class VectorIndexTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSearchIsExactWithEveryKernel()
    {
        RandomVectors random(100, 3);
        const Vectors vectors = random.clustered(2500, 20, 1);

        for (const DotKernels& kernels : usableKernels()) {
            VectorIndex index(100, quantizedFrom(1'000'000, &kernels));
            fill(index, vectors);
            for (int i = 0; i < 20; ++i) {
                const auto query = random.around(vectors[static_cast<std::size_t>(i) * 7], 0.5F);
                QCOMPARE(idsOf(index.search(query, 10, true)), nearest(vectors, query, 10));
            }
        }
    }

    void theScanOfBytesFindsTheSame()
    {
        RandomVectors random(384, 5);
        const Vectors vectors = random.clustered(3000, 30, 0.8F);

        for (const DotKernels& kernels : usableKernels()) {
            VectorIndex index(384, quantizedFrom(1000, &kernels));
            fill(index, vectors);
            std::size_t same = 0;
            for (std::size_t i = 0; i < 50; ++i) {
                const auto query = random.around(vectors[i * 11], 0.6F);
                const auto expected = nearest(vectors, query, 10);
                const std::set<std::string> wanted(expected.begin(), expected.end());
                for (const std::string& id : idsOf(index.search(query, 10, true))) {
                    same += wanted.count(id);
                }
            }
            QVERIFY2(same >= 498, kernels.name); // recall .995 of 500
        }
    }

    void theCosineIsThatOfTheVectorsNotOfTheirCopies()
    {
        RandomVectors random(64, 9);
        const Vectors vectors = random.clustered(300, 3, 1);
        VectorIndex exact(64, quantizedFrom(1000));
        VectorIndex bytes(64, quantizedFrom(1));
        fill(exact, vectors);
        fill(bytes, vectors);

        const auto a = exact.search(vectors[17], 5, true);
        const auto b = bytes.search(vectors[17], 5, true);

        QCOMPARE(idsOf(a), idsOf(b));
        QVERIFY(std::abs(a.front().cosine - 1) < 1e-5F);
        for (std::size_t i = 0; i < a.size(); ++i) {
            QVERIFY(a[i].cosine == b[i].cosine);
        }
    }

    void equalVectorsComeById_data()
    {
        QTest::addColumn<std::size_t>("quantizeFrom");
        QTest::newRow("floats") << std::size_t{1000};
        QTest::newRow("bytes") << std::size_t{1};
    }

    void equalVectorsComeById()
    {
        QFETCH(std::size_t, quantizeFrom);
        VectorIndex index(2, quantizedFrom(quantizeFrom));
        const std::vector<float> same{0.6F, 0.8F};
        for (std::size_t i = 300; i-- > 0;) {
            QVERIFY(index.put(idOf(i), same, false));
        }

        const auto ids = idsOf(index.search(same, 3, true));

        QCOMPARE(ids, (std::vector<std::string>{"000000", "000001", "000002"}));
    }

    void internalChunksAreFoundOnlyWhenAskedFor_data() { equalVectorsComeById_data(); }

    void internalChunksAreFoundOnlyWhenAskedFor()
    {
        QFETCH(std::size_t, quantizeFrom);
        RandomVectors random(16, 1);
        VectorIndex index(16, quantizedFrom(quantizeFrom));
        const auto query = random.next();
        // Nearer than everything public, and more of them than are ranked again.
        for (std::size_t i = 0; i < 400; ++i) {
            QVERIFY(index.put(idOf(i), random.around(query, 0.1F), true));
        }
        QVERIFY(index.put(idOf(900), random.next(), false));
        QVERIFY(index.put(idOf(901), random.next(), false));

        auto found = idsOf(index.search(query, 10, false));
        std::sort(found.begin(), found.end());

        QCOMPARE(found, (std::vector<std::string>{"000900", "000901"}));
        QCOMPARE(index.search(query, 10, true).size(), std::size_t{10});
    }

    void aRemovedChunkIsNotFoundAndTheOthersAre()
    {
        RandomVectors random(32, 2);
        Vectors vectors = random.clustered(2100, 5, 1); // more than two blocks
        VectorIndex index(32, quantizedFrom(500));
        fill(index, vectors);

        for (std::size_t i = 0; i < vectors.size(); i += 2) {
            QVERIFY(index.remove(idOf(i)));
        }

        QCOMPARE(index.size(), std::size_t{1050});
        QVERIFY(!index.remove(idOf(0)));
        for (std::size_t i = 1; i < vectors.size(); i += 50) {
            QCOMPARE(index.search(vectors[i], 1, true).front().chunk.value, idOf(i).value);
        }
        for (std::size_t i = 0; i < vectors.size(); i += 50) {
            QVERIFY(index.search(vectors[i], 1, true).front().chunk.value != idOf(i).value);
        }
    }

    void aChunkPutAgainIsReplaced()
    {
        VectorIndex index(2);
        QVERIFY(index.put(idOf(1), std::vector<float>{1, 0}, false));
        QVERIFY(index.put(idOf(1), std::vector<float>{0, 1}, true));

        QCOMPARE(index.size(), std::size_t{1});
        QVERIFY(index.search(std::vector<float>{0, 1}, 1, false).empty());
        const auto found = index.search(std::vector<float>{0, 1}, 1, true);
        QVERIFY(found.size() == 1 && found.front().cosine == 1);
    }

    void anotherLengthIsRefused()
    {
        VectorIndex index(3);
        const auto put = index.put(idOf(1), std::vector<float>{1, 0}, false);

        QVERIFY(!put);
        QCOMPARE(put.error().code, ErrorCode::InvalidArgument);
        QVERIFY(index.search(std::vector<float>{1, 0}, 1, true).empty());
        QCOMPARE(index.size(), std::size_t{0});
    }

    void anEmptyIndexFindsNothing()
    {
        const VectorIndex index(3);
        QVERIFY(index.search(std::vector<float>{1, 0, 0}, 5, true).empty());
    }
};

PARLEY_TEST("vector_index", VectorIndexTest)
#include "vector_index_test.moc"
