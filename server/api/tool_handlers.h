// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/router.h"
#include "server/tools/tenant_tools.h"
#include "server/tools/tool_catalog.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/tools`: what agents may call, and `/tool-calls`: what they changed by it. @thread I/O
class ToolHandlers {
public:
    ToolHandlers(tools::ToolCatalog& catalog, tools::TenantTools& tools) : m_catalog(catalog), m_tools(tools)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);
    Answer test(edge::RequestContext& request);
    Answer calls(edge::RequestContext& request);

    tools::ToolCatalog& m_catalog;
    tools::TenantTools& m_tools;
};

} // namespace parley::server::api
