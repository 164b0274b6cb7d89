// SPDX-License-Identifier: MIT
#include "tests/bench/measurements.h"

#include <poll.h>

#include <algorithm>
#include <stdexcept>

namespace parley::bench {

namespace {

constexpr std::size_t kOperators = 200;
constexpr std::size_t kMostAccepts = 500;
constexpr int kFanOutRounds = 20;
constexpr int kSettleMs = 2000;
constexpr std::chrono::milliseconds kAcceptAim{20};

/// A chat that waits for a person.
struct WaitingChat {
    Session session;
    std::string ticket;
};

std::string linkRequest(const std::string& token)
{
    Headers headers = bearer(token);
    headers["Connection"] = "Upgrade";
    headers["Upgrade"] = "websocket";
    headers["Sec-WebSocket-Version"] = "13";
    headers["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==";
    std::string request;
    writeRequest(request, "GET", "/ws", headers, {});
    return request;
}

/// One masked text frame; a mask of zeros leaves the text as it is. @source RFC 6455, 5.2
std::string textFrame(const std::string& text)
{
    std::string frame{'\x81'};
    frame.push_back(static_cast<char>(0x80U | text.size()));
    frame.append(4, '\0');
    return frame + text;
}

std::vector<WaitingChat> makeChats(const Desk& desk, const std::string& publicKey, std::size_t count)
{
    std::vector<WaitingChat> chats;
    for (std::size_t i = 0; i < count; ++i) {
        WaitingChat chat{desk.openSession(publicKey), {}};
        const nlohmann::json body{{"session_id", chat.session.id}};
        const auto made = desk.client().json("POST", "/chat/escalate", bearer(chat.session.token), body);
        chat.ticket = made.at("ticket").at("id").get<std::string>();
        chats.push_back(std::move(chat));
    }
    return chats;
}

void mustBeOpen(const StreamFleet& fleet, std::size_t wanted)
{
    if (fleet.opened().streams != wanted) {
        throw std::runtime_error("only " + std::to_string(fleet.opened().streams) + " of " +
                                 std::to_string(wanted) + " links were opened");
    }
}

void measureAccepts(Bench& bench, const Desk& desk, const std::string& publicKey)
{
    const std::size_t count = bench.options.chats;
    const std::vector<WaitingChat> chats = makeChats(desk, publicKey, count);
    std::vector<std::string> requests;
    for (const WaitingChat& chat : chats) {
        requests.push_back(linkRequest(chat.session.token));
    }
    const std::string token = desk.signInDemo();
    StreamFleet customers(bench.daemon.endpoint(), std::move(requests), bench.options.clientCpus);
    StreamFleet operators(bench.daemon.endpoint(),
                          std::vector<std::string>(kOperators, linkRequest(token)),
                          bench.options.clientCpus,
                          textFrame(R"({"type":"subscribe","topics":["queue"]})"));
    mustBeOpen(customers, count);
    mustBeOpen(operators, kOperators);
    ::poll(nullptr, 0, kSettleMs);

    Histogram times;
    std::size_t missed = 0;
    const std::size_t accepts = std::min(count, kMostAccepts);
    for (std::size_t i = 0; i < accepts; ++i) {
        const WaitingChat& chat = chats[i * (count / accepts)];
        customers.expect(chat.session.id, 1);
        operators.expect(chat.session.id);
        const std::chrono::nanoseconds begin = std::chrono::steady_clock::now().time_since_epoch();
        desk.client().json("POST", "/escalations/" + chat.ticket + "/accept", bearer(token));
        const FanOut near = customers.collect();
        const FanOut far = operators.collect();
        missed += near.reached == 1 && far.reached == kOperators ? 0 : 1;
        times.record(static_cast<std::uint64_t>((std::max(near.last, far.last) - begin).count()));
    }
    Row row;
    row.what = "accept until the customer and all of 200 operators have it, beside " +
               grouped(static_cast<double>(count)) + " open chats";
    row.value = duration(times.quantile(0.99));
    row.ceiling = "aim: 20 ms or less, p99";
    row.share = std::chrono::duration<double>(kAcceptAim) /
                std::chrono::duration<double>(std::chrono::nanoseconds(
                    static_cast<std::int64_t>(std::max<std::uint64_t>(times.quantile(0.99), 1))));
    row.p50 = duration(times.quantile(0.5));
    row.p99 = row.value;
    row.note = std::to_string(accepts) + " accepts" +
               (missed > 0 ? ", " + std::to_string(missed) + " not seen by all" : "");
    bench.report.add(std::move(row));
}

void measureLinks(Bench& bench, const Desk& desk, const std::string& publicKey)
{
    const std::chrono::nanoseconds ceiling = bench.ceilings.fanOut();
    const std::vector<WaitingChat> crowd = makeChats(desk, publicKey, 1);
    const Session& session = crowd.front().session;
    const std::size_t count = bench.options.streams;
    StreamFleet fleet(bench.daemon.endpoint(),
                      std::vector<std::string>(count, linkRequest(session.token)),
                      bench.options.clientCpus);
    mustBeOpen(fleet, count);
    ::poll(nullptr, 0, kSettleMs);
    const FanOutTimes times = measureFanOut(fleet, kFanOutRounds, [&](const std::string& marker) {
        desk.client().json("POST", "/chat/message", bearer(session.token), {{"text", marker}});
    });
    const auto toLast = std::chrono::nanoseconds(static_cast<std::int64_t>(times.toLast.quantile(0.5)));
    Row row;
    row.what = "one message to " + grouped(static_cast<double>(count)) +
               " live links of its conversation, from POST until the last has it";
    row.value = duration(toLast);
    row.ceiling = duration(ceiling) + " bare sockets";
    row.share = toLast.count() > 0
                    ? std::chrono::duration<double>(ceiling) / std::chrono::duration<double>(toLast)
                    : 0;
    row.p50 = row.value;
    row.p99 = duration(times.toLast.quantile(0.99));
    row.note = "reached " + std::to_string(times.reached) + " of " + std::to_string(count);
    bench.report.add(std::move(row));
}

} // namespace

void measureDesk(Bench& bench)
{
    const Desk desk(bench.daemon);
    const std::string publicKey = desk.demoTenant(1).publicKey;
    measureAccepts(bench, desk, publicKey);
    measureLinks(bench, desk, publicKey);
}

} // namespace parley::bench
