// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/response.h"

#include <string>
#include <string_view>

namespace parley::server::edge {

/// How a response's body is delimited.
enum class BodyFraming { Sized, Chunked, UntilClose };

/// What the writer needs besides the response itself.
struct WriteFacts {
    bool keepAlive = true;
    bool isHead = false;
    BodyFraming framing = BodyFraming::Sized;
    std::string_view date;
    /// Lines with CRLF that every answer carries.
    std::string_view standardLines;
    std::string_view requestId;
};

/// The bytes of a response's body, shared or own.
std::string_view bodyOf(const Response& response);

/// Appends the status line and the header block. A field that holds a line break is left out, whoever made
/// it.
void writeHead(std::string& out, const Response& response, const WriteFacts& facts);

/// Appends one chunk of a chunked body. @param data  not empty
void writeChunk(std::string& out, std::string_view data);

} // namespace parley::server::edge
