// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_message.h"
#include "server/net/http_url.h"

namespace parley::server::net {

/// Whether an answer sends the client elsewhere: 301, 302, 303, 307 or 308 with a Location.
bool isRedirect(const HttpResponse& response);

/// Makes the request that follows `response` out of the one that got it. To another origin go no headers but
/// harmless ones and no body, because keys and customers' data belong to the host they were meant for.
/// @errors Upstream the address is wrong, leaves TLS, or wants the body at another origin
/// @source RFC 9110, 15.4; Fetch Standard, HTTP-redirect fetch
Result<HttpUrl> followRedirect(HttpRequest& request, const HttpUrl& from, const HttpResponse& response);

} // namespace parley::server::net
