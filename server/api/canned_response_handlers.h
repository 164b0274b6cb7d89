// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/canned_responses.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/canned-responses`: texts that supporters send often. @thread I/O
class CannedResponseHandlers {
public:
    explicit CannedResponseHandlers(desk::CannedResponses& responses) : m_responses(responses) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    desk::CannedResponses& m_responses;
};

} // namespace parley::server::api
