// SPDX-License-Identifier: MIT
#include "tests/support/fake_provider.h"

#include <sstream>
#include <utility>

namespace parley::test {

namespace {

using nlohmann::json;

constexpr const char* kStreamHead =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";

std::string chunk(const std::string& bytes)
{
    std::ostringstream size;
    size << std::hex << bytes.size();
    return size.str() + "\r\n" + bytes + "\r\n";
}

FakeAnswer streamed(const std::vector<std::string>& events, bool isWhole, FakeAnswer::Then then)
{
    FakeAnswer answer{{kStreamHead}, then};
    for (const std::string& event : events) {
        answer.pieces.push_back(chunk(event));
    }
    if (isWhole) {
        answer.pieces.emplace_back("0\r\n\r\n");
    }
    return answer;
}

std::string named(const char* name, const json& data)
{
    return std::string("event: ") + name + "\ndata: " + data.dump() + "\n\n";
}

std::string plain(const json& data)
{
    return "data: " + data.dump() + "\r\n\r\n";
}

/// With ten megabytes where "@" stands: these need no JSON to be written.
std::vector<std::string> swollen(std::vector<std::string> events)
{
    for (std::string& event : events) {
        if (const std::size_t at = event.find('@'); at != std::string::npos) {
            event.replace(at, 1, std::string(10'000'000, 'x'));
        }
    }
    return events;
}

/// Two fragments, so that they have to be put together.
std::pair<std::string, std::string> halves(const std::string& text)
{
    return {text.substr(0, text.size() / 2), text.substr(text.size() / 2)};
}

} // namespace

FakeProvider::FakeProvider(Dialect dialect)
    : m_dialect(dialect), m_server([this](const SeenRequest& request) { return answer(request); })
{}

void FakeProvider::says(std::vector<std::string> pieces)
{
    const std::lock_guard lock(m_mutex);
    m_pieces = std::move(pieces);
}

void FakeProvider::calls(std::vector<FakeCall> calls)
{
    const std::lock_guard lock(m_mutex);
    m_calls = std::move(calls);
}

void FakeProvider::meet(std::vector<Trouble> troubles)
{
    const std::lock_guard lock(m_mutex);
    m_troubles.assign(troubles.begin(), troubles.end());
}

std::string FakeProvider::baseUrl() const
{
    return m_server.url(m_dialect == Dialect::OpenAi ? "/v1" : m_dialect == Dialect::Gemini ? "/v1beta" : "");
}

std::vector<json> FakeProvider::requests() const
{
    std::vector<json> bodies;
    for (const SeenRequest& request : m_server.seen()) {
        bodies.push_back(json::parse(request.body, nullptr, false));
    }
    return bodies;
}

std::string FakeProvider::errorBody(const std::string& type, const std::string& message) const
{
    switch (m_dialect) {
    case Dialect::Anthropic:
        return json{{"type", "error"}, {"error", {{"type", type}, {"message", message}}}}.dump();
    case Dialect::Gemini:
        return json{{"error", {{"code", type == "overloaded_error" ? 503 : 500}, {"message", message}}}}
            .dump();
    default:
        return json{{"error", {{"type", type}, {"message", message}, {"code", nullptr}}}}.dump();
    }
}

FakeAnswer FakeProvider::answer(const SeenRequest& request)
{
    const std::lock_guard lock(m_mutex);
    if (!m_troubles.empty()) {
        const Trouble next = m_troubles.front();
        m_troubles.pop_front();
        if (next != Trouble::None) {
            return trouble(next);
        }
    }
    const json body = json::parse(request.body, nullptr, false);
    const bool isStream = m_dialect == Dialect::Gemini
                              ? request.target.find(":streamGenerateContent?alt=sse") != std::string::npos
                              : body.value("stream", false);
    return isStream ? streamed(events(m_pieces, true), true, FakeAnswer::Then::Keep) : whole();
}

FakeAnswer FakeProvider::trouble(Trouble trouble) const
{
    const std::vector<std::string> half = events({"Half"}, false);
    switch (trouble) {
    case Trouble::RateLimit:
        return FakeAnswer::of(429, errorBody("rate_limit_error", "Slow down."), {"Retry-After: 0"});
    case Trouble::LongLimit:
        return FakeAnswer::of(429, errorBody("rate_limit_error", "Slow down."), {"Retry-After: 3600"});
    case Trouble::ServerError:
        return FakeAnswer::of(500, errorBody("api_error", "Broken."));
    case Trouble::WrongKey:
        return FakeAnswer::of(401, errorBody("authentication_error", "Wrong key."));
    case Trouble::HangAtFirst:
        return FakeAnswer{{kStreamHead}, FakeAnswer::Then::Hang};
    case Trouble::HangHalfWay:
        return streamed(half, false, FakeAnswer::Then::Hang);
    case Trouble::CutHalfWay:
        return streamed(half, false, FakeAnswer::Then::Close);
    case Trouble::EndsHalfWay:
        return streamed(half, true, FakeAnswer::Then::Keep);
    case Trouble::Html:
        return FakeAnswer::of(200, "<html><body>Sign in</body></html>", {"Content-Type: text/html"});
    case Trouble::WrongJson:
        return streamed({"data: {\"choices\": [nonsense\n\n"}, true, FakeAnswer::Then::Keep);
    case Trouble::ErrorEvent: {
        std::vector<std::string> all = half;
        all.push_back("event: error\ndata: " + errorBody("overloaded_error", "Overloaded") + "\n\n");
        return streamed(all, true, FakeAnswer::Then::Keep);
    }
    case Trouble::TenMegabytes:
        return streamed(swollen(events({"@"}, true)), true, FakeAnswer::Then::Keep);
    case Trouble::Endless: {
        std::vector<std::string> many(40, std::string(50'000, 'y'));
        return streamed(events(many, false), false, FakeAnswer::Then::Hang);
    }
    default:
        return FakeAnswer::hang();
    }
}

std::vector<std::string> FakeProvider::events(const std::vector<std::string>& texts, bool hasEnd) const
{
    switch (m_dialect) {
    case Dialect::Anthropic:
        return anthropicEvents(texts, hasEnd);
    case Dialect::Gemini:
        return geminiEvents(texts, hasEnd);
    default:
        return openAiEvents(texts, hasEnd);
    }
}

std::vector<std::string> FakeProvider::openAiEvents(const std::vector<std::string>& texts, bool hasEnd) const
{
    const auto delta = [](json what, json reason) {
        return plain({{"id", "c"},
                      {"object", "chat.completion.chunk"},
                      {"choices",
                       {{{"index", 0}, {"delta", std::move(what)}, {"finish_reason", std::move(reason)}}}}});
    };
    std::vector<std::string> all{": keep-alive\r\n\r\n",
                                 delta({{"role", "assistant"}, {"content", nullptr}}, nullptr)};
    for (const std::string& text : texts) {
        all.push_back(delta({{"content", text}}, nullptr));
    }
    for (std::size_t i = 0; hasEnd && i < m_calls.size(); ++i) {
        const auto [first, second] = halves(m_calls[i].arguments);
        const std::string id = m_calls[i].id.empty() ? "call_" + std::to_string(i) : m_calls[i].id;
        const json begin{{"index", i},
                         {"id", id},
                         {"type", "function"},
                         {"function", {{"name", m_calls[i].name}, {"arguments", first}}}};
        const json more{{"index", i}, {"function", {{"arguments", second}}}};
        all.push_back(delta({{"tool_calls", {begin}}}, nullptr));
        all.push_back(delta({{"tool_calls", {more}}}, nullptr));
    }
    if (hasEnd) {
        all.push_back(delta(json::object(), m_calls.empty() ? "stop" : "tool_calls"));
        all.push_back(plain(
            {{"choices", json::array()}, {"usage", {{"prompt_tokens", 12}, {"completion_tokens", 7}}}}));
        all.emplace_back("data: [DONE]\r\n\r\n");
    }
    return all;
}

std::vector<std::string> FakeProvider::anthropicEvents(const std::vector<std::string>& texts,
                                                       bool hasEnd) const
{
    std::vector<std::string> all;
    const auto add = [&](const char* type, json data) {
        data["type"] = type;
        all.push_back(named(type, data));
    };
    add("message_start",
        {{"message", {{"role", "assistant"}, {"usage", {{"input_tokens", 12}, {"output_tokens", 1}}}}}});
    add("content_block_start", {{"index", 0}, {"content_block", {{"type", "text"}, {"text", ""}}}});
    add("ping", json::object());
    for (const std::string& text : texts) {
        add("content_block_delta", {{"index", 0}, {"delta", {{"type", "text_delta"}, {"text", text}}}});
    }
    if (!hasEnd) {
        return all;
    }
    add("content_block_stop", {{"index", 0}});
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        const auto [first, second] = halves(m_calls[i].arguments);
        const std::string id = m_calls[i].id.empty() ? "toolu_" + std::to_string(i) : m_calls[i].id;
        const json block{{"type", "tool_use"},
                         {"id", id},
                         {"name", m_calls[i].name},
                         {"input", json::object()}};
        add("content_block_start", {{"index", i + 1}, {"content_block", block}});
        for (const std::string& part : {std::string(), first, second}) {
            add("content_block_delta",
                {{"index", i + 1}, {"delta", {{"type", "input_json_delta"}, {"partial_json", part}}}});
        }
        add("content_block_stop", {{"index", i + 1}});
    }
    add("message_delta",
        {{"delta", {{"stop_reason", m_calls.empty() ? "end_turn" : "tool_use"}}},
         {"usage", {{"output_tokens", 7}}}});
    add("message_stop", json::object());
    return all;
}

std::vector<std::string> FakeProvider::geminiEvents(const std::vector<std::string>& texts, bool hasEnd) const
{
    std::vector<std::string> all;
    const auto add = [&](json parts, const char* reason) {
        json candidate{{"index", 0}, {"content", {{"role", "model"}, {"parts", std::move(parts)}}}};
        if (reason != nullptr) {
            candidate["finishReason"] = reason;
        }
        all.push_back(plain({{"candidates", {std::move(candidate)}},
                             {"usageMetadata", {{"promptTokenCount", 12}, {"candidatesTokenCount", 5}}}}));
    };
    for (const std::string& text : texts) {
        add(json::array({{{"text", text}}}), nullptr);
    }
    if (!hasEnd) {
        return all;
    }
    for (const FakeCall& call : m_calls) {
        json part{{"functionCall", {{"name", call.name}}}, {"thoughtSignature", "c2ln"}};
        part["functionCall"]["args"] = json::parse(call.arguments, nullptr, false);
        if (part["functionCall"]["args"].is_discarded()) {
            part["functionCall"]["args"] = call.arguments;
        }
        add(json::array({part}), nullptr);
    }
    add(json::array({{{"text", ""}}}), "STOP");
    all.push_back(
        plain({{"usageMetadata",
                {{"promptTokenCount", 12}, {"candidatesTokenCount", 5}, {"thoughtsTokenCount", 2}}}}));
    return all;
}

FakeAnswer FakeProvider::whole() const
{
    std::string text;
    for (const std::string& piece : m_pieces) {
        text += piece;
    }
    json content = json::array({{{"type", "text"}, {"text", text}}});
    json parts = json::array({{{"text", text}}});
    json message{{"role", "assistant"}, {"content", text}};
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        const json input = json::parse(m_calls[i].arguments, nullptr, false);
        const std::string id = "id_" + std::to_string(i);
        content.push_back({{"type", "tool_use"}, {"id", id}, {"name", m_calls[i].name}, {"input", input}});
        parts.push_back({{"functionCall", {{"name", m_calls[i].name}, {"args", input}}}});
        const json function{{"name", m_calls[i].name}, {"arguments", m_calls[i].arguments}};
        message["tool_calls"].push_back({{"id", id}, {"type", "function"}, {"function", function}});
    }
    switch (m_dialect) {
    case Dialect::Anthropic:
        return FakeAnswer::json(json{{"type", "message"},
                                     {"content", content},
                                     {"stop_reason", m_calls.empty() ? "end_turn" : "tool_use"},
                                     {"usage", {{"input_tokens", 12}, {"output_tokens", 7}}}}
                                    .dump());
    case Dialect::Gemini:
        return FakeAnswer::json(
            json{{"candidates", {{{"content", {{"parts", parts}}}, {"finishReason", "STOP"}}}},
                 {"usageMetadata", {{"promptTokenCount", 12}, {"candidatesTokenCount", 7}}}}
                .dump());
    default:
        return FakeAnswer::json(
            json{{"choices",
                  {{{"message", message}, {"finish_reason", m_calls.empty() ? "stop" : "tool_calls"}}}},
                 {"usage", {{"prompt_tokens", 12}, {"completion_tokens", 7}}}}
                .dump());
    }
}

} // namespace parley::test
