// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/http_message.h"
#include "server/runtime/deadline.h"

namespace parley::server::net {

/// Sends requests to other people's servers. @thread any; each call resumes on its caller's executor
class HttpClient {
public:
    virtual ~HttpClient() = default;

    /// Any status is an answer, also 404 and 500. Cancelling the waiting coroutine drops the request.
    /// @errors InvalidArgument address, method or a header is wrong; Forbidden the address may not be reached
    /// (guarded requests); Timeout connecting, the first byte, the next piece or the whole took too long;
    /// Unavailable no such host or no connection; Upstream TLS failed, the answer broke off, is too long, or
    /// redirected where it must not; Cancelled the client closed; otherwise those of the sink
    virtual boost::asio::awaitable<Result<HttpResponse>> send(HttpRequest request,
                                                              runtime::Budget budget) = 0;
};

} // namespace parley::server::net
