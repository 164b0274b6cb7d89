// SPDX-License-Identifier: MIT
#include "server/net/sse_parser.h"

#include <algorithm>

namespace parley::server::net {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

tl::unexpected<Error> tooLong()
{
    return fail(ErrorCode::Upstream, "The server's answer is too long.", "an event of a stream");
}

} // namespace

void SseParser::feed(std::string_view piece)
{
    if (m_skipsLineFeed && !piece.empty()) {
        m_skipsLineFeed = false;
        piece.remove_prefix(piece.front() == '\n' ? 1 : 0);
    }
    if (m_at == m_buffer.size()) {
        m_buffer.clear();
    } else {
        m_buffer.erase(0, m_at);
    }
    m_at = 0;
    m_buffer.append(piece);
}

std::optional<std::string_view> SseParser::nextLine()
{
    const std::string_view rest = std::string_view(m_buffer).substr(m_at);
    const std::size_t lineFeed = rest.find('\n', m_scanned);
    const std::size_t end = std::min(lineFeed, rest.substr(0, lineFeed).find('\r', m_scanned));
    if (end == std::string_view::npos) {
        m_scanned = rest.size();
        return std::nullopt;
    }
    m_scanned = 0;
    m_at += end + 1;
    if (rest[end] == '\r') {
        if (end + 1 == rest.size()) {
            m_skipsLineFeed = true;
        } else if (rest[end + 1] == '\n') {
            ++m_at;
        }
    }
    return rest.substr(0, end);
}

void SseParser::takeField(std::string_view line)
{
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    value.remove_prefix(value.starts_with(' ') ? 1 : 0);
    if (field == "data") {
        if (m_hasData) {
            m_event.data += '\n';
        }
        m_event.data += value;
        m_hasData = true;
    } else if (field == "event") {
        m_event.name = value;
    }
}

Result<const SseEvent*> SseParser::next()
{
    if (m_isGiven) {
        m_event.name.clear();
        m_event.data.clear();
        m_hasData = m_isGiven = false;
    }
    while (auto line = nextLine()) {
        if (m_isAtStart) {
            m_isAtStart = false;
            line->remove_prefix(line->starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
        }
        if (!line->empty()) {
            takeField(*line);
            if (m_event.data.size() > m_maxBytes || m_event.name.size() > m_maxBytes) {
                return tooLong();
            }
            continue;
        }
        if (m_hasData && !m_event.data.empty()) {
            m_isGiven = true;
            return &m_event;
        }
        m_event.name.clear();
        m_hasData = false;
    }
    if (m_buffer.size() - m_at > m_maxBytes) {
        return tooLong();
    }
    return nullptr;
}

} // namespace parley::server::net
