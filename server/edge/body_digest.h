// SPDX-License-Identifier: MIT
#pragma once

#include "server/security/digest.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace parley::server::edge {

/// What a request's body says, piece by piece. Of a form it is the parts: the boundary between them is
/// another one whenever the same form is sent again, so it is left out, and the parts' lengths keep them
/// apart.
class BodyDigest {
public:
    /// @param contentType  the request's header
    explicit BodyDigest(std::string_view contentType);

    void add(std::string_view piece);
    /// Hex SHA-256. Once, after the last piece.
    std::string finish();

private:
    void take(std::string_view bytes);
    void endPart();

    std::string m_delimiter; ///< with the line end before it; empty: no form
    std::string m_pending;   ///< may be the beginning of a delimiter
    std::uint64_t m_partBytes = 0;
    security::Sha256 m_digest;
};

} // namespace parley::server::edge
