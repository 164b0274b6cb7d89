// SPDX-License-Identifier: MIT
#include "server/store/document_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const DocumentRepository kDocuments;

void addDocument(test::FreshDatabase& database, const std::string& id, const std::string& status = "queued")
{
    DocumentRow row;
    row.id.value = id;
    row.title = "Title";
    row.contentType = "text/plain";
    row.visibility = "public";
    row.status = status;
    row.blobKey = id;
    row.digest = "digest";
    row.updatedMs = 10;
    test::must(test::writeTo(database, [&](Transaction& tx) { return kDocuments.create(tx, row); }));
}

bool replace(test::FreshDatabase& database,
             const std::string& id,
             const std::vector<std::string>& texts,
             std::int64_t nowMs)
{
    std::vector<ChunkRow> rows;
    for (const std::string& text : texts) {
        ChunkRow row;
        row.id.value = id + text + std::to_string(nowMs);
        row.ordinal = static_cast<std::int64_t>(rows.size());
        row.text = text;
        rows.push_back(row);
    }
    return test::must(test::writeTo(database, [&](Transaction& tx) {
        return kDocuments.replaceChunks(tx, DocumentId{id}, rows, nowMs);
    }));
}

std::string
texts(test::FreshDatabase& database, const std::string& id, std::int64_t after = -1, int limit = 100)
{
    std::string all;
    for (const auto& row : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
             return kDocuments.chunks(tx, DocumentId{id}, after, limit);
         }))) {
        all += row.text + " ";
    }
    return all;
}

DocumentRow find(test::FreshDatabase& database, const std::string& id)
{
    return test::must(
               test::readFrom(database,
                              [&](ReadTransaction& tx) { return kDocuments.find(tx, DocumentId{id}); }))
        .value();
}

} // namespace

class DocumentRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newPassagesTakeThePlaceOfTheOldOnes_data() { test::addDatabaseRows(); }
    void newPassagesTakeThePlaceOfTheOldOnes()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d1");

        QVERIFY(replace(database, "d1", {"a", "b", "c"}, 20));
        QCOMPARE(texts(database, "d1"), std::string("a b c "));
        QCOMPARE(texts(database, "d1", 0, 1), std::string("b "));
        QVERIFY(replace(database, "d1", {"d"}, 30));
        QCOMPARE(texts(database, "d1"), std::string("d "));
        QCOMPARE(find(database, "d1").status, std::string("ready"));
        QCOMPARE(find(database, "d1").chunks, std::int64_t{1});
    }

    void theVersionOfADocumentAlwaysRises_data() { test::addDatabaseRows(); }
    void theVersionOfADocumentAlwaysRises()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d1");
        std::int64_t last = 10;
        for (const std::int64_t nowMs : {20, 20, 5}) {
            test::must(test::writeTo(database, [&](Transaction& tx) {
                return kDocuments.setStatus(tx, DocumentId{"d1"}, "processing", 0, "", nowMs);
            }));
            QVERIFY(replace(database, "d1", {std::to_string(last)}, nowMs));

            QVERIFY(find(database, "d1").updatedMs > last);
            last = find(database, "d1").updatedMs;
        }
    }

    void whatWasCancelledOrRemovedStaysSo_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("status");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::addRow("%s cancelled", driver) << std::string(driver) << std::string("cancelled");
            QTest::addRow("%s failed", driver) << std::string(driver) << std::string("failed");
        }
    }
    void whatWasCancelledOrRemovedStaysSo()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, status);
        addDocument(database, "d1", status);

        QVERIFY(!replace(database, "d1", {"a"}, 20));
        QVERIFY(!replace(database, "nowhere", {"a"}, 20));
        QCOMPARE(find(database, "d1").status, status);
        QCOMPARE(texts(database, "d1"), std::string());
    }

    void removingTakesThePassagesAlong_data() { test::addDatabaseRows(); }
    void removingTakesThePassagesAlong()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d1");
        QVERIFY(replace(database, "d1", {"a"}, 20));
        const auto remove = [](Transaction& tx) { return kDocuments.remove(tx, DocumentId{"d1"}); };

        QVERIFY(test::must(test::writeTo(database, remove)));
        QVERIFY(!test::must(test::writeTo(database, remove)));
        QCOMPARE(test::column(database, "SELECT text FROM chunks"), std::string());
    }

    void theSameBytesAreFoundUnlessTheyFailed_data() { test::addDatabaseRows(); }
    void theSameBytesAreFoundUnlessTheyFailed()
    {
        PARLEY_DATABASE(database);
        const auto same = [&] {
            const auto found = test::must(test::readFrom(database, [](ReadTransaction& tx) {
                return kDocuments.findByDigest(tx, "digest");
            }));
            return found ? found->id.value : std::string("none");
        };
        addDocument(database, "d1", "failed");
        addDocument(database, "d2", "cancelled");
        QCOMPARE(same(), std::string("none"));

        addDocument(database, "d3");

        QCOMPARE(same(), std::string("d3"));
    }

    void theIndexVersionRisesByOne_data() { test::addDatabaseRows(); }
    void theIndexVersionRisesByOne()
    {
        PARLEY_DATABASE(database);
        const auto version = [&] {
            return test::must(
                test::readFrom(database, [](ReadTransaction& tx) { return kDocuments.indexVersion(tx); }));
        };
        const auto raise = [](Transaction& tx) { return kDocuments.raiseIndexVersion(tx); };

        QCOMPARE(version(), std::int64_t{0});
        test::must(test::writeTo(database, raise));
        QCOMPARE(version(), std::int64_t{1});
        test::must(test::writeTo(database, raise));
        QCOMPARE(version(), std::int64_t{2});
    }

    void onlyReadyDocumentsAreIndexed_data() { test::addDatabaseRows(); }
    void onlyReadyDocumentsAreIndexed()
    {
        PARLEY_DATABASE(database);
        addDocument(database, "d1");
        addDocument(database, "d2");
        QVERIFY(replace(database, "d2", {"a"}, 20));

        const auto ready = test::must(
            test::readFrom(database, [](ReadTransaction& tx) { return kDocuments.readyVersions(tx); }));

        QCOMPARE(ready.size(), std::size_t{1});
        QVERIFY(ready.front().id == DocumentId{"d2"});
        QCOMPARE(ready.front().updatedMs, std::int64_t{20});
    }
};

PARLEY_TEST("document_repository", DocumentRepositoryTest)
#include "document_repository_test.moc"
