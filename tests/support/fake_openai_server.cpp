// SPDX-License-Identifier: MIT
#include "tests/support/fake_openai_server.h"

#include <algorithm>

namespace parley::test {

namespace {

using nlohmann::json;

FakeAnswer error(int status,
                 const std::string& message,
                 const std::string& code,
                 const std::vector<std::string>& headers = {},
                 const json& param = nullptr)
{
    const json body{
        {"error", {{"message", message}, {"type", "some_error"}, {"param", param}, {"code", code}}}};
    return FakeAnswer::of(status, body.dump(), headers);
}

FakeAnswer misbehaving(Mischief mischief, const SeenRequest& request)
{
    switch (mischief) {
    case Mischief::RateLimit:
        return error(429, "Slow down.", "rate_limit_exceeded", {"Retry-After: 0"});
    case Mischief::RateLimitLong:
        return error(429, "Slow down.", "rate_limit_exceeded", {"Retry-After: 3600"});
    case Mischief::NoQuota:
        return error(429, "Buy more.", "insufficient_quota");
    case Mischief::ServerError:
        return error(500, "Something broke.", "internal");
    case Mischief::Overloaded:
        return FakeAnswer::of(503, "upstream connect error");
    case Mischief::WrongKey:
        return error(401, "Wrong key: " + request.headers.at("authorization"), "invalid_api_key");
    case Mischief::UnknownModel:
        return error(404, "There is no model x.", "model_not_found");
    case Mischief::BadRequest:
        return error(400, "You wrote: " + request.body, "bad_request");
    case Mischief::Html:
        return FakeAnswer::of(200, "<html><body>Sign in</body></html>", {"Content-Type: text/html"});
    case Mischief::WrongJson:
        return FakeAnswer::json(R"({"data":{"embedding":"no"},"choices":[{"message":[]}]})");
    case Mischief::HalfJson:
        return FakeAnswer::json(R"({"choices":[{"message":{"content":"hal)");
    case Mischief::Hang:
        return FakeAnswer::hang();
    case Mischief::Cut:
        return FakeAnswer{{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"choices\""},
                          FakeAnswer::Then::Close};
    case Mischief::Huge:
        return FakeAnswer::json(
            json{{"choices", {{{"message", {{"content", std::string(10'000'000, 'x')}}}}}}}.dump());
    case Mischief::Redirect:
        return FakeAnswer::redirect(307, "/elsewhere");
    case Mischief::None:
        break;
    }
    return FakeAnswer::hang();
}

} // namespace

std::vector<float> fakeEmbedding(const std::string& text, int dimensions)
{
    std::vector<float> vector(static_cast<std::size_t>(dimensions), 1.0F);
    for (const char c : text) {
        vector[static_cast<unsigned char>(c) % vector.size()] += 1.0F;
    }
    return vector;
}

FakeOpenAiServer::FakeOpenAiServer(Talk talk)
    : m_talk(std::move(talk)), m_server([this](const SeenRequest& request) { return answer(request); })
{}

std::vector<json> FakeOpenAiServer::requests() const
{
    std::vector<json> bodies;
    for (const SeenRequest& request : m_server.seen()) {
        bodies.push_back(json::parse(request.body));
    }
    return bodies;
}

void FakeOpenAiServer::meet(std::vector<Mischief> mischiefs)
{
    const std::lock_guard lock(m_mutex);
    m_mischiefs.assign(mischiefs.begin(), mischiefs.end());
}

void FakeOpenAiServer::refuseParameters(std::vector<std::string> names)
{
    const std::lock_guard lock(m_mutex);
    m_refused = std::move(names);
}

Mischief FakeOpenAiServer::nextMischief()
{
    const std::lock_guard lock(m_mutex);
    if (m_mischiefs.empty()) {
        return Mischief::None;
    }
    const Mischief next = m_mischiefs.front();
    m_mischiefs.pop_front();
    return next;
}

FakeAnswer FakeOpenAiServer::answer(const SeenRequest& request)
{
    if (const Mischief mischief = nextMischief(); mischief != Mischief::None) {
        return misbehaving(mischief, request);
    }
    const json body = json::parse(request.body, nullptr, false);
    {
        const std::lock_guard lock(m_mutex);
        for (const std::string& name : m_refused) {
            if (body.contains(name)) {
                return error(400, "Unsupported: " + name, "unsupported_parameter", {}, name);
            }
        }
    }
    if (request.target == "/v1/embeddings") {
        return embeddings(body);
    }
    return request.target == "/v1/chat/completions" ? chat(body) : error(404, "No such path.", "not_found");
}

FakeAnswer FakeOpenAiServer::embeddings(const json& request) const
{
    json data = json::array();
    for (const json& text : request.at("input")) {
        const auto content = text.get<std::string>();
        if (content.empty() || content.size() > maxTextBytes) {
            return error(400, "This model's maximum context length is exceeded.", "context_length_exceeded");
        }
        data.push_back(json{{"index", data.size()}, {"embedding", fakeEmbedding(content, dimensions)}});
    }
    std::reverse(data.begin(), data.end());
    return FakeAnswer::json(json{{"data", data}, {"usage", {{"prompt_tokens", 5}}}}.dump());
}

FakeAnswer FakeOpenAiServer::chat(const json& request)
{
    const json message{{"role", "assistant"}, {"content", m_talk(request)}};
    const json choice{{"index", 0}, {"message", message}, {"finish_reason", "stop"}};
    return FakeAnswer::json(
        json{{"choices", {choice}}, {"usage", {{"prompt_tokens", 12}, {"completion_tokens", 7}}}}.dump());
}

} // namespace parley::test
