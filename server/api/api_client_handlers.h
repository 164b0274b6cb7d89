// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/identity/api_clients.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/api-clients`. @thread I/O
class ApiClientHandlers {
public:
    explicit ApiClientHandlers(identity::ApiClients& clients) : m_clients(clients) {}
    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    identity::ApiClients& m_clients;
};

} // namespace parley::server::api
