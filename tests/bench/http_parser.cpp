// SPDX-License-Identifier: MIT
#include "tests/bench/http_parser.h"

#include <algorithm>
#include <charconv>

namespace parley::bench {

namespace {

constexpr std::size_t kMaxHeadBytes = 64 * 1024;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint64_t> number(std::string_view digits, int base)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

std::size_t ResponseParser::feed(std::string_view bytes)
{
    std::size_t used = 0;
    while (used < bytes.size() && m_state != State::Done && m_state != State::Broken) {
        const std::string_view rest = bytes.substr(used);
        switch (m_state) {
        case State::FixedBody:
            used += takeBody(rest, State::Done);
            continue;
        case State::ChunkData:
            used += takeBody(rest, State::ChunkEnd);
            continue;
        case State::CloseBody:
            m_body.append(rest);
            return bytes.size();
        default:
            break;
        }
        bool complete = false;
        used += takeLine(rest, complete);
        if (!complete) {
            continue;
        }
        if (m_state == State::Head) {
            onHeadLine();
        } else if (m_state == State::ChunkSize) {
            onChunkSize();
        } else if (m_state == State::ChunkEnd) {
            m_state = m_line.empty() ? State::ChunkSize : State::Broken;
        } else if (m_line.empty()) {
            m_state = State::Done;
        }
        m_line.clear();
    }
    return used;
}

void ResponseParser::finish()
{
    if (m_state == State::CloseBody) {
        m_state = State::Done;
        m_keepAlive = false;
    } else if (m_state != State::Done) {
        breakOff();
    }
}

void ResponseParser::reset()
{
    m_state = State::Head;
    m_line.clear();
    m_body.clear();
    m_headBytes = 0;
    m_status = 0;
    m_keepAlive = true;
    m_chunked = false;
    m_length.reset();
    m_remaining = 0;
}

std::size_t ResponseParser::takeLine(std::string_view bytes, bool& complete)
{
    const auto newline = bytes.find('\n');
    const std::size_t used = newline == std::string_view::npos ? bytes.size() : newline + 1;
    m_headBytes += m_state == State::Head || m_state == State::Trailers ? used : 0;
    m_line.append(bytes.substr(0, used));
    if (m_headBytes > kMaxHeadBytes || m_line.size() > kMaxHeadBytes) {
        breakOff();
        return used;
    }
    if (newline == std::string_view::npos) {
        return used;
    }
    if (!m_line.ends_with("\r\n")) {
        breakOff();
        return used;
    }
    m_line.resize(m_line.size() - 2);
    complete = true;
    return used;
}

std::size_t ResponseParser::takeBody(std::string_view bytes, State next)
{
    const auto used = static_cast<std::size_t>(std::min<std::uint64_t>(m_remaining, bytes.size()));
    m_body.append(bytes.substr(0, used));
    m_remaining -= used;
    if (m_remaining == 0) {
        m_state = next;
    }
    return used;
}

void ResponseParser::onHeadLine()
{
    const std::string_view line = m_line;
    if (m_status == 0) {
        const auto status = line.size() >= 12 ? number(line.substr(9, 3), 10) : std::nullopt;
        const bool hasEnd = line.size() == 12 || (line.size() > 12 && line[12] == ' ');
        if (!line.starts_with("HTTP/1.") || line.size() < 12 || line[8] != ' ' || !status || *status < 100 ||
            !hasEnd) {
            return breakOff();
        }
        m_status = static_cast<int>(*status);
        m_keepAlive = line[7] != '0';
        return;
    }
    if (line.empty()) {
        return onHeadEnd();
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) {
        return breakOff();
    }
    onHeader(line.substr(0, colon), trimmed(line.substr(colon + 1)));
}

void ResponseParser::onHeader(std::string_view name, std::string_view value)
{
    if (equalsIgnoringCase(name, "content-length")) {
        const auto length = number(value, 10);
        if (!length || (m_length && *m_length != *length)) {
            return breakOff();
        }
        m_length = length;
    } else if (equalsIgnoringCase(name, "transfer-encoding")) {
        if (m_chunked || !equalsIgnoringCase(value, "chunked")) {
            return breakOff();
        }
        m_chunked = true;
    } else if (equalsIgnoringCase(name, "connection")) {
        m_keepAlive = equalsIgnoringCase(value, "close")        ? false
                      : equalsIgnoringCase(value, "keep-alive") ? true
                                                                : m_keepAlive;
    }
}

void ResponseParser::onHeadEnd()
{
    if (m_chunked && m_length) {
        return breakOff();
    }
    if (m_status < 200 && m_status != 101) {
        return reset(); // an interim response: the real one follows
    }
    if (m_status == 204 || m_status == 304 || m_status == 101) {
        m_state = State::Done;
    } else if (m_chunked) {
        m_state = State::ChunkSize;
    } else if (m_length) {
        m_remaining = *m_length;
        m_state = m_remaining == 0 ? State::Done : State::FixedBody;
    } else {
        m_state = State::CloseBody;
    }
}

void ResponseParser::onChunkSize()
{
    const std::string_view line = m_line;
    const auto size = number(trimmed(line.substr(0, line.find(';'))), 16);
    if (!size) {
        return breakOff();
    }
    m_remaining = *size;
    m_state = *size == 0 ? State::Trailers : State::ChunkData;
}

} // namespace parley::bench
