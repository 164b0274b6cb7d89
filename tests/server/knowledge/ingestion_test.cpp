// SPDX-License-Identifier: MIT
#include "server/knowledge/blob_sweep.h"
#include "tests/server/knowledge/ingestion_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;
using World = test::IngestionWorld;

class IngestionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentBecomesPassages_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("type");
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("texts");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::addRow("%s text", driver)
                << std::string(driver) << std::string("text/plain") << std::string("Returns are free.")
                << std::string("|Returns are free.\n");
            QTest::addRow("%s markdown", driver)
                << std::string(driver) << std::string("text/markdown")
                << std::string("# Shop\n\n## Returns\n\nReturns are **free**.\n")
                << std::string("Shop > Returns|Returns are free.\n");
            QTest::addRow("%s html", driver)
                << std::string(driver) << std::string("text/html")
                << std::string("<h2>Returns</h2><script>x()</script><p>Returns are free.</p>")
                << std::string("Returns|Returns are free.\n");
        }
    }
    void aDocumentBecomesPassages()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, type);
        QFETCH(std::string, bytes);
        QFETCH(std::string, texts);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bytes, type)).row.id;
        QCOMPARE(world.row(id).status, std::string("queued"));
        QCOMPARE(world.jobStatuses(), std::string("queued "));
        const auto before = world.version();

        test::must(world.ingest(id));

        QCOMPARE(world.row(id).status, std::string("ready"));
        QCOMPARE(world.row(id).chunks, std::int64_t{1});
        QVERIFY2(world.texts(id) == texts, world.texts(id).c_str());
        QVERIFY(world.version() > before);
        const auto hits = test::must(world.run(world.documents.search(world.tenant, "returns", 5)));
        QCOMPARE(hits.size(), std::size_t{1});
    }

    void readingItTwiceGivesTheSame()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        std::string text;
        for (int i = 0; i < 400; ++i) {
            text += "This is sentence number " + std::to_string(i) + " of a long document. ";
        }
        const DocumentId id = test::must(world.add(text)).row.id;
        test::must(world.ingest(id));
        const std::string first = world.texts(id);
        const auto version = world.version();

        test::must(world.ingest(id));

        QVERIFY(world.row(id).chunks > 1);
        QCOMPARE(world.texts(id), first);
        QVERIFY(world.version() > version);
    }

    void anIndexSeesADocumentThatWasReadAgainInTheSameMillisecond()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        test::must(world.ingest(id));
        const auto before = test::must(world.run(world.documents.search(world.tenant, "returns", 5)));

        test::must(world.ingest(id));

        const auto after = test::must(world.run(world.documents.search(world.tenant, "returns", 5)));
        QVERIFY(before.front().chunk != after.front().chunk);
    }

    void aCancelledDocumentIsNotRevived_data() { test::addDatabaseRows(); }
    void aCancelledDocumentIsNotRevived()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        const auto cancelled = test::must(world.run(world.documents.cancel(world.tenant, id)));
        QCOMPARE(cancelled.status, std::string("cancelled"));
        QCOMPARE(world.jobStatuses(), std::string("cancelled "));

        QVERIFY(!world.claim());
        test::must(world.run(world.ingestion.run(world.tenant, world.jobOf(id))));
        Error late;
        late.message = "failed too late";
        test::runCoroutine(world.io, world.ingestion.gaveUp(world.tenant, world.jobOf(id), late));

        QCOMPARE(world.row(id).status, std::string("cancelled"));
        QCOMPARE(world.texts(id), std::string());
        QVERIFY(world.run(world.documents.cancel(world.tenant, id)).error().code == ErrorCode::Conflict);
    }

    void aCancelledDocumentCanBeReadAfterAll()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        QVERIFY(world.run(world.documents.retry(world.tenant, id)).error().code == ErrorCode::Conflict);
        QVERIFY(world.run(world.documents.cancel(world.tenant, id)).has_value());

        QCOMPARE(test::must(world.run(world.documents.retry(world.tenant, id))).status,
                 std::string("queued"));

        QCOMPARE(world.jobStatuses(), std::string("cancelled queued "));
        test::must(world.ingest(id));
        QCOMPARE(world.row(id).status, std::string("ready"));
    }

    void whatHasNoTextFailsAndSaysSo_data()
    {
        QTest::addColumn<std::string>("type");
        QTest::addColumn<std::string>("bytes");
        QTest::newRow("white space") << std::string("text/plain") << std::string(" \n\n ");
        QTest::newRow("only a script") << std::string("text/html") << std::string("<script>x()</script>");
    }
    void whatHasNoTextFailsAndSaysSo()
    {
        QFETCH(std::string, type);
        QFETCH(std::string, bytes);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bytes, type)).row.id;

        QVERIFY(world.ingest(id).error().code == ErrorCode::InvalidArgument);

        QCOMPARE(world.row(id).status, std::string("failed"));
        QCOMPARE(world.row(id).error, std::string("The document has no text to read."));
    }

    void aDocumentWhoseFileIsGoneFails()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        test::must(world.blobs.remove(world.tenant, world.row(id).blobKey));

        QVERIFY(world.ingest(id).error().code == ErrorCode::NotFound);

        QCOMPARE(world.row(id).status, std::string("failed"));
    }

    void whatCannotBeReadIsNotTakenIn_data()
    {
        QTest::addColumn<std::string>("type");
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown format")
            << std::string("image/png") << std::string("x") << int(ErrorCode::UnsupportedMediaType);
        QTest::newRow("empty") << std::string("text/plain") << std::string()
                               << int(ErrorCode::InvalidArgument);
    }
    void whatCannotBeReadIsNotTakenIn()
    {
        QFETCH(std::string, type);
        QFETCH(std::string, bytes);
        QFETCH(int, code);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);

        QCOMPARE(int(world.add(bytes, type).error().code), code);
        QVERIFY(test::must(world.run(world.documents.list(world.tenant, "", 10))).empty());
        QCOMPARE(world.jobStatuses(), std::string());
    }

    void aDocumentThatIsThereAlreadyIsNamed()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto first = test::must(world.add("Returns are free."));
        QVERIFY(first.duplicateOf.isEmpty());

        const auto second = test::must(world.add("Returns are free."));

        QVERIFY(second.duplicateOf == first.row.id);
        QVERIFY(world.row(second.row.id).duplicateOf == first.row.id);
    }

    void aRemovedDocumentLeavesNothing_data() { test::addDatabaseRows(); }
    void aRemovedDocumentLeavesNothing()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        const std::string key = world.row(id).blobKey;
        test::must(world.ingest(id));
        const auto version = world.version();

        test::must(world.run(world.documents.remove(world.tenant, id)));

        QVERIFY(world.version() > version);
        QVERIFY(world.run(world.documents.get(world.tenant, id)).error().code == ErrorCode::NotFound);
        QVERIFY(world.run(world.documents.chunks(world.tenant, id, -1, 9)).error().code ==
                ErrorCode::NotFound);
        QVERIFY(world.blobs.get(world.tenant, key).error().code == ErrorCode::NotFound);
        QVERIFY(test::must(world.run(world.documents.search(world.tenant, "returns", 5))).empty());
        QVERIFY(world.run(world.documents.remove(world.tenant, id)).error().code == ErrorCode::NotFound);
        QCOMPARE(world.count("chunks"), std::int64_t{0});
        QCOMPARE(world.count("document_bands"), std::int64_t{0});
        test::must(world.run(world.ingestion.run(world.tenant, world.jobOf(id))));
    }

    void nearlyTheSameDocumentIsNamed_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<int>("changed");
        QTest::addColumn<bool>("isSimilar");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::addRow("%s a few words", driver) << std::string(driver) << 5 << true;
            QTest::addRow("%s most of it", driver) << std::string(driver) << 400 << false;
        }
    }
    void nearlyTheSameDocumentIsNamed()
    {
        PARLEY_DATABASE(database);
        QFETCH(int, changed);
        QFETCH(bool, isSimilar);
        World world(*database, database.first);
        const auto text = [](int others) {
            std::string all;
            for (int i = 0; i < 500; ++i) {
                all += (i % 500 < others ? "another" : "word") + std::to_string(i * 7919 % 1000) + " ";
            }
            return all;
        };
        const DocumentId first = test::must(world.add(text(0))).row.id;
        test::must(world.work());
        world.reader.warnings = {"A picture was left out."};
        const DocumentId second = test::must(world.add(text(changed))).row.id;
        test::must(world.work());

        const store::DocumentRow row = world.row(second);
        QCOMPARE(row.similarTo.size(), std::size_t{isSimilar ? 1U : 0U});
        QCOMPARE(row.warnings.size(), std::size_t{isSimilar ? 2U : 1U});
        QCOMPARE(row.warnings.front(), std::string("A picture was left out."));
        if (isSimilar) {
            QVERIFY(row.similarTo.front().id == first);
            QVERIFY(row.similarTo.front().similarity >= 0.8);
            QCOMPARE(row.similarTo.front().title, std::string("A document"));
        }
    }

    void aChangeOfVisibilityReachesTheIndexAtOnce()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        test::must(world.work());
        const auto version = world.version();

        const auto row =
            test::must(world.run(world.documents.change(world.tenant, id, {"Sending back", {}, "internal"})));

        QCOMPARE(row.title, std::string("Sending back"));
        QVERIFY(world.version() > version);
        const auto hits = test::must(world.run(world.documents.search(world.tenant, "returns", 5)));
        QCOMPARE(hits.front().title, std::string("Sending back"));
        QVERIFY(world.run(world.documents.change(world.tenant, DocumentId{"nowhere"}, {})).error().code ==
                ErrorCode::NotFound);
    }

    void aDocumentThatMayHaveBeenStoredKeepsItsFile()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        World world(database, fresh.first);
        // The commit goes through, only its answer is lost: the row is there, so its bytes have to be.
        database.loseAnswers(1);

        QVERIFY(world.add("Returns are free.").error().code == ErrorCode::Storage);

        const std::filesystem::path blobs = world.folder.path().toStdString();
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(blobs)) {
            files += entry.is_regular_file() ? 1 : 0;
        }
        QCOMPARE(files, 1);
    }

    void filesThatNoDocumentNamesGoAfterADay_data() { test::addDatabaseRows(); }
    void filesThatNoDocumentNamesGoAfterADay()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        const TenantId other = database.second;
        for (const char* key : {"left", "left.Xy12", "fresh"}) {
            test::must(world.blobs.put(world.tenant, key, "bytes"));
        }
        test::must(world.blobs.put(other, "left", "bytes"));
        const auto written = std::filesystem::file_time_type::clock::now() - std::chrono::hours(25);
        for (const std::string& key : {id.value, std::string("left"), std::string("left.Xy12")}) {
            std::filesystem::last_write_time(test::must(world.blobs.path(world.tenant, key)), written);
        }
        knowledge::BlobSweep sweep(world.database, world.blobs, world.cpu);

        QCOMPARE(test::must(world.run(sweep.sweep(world.tenant))), std::size_t{2});

        QVERIFY(!world.blobs.path(world.tenant, "left").has_value());
        QVERIFY(!world.blobs.path(world.tenant, "left.Xy12").has_value());
        QVERIFY(world.blobs.path(world.tenant, "fresh").has_value()); // its row may be on its way
        QCOMPARE(test::must(world.blobs.get(world.tenant, id.value)), std::string("Returns are free."));
        QVERIFY(world.blobs.path(other, "left").has_value());
        QCOMPARE(test::must(world.run(sweep.sweep(world.tenant))), std::size_t{0});
    }

    void nothingIsSweptWhileTheDatabaseIsAway()
    {
        test::FreshDatabase fresh("sqlite");
        test::FaultyDatabase database(*fresh);
        World world(database, fresh.first);
        test::must(world.blobs.put(world.tenant, "left", "bytes"));
        std::filesystem::last_write_time(test::must(world.blobs.path(world.tenant, "left")),
                                         std::filesystem::file_time_type::clock::now() -
                                             std::chrono::hours(25));
        knowledge::BlobSweep sweep(world.database, world.blobs, world.cpu);
        database.failReads(1);

        QVERIFY(world.run(sweep.sweep(world.tenant)).error().code == ErrorCode::Storage);

        QVERIFY(world.blobs.path(world.tenant, "left").has_value());
    }
};

PARLEY_TEST("ingestion", IngestionTest)
#include "ingestion_test.moc"
