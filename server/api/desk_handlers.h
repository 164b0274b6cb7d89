// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/ownership.h"
#include "server/desk/sessions.h"
#include "server/desk/supporter_messages.h"
#include "server/edge/router.h"
#include "server/identity/tenant_directory.h"
#include "server/live/hub.h"
#include "server/live/presence.h"
#include "server/pipeline/turns.h"

#include <boost/asio/awaitable.hpp>

namespace parley::server::api {

/// What the routes of the desk stand on.
struct DeskServices {
    desk::Services& services;
    desk::Sessions& sessions;
    desk::Ownership& ownership;
    desk::SupporterMessages& messages;
    live::Hub& hub;
    live::Presence& presence;
    const identity::TenantDirectory& tenants;
    pipeline::Turns& turns;
};

/// The queue, and conversations in the hands of people: accept, join, write, hand over, end. @thread I/O
class DeskHandlers {
public:
    explicit DeskHandlers(DeskServices services) : m_services(services) {}

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    void addColleagueRoutes(edge::Router& router);

    Answer queue(edge::RequestContext& request);
    Answer colleagues(edge::RequestContext& request);
    Answer accept(edge::RequestContext& request);
    Answer conversation(edge::RequestContext& request);
    Answer takeOver(edge::RequestContext& request);
    Answer release(edge::RequestContext& request);
    Answer assign(edge::RequestContext& request);
    Answer write(edge::RequestContext& request);
    Answer resolve(edge::RequestContext& request);
    Answer typing(edge::RequestContext& request);
    Answer tag(edge::RequestContext& request);
    boost::asio::awaitable<Result<void>> checkTeam(TenantId tenant, std::string id);
    [[nodiscard]] desk::OwnerRequest ownerRequest(const edge::RequestContext& request,
                                                  desk::Actor actor) const;
    boost::asio::awaitable<Result<desk::Assignee>> assigneeOf(const edge::RequestContext& request,
                                                              const UserId& id);

    DeskServices m_services;
};

} // namespace parley::server::api
