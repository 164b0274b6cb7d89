// SPDX-License-Identifier: MIT
#include "server/store/document_reading_repository.h"
#include "tests/server/store/store_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server::store;

namespace {

const DocumentRepository kDocuments;
const DocumentReadingRepository kReadings;

DocumentId addDocument(test::FreshDatabase& database, const std::string& id)
{
    DocumentRow row;
    row.id.value = id;
    row.title = "Title of " + id;
    row.contentType = "text/plain";
    row.visibility = "public";
    row.status = "queued";
    row.blobKey = id;
    row.digest = "digest";
    row.updatedMs = 10;
    test::must(test::writeTo(database, [&](Transaction& tx) { return kDocuments.create(tx, row); }));
    return row.id;
}

std::vector<ChunkRow> chunks(const std::vector<std::string>& texts, std::int64_t from)
{
    std::vector<ChunkRow> rows;
    for (const std::string& text : texts) {
        ChunkRow row;
        row.ordinal = from + static_cast<std::int64_t>(rows.size());
        row.id.value = text + std::to_string(row.ordinal);
        row.text = text;
        row.page = row.ordinal + 1;
        rows.push_back(row);
    }
    return rows;
}

/// Whether they were staged.
bool stage(test::FreshDatabase& database,
           const DocumentId& id,
           const std::vector<std::string>& texts,
           std::int64_t from,
           const std::string& state = {})
{
    const ReadingProgress progress{from + 1, 9, 0.5, state};
    return test::must(test::writeTo(database, [&](Transaction& tx) {
        return kReadings.stage(tx, id, chunks(texts, from), progress);
    }));
}

bool publish(test::FreshDatabase& database, const DocumentId& id, const ReadDocument& read = {})
{
    return test::must(
        test::writeTo(database, [&](Transaction& tx) { return kReadings.publish(tx, id, read, 20); }));
}

std::optional<std::string> begin(test::FreshDatabase& database, const DocumentId& id)
{
    return test::must(test::writeTo(database, [&](Transaction& tx) { return kReadings.begin(tx, id); }));
}

DocumentRow find(test::FreshDatabase& database, const DocumentId& id)
{
    auto rows =
        test::must(test::readFrom(database, [&](ReadTransaction& tx) -> Result<std::vector<DocumentRow>> {
            std::vector<DocumentRow> found = {**kDocuments.find(tx, id)};
            auto named = kReadings.nameSimilar(tx, found);
            return named ? Result<std::vector<DocumentRow>>(found) : fail(named.error());
        }));
    return rows.front();
}

constexpr std::string_view kTexts = "SELECT text FROM chunks ORDER BY document_id, ordinal";
constexpr std::string_view kStaged = "SELECT text FROM chunk_staging ORDER BY document_id, ordinal";

} // namespace

class DocumentReadingRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldPassagesAnswerUntilTheNewOnesArePublished_data() { test::addDatabaseRows(); }
    void oldPassagesAnswerUntilTheNewOnesArePublished()
    {
        PARLEY_DATABASE(database);
        const DocumentId id = addDocument(database, "d1");
        QCOMPARE(begin(database, id).value_or("none"), std::string());
        QVERIFY(stage(database, id, {"a", "b"}, 0));
        QCOMPARE(test::column(database, kTexts), std::string());
        QVERIFY(publish(database, id));
        QCOMPARE(test::column(database, kTexts), std::string("a b "));
        QCOMPARE(find(database, id).chunks, std::int64_t{2});

        begin(database, id);
        QVERIFY(stage(database, id, {"c"}, 0));
        QCOMPARE(test::column(database, kTexts), std::string("a b "));
        QCOMPARE(test::must(test::readFrom(database,
                                           [](ReadTransaction& tx) { return kDocuments.readyVersions(tx); }))
                     .size(),
                 std::size_t{1});
        QVERIFY(publish(database, id));

        QCOMPARE(test::column(database, kTexts), std::string("c "));
        QCOMPARE(test::column(database, kStaged), std::string());
    }

    void aLaterAttemptFindsTheStateAndRewindsToIt_data() { test::addDatabaseRows(); }
    void aLaterAttemptFindsTheStateAndRewindsToIt()
    {
        PARLEY_DATABASE(database);
        const DocumentId id = addDocument(database, "d1");
        begin(database, id);
        QVERIFY(stage(database, id, {"a"}, 0, "state 1"));
        QVERIFY(stage(database, id, {"b"}, 1));
        QCOMPARE(find(database, id).page, std::int64_t{2});

        QCOMPARE(begin(database, id).value_or("none"), std::string("state 1"));
        test::must(test::writeTo(database, [&](Transaction& tx) { return kReadings.rewind(tx, id, 1); }));
        QCOMPARE(test::column(database, kStaged), std::string("a "));
        test::must(test::writeTo(database, [&](Transaction& tx) { return kReadings.rewind(tx, id, 0); }));
        QCOMPARE(test::column(database, kStaged), std::string());
        QCOMPARE(begin(database, id).value_or("none"), std::string());
    }

    void whatIsNotBeingReadTakesNothing_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("status");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const char* status : {"queued", "cancelled", "failed", "ready"}) {
                QTest::addRow("%s %s", driver, status) << std::string(driver) << std::string(status);
            }
        }
    }
    void whatIsNotBeingReadTakesNothing()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, status);
        const DocumentId id = addDocument(database, "d1");
        test::must(test::writeTo(database, [&](Transaction& tx) {
            return kDocuments.setStatus(tx, id, status, 0, {}, 11);
        }));

        QVERIFY(!stage(database, id, {"a"}, 0));
        QVERIFY(!publish(database, id));
        QVERIFY(!stage(database, DocumentId{"nowhere"}, {"a"}, 0));
        QCOMPARE(test::column(database, kStaged), std::string());
        QCOMPARE(begin(database, id).has_value(), status != "cancelled");
        QVERIFY(!begin(database, DocumentId{"nowhere"}));
    }

    void whatWasFoundOutIsKept_data() { test::addDatabaseRows(); }
    void whatWasFoundOutIsKept()
    {
        PARLEY_DATABASE(database);
        const DocumentId other = addDocument(database, "d1");
        const DocumentId id = addDocument(database, "d2");
        begin(database, id);
        QVERIFY(stage(database, id, {"a"}, 0));
        ReadDocument read;
        read.pages = 7;
        read.language = "de";
        read.warnings = {"one", "two \"quoted\""};
        read.similarTo = {{other, 0.9, {}}, {DocumentId{"gone"}, 0.85, {}}};
        QVERIFY(publish(database, id, read));

        const DocumentRow row = find(database, id);
        QCOMPARE(row.pages.value_or(0), std::int64_t{7});
        QCOMPARE(row.page, std::int64_t{7});
        QCOMPARE(row.language, std::string("de"));
        QCOMPARE(row.warnings.size(), std::size_t{2});
        QCOMPARE(row.warnings.at(1), std::string("two \"quoted\""));
        QCOMPARE(row.similarTo.size(), std::size_t{1});
        QCOMPARE(row.similarTo.front().title, std::string("Title of d1"));
        QCOMPARE(row.similarTo.front().similarity, 0.9);
    }

    void documentsWithABandInCommonAreFound_data() { test::addDatabaseRows(); }
    void documentsWithABandInCommonAreFound()
    {
        PARLEY_DATABASE(database);
        const auto add = [&](const std::string& name, const std::vector<std::int64_t>& bands) {
            const DocumentId id = addDocument(database, name);
            begin(database, id);
            ReadDocument read;
            read.sketch = "sketch of " + name;
            read.bands = bands;
            QVERIFY(publish(database, id, read));
        };
        add("d1", {1, 2, 3});
        add("d2", {4, 2, 3});
        add("d3", {7, 8, 9});
        const auto names = [&](const std::vector<std::int64_t>& bands, int limit) {
            std::string all;
            for (const auto& each : test::must(test::readFrom(database, [&](ReadTransaction& tx) {
                     return kReadings.sharingBands(tx, DocumentId{"d3"}, bands, limit);
                 }))) {
                all += each.id.value + " ";
            }
            return all;
        };
        QCOMPARE(names({4, 2, 3, 7}, 10), std::string("d2 d1 "));
        QCOMPARE(names({4, 2, 3, 7}, 1), std::string("d2 "));
        QCOMPARE(names({7}, 10), std::string());
        QCOMPARE(names({}, 10), std::string());
    }

    void aChangeIsANewVersion_data() { test::addDatabaseRows(); }
    void aChangeIsANewVersion()
    {
        PARLEY_DATABASE(database);
        const DocumentId id = addDocument(database, "d1");
        const auto change = [&](const DocumentChange& wanted) {
            return test::must(test::writeTo(database, [&](Transaction& tx) {
                return kDocuments.change(tx, id, wanted, 5);
            }));
        };
        QVERIFY(change({"New", "Shipping", "internal"}));
        QCOMPARE(find(database, id).title, std::string("New"));
        QCOMPARE(find(database, id).category, std::string("Shipping"));
        QCOMPARE(find(database, id).visibility, std::string("internal"));
        QCOMPARE(find(database, id).updatedMs, std::int64_t{11});
        QVERIFY(change({{}, "", {}}));
        QCOMPARE(find(database, id).title, std::string("New"));
        QCOMPARE(find(database, id).category, std::string());
        QVERIFY(!test::must(test::writeTo(database, [](Transaction& tx) {
            return kDocuments.change(tx, DocumentId{"nowhere"}, {}, 5);
        })));
    }
};

PARLEY_TEST("document_reading_repository", DocumentReadingRepositoryTest)
#include "document_reading_repository_test.moc"
