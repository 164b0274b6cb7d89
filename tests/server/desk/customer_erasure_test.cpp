// SPDX-License-Identifier: MIT
#include "server/desk/customer_erasure.h"
#include "server/desk/customers.h"
#include "server/desk/erasure_replay.h"
#include "server/desk/sessions.h"
#include "tests/support/databases.h"
#include "tests/support/desk_world.h"
#include "tests/support/test_main.h"

using namespace parley;
using namespace parley::server;

namespace {

constexpr std::int64_t kDayMs = 24LL * 3'600'000;

struct Recorder final : desk::ErasureListener {
    void onErased(const desk::Erased& erased) override { all.push_back(erased); }
    std::vector<desk::Erased> all;
};

runtime::WorkerPoolOptions oneThread()
{
    runtime::WorkerPoolOptions options;
    options.name = "files";
    return options;
}

struct World : test::DeskWorld {
    explicit World(test::FreshDatabase& fresh)
        : DeskWorld(*fresh, fresh.first),
          folder(backups.path().toStdString()),
          file(folder),
          deleted(*fresh, fresh.options().folder),
          erasure(services,
                  desk::ErasurePlaces{file,
                                      deleted,
                                      files,
                                      [](std::int64_t at) { return std::optional(at + kDayMs); },
                                      {&recorder}})
    {}

    Result<desk::ErasureReceipt> erase(const CustomerId& customer)
    {
        return run(erasure.erase(tenant, customer, identity::Actor::system()));
    }

    std::size_t replay() { return test::must(desk::replayErasures(database, file, deleted, clock.nowMs())); }

    std::string customers()
    {
        std::string text;
        for (const auto& row : test::must(read([](store::ReadTransaction& tx) {
                 return tx.query("SELECT id FROM customers ORDER BY id");
             }))) {
            text += row.text(0) + " ";
        }
        return text;
    }

    void sql(std::string_view statement)
    {
        test::must(write([&](store::Transaction& tx) { return tx.execute(statement); }));
    }

    QTemporaryDir backups;
    std::filesystem::path folder;
    store::ErasureFile file;
    store::DeletedRows deleted;
    runtime::WorkerPool files{oneThread()};
    Recorder recorder;
    desk::CustomerErasure erasure;
};

} // namespace

class CustomerErasureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReceiptSaysWhatWentAndIsGivenAgain_data() { test::addDatabaseRows(); }
    void aReceiptSaysWhatWentAndIsGivenAgain()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId id = world.converse();
        const CustomerId customer = world.conversation(id).customer;
        QVERIFY(world.accept(id, "My card is lost").has_value());

        const desk::ErasureReceipt receipt = test::must(world.erase(customer));

        QCOMPARE(receipt.id, customer.value);
        QCOMPARE(receipt.erasedMs, world.clock.nowMs());
        QCOMPARE(receipt.removed.at("messages"), std::int64_t{1});
        QCOMPARE(receipt.removed.at("conversations"), std::int64_t{1});
        QVERIFY(receipt.isPurged);
        QCOMPARE(receipt.backupsExpireMs.value_or(0), receipt.erasedMs + kDayMs);
        QCOMPARE(world.customers(), std::string());
        QCOMPARE(world.recorder.all.size(), std::size_t{1});
        QVERIFY(world.recorder.all.at(0).conversations == std::vector<ConversationId>{id});
        const desk::ErasureReceipt again = test::must(world.erase(customer));
        QCOMPARE(again.erasedMs, receipt.erasedMs);
        QVERIFY(again.removed == receipt.removed);
        QVERIFY(world.erase(CustomerId{"x"}).error().code == ErrorCode::NotFound);
        // Neither list has who it was.
        const auto marks = test::must(world.file.read());
        QCOMPARE(marks.size(), std::size_t{1});
        QCOMPARE(marks.at(0).hash, store::erasureHash(world.tenant, customer.value));
    }

    void aTurnUnderWayFindsNothingToAnswer_data() { test::addDatabaseRows(); }
    void aTurnUnderWayFindsNothingToAnswer()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const ConversationId id = world.converse();
        const auto accepted = test::must(world.accept(id, "Hello"));
        QVERIFY(world.erase(accepted.customer).has_value());

        const auto late = world.accept(id, "Are you there?");
        const auto reply = world.write([&](store::Transaction& tx) {
            store::MessageRow message;
            message.id = world.ids.make<MessageId>();
            message.conversation = id;
            message.sender = "agent";
            message.kind = "text";
            message.text = "Yes";
            return world.journal.message(tx, world.tenant, message);
        });

        QVERIFY(!late && late.error().code == ErrorCode::NotFound);
        QVERIFY(!reply && reply.error().code == ErrorCode::NotFound);
        QCOMPARE(world.customers(), std::string());
    }

    void whatABackupBringsBackIsErasedAgain_data() { test::addDatabaseRows(); }
    void whatABackupBringsBackIsErasedAgain()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const CustomerId erased = world.conversation(world.converse()).customer;
        const CustomerId stays = world.conversation(world.converse()).customer;
        QVERIFY(world.erase(erased).has_value());
        QCOMPARE(world.replay(), std::size_t{0});

        // The tenant's database as it was before, the platform's too: the file alone knows.
        world.sql("DELETE FROM erasure_receipts");
        world.sql("INSERT INTO customers (id, verified, created_ms, last_ms) VALUES ('" + erased.value +
                  "', 0, 1, 1)");
        test::must(world.database.transactNow(store::Scope::platform(), [](store::Transaction& tx) {
            return tx.execute("DELETE FROM erasure_ledger");
        }));

        QCOMPARE(world.replay(), std::size_t{1});
        QCOMPARE(world.customers(), stays.value + " ");
        QCOMPARE(world.replay(), std::size_t{0});
        // And the other way: the file was lost, the platform's list makes it anew.
        std::filesystem::remove(world.file.path());
        QCOMPARE(world.replay(), std::size_t{0});
        QCOMPARE(test::must(world.file.read()).size(), std::size_t{1});
    }

    void whoWasMergedBeforeIsErasedUnderTheOldIdToo_data() { test::addDatabaseRows(); }
    void whoWasMergedBeforeIsErasedUnderTheOldIdToo()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const CustomerId old = world.conversation(world.converse()).customer;
        const CustomerId kept = world.conversation(world.converse()).customer;
        desk::Customers customers(world.services);
        test::must(world.run(customers.merge(world.tenant, old, kept, identity::Actor::system())));
        QVERIFY(world.erase(kept).has_value());

        world.sql("DELETE FROM erasure_receipts");
        world.sql("INSERT INTO customers (id, verified, created_ms, last_ms) VALUES ('" + old.value +
                  "', 0, 1, 1)");

        QCOMPARE(world.replay(), std::size_t{1});
        QCOMPARE(world.customers(), std::string());
    }

    void anIdFromBeforeAMergerErasesWhoStayed_data() { test::addDatabaseRows(); }
    void anIdFromBeforeAMergerErasesWhoStayed()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const CustomerId old = world.conversation(world.converse()).customer;
        const CustomerId kept = world.conversation(world.converse()).customer;
        desk::Customers customers(world.services);
        test::must(world.run(customers.merge(world.tenant, old, kept, identity::Actor::system())));

        const desk::ErasureReceipt receipt = test::must(world.erase(old));

        QCOMPARE(receipt.removed.at("conversations"), std::int64_t{2});
        QCOMPARE(world.customers(), std::string());
        QCOMPARE(test::must(world.file.read()).size(), std::size_t{2});
        QCOMPARE(test::must(world.erase(kept)).erasedMs, receipt.erasedMs);
    }

    void anErasureThatAMergerOvertookIsNotCarriedOutUnnoted_data() { test::addDatabaseRows(); }
    void anErasureThatAMergerOvertookIsNotCarriedOutUnnoted()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const CustomerId old = world.conversation(world.converse()).customer;
        const CustomerId kept = world.conversation(world.converse()).customer;
        const auto noted = desk::erasureHashes(world.tenant, kept, {});
        desk::Customers customers(world.services);
        test::must(world.run(customers.merge(world.tenant, old, kept, identity::Actor::system())));

        const auto erased = world.write(
            [&](store::Transaction& tx) { return desk::eraseIn(tx, world.tenant, kept, noted, 1); });

        QVERIFY(!erased && erased.error().code == ErrorCode::Conflict);
        QCOMPARE(world.customers(), kept.value + " ");
    }

    void aReplayNotesEveryIdOfWhomItErases_data() { test::addDatabaseRows(); }
    void aReplayNotesEveryIdOfWhomItErases()
    {
        PARLEY_DATABASE(database);
        World world(database);
        const CustomerId old = world.conversation(world.converse()).customer;
        const CustomerId kept = world.conversation(world.converse()).customer;
        desk::Customers customers(world.services);
        test::must(world.run(customers.merge(world.tenant, old, kept, identity::Actor::system())));
        QVERIFY(
            world.file.append({{world.tenant, store::erasureHash(world.tenant, old.value), 5}}).has_value());

        QCOMPARE(world.replay(), std::size_t{1});

        QCOMPARE(test::must(world.file.read()).size(), std::size_t{2});
        QCOMPARE(world.customers(), std::string());
    }

    void whatIsLeftOnTheDiskIsPurgedAfterARestart()
    {
        test::FreshDatabase database("sqlite");
        World world(database);
        const CustomerId id = world.conversation(world.converse()).customer;
        QVERIFY(world.erase(id).has_value());
        const auto pending = [&] {
            return test::must(world.read([](store::ReadTransaction& tx) {
                       return store::ErasureRepository().unpurged(tx);
                   }))
                .size();
        };
        QCOMPARE(pending(), std::size_t{0});
        world.sql("UPDATE erasure_receipts SET purged = 0"); // as a reader, or a crash, would leave it

        test::runCoroutine(world.io, [](World& of) -> boost::asio::awaitable<bool> {
            co_await of.erasure.purgeIfPending(of.tenant);
            co_return true;
        }(world));

        QCOMPARE(pending(), std::size_t{0});
    }

    void endedConversationsGoWhenTheirTimeIsOver_data() { test::addDatabaseRows(); }
    void endedConversationsGoWhenTheirTimeIsOver()
    {
        PARLEY_DATABASE(database);
        World world(database);
        constexpr int kOld = 120; // more than two batches
        for (int i = 0; i < kOld; ++i) {
            world.converse("closed");
        }
        world.sql("UPDATE conversations SET closed_ms = 1000");
        const ConversationId young = world.converse("closed");
        const ConversationId open = world.converse();
        world.sql("UPDATE conversations SET closed_ms = 2000 WHERE status = 'closed' AND closed_ms IS NULL");

        QCOMPARE(test::must(world.run(world.erasure.eraseEnded(world.tenant, 2000))), std::int64_t{kOld});

        QVERIFY(world.conversation(young).status == "closed");
        QVERIFY(world.conversation(open).status == "open");
        QCOMPARE(test::must(world.run(world.erasure.eraseEnded(world.tenant, 2000))), std::int64_t{0});
        QCOMPARE(world.recorder.all.size(), std::size_t{1});
    }
};

PARLEY_TEST("customer_erasure", CustomerErasureTest)
#include "customer_erasure_test.moc"
