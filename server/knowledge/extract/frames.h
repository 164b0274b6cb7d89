// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/extract/block.h"
#include "shared/core/result.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::knowledge {

// What `parley-extract` writes to its standard output: frames, each four bytes of length (little-endian) and
// one JSON object whose "frame" is block, progress, done or error. The last is done or error.

/// Longest JSON of a frame. The reader trusts nothing: the writer may have been taken over by a document.
constexpr std::size_t kMaxFrameBytes = 1 << 20;

/// Longest text of a block; a longer one is cut, so that its frame fits even when every byte is escaped.
constexpr std::size_t kMaxBlockBytes = 32 << 10;

/// One frame, with its length before it. Malformed UTF-8 becomes U+FFFD.
std::string encodeFrame(const nlohmann::json& object);

/// {"frame":"block","kind":"heading","level":2,"text":"Refunds","page":3}
nlohmann::json blockFrame(const Block& block);

/// @errors Malformed a field is missing or out of its range
Result<Block> blockOfFrame(const nlohmann::json& object);

/// Cuts a stream of bytes into frames.
class FrameReader {
public:
    /// What has been taken is let go of, so that only a frame's beginning is ever kept.
    void append(std::string_view bytes)
    {
        m_buffer.erase(0, m_begin);
        m_begin = 0;
        m_buffer.append(bytes);
    }

    /// The next whole frame, if it has arrived.
    /// @errors Malformed too long, no JSON, or no object with a "frame"
    Result<std::optional<nlohmann::json>> next();

private:
    std::string m_buffer;
    std::size_t m_begin = 0;
};

} // namespace parley::server::knowledge
