// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace parley::server::edge {

/// One header field, pointing into the buffer it was read from.
struct HeaderView {
    std::string_view name;
    std::string_view value;
};

/// Why a request is refused before anything interprets it. The connection closes afterwards.
struct FramingError {
    int status = 400;
    /// Fit for the client.
    std::string_view reason;
};

/// A request's header block after every check. The views point into the block.
struct RequestHead {
    std::string_view method;
    std::string_view target;
    std::vector<HeaderView> fields;
    std::uint64_t contentLength = 0;
    int minorVersion = 1;
    bool isChunked = false;
    bool keepAlive = true;
    bool expectsContinue = false;
    bool wantsWebSocket = false;
};

/// Where a search for the end of the header block stands.
struct HeadScan {
    /// Bytes of the block with its blank line; 0 while it is incomplete.
    std::size_t size = 0;
    /// Where to go on when more has come.
    std::size_t scanned = 0;
    std::optional<FramingError> error;
};

/// Finds the end of the header block and refuses at once what can never become one: a bare CR or LF and
/// control bytes, so that a broken client is told and not waited for. @param from  `scanned` of the call
/// before
HeadScan scanHead(std::string_view data, std::size_t from, std::size_t limitBytes);

/// Reads a complete header block strictly: what two HTTP implementations could understand differently is
/// refused, because a proxy in front may be the other one. This is the only reader of a request's framing.
/// @param block  what scanHead measured, ending in an empty line
/// @source RFC 9112, sections 2.2, 3, 5 and 6; RFC 9110, sections 5.5 and 7.2
std::optional<FramingError> parseHead(std::string_view block, RequestHead& head);

/// Field names and tokens compare without case (ASCII).
bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// True when the comma-separated list holds the token.
bool listHasToken(std::string_view list, std::string_view token);

} // namespace parley::server::edge
