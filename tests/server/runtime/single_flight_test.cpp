// SPDX-License-Identifier: MIT
#include "server/runtime/single_flight.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/must.h"
#include "tests/support/test_main.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;
using namespace parley;
using namespace parley::server::runtime;

namespace {

/// Does the work if it is still to be done, as callers of SingleFlight do.
asio::awaitable<void> ensure(SingleFlight& flight, bool& isDone, int& times, bool fails)
{
    while (!isDone) {
        auto pass = co_await flight.enter(Budget());
        if (!test::must(pass)) {
            continue;
        }
        ++times;
        for (int i = 0; i < 10; ++i) {
            co_await asio::post(asio::use_awaitable);
        }
        isDone = !fails || times > 1;
    }
}

} // namespace

class SingleFlightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tenWhoWantItCauseOnePieceOfWork()
    {
        asio::io_context context;
        SingleFlight flight;
        bool isDone = false;
        int times = 0;
        for (int i = 0; i < 10; ++i) {
            asio::co_spawn(context, ensure(flight, isDone, times, false), asio::detached);
        }
        context.run();
        QVERIFY(isDone);
        QCOMPARE(times, 1);
    }

    void afterAFailureTheNextOneTries()
    {
        asio::io_context context;
        SingleFlight flight;
        bool isDone = false;
        int times = 0;
        for (int i = 0; i < 3; ++i) {
            asio::co_spawn(context, ensure(flight, isDone, times, true), asio::detached);
        }
        context.run();
        QVERIFY(isDone);
        QCOMPARE(times, 2);
    }

    void whoWaitsTooLongIsTold()
    {
        asio::io_context context;
        SingleFlight flight;
        auto work = [&]() -> asio::awaitable<Result<void>> {
            const auto mine = test::must(co_await flight.enter(Budget()));
            auto other = co_await flight.enter(Budget::of(std::chrono::milliseconds(1)));
            co_return mine && !other ? Result<void>(fail(std::move(other).error())) : Result<void>();
        };
        QVERIFY(test::runCoroutine(context, work()).error().code == ErrorCode::Timeout);
    }
};

PARLEY_TEST("single_flight", SingleFlightTest)
#include "single_flight_test.moc"
