// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/address_rules.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::server::net {

/// Names in any case, values without line ends.
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// The first value of that name (in any case), or empty.
std::string_view headerValue(const HttpHeaders& headers, std::string_view name);

/// A date of HTTP ("Sun, 06 Nov 1994 08:49:37 GMT", and the older forms) as UTC epoch milliseconds.
std::optional<std::int64_t> httpDateMs(std::string_view text);

struct HttpResponse {
    int status = 0;
    HttpHeaders headers; ///< names in lower case, in the order of the answer
    std::string body;    ///< decompressed; empty where a sink took it
};

/// Takes the body of a 2xx answer in pieces, as they come. Its return is waited for before the next piece,
/// and with it, once some 256 KiB wait, the sender. An error ends the request with it.
/// @param head  status and headers, no body
using BodySink =
    std::function<boost::asio::awaitable<Result<void>>(const HttpResponse& head, std::string_view piece)>;

/// Who named the address, and so what it may be.
enum class Trust {
    Guarded, ///< somebody of a tenant: public addresses alone, and what is allowed besides
    Operator ///< the daemon's own configuration: any address, through the proxy of the environment
};

struct HttpTimeouts {
    std::chrono::milliseconds connect{5'000};
    std::chrono::milliseconds firstByte{30'000}; ///< from the beginning to the answer's headers
    std::chrono::milliseconds idle{30'000};      ///< between two pieces of the body
    std::chrono::milliseconds firstPiece{0};     ///< from the beginning to the body's first piece; 0: as idle
};

struct HttpRequest {
    std::string method = "GET";
    std::string url;
    HttpHeaders headers;
    std::string body;
    HttpTimeouts timeouts;
    std::size_t maxBodyBytes = 8U << 20U; ///< of the answer, decompressed
    /// Redirects that are followed; with 0 the answer that redirects is the answer.
    int maxRedirects = 0;
    Trust trust = Trust::Guarded;
    /// What a guarded request may reach besides, as a tenant's own list; may be null.
    std::shared_ptr<const NetworkList> allow;
    BodySink sink; ///< may be empty
};

/// Whether method and headers can be sent as they are.
/// @errors InvalidArgument no token, a line end, or a header that is ours to write (Host, Content-Length,
/// ...)
Result<void> checkRequest(const HttpRequest& request);

} // namespace parley::server::net
