// SPDX-License-Identifier: MIT
#include "tests/server/knowledge/ingestion_world.h"
#include "tests/support/test_main.h"

#include <stdexcept>

using namespace parley;
using namespace parley::server;
using World = test::IngestionWorld;
using test::bookOf;

class DocumentReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldPassagesAnswerWhileADocumentIsReadAgain_data() { test::addDatabaseRows(); }
    void oldPassagesAnswerWhileADocumentIsReadAgain()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bookOf(3), "application/pdf")).row.id;
        test::must(world.ingest(id));
        const std::string before = world.texts(id);
        std::string during;
        world.reader.beforeBlock = [&](int page, int) {
            if (page == 3) {
                during = world.count("chunk_staging") > 0 ? "staged" : "nothing staged";
            }
        };

        test::must(world.ingest(id));

        QCOMPARE(during, std::string("staged"));
        QCOMPARE(world.texts(id), before);
        QCOMPARE(world.count("chunk_staging"), std::int64_t{0});
    }

    void aDocumentWithoutATitleTakesItsOwn_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("fileName");
        QTest::addColumn<std::string>("own");
        QTest::addColumn<std::string>("title");
        for (const std::string driver : {"sqlite", "postgresql"}) {
            const auto row = [&](const char* name, const char* file, const char* own, const char* title) {
                QTest::newRow((driver + ", " + name).c_str())
                    << driver << std::string(file) << std::string(own) << std::string(title);
            };
            row("not given", "offer.pdf", "Prices of spring", "Prices of spring");
            row("given", "", "Prices of spring", "A document");
            row("made up", "offer.pdf", "Microsoft Word - offer.docx", "offer.pdf");
        }
    }
    void aDocumentWithoutATitleTakesItsOwn()
    {
        QFETCH(std::string, driver);
        QFETCH(std::string, fileName);
        QFETCH(std::string, own);
        QFETCH(std::string, title);
        if (const std::string why = test::unavailableDatabase(driver); !why.empty()) {
            QSKIP(why.c_str());
        }
        test::FreshDatabase database(driver);
        World world(*database, database.first);
        world.reader.title = own;
        test::must(world.run(world.library.newest(world.tenant, server::runtime::Budget())));
        const DocumentId id = test::must(world.add("Returns are free.", "text/plain", fileName)).row.id;

        test::must(world.ingest(id));

        QCOMPARE(world.row(id).title, title);
        const auto index =
            test::must(world.run(world.library.newest(world.tenant, server::runtime::Budget())));
        QCOMPARE(index->search("returns").hits.at(0).title, title);
        world.reader.title = "Another one";
        test::must(world.ingest(id));
        QCOMPARE(world.row(id).title, title == fileName ? std::string("Another one") : title);
    }

    void whoeverAskedBeforeFindsWhatWasReadAgain()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const auto ask = [&](const char* query) {
            const auto index =
                test::must(world.run(world.library.newest(world.tenant, server::runtime::Budget())));
            const auto found = index->search(query);
            return std::to_string(index->chunkCount()) + (found.hits.empty() ? " none" : " found");
        };
        QCOMPARE(ask("garden"), std::string("0 none"));
        const DocumentId id = test::must(world.add(bookOf(30), "application/pdf")).row.id;

        test::must(world.ingest(id));

        const std::string chunks = std::to_string(world.row(id).chunks);
        QCOMPARE(ask("garden"), chunks + " found");
        test::must(world.ingest(id));
        QCOMPARE(ask("garden"), chunks + " found");
    }

    void aReReadingThatFailsLeavesTheOldPassages()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add("Returns are free.")).row.id;
        test::must(world.ingest(id));
        Error broken;
        broken.code = ErrorCode::InvalidArgument;
        broken.message = "The document is encrypted.";
        world.reader.failure = broken;

        QVERIFY(!world.ingest(id));

        QCOMPARE(world.row(id).status, std::string("failed"));
        QCOMPARE(world.row(id).error, std::string("The document is encrypted."));
        QCOMPARE(test::must(world.run(world.documents.search(world.tenant, "returns", 5))).size(),
                 std::size_t{1});
        world.reader.failure.reset();
        test::must(world.run(world.documents.retry(world.tenant, id)));
        test::must(world.work());
        QCOMPARE(world.row(id).status, std::string("ready"));
        QCOMPARE(world.row(id).error, std::string());
    }

    void afterACrashItGoesOnAndGivesTheSame_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<std::string>("type");
        QTest::addColumn<int>("deadlyBlock");
        for (const char* driver : {"sqlite", "postgresql"}) {
            for (const int block : {1, 9, 14, 23, 30}) {
                QTest::addRow("%s pages %d", driver, block)
                    << std::string(driver) << std::string("application/pdf") << block;
            }
            QTest::addRow("%s no pages", driver) << std::string(driver) << std::string("text/markdown") << 23;
        }
    }
    void afterACrashItGoesOnAndGivesTheSame()
    {
        PARLEY_DATABASE(database);
        QFETCH(std::string, type);
        QFETCH(int, deadlyBlock);
        World world(*database, database.first);
        const std::string book = bookOf(7);
        const DocumentId whole = test::must(world.add(book, type)).row.id;
        test::must(world.work());
        const DocumentId cut = test::must(world.add(book, type)).row.id;
        world.reader.beforeBlock = [&](int, int block) {
            if (block == deadlyBlock) {
                throw std::runtime_error("the process dies here");
            }
        };
        QVERIFY(!world.work());
        QCOMPARE(world.row(cut).status, std::string("processing"));
        const std::int64_t staged = world.count("chunk_staging");
        QVERIFY(!world.claim());
        world.reader.beforeBlock = nullptr;

        world.clock.advanceMs(61'000);
        test::must(world.work());

        QVERIFY(deadlyBlock < 9 || staged > 0);
        QVERIFY(type != "application/pdf" || deadlyBlock < 9 || world.reader.firstPages.back() > 1);
        QCOMPARE(world.row(cut).status, std::string("ready"));
        QCOMPARE(world.texts(cut), world.texts(whole));
        QCOMPARE(world.pages(cut), world.pages(whole));
        QCOMPARE(world.row(cut).pages.value_or(0), std::int64_t{type == "application/pdf" ? 7 : 0});
    }

    void cancellingStopsAReadingInTheMiddleOfAPage_data()
    {
        QTest::addColumn<std::string>("driver");
        QTest::addColumn<bool>("isOtherNode");
        for (const char* driver : {"sqlite", "postgresql"}) {
            QTest::addRow("%s here", driver) << std::string(driver) << false;
            QTest::addRow("%s on another node", driver) << std::string(driver) << true;
        }
    }
    void cancellingStopsAReadingInTheMiddleOfAPage()
    {
        PARLEY_DATABASE(database);
        QFETCH(bool, isOtherNode);
        World world(*database, database.first);
        knowledge::ReadingStops elsewhere;
        knowledge::Documents other({world.database,
                                    world.blobs,
                                    world.cpu,
                                    world.cpu,
                                    world.queue,
                                    world.library,
                                    isOtherNode ? elsewhere : world.stops,
                                    world.clock,
                                    world.ids});
        const DocumentId id = test::must(world.add(bookOf(5), "application/pdf")).row.id;
        int last = 0;
        world.reader.beforeBlock = [&](int, int block) {
            last = block;
            if (block == 10) {
                boost::asio::io_context io;
                test::must(test::runCoroutine(io, other.cancel(world.tenant, id)));
            }
        };

        const auto done = world.work();

        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QCOMPARE(last, 10);
        QCOMPARE(world.row(id).status, std::string("cancelled"));
        QCOMPARE(world.texts(id), std::string());
        QCOMPARE(world.count("chunk_staging"), std::int64_t{0});
    }

    void anAttemptThatLostItsLeaseWritesNothing_data() { test::addDatabaseRows(); }
    void anAttemptThatLostItsLeaseWritesNothing()
    {
        PARLEY_DATABASE(database);
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bookOf(5), "application/pdf")).row.id;
        std::optional<store::JobRow> second;
        world.reader.beforeBlock = [&](int page, int) {
            if (page == 3 && !second) {
                world.clock.advanceMs(61'000);
                second = world.claim();
            }
        };
        const auto first = world.claim();

        const auto done = world.run(world.ingestion.run(world.tenant, *first));

        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QVERIFY(second && second->attempts == 2);
        QCOMPARE(world.texts(id), std::string());
        test::must(world.run(world.ingestion.run(world.tenant, *second)));
        QCOMPARE(world.row(id).status, std::string("ready"));
    }

    void aDaemonThatEndsStopsItsReadings()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bookOf(5), "application/pdf")).row.id;
        world.reader.beforeBlock = [&](int page, int) {
            if (page == 3) {
                world.stops.close();
            }
        };

        const auto done = world.run(world.ingestion.run(world.tenant, *world.claim()));

        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QCOMPARE(world.row(id).status, std::string("processing"));
        QVERIFY(world.count("chunk_staging") > 0);
    }

    void aSilentReaderIsStoppedToo_data()
    {
        QTest::addColumn<bool>("isLost");
        QTest::newRow("the daemon ends") << false;
        QTest::newRow("another attempt has the job") << true;
    }
    void aSilentReaderIsStoppedToo()
    {
        QFETCH(bool, isLost);
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        world.pace.leaseMs = 0; // renewed at each tick
        knowledge::Ingestion ingestion(
            {world.database, world.blobs, world.reader, world.stops, world.clock, world.ids},
            world.cpu,
            world.pace);
        test::must(world.add(bookOf(2), "application/pdf"));
        const auto first = world.claim();
        int last = 0;
        world.reader.silentTicks = 10;
        world.reader.beforeTick = [&](int tick) {
            last = tick;
            if (tick == 3 && isLost) {
                world.clock.advanceMs(61'000);
                QVERIFY(world.claim().has_value());
            } else if (tick == 3) {
                world.stops.close();
            }
        };

        const auto done = world.run(ingestion.run(world.tenant, *first));

        QVERIFY(!done && done.error().code == ErrorCode::Cancelled);
        QCOMPARE(last, 3);
    }

    void aLeaseIsRenewedWhileTheReaderIsSilent()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        world.pace.leaseMs = 0; // renewed at each tick
        knowledge::Ingestion ingestion(
            {world.database, world.blobs, world.reader, world.stops, world.clock, world.ids},
            world.cpu,
            world.pace);
        test::must(world.add(bookOf(2), "application/pdf"));
        const auto job = world.claim();
        const auto leaseEnd = [&] {
            return test::must(world.read([](store::ReadTransaction& tx) {
                       return store::JobRepository().nextDue(tx);
                   }))
                .value_or(0);
        };
        std::int64_t renewed = 0;
        world.reader.silentTicks = 2;
        world.reader.beforeTick = [&](int tick) {
            if (tick == 1) {
                world.clock.advanceMs(1'000);
            } else {
                renewed = leaseEnd();
            }
        };

        test::must(world.run(ingestion.run(world.tenant, *job)));

        QCOMPARE(renewed, world.clock.nowMs());
    }

    void progressIsToldByPage()
    {
        test::FreshDatabase database("sqlite");
        World world(*database, database.first);
        const DocumentId id = test::must(world.add(bookOf(4), "application/pdf")).row.id;
        std::string seen;
        world.reader.beforeBlock = [&](int page, int) {
            const auto rows = test::must(world.read([](store::ReadTransaction& tx) {
                return tx.query("SELECT page, pages, progress FROM documents");
            }));
            const auto text =
                std::to_string(rows.front().integer(0)) + "/" + std::to_string(rows.front().integer(1)) + " ";
            if (page > 1 && !seen.ends_with(text)) {
                seen += text;
            }
            QVERIFY(rows.front().real(2) < 1);
        };

        test::must(world.work());

        QCOMPARE(seen, std::string("1/4 2/4 3/4 "));
        QCOMPARE(world.row(id).page, std::int64_t{4});
        QCOMPARE(world.row(id).progress, 1.0);
        QCOMPARE(world.row(id).language, std::string("en"));
    }
};

PARLEY_TEST("document_reading", DocumentReadingTest)
#include "document_reading_test.moc"
