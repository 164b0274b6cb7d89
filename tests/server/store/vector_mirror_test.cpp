// SPDX-License-Identifier: MIT
#include "server/store/postgres/postgres_vectors.h"
#include "server/store/postgres/pq_connection.h"
#include "server/store/vector_mirror.h"
#include "tests/server/store/store_world.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <cmath>

using namespace parley;
using namespace parley::server::store;

namespace {

constexpr int kDimensions = 16;
constexpr int kSmall = 50; // 1 % of the rows
constexpr int kLarge = 4950;
const std::string kEmbedder = "e";
const std::string kTable = vectorTable(kDimensions);

/// As the superuser, to whom row-level security does not apply.
PqAnswer runAsOwner(test::FreshDatabase& database, const std::string& sql)
{
    auto owner = PqConnection::connect(database.options().url);
    if (!owner) {
        throw std::runtime_error(owner.error().error.detail);
    }
    auto answer = (*owner)->run(sql);
    if (!answer) {
        throw std::runtime_error(answer.error().error.detail);
    }
    return std::move(*answer);
}

/// A document with many passages and their vectors, in no direction rather than another, the same each time.
void fill(test::FreshDatabase& database, const std::string& tenant, int count, const std::string& visibility)
{
    const std::string id = "d-" + visibility;
    runAsOwner(database,
               "SELECT setseed(0.25); "
               "INSERT INTO documents (tenant_id, id, title, content_type, visibility, status, progress, "
               "chunks, bytes, "
               "blob_key, digest, created_ms, updated_ms) VALUES ('" +
                   tenant + "', '" + id + "', 't', 'text/plain', '" + visibility +
                   "', 'ready', 1, 1, 1, 'k', 'x', 1, 1); " +
                   "INSERT INTO chunks (tenant_id, id, document_id, ordinal, headings, text) SELECT '" +
                   tenant + "', '" + id + "-' || g, '" + id + "', g, '', '' FROM generate_series(1, " +
                   std::to_string(count) + ") g; INSERT INTO " + kTable +
                   " (tenant_id, chunk_id, embedder, embedding) SELECT '" + tenant + "', '" + id +
                   "-' || g, 'e', l2_normalize((SELECT array_agg(random() - 0.5) "
                   "FROM generate_series(1, " +
                   std::to_string(kDimensions) + " + 0 * g))::vector) FROM generate_series(1, " +
                   std::to_string(count) + ") g");
}

/// A tenant whose rows lie in the same part of the table as the first tenant's.
std::string neighbour(test::FreshDatabase& database)
{
    const auto rows = runAsOwner(
        database,
        "SELECT u FROM (SELECT ('00000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid AS u "
        "FROM generate_series(1, 500) g) candidates WHERE (SELECT r FROM generate_series(0, 15) r WHERE "
        "satisfies_hash_partition('" +
            kTable +
            "'::regclass, 16, r, u)) = (SELECT r FROM generate_series(0, 15) r WHERE "
            "satisfies_hash_partition('" +
            kTable + "'::regclass, 16, r, '" + database.first.value + "'::uuid)) LIMIT 1");
    return rows.rows.at(0).text(0);
}

std::vector<float> someQuery()
{
    std::vector<float> query;
    for (int i = 0; i < kDimensions; ++i) {
        query.push_back((i % 3 == 0 ? 1.0F : -0.5F) / std::sqrt(7.5F));
    }
    return query;
}

std::vector<NearChunk>
nearest(test::FreshDatabase& database, VectorScan scan, bool includeInternal = false, std::size_t limit = 10)
{
    const VectorMirror mirror(kDimensions);
    return test::must(test::readFrom(database, [&](ReadTransaction& tx) {
        return mirror.nearest(tx, kEmbedder, someQuery(), limit, includeInternal, scan);
    }));
}

std::vector<std::string> idsOf(const std::vector<NearChunk>& found)
{
    std::vector<std::string> ids;
    for (const NearChunk& near : found) {
        ids.push_back(near.chunk.value);
    }
    return ids;
}

/// Computed here, from what the table holds.
std::vector<std::string> expected(test::FreshDatabase& database)
{
    const auto rows = runAsOwner(database,
                                 "SELECT chunk_id, embedding::real[]::text FROM " + kTable +
                                     " WHERE tenant_id = '" + database.first.value + "'");
    std::vector<std::pair<double, std::string>> all;
    const auto query = someQuery();
    for (const Row& row : rows.rows) {
        const std::string text = row.text(1); // {0.1,-0.2}
        double product = 0;
        std::size_t at = 1;
        for (const float value : query) {
            product += static_cast<double>(value) * std::stod(text.substr(at));
            at = text.find(',', at) + 1;
        }
        all.emplace_back(-product, row.text(0));
    }
    std::sort(all.begin(), all.end());
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < 10; ++i) {
        ids.push_back(all.at(i).second);
    }
    return ids;
}

} // namespace

/// Needs PostgreSQL with pgvector: installer/get-pgvector.sh installs it.
class VectorMirrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const std::string why = test::unavailableDatabase("postgresql"); !why.empty()) {
            test::skipSuite(why);
        }
        m_database = std::make_unique<test::FreshDatabase>("postgresql");
        const auto prepared = (**m_database).prepareVectors(kDimensions);
        QVERIFY2(prepared, prepared ? "" : prepared.error().detail.c_str());
        if (!prepared->empty()) {
            test::skipSuite(*prepared + " (run installer/get-pgvector.sh)");
        }
        fill(*m_database, m_database->first.value, kSmall, "public");
        fill(*m_database, neighbour(*m_database), kLarge, "public");
        runAsOwner(*m_database, "ANALYZE");
    }
    void cleanupTestCase() { m_database.reset(); }

    void aTenantWithOnePercentOfTheRowsGetsAllItAskedFor_data()
    {
        QTest::addColumn<VectorScan>("scan");
        QTest::newRow("in full") << VectorScan::Exact;
        QTest::newRow("by the graph") << VectorScan::Graph;
    }
    void aTenantWithOnePercentOfTheRowsGetsAllItAskedFor()
    {
        QFETCH(VectorScan, scan);
        const auto found = nearest(*m_database, scan);

        QCOMPARE(found.size(), std::size_t{10});
        for (std::size_t i = 1; i < found.size(); ++i) {
            QVERIFY(found[i - 1].cosine >= found[i].cosine);
        }
        if (scan == VectorScan::Exact) {
            QCOMPARE(idsOf(found), expected(*m_database));
        }
    }

    /// What the others are for: were this to find ten rows, they would prove nothing.
    void withDefaultsTheIndexWouldGiveTooFew()
    {
        const std::string sql = "SELECT chunk_id FROM " + kTable +
                                " ORDER BY embedding <#> (SELECT embedding FROM " + kTable +
                                " WHERE chunk_id = 'd-public-1') LIMIT 10";
        const auto found = test::must(test::readFrom(*m_database, [&](ReadTransaction& tx) {
            auto set = tx.query("SELECT set_config('hnsw.iterative_scan', 'off', true), "
                                "set_config('enable_seqscan', 'off', true), "
                                "set_config('enable_bitmapscan', 'off', true), "
                                "set_config('enable_sort', 'off', true)");
            return set ? tx.query(sql) : set;
        }));

        QVERIFY2(found.size() < 10, std::to_string(found.size()).c_str());
    }

    void theGraphIsWhatIsAsked()
    {
        const std::string plan = planOf("ORDER BY v.embedding <#> $1::text::vector LIMIT 10");
        QVERIFY2(plan.find("hnsw") != std::string::npos || plan.find("embedding_idx") != std::string::npos,
                 plan.c_str());
        const std::string exact = planOf("ORDER BY (v.embedding <#> $1::text::vector) + 0 LIMIT 10");
        QVERIFY2(exact.find("embedding_idx") == std::string::npos, exact.c_str());
    }

    void internalPassagesAreFoundOnlyWhenAskedFor_data()
    {
        aTenantWithOnePercentOfTheRowsGetsAllItAskedFor_data();
    }
    void internalPassagesAreFoundOnlyWhenAskedFor()
    {
        QFETCH(VectorScan, scan);
        test::FreshDatabase database("postgresql");
        QVERIFY(database->prepareVectors(kDimensions)->empty());
        fill(database, database.first.value, 5, "public");
        fill(database, database.first.value, 300, "internal");

        const auto mine = idsOf(nearest(database, scan));

        QCOMPARE(mine.size(), std::size_t{5});
        for (const std::string& id : mine) {
            QVERIFY(id.starts_with("d-public"));
        }
        QCOMPARE(nearest(database, scan, true).size(), std::size_t{10});
    }

    void copiesFollowTheVectors()
    {
        test::FreshDatabase database("postgresql");
        QVERIFY(database->prepareVectors(2)->empty());
        const VectorMirror mirror(2);
        const VectorRepository vectors;
        runAsOwner(database,
                   "INSERT INTO documents (tenant_id, id, title, content_type, visibility, status, progress, "
                   "chunks, "
                   "bytes, blob_key, digest, created_ms, updated_ms) VALUES ('" +
                       database.first.value +
                       "', 'd', 't', 'text/plain', 'public', 'ready', 1, 1, 1, 'k', 'x', 1, 1); "
                       "INSERT INTO chunks (tenant_id, id, document_id, ordinal, headings, text) VALUES ('" +
                       database.first.value + "', 'c', 'd', 0, '', '')");
        const auto count = [&](const std::string& embedder) {
            return test::must(
                test::readFrom(database, [&](ReadTransaction& tx) { return mirror.count(tx, embedder); }));
        };
        for (int i = 0; i < 2; ++i) {
            test::must(test::writeTo(database, [&](Transaction& tx) -> Result<void> {
                if (auto put = vectors.put(tx, ChunkId{"c"}, "old", std::vector<float>{0.6F, 0.8F}); !put) {
                    return put;
                }
                auto lacking = mirror.lacking(tx, "old", 10);
                if (!lacking || lacking->size() != (i == 0 ? 1U : 0U)) {
                    return fail(ErrorCode::Internal, "lacking");
                }
                return i == 0 ? mirror.put(tx, "old", lacking->front()) : Result<void>();
            }));
        }
        QCOMPARE(count("old"), std::int64_t{1});

        const auto removed = test::must(
            test::writeTo(database, [&](Transaction& tx) { return mirror.removeOthers(tx, "new", 10); }));
        QCOMPARE(removed, std::int64_t{1});
        QCOMPARE(count("old"), std::int64_t{0});
    }

    /// The guard looks at every table when the database is opened.
    void aDatabaseWithTheTableOpensAgainAndKeepsTenantsApart()
    {
        test::FreshDatabase database("postgresql");
        QVERIFY(database->prepareVectors(kDimensions)->empty());
        QVERIFY(database->prepareVectors(kDimensions)->empty());
        fill(database, database.first.value, 3, "public");

        database.reopen();

        const VectorMirror mirror(kDimensions);
        const auto other = [&](ReadTransaction& tx) { return mirror.count(tx, kEmbedder); };
        QCOMPARE(*database->readNow(Scope::of(database.second), other), std::int64_t{0});
        QCOMPARE(*database->readNow(Scope::of(database.first), other), std::int64_t{3});
    }

    void vectorsTooLongForTheIndexStayInMemory()
    {
        const auto prepared = (**m_database).prepareVectors(kMaxMirroredDimensions + 1);
        QVERIFY(prepared && !prepared->empty());
    }

private:
    std::string planOf(const std::string& order)
    {
        std::string query = "[";
        for (const float value : someQuery()) {
            query += std::to_string(value) + ",";
        }
        query.back() = ']';
        std::string plan;
        const std::string sql =
            "EXPLAIN SELECT v.chunk_id FROM " + kTable + " v WHERE v.embedder = 'e' " + order;
        for (const Row& row : test::must(test::readFrom(*m_database, [&](ReadTransaction& tx) {
                 auto set = tx.query("SELECT set_config('enable_seqscan', 'off', true), "
                                     "set_config('enable_sort', 'off', true)");
                 return set ? tx.query(sql, {query}) : set;
             }))) {
            plan += row.text(0) + "\n";
        }
        return plan;
    }

    std::unique_ptr<test::FreshDatabase> m_database;
};

PARLEY_TEST("vector_mirror", VectorMirrorTest)
#include "vector_mirror_test.moc"
