// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::net {

/// One server-sent event. Ids and retry times are left out: nobody resumes these streams.
struct SseEvent {
    std::string name; ///< of the "event:" line; empty: "message"
    std::string data; ///< the "data:" lines with "\n" between them
};

/// Takes a text/event-stream apart as its bytes come, cut anywhere. Lines end with LF, CR or CRLF; comments
/// and unknown fields are passed over.
/// @source HTML Living Standard, 9.2.6 "Interpreting an event stream"
/// @thread one
class SseParser {
public:
    static constexpr std::size_t kDefaultMaxBytes = 512U << 10U;

    /// @param maxBytes  of one line, and of one event's data
    explicit SseParser(std::size_t maxBytes = kDefaultMaxBytes) : m_maxBytes(maxBytes) {}

    void feed(std::string_view piece);

    /// @return the next event, valid until the next call; null when more bytes are needed
    /// @errors Upstream a line or an event is longer than allowed
    Result<const SseEvent*> next();

private:
    std::optional<std::string_view> nextLine();
    void takeField(std::string_view line);

    std::size_t m_maxBytes;
    std::string m_buffer;
    std::size_t m_at = 0;      ///< where the first unread line begins
    std::size_t m_scanned = 0; ///< bytes behind m_at that are known to hold no line end
    bool m_isAtStart = true;
    bool m_skipsLineFeed = false; ///< the bytes so far ended with CR
    bool m_hasData = false;
    bool m_isGiven = false;
    SseEvent m_event;
};

} // namespace parley::server::net
