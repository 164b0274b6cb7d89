// SPDX-License-Identifier: MIT
#pragma once

#include "server/agents/corrections.h"
#include "server/desk/resolution.h"
#include "server/desk/services.h"
#include "server/desk/sessions.h"
#include "server/edge/router.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// Sessions, tickets and runs: reading a case, and resolving it. @thread I/O
class CaseHandlers {
public:
    CaseHandlers(desk::Services& services,
                 desk::Sessions& sessions,
                 desk::Resolution& resolution,
                 agents::Corrections& corrections);

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer session(edge::RequestContext& request);
    Answer conversations(edge::RequestContext& request);
    Answer search(edge::RequestContext& request, std::string words, store::ConversationFilter filter);
    /// A customer's, latest activity first: at most the page's limit, in one page.
    Answer ticket(edge::RequestContext& request);
    Answer tickets(edge::RequestContext& request);
    Answer correct(edge::RequestContext& request);
    Answer resolve(edge::RequestContext& request);
    Answer run(edge::RequestContext& request);
    Answer runsOf(edge::RequestContext& request);

    desk::Services& m_services;
    desk::Sessions& m_sessions;
    desk::Resolution& m_resolution;
    agents::Corrections& m_corrections;
};

} // namespace parley::server::api
