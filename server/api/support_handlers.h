// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/ticket_status.h"
#include "server/channels/web_form.h"
#include "server/desk/widget_settings.h"
#include "server/edge/router.h"
#include "server/identity/sliding_window.h"
#include "server/identity/tenant_directory.h"
#include "server/pipeline/turns.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::api {

/// How much may come in by forms, and how often a ticket may be asked for in vain, within an hour.
struct SupportLimits {
    /// 0: any number.
    int formsPerAddress = 0;
    int formsPerTenant = 0;
    int missesPerAddress = 10;
};

/// What the form's routes stand on.
struct SupportServices {
    channels::WebForm& form;
    channels::TicketStatusDesk& status;
    channels::ChannelBook& channels;
    pipeline::Turns& turns;
    desk::WidgetSettings& widget;
    const identity::TenantDirectory& tenants;
    const Clock& clock;
    /// As browsers reach this server ("https://desk.example"); empty: as the request names it.
    std::string publicUrl;
    SupportLimits limits;
};

/// `/support/*`: the contact form for anyone with a tenant's public key, and how a ticket stands for whoever
/// proves that it is his. @thread I/O
class SupportHandlers {
public:
    explicit SupportHandlers(SupportServices services);

    void addRoutes(edge::Router& router);

private:
    using Answer = boost::asio::awaitable<Result<edge::Response>>;

    Answer config(edge::RequestContext& request);
    Answer submit(edge::RequestContext& request);
    Answer status(edge::RequestContext& request);
    Answer reply(edge::RequestContext& request);
    /// @errors InvalidArgument no tenant is named; NotFound there is none with this key
    Result<identity::TenantDirectory::Record> tenantOf(const edge::RequestContext& request) const;
    Result<void> countForm(const TenantId& tenant, const std::string& address);
    Result<void> beginLookup(const std::string& address);
    [[nodiscard]] std::string originOf(const edge::RequestContext& request) const;

    SupportServices m_services;
    identity::SlidingWindow m_formsByAddress;
    identity::SlidingWindow m_formsByTenant;
    identity::SlidingWindow m_misses;
};

} // namespace parley::server::api
