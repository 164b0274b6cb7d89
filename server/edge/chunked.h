// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/framing.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// Reads a chunked body strictly: sizes of one to eight hexadecimal digits, CRLF everywhere, no chunk
/// extensions and no trailers (nobody who talks to Parley sends them, and each is a known way to smuggle).
/// @source RFC 9112, 7.1
class ChunkedDecoder {
public:
    /// @param limitBytes  of the decoded body; more is 413
    explicit ChunkedDecoder(std::uint64_t limitBytes) : m_limit(limitBytes) {}

    /// Takes what belongs to the body from the front of `data` and appends its content to `body`.
    /// @return how many bytes were taken
    std::size_t feed(std::string_view data, std::string& body);

    [[nodiscard]] bool isDone() const { return m_state == State::Done; }
    [[nodiscard]] const std::optional<FramingError>& error() const { return m_error; }

private:
    enum class State { Size, SizeEnd, Data, DataCr, DataLf, LastCr, LastLf, Done };

    void step(char c);
    void sizeDigit(char c);
    void fail(std::string_view reason);

    std::uint64_t m_limit;
    std::uint64_t m_left = 0;
    std::uint64_t m_total = 0;
    int m_digits = 0;
    State m_state = State::Size;
    std::optional<FramingError> m_error;
};

} // namespace parley::server::edge
