// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/response.h"

#include <array>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// The headers every answer carries, rendered once at start. Any thread.
class SecurityHeaders {
public:
    explicit SecurityHeaders(std::string_view protocolVersion);

    /// Header lines with their CRLF. Pages and assets that bring their own Content-Security-Policy keep it;
    /// what does not is data, and data may do nothing at all. @param isTls  adds HSTS
    [[nodiscard]] std::string_view lines(const Response& response, bool isTls) const;

private:
    /// By: has an own policy, is TLS.
    std::array<std::string, 4> m_lines;
};

} // namespace parley::server::edge
