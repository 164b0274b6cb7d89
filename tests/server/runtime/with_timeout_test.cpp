// SPDX-License-Identifier: MIT
#include "server/runtime/with_timeout.h"
#include "tests/server/runtime/run_coroutine.h"
#include "tests/support/test_main.h"

#include <stdexcept>
#include <string>

namespace asio = boost::asio;
using namespace parley;
using namespace parley::server::runtime;
using namespace std::chrono_literals;
using parley::test::runCoroutine;

namespace {

asio::awaitable<Result<std::string>> answer()
{
    co_return std::string("42");
}

asio::awaitable<Result<std::string>> refuse()
{
    co_return fail(ErrorCode::Conflict, "no");
}

asio::awaitable<Result<std::string>> explode()
{
    throw std::runtime_error("boom");
    co_return std::string();
}

asio::awaitable<Result<std::string>> sleepLong(bool& wasAwaited)
{
    asio::steady_timer timer(co_await asio::this_coro::executor, 1h);
    try {
        co_await timer.async_wait(asio::use_awaitable);
    } catch (...) {
        wasAwaited = true;
        throw;
    }
    co_return std::string("too late");
}

asio::awaitable<Result<std::string>> mark(bool& begun)
{
    begun = true;
    co_return std::string();
}

} // namespace

class WithTimeoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void workInTimeGivesItsResult()
    {
        asio::io_context context;

        QCOMPARE(runCoroutine(context, withTimeout(answer(), 1h)).value(), std::string("42"));
        QVERIFY(runCoroutine(context, withTimeout(refuse(), 1h)).error().code == ErrorCode::Conflict);
    }

    void anExceptionIsReportedAtOnce()
    {
        asio::io_context context;

        const auto result = runCoroutine(context, withTimeout(explode(), 1h));

        QVERIFY(!result);
        QVERIFY(result.error().code == ErrorCode::Internal);
        QCOMPARE(result.error().detail, std::string("boom"));
        QVERIFY2(result.error().message.find("boom") == std::string::npos, "what() is for the log alone");
    }

    void lateWorkIsCancelledAndAwaited()
    {
        asio::io_context context;
        bool wasAwaited = false;

        const auto result = runCoroutine(context, withTimeout(sleepLong(wasAwaited), 1ms));

        QVERIFY(result.error().code == ErrorCode::Timeout);
        QVERIFY(wasAwaited);
    }

    void withoutTimeWorkIsNotBegun()
    {
        asio::io_context context;
        bool begun = false;

        const auto result = runCoroutine(context, withTimeout(mark(begun), Budget{{}}));

        QVERIFY(result.error().code == ErrorCode::Timeout);
        QVERIFY(!begun);
    }

    void theInnerLimitOfTwoWins()
    {
        asio::io_context context;
        bool wasAwaited = false;

        auto inner = withTimeout(sleepLong(wasAwaited), 1ms);
        const auto result = runCoroutine(context, withTimeout(std::move(inner), 1h));

        QVERIFY(result.error().code == ErrorCode::Timeout);
    }
};

PARLEY_TEST("with_timeout", WithTimeoutTest)
#include "with_timeout_test.moc"
