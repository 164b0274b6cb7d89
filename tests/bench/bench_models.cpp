// SPDX-License-Identifier: MIT
// How long a token takes from a provider's socket to whoever listens, with many streams at once, through the
// client, the parser and the JSON that the daemon uses, and how long at best: through one thread that reads
// the same sockets and looks for the token. bench_models [STREAMS PER_SECOND SECONDS]
#include "server/llm/provider_client.h"
#include "server/net/curl_http_client.h"
#include "server/runtime/platform/file_limit.h"
#include "tests/bench/child_process.h"
#include "tests/bench/histogram.h"
#include "tests/bench/token_relay.h"
#include "tests/bench/token_server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/resource.h>

#include <charconv>
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

/// Tokens of the beginning, while streams are still being opened, are not counted.
constexpr int kWarmUpSeconds = 5;
/// Streams begun in one step of a hundredth of a second.
constexpr int kBurst = 50;

struct Figures {
    bench::Histogram latency;
    int done = 0;
    int failed = 0;
    Steady::time_point countFrom;
};

void listen(Figures& figures, std::string_view token)
{
    const auto now = Steady::now();
    std::int64_t sent = 0;
    std::from_chars(token.data(), token.data() + token.size(), sent);
    if (now >= figures.countFrom) {
        const auto told =
            std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch()).count();
        figures.latency.record(static_cast<std::uint64_t>(std::max<std::int64_t>(told - sent, 0)));
    }
}

asio::awaitable<void> oneStream(llm::ProviderClient& client, Figures& figures)
{
    std::vector<llm::ChatMessage> messages(1);
    messages[0].text = "Speak.";
    llm::ChatListener listener;
    listener.onText = [&figures](std::string_view token) { listen(figures, token); };
    const runtime::Budget budget = runtime::Budget::of(std::chrono::minutes{5});
    auto reply = co_await client.stream(std::move(messages), llm::ChatOptions(), std::move(listener), budget);
    ++(reply ? figures.done : figures.failed);
}

asio::awaitable<void> openAll(llm::ProviderClient& client, Figures& figures, int streams)
{
    const auto executor = co_await asio::this_coro::executor;
    asio::steady_timer timer(executor);
    for (int i = 0; i < streams; ++i) {
        asio::co_spawn(executor, oneStream(client, figures), asio::detached);
        if (i % kBurst == kBurst - 1) {
            timer.expires_after(std::chrono::milliseconds{10});
            co_await timer.async_wait(asio::use_awaitable);
        }
    }
}

Figures measure(const Load& load, unsigned short port)
{
    net::SystemResolver resolver;
    net::CurlHttpClient http(net::HttpClientOptions(), resolver);
    runtime::WorkerPool workers(runtime::WorkerPoolOptions{});
    llm::ProviderOptions options;
    options.baseUrl = "http://127.0.0.1:" + std::to_string(port) + "/v1";
    options.model = "bench";
    options.retry.attempts = 1;
    llm::ProviderClient client(http, workers, llm::openAiWire(), options);
    Figures figures;
    figures.countFrom = Steady::now() + std::chrono::seconds{kWarmUpSeconds};
    asio::io_context context{1};
    asio::co_spawn(context, openAll(client, figures, load.streams), asio::detached);
    context.run();
    http.close();
    return figures;
}

/// What this process has used of the processors until now.
double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void print(const Load& load, const char* what, const bench::Histogram& latency, const std::string& note)
{
    const auto ms = [](std::uint64_t ns) { return static_cast<double>(ns) / 1e6; };
    std::printf("| %d streams, %d tokens a second each | %s | %llu tokens | p50 %.2f ms | p99 %.2f ms | "
                "p99.9 %.2f ms | latest %.1f ms | %s |\n",
                load.streams,
                load.perSecond,
                what,
                static_cast<unsigned long long>(latency.count()),
                ms(latency.quantile(0.5)),
                ms(latency.quantile(0.99)),
                ms(latency.quantile(0.999)),
                ms(latency.max()),
                note.c_str());
    std::fflush(stdout);
}

void run(const Load& load)
{
    const int tokens = load.perSecond * (load.seconds + kWarmUpSeconds);
    bench::TokenServer server(load.perSecond, tokens);
    const bench::ChildProcess provider = bench::ChildProcess::fork([&] { server.run(); }, {});
    const auto microseconds = [&](double seconds) { return seconds * 1e6 / (1.0 * load.streams * tokens); };
    const auto text = [](double number) {
        char digits[32];
        std::snprintf(digits, sizeof digits, "%.1f", number);
        return std::string(digits);
    };

    double begin = processorSeconds();
    bench::TokenRelay relay(server.port(),
                            load.streams,
                            Steady::now() + std::chrono::seconds{kWarmUpSeconds});
    relay.run();
    const double least = microseconds(processorSeconds() - begin);
    print(load, "bare relay", relay.latency(), text(least) + " us of processor a token");

    begin = processorSeconds();
    const Figures figures = measure(load, server.port());
    const double used = microseconds(processorSeconds() - begin);
    print(load,
          "the client",
          figures.latency,
          text(used) + " us of processor a token, " + text(100 * least / used) + " % of the relay; " +
              std::to_string(figures.done) + " ended well, " + std::to_string(figures.failed) + " did not");
}

} // namespace

int main(int argc, char** argv)
{
    runtime::platform::raiseOpenFileLimit(20'000);
    if (argc == 4) {
        run(Load{std::atoi(argv[1]), std::atoi(argv[2]), std::atoi(argv[3])});
        return 0;
    }
    run(Load{1'000, 10, 10});
    run(Load{10'000, 10, 10});
    return 0;
}
