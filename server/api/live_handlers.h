// SPDX-License-Identifier: MIT
#pragma once

#include "server/api/live_link.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/ws` and `/me/presence`: what operators and customers hear as it happens. @thread I/O
class LiveHandlers {
public:
    explicit LiveHandlers(LiveServices services) : m_services(std::move(services)) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer link(edge::RequestContext& request);
    Answer presence(edge::RequestContext& request);

    LiveServices m_services;
};

} // namespace parley::server::api
