// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/analytics.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What charts are drawn from: `/analytics/overview` and `/metrics/channels`. @thread I/O
class AnalyticsHandlers {
public:
    AnalyticsHandlers(store::Database& database, const Clock& clock) : m_analytics(database, clock) {}
    void addRoutes(edge::Router& router);

private:
    boost::asio::awaitable<Result<edge::Response>> overview(edge::RequestContext& request);
    boost::asio::awaitable<Result<edge::Response>> channels(edge::RequestContext& request);

    desk::Analytics m_analytics;
};

} // namespace parley::server::api
