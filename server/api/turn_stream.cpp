// SPDX-License-Identifier: MIT
#include "server/api/turn_stream.h"

#include "server/runtime/notifier.h"

#include <boost/asio/this_coro.hpp>
#include <nlohmann/json.hpp>

#include <deque>
#include <memory>
#include <optional>

namespace parley::server::api {

namespace {

namespace asio = boost::asio;

struct Piece {
    std::string event;
    std::string data;
};

/// Collects what the turn tells until the stream has written it. Turn and stream live on one thread.
class StreamSink final : public pipeline::TurnSink {
public:
    explicit StreamSink(asio::any_io_executor executor) : notifier(std::move(executor)) {}

    void onNode(std::string_view name) override { put("status", {{"node", name}}); }
    void onToken(std::string_view text) override { put("token", {{"text", text}}); }
    void onReset() override { put("reset", nlohmann::json::object()); }
    void onEnded(const Result<proto::Turn>& ended) override
    {
        outcome = ended;
        notifier.notify();
    }

    void put(std::string event, const nlohmann::json& data)
    {
        pieces.push_back(
            Piece{std::move(event), data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)});
        notifier.notify();
    }

    std::deque<Piece> pieces;
    std::optional<Result<proto::Turn>> outcome;
    runtime::Notifier notifier;
};

std::string_view endEvent(const proto::Turn& turn)
{
    if (!turn.reply) {
        return "held";
    }
    return turn.reply->kind == "bridge" ? "bridge" : "reply";
}

std::string problemText(const Error& error, const std::string& requestId)
{
    return edge::Response::problem(error, requestId).body;
}

/// @param isTold  the tokens of this outcome have been sent already
asio::awaitable<void>
sendEnd(edge::EventStream& stream, const Result<proto::Turn>& outcome, const StreamedTurn& turn, bool isTold)
{
    if (!outcome) {
        if (isTold) {
            co_await stream.send("reset", "{}");
        }
        const std::string problem = problemText(outcome.error(), turn.requestId);
        co_await stream.send("error", problem);
    } else {
        const std::string_view event = endEvent(*outcome);
        if (event == "reply" && !isTold) {
            const std::string token = nlohmann::json({{"text", outcome->reply->text}}).dump();
            co_await stream.send("token", token);
        } else if (event != "reply" && isTold) {
            co_await stream.send("reset", "{}");
        }
        const std::string data = proto::turnJson(*outcome, turn.audience).dump();
        co_await stream.send(event, data);
    }
    co_await stream.send("done", "{}");
}

/// Writes what has been told so far. @return false when the client has gone
asio::awaitable<bool> sendPieces(edge::EventStream& stream, StreamSink& sink, bool& isTold)
{
    while (!sink.pieces.empty()) {
        const Piece piece = std::move(sink.pieces.front());
        sink.pieces.pop_front();
        if (piece.event == "token") {
            isTold = true;
        } else if (piece.event == "reset") {
            isTold = false;
        }
        const bool sent = co_await stream.send(piece.event, piece.data);
        if (!sent) {
            co_return false;
        }
    }
    co_return true;
}

/// Nothing is registered for the stream's closing: a daemon that drains lets the turn and its stream end, and
/// a client that has left is noticed at the next piece.
asio::awaitable<void> streamFresh(edge::EventStream& stream, StreamSink& sink, const StreamedTurn& turn)
{
    bool isTold = false;
    while (stream.isOpen()) {
        const bool sent = co_await sendPieces(stream, sink, isTold);
        if (!sent) {
            co_return;
        }
        if (sink.outcome) {
            co_await sendEnd(stream, *sink.outcome, turn, isTold);
            co_return;
        }
        const bool woken = co_await sink.notifier.wait(turn.deadline);
        if (!woken) {
            const Result<proto::Turn> late =
                fail(ErrorCode::Timeout,
                     "The answer takes longer than this request may. It will arrive in the chat.");
            co_await sendEnd(stream, late, turn, isTold);
            co_return;
        }
    }
}

/// @param sink  of the turn that has begun; null for a replay or a message that a person will answer
asio::awaitable<void> streamAll(pipeline::Turns& turns,
                                edge::EventStream& stream,
                                std::shared_ptr<StreamedTurn> turn,
                                std::shared_ptr<StreamSink> sink)
{
    const nlohmann::json accepted = {{"session_id", turn->accepted.message.conversation.value},
                                     {"message_id", turn->accepted.message.id.value}};
    const std::string text = accepted.dump();
    const bool sent = co_await stream.send("accepted", text);
    if (!sent) {
        co_return;
    }
    if (sink) {
        co_await streamFresh(stream, *sink, *turn);
        co_return;
    }
    auto silent = std::make_shared<pipeline::SilentSink>();
    auto outcome = co_await turns.answer(turn->tenant, turn->accepted, silent, turn->deadline);
    co_await sendEnd(stream, outcome, *turn, false);
}

} // namespace

edge::Response streamTurn(pipeline::Turns& turns, StreamedTurn turn, const asio::any_io_executor& executor)
{
    // The body may be copied with the response; turn and sink are one.
    auto shared = std::make_shared<StreamedTurn>(std::move(turn));
    std::shared_ptr<StreamSink> sink;
    if (shared->accepted.run && !shared->accepted.isReplay) {
        // Begun here and not in the body: a client that has gone by now never gets a body, but its message is
        // accepted.
        sink = std::make_shared<StreamSink>(executor);
        turns.start(shared->tenant, shared->accepted, sink, executor);
    }
    return edge::Response::events(
        [&turns, shared, sink](edge::EventStream& stream) { return streamAll(turns, stream, shared, sink); });
}

} // namespace parley::server::api
