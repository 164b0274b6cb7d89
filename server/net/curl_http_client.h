// SPDX-License-Identifier: MIT
#pragma once

#include "server/net/curl_loop.h"
#include "server/net/http_client.h"
#include "server/net/name_resolver.h"

#include <memory>
#include <string>
#include <vector>

namespace parley::server::net {

struct HttpClientOptions {
    /// Networks that guarded requests may reach though they are not public ("10.1.0.0/16").
    NetworkList allow;
    /// Certificates to trust, PEM; empty: the system's.
    std::string caFile;
};

/// HttpClient over libcurl: HTTP/1.1 and HTTP/2, TLS verified, connections kept. Guarded requests resolve the
/// host once, check every address it has, connect to those alone, and start over at each redirect; they use
/// no proxy. Requests of the operator use the proxy of the environment (https_proxy, no_proxy). Outlives the
/// coroutines that send; close() ends what they wait for.
/// @thread any
class CurlHttpClient final : public HttpClient {
public:
    /// @param resolver  for guarded requests; outlives this
    CurlHttpClient(HttpClientOptions options, NameResolver& resolver);

    boost::asio::awaitable<Result<HttpResponse>> send(HttpRequest request, runtime::Budget budget) override;

    /// Ends all requests with Cancelled, those to come too.
    void close();

private:
    using Addresses = std::vector<boost::asio::ip::address>;

    boost::asio::awaitable<Result<Addresses>>
    checkedAddresses(const HttpRequest& request, const HttpUrl& url, runtime::Budget budget);
    boost::asio::awaitable<Result<HttpResponse>>
    exchange(const HttpRequest& request, HttpUrl url, Addresses addresses, runtime::Budget budget);

    std::shared_ptr<const NetworkList> m_allow; // shared with the transfers
    std::string m_caFile;
    NameResolver& m_resolver;
    CurlLoop m_loop;
};

} // namespace parley::server::net
