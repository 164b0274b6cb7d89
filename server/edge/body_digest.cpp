// SPDX-License-Identifier: MIT
#include "server/edge/body_digest.h"

#include "server/edge/header_parameter.h"
#include "shared/core/text.h"

#include <algorithm>

namespace parley::server::edge {

BodyDigest::BodyDigest(std::string_view contentType)
{
    const auto boundary = headerParameter(contentType, "boundary");
    if (asciiLower(contentType).starts_with("multipart/") && boundary && !boundary->empty()) {
        m_delimiter = "\r\n--" + *boundary;
        m_pending = "\r\n"; // the first delimiter has no line before it
    }
}

void BodyDigest::add(std::string_view piece)
{
    if (m_delimiter.empty()) {
        take(piece);
        return;
    }
    m_pending += piece;
    std::size_t at = 0;
    for (std::size_t end = m_pending.find(m_delimiter); end != std::string::npos;
         end = m_pending.find(m_delimiter, at)) {
        take(std::string_view(m_pending).substr(at, end - at));
        endPart();
        at = end + m_delimiter.size();
    }
    const std::size_t kept = std::min(m_pending.size() - at, m_delimiter.size() - 1);
    take(std::string_view(m_pending).substr(at, m_pending.size() - at - kept));
    m_pending.erase(0, m_pending.size() - kept);
}

std::string BodyDigest::finish()
{
    take(m_pending);
    if (!m_delimiter.empty()) {
        endPart();
    }
    return security::digestHex(m_digest.finish());
}

void BodyDigest::take(std::string_view bytes)
{
    m_digest.add(bytes);
    m_partBytes += bytes.size();
}

/// A length behind each part can be read from the end, so that no two forms are the same bytes.
void BodyDigest::endPart()
{
    std::string length;
    for (int shift = 0; shift < 64; shift += 8) {
        length += static_cast<char>((m_partBytes >> shift) & 0xFFU);
    }
    m_digest.add(length);
    m_partBytes = 0;
}

} // namespace parley::server::edge
