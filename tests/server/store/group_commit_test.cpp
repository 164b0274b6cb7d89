// SPDX-License-Identifier: MIT
#include "tests/support/databases.h"
#include "tests/support/test_main.h"

#include <future>
#include <mutex>
#include <stdexcept>

using namespace parley;
using namespace parley::server::store;

namespace {

Result<void> insert(Transaction& tx, const std::string& id)
{
    auto changed =
        tx.execute("INSERT INTO tenant_state (id, config_version, index_version) VALUES ($1, 1, 1)", {id});
    return changed ? Result<void>() : fail(changed.error());
}

std::int64_t countRows(Database& database, const TenantId& tenant)
{
    auto job = [](ReadTransaction& tx) { return tx.query("SELECT count(*) FROM tenant_state"); };
    const auto rows = database.readNow(Scope::of(tenant), job);
    return rows ? rows->front().integer(0) : -1;
}

/// Holds the writer inside a job, so that what is submitted meanwhile waits together.
class HeldWriter {
public:
    HeldWriter(Database& database, const TenantId& tenant)
    {
        auto job = [entered = &m_entered, open = m_gate.get_future().share()](Transaction& tx) {
            entered->set_value();
            open.wait();
            return insert(tx, "held");
        };
        database.submitWrite(Scope::of(tenant), job, [this](Result<void>) { m_done.set_value(); });
        m_entered.get_future().wait();
    }
    void release() { m_gate.set_value(); }
    void wait() { m_done.get_future().wait(); }

private:
    std::promise<void> m_entered;
    std::promise<void> m_gate;
    std::promise<void> m_done;
};

StoreOptions oneWriter()
{
    StoreOptions options;
    options.writers = 1;
    return options;
}

} // namespace

class GroupCommitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void waitingWritesShareOneCommit()
    {
        test::FreshDatabase database("sqlite", oneWriter());
        HeldWriter writer(*database, database.first);
        std::atomic<int> succeeded{0};
        for (int i = 0; i < 100; ++i) {
            auto job = [i](Transaction& tx) { return insert(tx, std::to_string(i)); };
            database->submitWrite(Scope::of(database.first), job, [&](Result<void> o) {
                succeeded += o ? 1 : 0;
            });
        }

        writer.release();
        database->close();

        QCOMPARE(succeeded.load(), 100);
        QCOMPARE(database->statistics().transactions, std::uint64_t{101});
        QCOMPARE(database->statistics().commits, std::uint64_t{2});
    }

    void oneCommitHoldsSoManyWritesAndNoMore_data()
    {
        QTest::addColumn<int>("writes");
        QTest::addColumn<quint64>("commits");
        QTest::newRow("just below") << 255 << quint64{2};
        QTest::newRow("exactly") << 256 << quint64{2};
        QTest::newRow("just above") << 257 << quint64{3};
    }
    void oneCommitHoldsSoManyWritesAndNoMore()
    {
        QFETCH(int, writes);
        QFETCH(quint64, commits);
        test::FreshDatabase database("sqlite", oneWriter());
        HeldWriter writer(*database, database.first);
        for (int i = 0; i < writes; ++i) {
            auto job = [i](Transaction& tx) { return insert(tx, std::to_string(i)); };
            database->submitWrite(Scope::of(database.first), job, [](Result<void>) {});
        }

        writer.release();
        database->close();

        QCOMPARE(quint64{database->statistics().commits}, commits);
    }

    void aFailingWriteFailsAlone_data()
    {
        QTest::addColumn<bool>("throws");
        QTest::newRow("conflict") << false;
        QTest::newRow("exception") << true;
    }
    void aFailingWriteFailsAlone()
    {
        QFETCH(bool, throws);
        test::FreshDatabase database("sqlite", oneWriter());
        HeldWriter writer(*database, database.first);
        std::vector<int> failed;
        for (int i = 0; i < 20; ++i) {
            auto job = [i, throws](Transaction& tx) -> Result<void> {
                if (auto done = insert(tx, std::to_string(i)); !done || i != 7) {
                    return done;
                }
                if (throws) {
                    throw std::runtime_error("a mistake");
                }
                return insert(tx, "3");
            };
            database->submitWrite(Scope::of(database.first), job, [&failed, i](Result<void> outcome) {
                if (!outcome) {
                    failed.push_back(i);
                }
            });
        }

        writer.release();
        database->close();
        database.reopen();

        QCOMPARE(failed, std::vector<int>{7});
        QCOMPARE(countRows(*database, database.first), std::int64_t{20});
    }

    void writesAreAcknowledgedAfterTheirCommit_data() { test::addDatabaseRows(); }
    void writesAreAcknowledgedAfterTheirCommit()
    {
        PARLEY_DATABASE(database, oneWriter());
        std::int64_t inside = -1;
        std::int64_t inAction = -1;
        std::int64_t acknowledged = -1;
        auto job = [&](Transaction& tx) {
            tx.afterCommit([&] { inAction = countRows(*database, database.first); });
            auto done = insert(tx, "a");
            inside = countRows(*database, database.first);
            return done;
        };
        std::promise<void> finished;

        database->submitWrite(Scope::of(database.first), job, [&](Result<void>) {
            acknowledged = countRows(*database, database.first);
            finished.set_value();
        });
        finished.get_future().wait();

        QCOMPARE(inside, std::int64_t{0});
        QCOMPARE(inAction, std::int64_t{1});
        QCOMPARE(acknowledged, std::int64_t{1});
    }

    void actionsOfACommitRunInOrderBeforeItsAcknowledgements()
    {
        test::FreshDatabase database("sqlite", oneWriter());
        HeldWriter writer(*database, database.first);
        std::vector<std::string> order;
        for (const std::string id : {"a", "b"}) {
            auto job = [&order, id](Transaction& tx) {
                tx.afterCommit([&order, id] { order.push_back(id + "1"); });
                tx.afterCommit([] { throw std::runtime_error("nobody's business"); });
                tx.afterCommit([&order, id] { order.push_back(id + "2"); });
                return insert(tx, id);
            };
            database->submitWrite(Scope::of(database.first), job, [&order, id](Result<void>) {
                order.push_back(id + " done");
            });
        }

        writer.release();
        database->close();

        const std::vector<std::string> expected{"a1", "a2", "b1", "b2", "a done", "b done"};
        QCOMPARE(order, expected);
    }

    void aBusyTenantDoesNotKeepAnotherWaiting()
    {
        test::FreshDatabase database("sqlite", oneWriter());
        HeldWriter writer(*database, database.first);
        int busyDone = 0;
        int busyDoneBeforeQuiet = -1;
        for (int i = 0; i < 2000; ++i) {
            auto job = [i](Transaction& tx) { return insert(tx, std::to_string(i)); };
            database->submitWrite(Scope::of(database.first), job, [&](Result<void>) { ++busyDone; });
        }
        auto quiet = [](Transaction& tx) { return insert(tx, "quiet"); };
        database->submitWrite(Scope::of(database.second), quiet, [&](Result<void>) {
            busyDoneBeforeQuiet = busyDone;
        });

        writer.release();
        database->close();

        QCOMPARE(busyDone, 2000);
        QVERIFY(busyDoneBeforeQuiet <= 256);
    }
};

PARLEY_TEST("group_commit", GroupCommitTest)
#include "group_commit_test.moc"
