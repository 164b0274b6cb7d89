// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"
#include "server/agents/understandings.h"
#include "server/edge/router.h"
#include "server/pipeline/sandbox.h"

#include <boost/asio/awaitable.hpp>

#include <atomic>

namespace parley::server::api {

/// `/agents/{id}/test`: what an agent would answer, as it is or with changes that are not saved. @thread I/O
class AgentTestHandlers {
public:
    AgentTestHandlers(agents::AgentCatalog& catalog,
                      agents::Understandings& understandings,
                      const pipeline::Sandbox& sandbox)
        : m_catalog(catalog), m_understandings(understandings), m_sandbox(sandbox)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer test(edge::RequestContext& request);

    agents::AgentCatalog& m_catalog;
    agents::Understandings& m_understandings;
    const pipeline::Sandbox& m_sandbox;
    std::atomic<int> m_running{0};
};

} // namespace parley::server::api
