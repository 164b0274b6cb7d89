// SPDX-License-Identifier: MIT
#include "server/edge/chunked.h"

#include <algorithm>

namespace parley::server::edge {

namespace {

constexpr int kMaxSizeDigits = 8;

} // namespace

void ChunkedDecoder::fail(std::string_view reason)
{
    m_error = FramingError{400, reason};
}

void ChunkedDecoder::sizeDigit(char c)
{
    const char folded = static_cast<char>(c | 0x20);
    int value = -1;
    if (c >= '0' && c <= '9') {
        value = c - '0';
    } else if (folded >= 'a' && folded <= 'f') {
        value = folded - 'a' + 10;
    }
    if (value < 0 || ++m_digits > kMaxSizeDigits) {
        fail("A chunk size is not valid.");
        return;
    }
    m_left = m_left * 16 + static_cast<std::uint64_t>(value);
}

void ChunkedDecoder::step(char c)
{
    switch (m_state) {
    case State::Size:
        if (c == '\r' && m_digits > 0) {
            m_state = State::SizeEnd;
        } else {
            sizeDigit(c);
        }
        break;
    case State::SizeEnd:
        if (c != '\n') {
            fail("A chunk size line does not end in CRLF.");
        } else if (m_left == 0) {
            m_state = State::LastCr;
        } else if (m_left > m_limit - m_total) {
            m_error = FramingError{413, "The body is too large."};
        } else {
            m_total += m_left;
            m_state = State::Data;
        }
        break;
    case State::DataCr:
    case State::LastCr:
        if (c != '\r') {
            fail("A chunk does not end in CRLF, or there are trailers.");
        }
        m_state = m_state == State::DataCr ? State::DataLf : State::LastLf;
        break;
    case State::DataLf:
    case State::LastLf:
        if (c != '\n') {
            fail("A chunk does not end in CRLF.");
        }
        m_state = m_state == State::DataLf ? State::Size : State::Done;
        m_digits = 0;
        break;
    case State::Data:
    case State::Done:
        break;
    }
}

std::size_t ChunkedDecoder::feed(std::string_view data, std::string& body)
{
    std::size_t at = 0;
    while (at < data.size() && m_state != State::Done && !m_error) {
        if (m_state != State::Data) {
            step(data[at++]);
            continue;
        }
        const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(m_left, data.size() - at));
        body.append(data.substr(at, size));
        at += size;
        m_left -= size;
        if (m_left == 0) {
            m_state = State::DataCr;
        }
    }
    return at;
}

} // namespace parley::server::edge
