// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/fake_http_server.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace parley::test {

/// What a server of OpenAI's API may do instead of its work.
enum class Mischief {
    None,
    RateLimit,     ///< 429 with Retry-After: 0
    RateLimitLong, ///< 429 with Retry-After: 3600
    NoQuota,       ///< 429 that waiting does not help
    ServerError,   ///< 500
    Overloaded,    ///< 503
    WrongKey,      ///< 401 that repeats the key
    UnknownModel,  ///< 404
    BadRequest,    ///< 400 that repeats the request
    Html,          ///< 200 with a page
    WrongJson,     ///< 200 with JSON of another form
    HalfJson,      ///< 200 with JSON that stops
    Hang,          ///< nothing, for ever
    Cut,           ///< half an answer, then the connection closes
    Huge,          ///< 10 MB of text
    Redirect,      ///< to another place
};

/// Answers /v1/embeddings and /v1/chat/completions as OpenAI does, and misbehaves when told.
class FakeOpenAiServer {
public:
    /// Gets the request's JSON and gives the text of the answer.
    using Talk = std::function<std::string(const nlohmann::json& request)>;

    explicit FakeOpenAiServer(Talk talk = {});

    /// "http://127.0.0.1:PORT/v1"
    [[nodiscard]] std::string baseUrl() const { return m_server.url("/v1"); }
    [[nodiscard]] FakeHttpServer& http() { return m_server; }
    /// The bodies of the requests so far.
    [[nodiscard]] std::vector<nlohmann::json> requests() const;

    /// What the next requests meet, one each; afterwards all is well.
    void meet(std::vector<Mischief> mischiefs);

    /// Embeddings are of this length, and shuffled in the answer.
    std::atomic<int> dimensions{3};
    /// Texts longer than that are refused as too long.
    std::atomic<std::size_t> maxTextBytes{1'000'000};
    /// Parameters that are refused by name, as models do that know other ones.
    void refuseParameters(std::vector<std::string> names);

private:
    FakeAnswer answer(const SeenRequest& request);
    FakeAnswer embeddings(const nlohmann::json& request) const;
    FakeAnswer chat(const nlohmann::json& request);
    Mischief nextMischief();

    Talk m_talk;
    mutable std::mutex m_mutex;
    std::deque<Mischief> m_mischiefs;
    std::vector<std::string> m_refused;
    FakeHttpServer m_server; // depends on: all of the above
};

/// The embedding that the fake gives a text: its bytes counted by remainder, before any scaling.
std::vector<float> fakeEmbedding(const std::string& text, int dimensions);

} // namespace parley::test
