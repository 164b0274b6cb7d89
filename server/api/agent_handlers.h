// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/agent_catalog.h"
#include "server/agents/rule_book.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// `/agents`: who answers, and by which sentences the router knows what is whose. @thread I/O
class AgentHandlers {
public:
    explicit AgentHandlers(agents::AgentCatalog& catalog) : m_catalog(catalog) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    agents::AgentCatalog& m_catalog;
};

/// `/agents/{id}/versions` and `/agents/{id}/rollback`: what an agent was. @thread I/O
class AgentVersionHandlers {
public:
    AgentVersionHandlers(agents::AgentCatalog& catalog, agents::AgentHistory& history)
        : m_catalog(catalog), m_history(history)
    {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer rollback(edge::RequestContext& request);

    agents::AgentCatalog& m_catalog;
    agents::AgentHistory& m_history;
};

/// `/escalation-rules`: what goes to a person without an attempt to answer. @thread I/O
class EscalationRuleHandlers {
public:
    explicit EscalationRuleHandlers(agents::RuleBook& book) : m_book(book) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer list(edge::RequestContext& request);
    Answer create(edge::RequestContext& request);
    Answer get(edge::RequestContext& request);
    Answer update(edge::RequestContext& request);
    Answer remove(edge::RequestContext& request);

    agents::RuleBook& m_book;
};

} // namespace parley::server::api
