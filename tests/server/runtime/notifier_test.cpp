// SPDX-License-Identifier: MIT
#include "server/runtime/notifier.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/test_main.h"

#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <thread>

namespace asio = boost::asio;
using namespace parley::server::runtime;
using namespace std::chrono_literals;
using parley::test::runCoroutine;

namespace {

std::chrono::steady_clock::time_point longFromNow()
{
    return std::chrono::steady_clock::now() + 1h;
}

asio::awaitable<int> waitTimes(Notifier& notifier, std::atomic<int>& woken, int times)
{
    int seen = 0;
    for (; seen < times; ++seen) {
        if (!co_await notifier.wait(longFromNow())) {
            break;
        }
        woken = seen + 1;
    }
    co_return seen;
}

asio::awaitable<bool> waitOrTimer(Notifier& notifier, asio::io_context& context)
{
    using namespace asio::experimental::awaitable_operators;
    asio::steady_timer soon(context, 1ms);
    auto race = notifier.wait(longFromNow()) || soon.async_wait(asio::use_awaitable);
    const auto winner = co_await std::move(race);
    co_return winner.index() == 1;
}

} // namespace

class NotifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWakeUpBeforeTheWaitIsNotLost()
    {
        asio::io_context context;
        Notifier notifier(context.get_executor());

        notifier.notify();
        notifier.notify();

        QVERIFY(runCoroutine(context, notifier.wait(longFromNow())));
        const auto passed = std::chrono::steady_clock::now() - 1ms;
        QVERIFY2(!runCoroutine(context, notifier.wait(passed)), "two wake-ups before a wait are one");
    }

    void theTimeEndsTheWait()
    {
        asio::io_context context;
        Notifier notifier(context.get_executor());

        QVERIFY(!runCoroutine(context, notifier.wait(std::chrono::steady_clock::now() + 1ms)));
    }

    void everyWakeUpFromAnotherThreadArrives()
    {
        asio::io_context context;
        Notifier notifier(context.get_executor());
        std::atomic<int> woken{0};
        static constexpr int kTimes = 2000;
        std::thread other([&] {
            for (int i = 0; i < kTimes; ++i) {
                notifier.notify();
                while (woken < i + 1) {
                    std::this_thread::yield();
                }
            }
        });

        const int seen = runCoroutine(context, waitTimes(notifier, woken, kTimes));
        other.join();

        QCOMPARE(seen, kTimes);
    }

    void aCancelledWaitEnds()
    {
        asio::io_context context;
        Notifier notifier(context.get_executor());

        QVERIFY(runCoroutine(context, waitOrTimer(notifier, context)));
    }

    void aWakeUpMayOutliveItsNotifier()
    {
        asio::io_context context;
        auto notifier = std::make_unique<Notifier>(context.get_executor());

        notifier->notify();
        notifier.reset();

        QCOMPARE(context.run(), std::size_t{1});
    }
};

PARLEY_TEST("notifier", NotifierTest)
#include "notifier_test.moc"
