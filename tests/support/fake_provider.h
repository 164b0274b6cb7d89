// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/fake_http_server.h"

#include <nlohmann/json.hpp>

#include <deque>
#include <mutex>
#include <string>
#include <vector>

namespace parley::test {

/// Whose language a fake provider speaks.
enum class Dialect { OpenAi, Anthropic, Gemini };

/// What a provider may do instead of its work.
enum class Trouble {
    None,
    RateLimit,    ///< 429 with Retry-After: 0
    LongLimit,    ///< 429 with Retry-After: 3600
    ServerError,  ///< 500
    WrongKey,     ///< 401
    HangAtOnce,   ///< not even headers
    HangAtFirst,  ///< headers, no event
    HangHalfWay,  ///< one piece, then nothing
    CutHalfWay,   ///< one piece, then the connection breaks
    EndsHalfWay,  ///< one piece, then a clean end without the provider's own
    Html,         ///< 200 with a page
    WrongJson,    ///< an event that is no JSON
    ErrorEvent,   ///< one piece, then an error inside the stream
    TenMegabytes, ///< an event of 10 MB
    Endless       ///< far more text than anybody asked for
};

struct FakeCall {
    std::string name;
    std::string arguments; ///< JSON text, as the model writes it
    std::string id{};      ///< empty: the dialect's own
};

/// A server with the streams of OpenAI's, Anthropic's or Gemini's API; misbehaves when told. @thread any
class FakeProvider {
public:
    explicit FakeProvider(Dialect dialect);

    /// What the next answers say, piece by piece.
    void says(std::vector<std::string> pieces);
    void calls(std::vector<FakeCall> calls);
    /// What the next requests meet, one each; afterwards all is well.
    void meet(std::vector<Trouble> troubles);

    [[nodiscard]] std::string baseUrl() const;
    [[nodiscard]] FakeHttpServer& http() { return m_server; }
    [[nodiscard]] std::vector<nlohmann::json> requests() const;

private:
    FakeAnswer answer(const SeenRequest& request);
    [[nodiscard]] FakeAnswer trouble(Trouble trouble) const;
    [[nodiscard]] FakeAnswer whole() const;
    /// The events of a whole answer; @param texts  what it says
    [[nodiscard]] std::vector<std::string> events(const std::vector<std::string>& texts, bool hasEnd) const;
    [[nodiscard]] std::vector<std::string> openAiEvents(const std::vector<std::string>& texts,
                                                        bool hasEnd) const;
    [[nodiscard]] std::vector<std::string> anthropicEvents(const std::vector<std::string>& texts,
                                                           bool hasEnd) const;
    [[nodiscard]] std::vector<std::string> geminiEvents(const std::vector<std::string>& texts,
                                                        bool hasEnd) const;
    [[nodiscard]] std::string errorBody(const std::string& type, const std::string& message) const;

    Dialect m_dialect;
    mutable std::mutex m_mutex; // guards the three below
    std::vector<std::string> m_pieces{"Hel", "lo."};
    std::vector<FakeCall> m_calls;
    std::deque<Trouble> m_troubles;
    FakeHttpServer m_server; // depends on: all of the above
};

} // namespace parley::test
