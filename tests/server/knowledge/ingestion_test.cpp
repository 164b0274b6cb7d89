// SPDX-License-Identifier: MIT
#include "server/knowledge/documents.h"
#include "server/knowledge/html_text.h"
#include "server/knowledge/ingestion.h"
#include "server/knowledge/markdown_text.h"
#include "server/knowledge/plain_text.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

#include <fstream>
#include <iterator>

using namespace parley;
using namespace parley::server;

namespace {

/// Reads Markdown, HTML and text in this process; what is said to be a PDF is Markdown with a form feed
/// between pages. Can be told to do something before a block is handed over, or to fail.
class FakeReader final : public knowledge::DocumentReader {
public:
    Result<knowledge::ExtractionSummary> read(const std::filesystem::path& file,
                                              const std::string& contentType,
                                              int firstPage,
                                              const BlockSink& onBlock,
                                              const ProgressSink& onProgress) const override
    {
        firstPages.push_back(firstPage);
        if (failure) {
            return fail(*failure);
        }
        std::ifstream in(file, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        std::vector<std::string> pages;
        const bool isPaged = contentType == "application/pdf";
        for (std::size_t at = 0; isPaged && at != std::string::npos;) {
            const std::size_t end = bytes.find('\f', at);
            pages.push_back(bytes.substr(at, end == std::string::npos ? end : end - at));
            at = end == std::string::npos ? end : end + 1;
        }
        knowledge::ExtractionSummary summary;
        summary.pages = static_cast<int>(pages.size());
        summary.warnings = warnings;
        if (!isPaged) {
            pages.push_back(std::move(bytes));
        }
        int handed = 0;
        for (int page = 1; page <= static_cast<int>(pages.size()); ++page) {
            if (isPaged && page < firstPage) {
                continue;
            }
            for (knowledge::Block block : blocksOf(pages[static_cast<std::size_t>(page - 1)], contentType)) {
                block.page = isPaged ? page : 0;
                if (beforeBlock) {
                    beforeBlock(page, ++handed);
                }
                if (!onBlock(block)) {
                    return fail(ErrorCode::Cancelled, "A sink said stop.");
                }
            }
            if (!onProgress({isPaged ? page : 0, summary.pages})) {
                return fail(ErrorCode::Cancelled, "A sink said stop.");
            }
        }
        return summary;
    }

    std::optional<Error> failure;
    std::vector<std::string> warnings;
    std::function<void(int page, int block)> beforeBlock;
    mutable std::vector<int> firstPages;

private:
    static std::vector<knowledge::Block> blocksOf(const std::string& bytes, const std::string& contentType)
    {
        if (contentType == "text/html") {
            return knowledge::extractHtml(bytes).blocks;
        }
        return contentType == "text/plain" ? knowledge::extractPlainText(bytes).blocks
                                           : knowledge::extractMarkdown(bytes).blocks;
    }
};

/// The documents of one tenant; the queue stands still, the test does its jobs.
struct World : test::DeskWorld {
    World(store::Database& db, const TenantId& owner) : DeskWorld(db, owner) {}

    Result<knowledge::AddedDocument> add(const std::string& bytes, const std::string& type = "text/plain")
    {
        knowledge::NewDocument wanted;
        wanted.title = "A document";
        wanted.bytes = bytes;
        wanted.contentType = type;
        return run(documents.add(tenant, wanted));
    }

    /// The job that is due next, as a worker gets it.
    std::optional<store::JobRow> claim()
    {
        return test::must(write([&](store::Transaction& tx) {
            return store::JobRepository().claim(tx, "node-1", clock.nowMs(), clock.nowMs() + 60'000);
        }));
    }

    store::JobRow jobOf(const DocumentId& id)
    {
        store::JobRow job;
        job.subject = id.value;
        return job;
    }

    /// Does what a worker of the queue does with the next job.
    Result<void> work()
    {
        auto job = claim();
        if (!job) {
            return fail(ErrorCode::NotFound, "There is no job.");
        }
        auto done = run(ingestion.run(tenant, *job));
        if (done) {
            test::must(write([&](store::Transaction& tx) {
                return store::JobRepository().finish(tx, job->id, clock.nowMs());
            }));
        } else if (done.error().code != ErrorCode::Internal) {
            test::runCoroutine(io, ingestion.gaveUp(tenant, *job, done.error()));
        }
        return done;
    }

    /// Reads it, once more when that was done already.
    Result<void> ingest(const DocumentId& id)
    {
        if (row(id).status == "ready") {
            test::must(run(documents.retry(tenant, id)));
        }
        return work();
    }

    store::DocumentRow row(const DocumentId& id) { return test::must(run(documents.get(tenant, id))); }

    std::string texts(const DocumentId& id)
    {
        std::string all;
        for (const auto& chunk : test::must(run(documents.chunks(tenant, id, -1, 1000)))) {
            all += chunk.headings + "|" + chunk.text + "\n";
        }
        return all;
    }

    std::string pages(const DocumentId& id)
    {
        std::string all;
        for (const auto& chunk : test::must(run(documents.chunks(tenant, id, -1, 1000)))) {
            all += std::to_string(chunk.page.value_or(0)) + " ";
        }
        return all;
    }

    std::int64_t version()
    {
        return test::must(
            read([](store::ReadTransaction& tx) { return store::DocumentRepository().indexVersion(tx); }));
    }

    std::int64_t count(std::string_view table)
    {
        const std::string sql = "SELECT COUNT(*) FROM " + std::string(table);
        return test::must(read([&](store::ReadTransaction& tx) { return tx.query(sql); })).front().integer(0);
    }

    std::string jobStatuses()
    {
        std::string all;
        for (const auto& found : test::must(read([](store::ReadTransaction& tx) {
                 return tx.query("SELECT status FROM jobs ORDER BY id");
             }))) {
            all += found.text(0) + " ";
        }
        return all;
    }

    QTemporaryDir folder;
    store::Blobs blobs{folder.path().toStdString()};
    runtime::WorkerPool cpu{{"cpu", 1, 64, {}}};
    jobs::Queue queue{database, clock, "node-1", io.get_executor(), {}, [](auto, auto) {}};
    knowledge::Library library{database, cpu};
    knowledge::ReadingStops stops;
    FakeReader reader;
    knowledge::Documents documents{{database, blobs, cpu, cpu, queue, library, stops, clock, ids}};
    /// Writes down what it has at every passage, and asks at every block whether it should go on.
    knowledge::ReadingPace pace{1, std::chrono::milliseconds{0}, std::chrono::milliseconds{0}, 60'000};
    knowledge::Ingestion ingestion{{database, blobs, reader, stops, clock, ids}, cpu, pace};
};

/// A PDF of the fake reader: sections that begin and end anywhere on its pages.
std::string bookOf(int pages)
{
    std::string book;
    int sentence = 0;
    for (int page = 1; page <= pages; ++page) {
        book += page > 1 ? "\f" : "";
        for (int paragraph = 0; paragraph < 4; ++paragraph) {
            if ((page * 4 + paragraph) % 7 == 0) {
                book += "## Section " + std::to_string(page) + "\n\n";
            }
            for (int i = 0; i < 9; ++i) {
                book += "Sentence number " + std::to_string(++sentence) + " tells of the garden again. ";
            }
            book += "\n\n";
        }
    }
    return book;
}

} // namespace

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
};

PARLEY_TEST("ingestion", IngestionTest)
#include "ingestion_test.moc"
