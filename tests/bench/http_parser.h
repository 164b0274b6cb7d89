// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::bench {

/// Reads one HTTP/1.1 response after the other from the bytes of a connection, strictly: what it does not
/// understand makes it broken() for good, so that a wrong answer is never counted as a fast one.
class ResponseParser {
public:
    /// Takes bytes of the current response.
    /// @return how many were used; fewer than given only when the response ended or is broken
    std::size_t feed(std::string_view bytes);
    /// The peer closed: ends a body that only the close delimits; anything else unfinished becomes broken.
    void finish();
    /// Forgets the response and waits for the next one.
    void reset();

    bool hasHead() const { return m_state != State::Head && m_state != State::Broken; }
    bool isDone() const { return m_state == State::Done; }
    bool isBroken() const { return m_state == State::Broken; }
    int status() const { return m_status; }
    /// Whether the connection may carry another request.
    bool keepsAlive() const { return m_keepAlive; }
    /// What was decoded so far. A reader of an endless stream takes it out and clears it.
    std::string& body() { return m_body; }

private:
    enum class State { Head, FixedBody, CloseBody, ChunkSize, ChunkData, ChunkEnd, Trailers, Done, Broken };

    std::size_t takeLine(std::string_view bytes, bool& complete);
    std::size_t takeBody(std::string_view bytes, State next);
    void onHeadLine();
    void onHeader(std::string_view name, std::string_view value);
    void onHeadEnd();
    void onChunkSize();
    void breakOff() { m_state = State::Broken; }

    State m_state = State::Head;
    std::string m_line;
    std::string m_body;
    std::size_t m_headBytes = 0;
    int m_status = 0;
    bool m_keepAlive = true;
    bool m_chunked = false;
    std::optional<std::uint64_t> m_length;
    std::uint64_t m_remaining = 0;
};

} // namespace parley::bench
