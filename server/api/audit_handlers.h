// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/store/audit_repository.h"
#include "server/store/database.h"

#include <boost/asio/awaitable.hpp>

#include <map>
#include <string>
#include <vector>

namespace parley::server::api {

/// `/audit`: who did what when in a tenant. @thread I/O
class AuditHandlers {
public:
    explicit AuditHandlers(store::Database& database) : m_database(database) {}
    void addRoutes(edge::Router& router);

private:
    using Names = std::map<std::string, std::string>;

    boost::asio::awaitable<Result<edge::Response>> list(edge::RequestContext& request);
    boost::asio::awaitable<Result<Names>> namesOf(const std::vector<store::AuditRow>& rows);

    store::Database& m_database;
};

} // namespace parley::server::api
