// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// Bytes as they go onto the wire, made once for all connections that get them; never changed after.
using SharedFrame = std::shared_ptr<const std::string>;

/// A whole text message as a server sends it on a WebSocket: unmasked, hence the same for every client.
/// @source RFC 6455, 5.2
SharedFrame textFrame(std::string_view text);

/// One event of an event stream as a chunk of a chunked answer.
SharedFrame eventChunk(std::string_view event, std::string_view data, std::string_view id);

/// What is inside a chunk that eventChunk() made.
std::string_view insideOf(std::string_view chunk);

} // namespace parley::server::edge
