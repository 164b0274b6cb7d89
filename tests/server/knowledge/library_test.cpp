// SPDX-License-Identifier: MIT
#include "server/knowledge/library.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/faulty_database.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>

using namespace parley;
using namespace parley::server;

namespace {

const store::DocumentRepository kDocuments;

struct World {
    explicit World(const std::string& driver, std::size_t maxOpen = 8)
        : fresh(driver), database(*fresh), library(database, cpu, maxOpen)
    {}

    /// Puts a document with one passage in the tenant's knowledge base, in the place of what it was.
    void put(const std::string& id, const std::string& text, TenantId tenant = {})
    {
        tenant = tenant.isEmpty() ? fresh.first : tenant;
        const auto job = [&](store::Transaction& tx) -> Result<void> {
            auto found = kDocuments.find(tx, DocumentId{id});
            if (found && !*found) {
                store::DocumentRow row;
                row.id.value = id;
                row.title = "About " + id;
                row.contentType = "text/plain";
                row.visibility = "public";
                row.status = "queued";
                row.blobKey = id;
                row.digest = id;
                row.createdMs = row.updatedMs = clock.nowMs();
                if (auto created = kDocuments.create(tx, row); !created) {
                    return created;
                }
            }
            store::ChunkRow chunk;
            chunk.id.value = id + "-chunk-" + std::to_string(++chunks);
            chunk.text = text;
            auto replaced = kDocuments.replaceChunks(tx, DocumentId{id}, {chunk}, clock.nowMs());
            return replaced ? kDocuments.raiseIndexVersion(tx) : fail(replaced.error());
        };
        test::must(fresh->transactNow(store::Scope::of(tenant), job));
    }

    Result<knowledge::Library::Index> newest(TenantId tenant = {})
    {
        tenant = tenant.isEmpty() ? fresh.first : tenant;
        return test::runCoroutine(io, library.newest(tenant, runtime::Budget()));
    }

    std::string find(const std::string& query)
    {
        const auto index = test::must(newest());
        const auto found = index->search(query);
        return found.hits.empty() ? std::string("nothing") : found.hits.front().text;
    }

    test::FreshDatabase fresh;
    test::FaultyDatabase database;
    test::FakeClock clock;
    runtime::WorkerPool cpu{{"cpu", 2, 64, {}}};
    knowledge::Library library;
    boost::asio::io_context io;
    int chunks = 0;
};

knowledge::IndexedDocument prepared(const std::string& id, const std::string& chunk, const std::string& text)
{
    knowledge::IndexedDocument document;
    document.id.value = id;
    document.title = "About " + id;
    document.chunks.push_back({ChunkId{chunk}, {}, text, 0});
    return document;
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyKnowledgeBaseFindsNothing_data() { test::addDatabaseRows(); }
    void anEmptyKnowledgeBaseFindsNothing()
    {
        QFETCH(std::string, driver);
        if (const std::string why = test::unavailableDatabase(driver); !why.empty()) {
            QSKIP(why.c_str());
        }
        World world(driver);

        QCOMPARE(world.find("parcel"), std::string("nothing"));
        world.put("d1", "A parcel takes three days.");
        QCOMPARE(world.find("parcel"), std::string("A parcel takes three days."));
        world.put("d1", "A parcel takes four days.");
        QCOMPARE(world.find("parcel"), std::string("A parcel takes four days."));
    }

    void theSameVersionIsNotReadAgain()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        QVERIFY(world.newest().has_value());
        const int reads = world.database.reads();

        QVERIFY(world.newest().has_value());

        QCOMPARE(world.database.reads() - reads, 1);
    }

    void anOlderVersionThanKnownIsAnsweredAtOnce()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        world.put("d2", "Returns are free.");
        QVERIFY(world.newest().has_value());
        const int reads = world.database.reads();

        const auto index =
            test::runCoroutine(world.io, world.library.index(world.fresh.first, 1, runtime::Budget()));

        QCOMPARE(test::must(index)->documentCount(), std::size_t{2});
        QCOMPARE(world.database.reads(), reads);
    }

    void aRemovedDocumentDisappears_data() { test::addDatabaseRows(); }
    void aRemovedDocumentDisappears()
    {
        QFETCH(std::string, driver);
        if (const std::string why = test::unavailableDatabase(driver); !why.empty()) {
            QSKIP(why.c_str());
        }
        World world(driver);
        world.put("d1", "A parcel takes three days.");
        world.put("d2", "Returns are free.");
        QCOMPARE(world.find("parcel"), std::string("A parcel takes three days."));
        const auto remove = [](store::Transaction& tx) -> Result<void> {
            auto removed = kDocuments.remove(tx, DocumentId{"d1"});
            return removed ? kDocuments.raiseIndexVersion(tx) : fail(removed.error());
        };
        test::must(world.fresh->transactNow(store::Scope::of(world.fresh.first), remove));

        QCOMPARE(world.find("parcel"), std::string("nothing"));
        QCOMPARE(world.find("returns"), std::string("Returns are free."));
    }

    void manyWhoAskAtOnceCauseOneRefresh()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        int answered = 0;
        for (int i = 0; i < 10; ++i) {
            boost::asio::co_spawn(world.io,
                                  world.library.index(world.fresh.first, 1, runtime::Budget()),
                                  [&](std::exception_ptr, Result<knowledge::Library::Index> index) {
                                      answered += index && (*index)->documentCount() == 1 ? 1 : 0;
                                  });
        }
        world.io.run();

        QCOMPARE(answered, 10);
        QCOMPARE(world.database.reads(), 1);
    }

    void tenantsDoNotSeeEachOther()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.", world.fresh.second);

        QCOMPARE(world.find("parcel"), std::string("nothing"));
        QCOMPARE(test::must(world.newest(world.fresh.second))->documentCount(), std::size_t{1});
    }

    void aFailedRefreshIsMadeAgain_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("failed") << false;
        QTest::newRow("thrown, as when its coroutine is cancelled") << true;
    }
    void aFailedRefreshIsMadeAgain()
    {
        QFETCH(bool, throws);
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        auto refresh = [&] {
            return test::runCoroutine(world.io, world.library.index(world.fresh.first, 1, runtime::Budget()));
        };
        if (throws) {
            world.database.throwReads(1);
            QVERIFY_EXCEPTION_THROWN((void)refresh(), std::runtime_error);
        } else {
            world.database.failReads(1);
            QVERIFY(refresh().error().code == ErrorCode::Storage);
        }

        // It must not wait for the one that has gone: nothing would wake it.
        const auto budget = runtime::Budget::of(std::chrono::milliseconds(0));
        const auto index = test::runCoroutine(world.io, world.library.index(world.fresh.first, 1, budget));

        QCOMPARE(test::must(index)->documentCount(), std::size_t{1});
    }

    void whatWasPreparedIsTakenInWithoutReadingItAgain()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        QCOMPARE(world.find("parcel"), std::string("A parcel takes three days."));
        // Told apart from the store's by its text, which nobody compares.
        world.library.prepare(world.fresh.first,
                              prepared("d2", "d2-chunk-2", "Prepared returns are free."),
                              0);
        QCOMPARE(world.find("returns"), std::string("nothing"));

        world.put("d2", "Returns are free.");

        QCOMPARE(world.find("returns"), std::string("Prepared returns are free."));
        world.put("d2", "Returns cost nothing.");
        QCOMPARE(world.find("returns"), std::string("Returns cost nothing."));
    }

    void whatWasPreparedOtherwiseIsReadFromTheStore_data()
    {
        QTest::addColumn<std::string>("chunk");
        QTest::addColumn<std::string>("title");
        QTest::addColumn<bool>("internal");
        QTest::addColumn<int>("how");
        QTest::newRow("of another reading") << std::string("other") << std::string("About d2") << false << 0;
        QTest::newRow("under another title") << std::string("d2-chunk-2") << std::string("D") << false << 0;
        QTest::newRow("when it was internal")
            << std::string("d2-chunk-2") << std::string("About d2") << true << 0;
        QTest::newRow("but forgotten") << std::string("d2-chunk-2") << std::string("About d2") << false << 1;
        QTest::newRow("twice") << std::string("d2-chunk-2") << std::string("About d2") << false << 2;
        QTest::newRow("and made void") << std::string("d2-chunk-2") << std::string("About d2") << false << 3;
    }
    void whatWasPreparedOtherwiseIsReadFromTheStore()
    {
        QFETCH(std::string, chunk);
        QFETCH(std::string, title);
        QFETCH(bool, internal);
        QFETCH(int, how);
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        const auto index = test::must(world.newest());
        auto document = prepared("d2", chunk, "Prepared returns are free.");
        document.title = title;
        document.internal = internal;
        world.library.prepare(world.fresh.first, document, 0);
        if (how == 1) {
            world.library.forget(world.fresh.first, DocumentId{"d2"});
        } else if (how == 2) {
            world.library.prepare(world.fresh.first,
                                  prepared("d2", "other", "Prepared returns are free."),
                                  0);
        } else if (how == 3) {
            std::const_pointer_cast<knowledge::KnowledgeIndex>(index)->clear();
        }

        world.put("d2", "Returns are free.");

        QCOMPARE(world.find("returns"), std::string("Returns are free."));
    }

    void whatIsPreparedForNobodyIsNotHeld()
    {
        World world("sqlite");
        world.library.prepare(world.fresh.first, prepared("d1", "d1-chunk-1", "Prepared."), 0);

        world.put("d1", "Returns are free.");

        QCOMPARE(world.find("returns"), std::string("Returns are free."));
    }

    void aRemovedDocumentThatWasPreparedIsNotFound()
    {
        World world("sqlite");
        world.put("d1", "A parcel takes three days.");
        QVERIFY(world.newest().has_value());
        world.library.prepare(world.fresh.first, prepared("d1", "d1-chunk-2", "Prepared."), 0);
        const auto remove = [](store::Transaction& tx) -> Result<void> {
            auto removed = kDocuments.remove(tx, DocumentId{"d1"});
            return removed ? kDocuments.raiseIndexVersion(tx) : fail(removed.error());
        };
        test::must(world.fresh->transactNow(store::Scope::of(world.fresh.first), remove));

        QCOMPARE(world.find("parcel"), std::string("nothing"));
        QCOMPARE(world.find("prepared"), std::string("nothing"));
    }

    void theLeastRecentlyUsedIndexIsDropped()
    {
        World world("sqlite", 1);
        world.put("d1", "A parcel takes three days.");
        world.put("d1", "Returns are free.", world.fresh.second);
        QVERIFY(world.newest().has_value());
        const int reads = world.database.reads();
        QVERIFY(world.newest().has_value());
        QCOMPARE(world.database.reads() - reads, 1);

        QVERIFY(world.newest(world.fresh.second).has_value());
        const int before = world.database.reads();
        QCOMPARE(world.find("parcel"), std::string("A parcel takes three days."));

        QCOMPARE(world.database.reads() - before, 2);
    }
};

PARLEY_TEST("library", LibraryTest)
#include "library_test.moc"
