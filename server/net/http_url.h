// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_message.h"
#include "shared/core/result.h"

#include <string>
#include <string_view>

namespace parley::server::net {

/// An http or https address, taken apart by the same parser that libcurl connects by, so that what is checked
/// is what is reached.
struct HttpUrl {
    std::string text; ///< normalised, without fragment
    std::string scheme;
    std::string host; ///< lower case; IPv6 without brackets; numbers of any spelling as a.b.c.d
    std::string port; ///< "443"

    /// "https://host:443": what credentials belong to.
    [[nodiscard]] std::string origin() const;
};

/// @param trust  Guarded also refuses user names, zones, hosts that are not ASCII and dots at the end
/// @errors InvalidArgument it is no such address; the message does not repeat it
Result<HttpUrl> parseHttpUrl(std::string_view text, Trust trust);

/// Where a Location header points, seen from the address that answered it.
/// @errors Upstream it is no http or https address
Result<HttpUrl> resolveLocation(const HttpUrl& from, std::string_view location, Trust trust);

} // namespace parley::server::net
