// SPDX-License-Identifier: MIT
#include "server/edge/shared_frame.h"

#include "server/edge/http_event_stream.h"
#include "server/edge/response_writer.h"

#include <cstdint>

namespace parley::server::edge {

namespace {

constexpr char kWholeText = '\x81';
/// Lengths up to here stand in the header's second byte; these two say how many bytes follow instead.
constexpr std::size_t kShort = 125;
constexpr char kTwoBytes = 126;
constexpr char kEightBytes = 127;
constexpr std::size_t kLongestHeader = 10;

void appendBigEndian(std::string& out, std::uint64_t value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<char>((value >> shift) & 0xffU));
    }
}

} // namespace

SharedFrame textFrame(std::string_view text)
{
    std::string frame;
    frame.reserve(text.size() + kLongestHeader);
    frame.push_back(kWholeText);
    if (text.size() <= kShort) {
        frame.push_back(static_cast<char>(text.size()));
    } else if (text.size() <= UINT16_MAX) {
        frame.push_back(kTwoBytes);
        appendBigEndian(frame, text.size(), 2);
    } else {
        frame.push_back(kEightBytes);
        appendBigEndian(frame, text.size(), 8);
    }
    frame.append(text);
    return std::make_shared<const std::string>(std::move(frame));
}

SharedFrame eventChunk(std::string_view event, std::string_view data, std::string_view id)
{
    std::string chunk;
    writeChunk(chunk, encodeEvent(event, data, id));
    return std::make_shared<const std::string>(std::move(chunk));
}

std::string_view insideOf(std::string_view chunk)
{
    constexpr std::size_t kLineEnd = 2;
    chunk.remove_prefix(chunk.find('\n') + 1);
    chunk.remove_suffix(kLineEnd);
    return chunk;
}

} // namespace parley::server::edge
