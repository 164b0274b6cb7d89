// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/teams.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/teams`: people who deal with the same kinds of cases. @thread I/O
class TeamHandlers {
public:
    TeamHandlers(desk::Teams& teams, store::Database& database) : m_teams(teams), m_database(database) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);
    boost::asio::awaitable<Result<desk::Teams::Changes>> changesOf(edge::RequestContext& request);

    desk::Teams& m_teams;
    store::Database& m_database;
};

} // namespace parley::server::api
