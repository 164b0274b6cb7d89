// SPDX-License-Identifier: MIT
#pragma once

#include "server/desk/services.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace parley::server::desk {

/// A matter that a person has to deal with later, while the agents go on with the conversation.
struct TicketWish {
    TenantId tenant;
    ConversationId conversation;
    RunId run;
    std::string ticketPrefix;
    std::string subject;
    std::string description;
    std::string category = "general";
    std::string priority = "medium";
};

/// Opens tickets without handing the conversation over. @thread any
class TicketOpening {
public:
    explicit TicketOpening(Services& services) : m_services(services) {}

    struct Opened {
        store::TicketRow ticket;
        bool isNew = false; ///< false: the conversation had one that waits already
    };
    /// @errors NotFound no such conversation; Storage
    boost::asio::awaitable<Result<Opened>> open(TicketWish wish);

private:
    Result<Opened> openIn(store::Transaction& tx, const TicketWish& wish) const;

    Services& m_services;
};

} // namespace parley::server::desk
