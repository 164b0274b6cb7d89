// SPDX-License-Identifier: MIT
#include "server/runtime/task_scope.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/test_main.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace asio = boost::asio;
using namespace parley::server::runtime;
using namespace std::chrono_literals;
using parley::test::runCoroutine;

namespace {

asio::awaitable<void> sleepLong(int& ended)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, 1h);
    try {
        co_await timer.async_wait(asio::use_awaitable);
    } catch (...) {
        ++ended;
        throw;
    }
}

asio::awaitable<void> addOne(int& count)
{
    ++count;
    co_return;
}

asio::awaitable<void> explode()
{
    throw std::runtime_error("boom");
    co_return;
}

} // namespace

class TaskScopeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_reports.clear(); }

    void tasksAreCancelledAndAwaited()
    {
        asio::io_context context;
        TaskScope scope(context.get_executor(), report());
        int ended = 0;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(scope.spawn("sleeper", sleepLong(ended)));
        }
        QCOMPARE(scope.count(), std::size_t{100});
        context.poll();

        runCoroutine(context, scope.cancelAndWait());

        QCOMPARE(ended, 100);
        QCOMPARE(scope.count(), std::size_t{0});
        QVERIFY2(m_reports.empty(), "being cancelled is no failure");
    }

    void aClosedScopeTakesNothing()
    {
        asio::io_context context;
        TaskScope scope(context.get_executor(), report());
        runCoroutine(context, scope.cancelAndWait());
        int count = 0;

        QVERIFY(!scope.spawn("late", addOne(count)));
        runCoroutine(context, scope.cancelAndWait());

        QCOMPARE(count, 0);
    }

    void aTaskOnItsWayWhenTheScopeClosesIsDropped()
    {
        asio::io_context context;
        TaskScope scope(context.get_executor(), report());
        int count = 0;
        scope.spawn("queued", addOne(count)); // not on the executor's thread, so it is queued
        auto closing = scope.cancelAndWait();

        runCoroutine(context, std::move(closing));

        QCOMPARE(scope.count(), std::size_t{0});
    }

    void exceptionsAreReportedWithTheTasksName()
    {
        asio::io_context context;
        TaskScope scope(context.get_executor(), report());
        scope.spawn("mailer", explode());

        runCoroutine(context, scope.waitIdle());

        QCOMPARE(m_reports.size(), std::size_t{1});
        QCOMPARE(m_reports.front(), std::string("mailer: boom"));
    }

    void otherThreadsMaySpawn()
    {
        asio::io_context context;
        TaskScope scope(context.get_executor(), report());
        int count = 0; // only the executor's thread touches it
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 250; ++i) {
                    scope.spawn("counter", addOne(count));
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }

        runCoroutine(context, scope.waitIdle());

        QCOMPARE(count, 1000);
    }

    void aScopeThatGoesTooEarlyIsReported()
    {
        asio::io_context context;
        int ended = 0;
        {
            TaskScope scope(context.get_executor(), report());
            scope.spawn("orphan", sleepLong(ended));
        }

        QCOMPARE(m_reports.size(), std::size_t{1});
        QVERIFY(m_reports.front().starts_with("task scope: 1 "));
    }

private:
    TaskFailure report()
    {
        return [this](std::string_view task, std::string_view what) {
            m_reports.push_back(std::string(task) + ": " + std::string(what));
        };
    }

    std::vector<std::string> m_reports;
};

PARLEY_TEST("task_scope", TaskScopeTest)
#include "task_scope_test.moc"
