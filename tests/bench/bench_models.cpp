// SPDX-License-Identifier: MIT
// How long a token takes from a provider's socket to whoever listens, with many streams at once, through the
// client, the parser and the JSON that the daemon uses, and how long at best: through one thread that reads
// the same sockets and looks for the token. And who used the processors meanwhile.
// bench_models [STREAMS PER_SECOND SECONDS [alone]], "alone" without the bare thread
#include "server/llm/provider_client.h"
#include "server/net/curl_http_client.h"
#include "server/runtime/platform/file_limit.h"
#include "tests/bench/child_process.h"
#include "tests/bench/processor_watch.h"
#include "tests/bench/token_arrivals.h"
#include "tests/bench/token_relay.h"
#include "tests/bench/token_server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace parley;
using namespace parley::server;

namespace {

namespace asio = boost::asio;
using Steady = std::chrono::steady_clock;

struct Load {
    int streams = 0;
    int perSecond = 10;
    int seconds = 10;
};

/// Until then all streams have begun.
constexpr int kBeginSeconds = 6;
/// What the last token counted is before the first stream's end.
constexpr int kMarginSeconds = 1;
/// Streams begun in one step of a hundredth of a second.
constexpr int kBurst = 50;

struct Figures {
    bench::TokenArrivals arrivals;
    Steady::time_point allSpeak; ///< when the last stream said its first token
    int done = 0;
    int failed = 0;
};

bench::TokenArrivals arrivalsFor(const Load& load)
{
    const auto from = Steady::now() + std::chrono::seconds{kBeginSeconds};
    return bench::TokenArrivals(from, from + std::chrono::seconds{load.seconds});
}

asio::awaitable<void> oneStream(llm::ProviderClient& client, Figures& figures)
{
    std::vector<llm::ChatMessage> messages(1);
    messages[0].text = "Speak.";
    llm::ChatListener listener;
    bool speaks = false;
    listener.onText = [&figures, &speaks](std::string_view token) {
        const auto now = Steady::now();
        figures.arrivals.take(token, now);
        if (!speaks) {
            speaks = true;
            figures.allSpeak = now;
        }
    };
    const runtime::Budget budget = runtime::Budget::of(std::chrono::minutes{5});
    auto reply = co_await client.stream(std::move(messages), llm::ChatOptions(), std::move(listener), budget);
    ++(reply ? figures.done : figures.failed);
}

asio::awaitable<void> openAll(llm::ProviderClient& client, Figures& figures, int streams)
{
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor);
    auto next = Steady::now();
    for (int i = 0; i < streams; ++i) {
        asio::co_spawn(executor, oneStream(client, figures), asio::detached);
        if (i % kBurst == kBurst - 1) {
            next += std::chrono::milliseconds{10};
            timer.expires_at(next);
            co_await timer.async_wait(asio::use_awaitable);
        }
    }
}

void speak(const Load& load, unsigned short port, Figures& figures)
{
    net::SystemResolver resolver;
    net::CurlHttpClient http(net::HttpClientOptions(), resolver);
    runtime::WorkerPool workers(runtime::WorkerPoolOptions{});
    llm::ProviderOptions options;
    options.baseUrl = "http://127.0.0.1:" + std::to_string(port) + "/v1";
    options.model = "bench";
    options.retry.attempts = 1;
    llm::ProviderClient client(http, workers, llm::openAiWire(), options);
    asio::io_context context{1};
    asio::co_spawn(context, openAll(client, figures, load.streams), asio::detached);
    context.run();
    http.close();
}

void print(const char* when, const bench::TokenArrivals::Phase& phase)
{
    const auto ms = [](std::uint64_t ns) { return static_cast<double>(ns) / 1e6; };
    const bench::Histogram& sent = phase.sinceSent;
    std::printf(
        "  %-20s %8llu tokens | p50 %.2f ms | p99 %.2f ms | p99.9 %.2f ms | latest %.1f ms | since due: p99 "
        "%.2f ms | latest %.1f ms\n",
        when,
        static_cast<unsigned long long>(sent.count()),
        ms(sent.quantile(0.5)),
        ms(sent.quantile(0.99)),
        ms(sent.quantile(0.999)),
        ms(sent.max()),
        ms(phase.sinceDue.quantile(0.99)),
        ms(phase.sinceDue.max()));
}

/// @return microseconds of processor a token here, while all streams speak
double print(const Load& load,
             const char* what,
             const bench::TokenArrivals& arrivals,
             const bench::ProcessorWatch::Shares& shares)
{
    const double tokens = std::max(1.0, static_cast<double>(arrivals.speaking().sinceSent.count()));
    const double perToken = shares.here * load.seconds * 1e6 / tokens;
    std::printf("%d streams, %d tokens a second each, %s\n", load.streams, load.perSecond, what);
    print("while streams begin", arrivals.beginning());
    print("while all speak", arrivals.speaking());
    print("while streams end", arrivals.ending());
    std::printf("  processors: here %.2f (its main thread %.2f), provider %.2f, others %.2f; %.1f us a token "
                "here, %.1f us at the provider\n",
                shares.here,
                shares.mainThread,
                shares.other,
                std::max(0.0, shares.machine - shares.here - shares.other),
                perToken,
                shares.other * load.seconds * 1e6 / tokens);
    return perToken;
}

void run(const Load& load, bool withRelay = true)
{
    const int tokens = load.perSecond * (load.seconds + kBeginSeconds + kMarginSeconds);
    bench::TokenServer server(load.perSecond, tokens);
    const bench::ChildProcess provider = bench::ChildProcess::fork([&] { server.run(); }, {});

    double least = 0;
    if (withRelay) {
        bench::TokenArrivals arrivals = arrivalsFor(load);
        bench::ProcessorWatch watch(provider.pid(), arrivals.from(), arrivals.to());
        bench::TokenRelay(server.port(), load.streams, arrivals).run();
        least = print(load, "bare relay", arrivals, watch.shares());
    }
    Figures figures{arrivalsFor(load), {}, 0, 0};
    bench::ProcessorWatch watch(provider.pid(), figures.arrivals.from(), figures.arrivals.to());
    const auto begun = Steady::now();
    speak(load, server.port(), figures);
    const double used = print(load, "the client", figures.arrivals, watch.shares());
    std::printf(
        "  the relay takes %.0f %% of the client's time; the last of them began to speak after %.1f s; "
        "%d ended well, %d did not\n",
        100 * least / used,
        std::chrono::duration<double>(figures.allSpeak - begun).count(),
        figures.done,
        figures.failed);
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    runtime::platform::raiseOpenFileLimit(20'000);
    if (argc >= 4) {
        run(Load{std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3])}, argc == 4);
        return 0;
    }
    run(Load{1'000, 10, 10});
    run(Load{10'000, 10, 10});
    return 0;
}
