// SPDX-License-Identifier: MIT
#include "tests/bench/api_client.h"
#include "tests/bench/ceilings.h"
#include "tests/bench/load.h"
#include "tests/support/test_main.h"

#include <chrono>
#include <functional>
#include <string>

using namespace parley::bench;
using namespace std::chrono_literals;

namespace {

std::string get(const std::string& target)
{
    std::string request;
    writeRequest(request, "GET", target, {}, {});
    return request;
}

/// @param target  of the n-th request
LoadPlan planFor(const BareServer& server, std::function<std::string(std::uint64_t)> target)
{
    LoadPlan plan;
    plan.endpoint = server.endpoint();
    plan.warmUp = 0ms;
    plan.duration = 300ms;
    plan.write = [target = std::move(target)](std::size_t, std::uint64_t sequence, std::string& out) {
        out = get(target(sequence));
    };
    return plan;
}

} // namespace

class LoadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClosedLoopRecordsEveryAnswer()
    {
        const BareServer server({});
        LoadPlan plan = planFor(server, [](std::uint64_t) { return "/"; });
        plan.connections = 8;

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.failures(), std::uint64_t{0});
        QVERIFY(result.answered > 0);
        // The last ones under way come after the end.
        QVERIFY(result.latency.count() >= result.answered);
        QVERIFY(result.latency.count() <= result.answered + plan.connections);
    }

    void anOpenLoopSendsAsManyAsItWasAskedFor()
    {
        const BareServer server({});
        LoadPlan plan = planFor(server, [](std::uint64_t) { return "/"; });
        plan.connections = 4;
        plan.rate = 500;

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.failures(), std::uint64_t{0});
        QCOMPARE(result.latency.count(), std::uint64_t{150});
    }

    void aStallIsChargedToEveryRequestThatWasDueDuringIt()
    {
        const BareServer server({});
        LoadPlan plan =
            planFor(server, [](std::uint64_t sequence) { return sequence == 50 ? "/stall/200" : "/"; });
        plan.connections = 4;
        plan.rate = 1000;

        const LoadResult result = runLoad(plan);

        // 200 requests were due while the server slept, 150 of them 50 ms or more before it woke. A generator
        // that waits for the server would have seen four slow ones.
        QCOMPARE(result.latency.count(), std::uint64_t{300});
        QVERIFY(result.latency.quantile(0.55) >= 50'000'000);
        QVERIFY(result.latency.max() >= 195'000'000);
    }

    void refusalsAreNotAnswers()
    {
        const BareServer server({});
        LoadPlan plan =
            planFor(server, [](std::uint64_t sequence) { return sequence % 2 == 0 ? "/refuse" : "/"; });
        plan.rate = 100;

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.refused, std::uint64_t{15});
        QCOMPARE(result.latency.count(), std::uint64_t{30});
        QVERIFY(result.answered <= 15);
        QCOMPARE(result.firstRefusal, std::string("503 {}"));
    }

    void aBodyThatIsNotTheWantedOneIsARefusal()
    {
        const BareServer server({});
        LoadPlan plan = planFor(server, [](std::uint64_t) { return "/"; });
        plan.rate = 100;
        plan.accept = [](int status, std::string_view body) {
            return status == 200 && body.find("\"kind\":\"answer\"") != std::string_view::npos;
        };

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.answered, std::uint64_t{0});
        QCOMPARE(result.refused, std::uint64_t{30});
    }

    void aLostConnectionIsCountedAndReplaced()
    {
        const BareServer server({});
        LoadPlan plan =
            planFor(server, [](std::uint64_t sequence) { return sequence == 3 ? "/hang-up" : "/"; });
        plan.rate = 100;

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.broken, std::uint64_t{1});
        QCOMPARE(result.latency.count(), std::uint64_t{29});
    }

    void whatIsNeverAnsweredIsCounted()
    {
        const BareServer server({});
        LoadPlan plan = planFor(server, [](std::uint64_t) { return "/stall/5000"; });
        plan.rate = 100;
        plan.grace = 50ms;

        const LoadResult result = runLoad(plan);

        QCOMPARE(result.answered, std::uint64_t{0});
        QCOMPARE(result.unanswered, std::uint64_t{30});
        QCOMPARE(result.latency.count(), std::uint64_t{30});
        QVERIFY(result.latency.max() >= 300'000'000);
    }

    void aPublishedEventIsTimedOnEveryStream()
    {
        const BareServer server({});
        StreamFleet fleet(server.endpoint(), std::vector<std::string>(300, get("/stream")), {});
        const ApiClient client(server.endpoint());

        const FanOutTimes times = measureFanOut(fleet, 3, [&](const std::string& marker) {
            client.call("GET", "/publish/" + marker);
        });

        QCOMPARE(fleet.opened().streams, std::size_t{300});
        QCOMPARE(times.reached, std::size_t{300});
        QCOMPARE(times.toLast.count(), std::uint64_t{3});
        QVERIFY(times.toMedian.max() <= times.toLast.max());
    }

    void aStreamThatIsRefusedIsNotOpen()
    {
        const BareServer server({});

        const StreamFleet fleet(server.endpoint(), {get("/stream"), get("/refuse"), get("/hang-up")}, {});

        QCOMPARE(fleet.opened().streams, std::size_t{1});
        QCOMPARE(fleet.opened().refused, std::size_t{2});
    }
};

PARLEY_TEST("load", LoadTest)
#include "load_test.moc"
