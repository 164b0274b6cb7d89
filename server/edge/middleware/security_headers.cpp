// SPDX-License-Identifier: MIT
#include "server/edge/middleware/security_headers.h"

namespace parley::server::edge {

SecurityHeaders::SecurityHeaders(std::string_view protocolVersion)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        std::string& lines = m_lines[i];
        lines = "Parley-Protocol: " + std::string(protocolVersion) + "\r\n";
        lines += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n";
        if ((i & 1) == 0) {
            lines += "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
        }
        if ((i & 2) != 0) {
            lines += "Strict-Transport-Security: max-age=31536000\r\n";
        }
    }
}

std::string_view SecurityHeaders::lines(const Response& response, bool isTls) const
{
    const bool hasOwn = response.headers.find("content-security-policy") != nullptr;
    return m_lines[(hasOwn ? 1U : 0U) + (isTls ? 2U : 0U)];
}

} // namespace parley::server::edge
