// SPDX-License-Identifier: MIT
#include "server/tools/mcp/mcp_http.h"

#include "server/tools/bounded_json.h"
#include "server/tools/http_tool.h"
#include "server/tools/mcp/event_text.h"

namespace parley::server::tools {

namespace {

using nlohmann::json;

constexpr std::size_t kMaxSessionId = 512;
constexpr int kMaxRedirects = 2;

/// Takes an answer in, as one value or as events, and knows when it has what was asked for.
class Intake {
public:
    explicit Intake(std::int64_t id) : m_id(id) {}

    /// @return true once the answer is there: what follows is of no interest
    bool take(const net::HttpResponse& head, std::string_view piece)
    {
        const std::string_view type = net::headerValue(head.headers, "content-type");
        if (type.find("text/event-stream") == std::string_view::npos) {
            m_body.append(piece);
            return false;
        }
        for (const std::string& text : m_events.take(piece)) {
            look(text);
        }
        return !m_answer.is_null();
    }

    json finish()
    {
        if (m_answer.is_null() && !m_body.empty()) {
            look(m_body);
        }
        return m_answer;
    }

private:
    void look(const std::string& text)
    {
        auto message = parseBounded(text);
        if (!message) {
            return;
        }
        // Older servers answer in a batch of one.
        const json all = message->is_array() ? *message : json::array({*message});
        for (const json& each : all) {
            if (m_answer.is_null() && isAnswer(each, m_id)) {
                m_answer = each;
            }
        }
    }

    std::int64_t m_id;
    EventText m_events;
    std::string m_body;
    json m_answer;
};

bool isVisible(std::string_view text)
{
    return text.size() <= kMaxSessionId &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c <= 0x7E; });
}

tl::unexpected<Error> refusedBy(int status)
{
    Error error;
    error.code = ErrorCode::Upstream;
    error.message = "The tool server answered " + std::to_string(status) + ".";
    error.problem = status < 500 && status != 408 ? "nothing_done" : "";
    return fail(std::move(error));
}

} // namespace

net::HttpRequest McpHttp::request(const json& message, const Session& session) const
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = m_url;
    request.headers = m_headers;
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("Accept", "application/json, text/event-stream");
    if (!session.version.empty()) {
        request.headers.emplace_back("MCP-Protocol-Version", session.version);
    }
    if (!session.id.empty()) {
        request.headers.emplace_back("Mcp-Session-Id", session.id);
    }
    request.body = message.dump(-1, ' ', false, json::error_handler_t::replace);
    request.maxBodyBytes = kMaxMcpMessage;
    request.maxRedirects = kMaxRedirects;
    request.trust = net::Trust::Guarded;
    return request;
}

boost::asio::awaitable<Result<McpHttp::Reply>>
McpHttp::post(json message, Session session, runtime::Budget budget)
{
    Intake intake(message.value("id", std::int64_t{-1}));
    bool isComplete = false;
    net::HttpRequest sent = request(message, session);
    // The stream may stay open behind the answer; an error is how a sink ends it.
    sent.sink = [&](const net::HttpResponse& head,
                    std::string_view piece) -> boost::asio::awaitable<Result<void>> {
        isComplete = intake.take(head, piece);
        co_return isComplete ? Result<void>(fail(ErrorCode::Cancelled, "The answer is there."))
                             : Result<void>();
    };
    auto answer = co_await m_http.send(std::move(sent), budget);
    if (!answer && !isComplete) {
        co_return fail(outboundFailure(std::move(answer).error()));
    }
    Reply reply;
    reply.status = answer ? answer->status : 200;
    reply.answer = intake.finish();
    if (answer) {
        reply.sessionId = net::headerValue(answer->headers, "mcp-session-id");
    }
    co_return reply;
}

boost::asio::awaitable<Result<McpHttp::Session>> McpHttp::session(runtime::Budget budget)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_session.version.empty()) {
            co_return m_session;
        }
    }
    Session session;
    auto begun = co_await post(mcpRequest(++m_ids, "initialize", mcpInitialize()), session, budget);
    if (!begun) {
        co_return fail(std::move(begun).error());
    }
    if (begun->status != 200) {
        co_return refusedBy(begun->status);
    }
    auto result = mcpResult(begun->answer.is_null() ? json::object() : begun->answer);
    if (!result) {
        co_return fail(std::move(result).error());
    }
    auto version = mcpVersion(*result);
    if (!version) {
        co_return fail(std::move(version).error());
    }
    if (!isVisible(begun->sessionId)) {
        co_return fail(ErrorCode::Upstream, "The tool server's session id cannot be used.");
    }
    session.id = begun->sessionId;
    session.version = *std::move(version);
    auto told = co_await post(mcpNotification("notifications/initialized"), session, budget);
    if (!told || told->status >= 300) {
        co_return told ? refusedBy(told->status) : fail(std::move(told).error());
    }
    const std::lock_guard lock(m_mutex);
    m_session = session;
    co_return session;
}

void McpHttp::forget(const Session& session)
{
    const std::lock_guard lock(m_mutex);
    if (m_session.id == session.id) {
        m_session = {};
    }
}

boost::asio::awaitable<Result<json>> McpHttp::ask(std::string method, json params, runtime::Budget budget)
{
    for (bool isAgain = false;; isAgain = true) {
        auto known = co_await session(budget);
        if (!known) {
            co_return fail(std::move(known).error());
        }
        json message = mcpRequest(++m_ids, method, params);
        auto reply = co_await post(std::move(message), *known, budget);
        if (!reply) {
            co_return fail(std::move(reply).error());
        }
        // 404 says that the session is over; anything else about it stays as it is.
        if (reply->status == 404 && !known->id.empty() && !isAgain) {
            forget(*known);
            continue;
        }
        if (reply->status != 200) {
            co_return refusedBy(reply->status);
        }
        if (reply->answer.is_null()) {
            co_return fail(ErrorCode::Upstream, "The tool server did not answer what it was asked.");
        }
        co_return mcpResult(reply->answer);
    }
}

} // namespace parley::server::tools
