// SPDX-License-Identifier: MIT
#pragma once

#include "server/channels/channel_kind.h"
#include "server/identity/audit.h"
#include "server/store/database.h"
#include "shared/core/clock.h"

#include <boost/asio/awaitable.hpp>
#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace parley::server::channels {

/// A channel with what came in by it.
struct BookedChannel {
    store::ChannelRow row;
    /// In the last 24 hours.
    store::ChannelTraffic traffic;
};

/// What a POST gives or a PATCH changes; empty optionals leave as it is.
struct ChannelChanges {
    /// Of a POST alone.
    std::string kind;
    std::optional<std::string> name;
    /// Objects; null inside takes back to what holds by default.
    std::optional<nlohmann::json> config;
    std::optional<nlohmann::json> templates;
    std::optional<bool> enabled;
};

/// The ways by which a tenant's customers write: set up by the tenant, and asked by whoever takes messages
/// in. Nothing of it is kept in memory, so that a change holds for the next message on every node. A tenant
/// that never set up anything has one channel of each kind, switched on. @thread any
class ChannelBook {
public:
    ChannelBook(store::Database& database, const Clock& clock, IdSource& ids);

    /// By id. @param after  exclusive; empty: from the start. @errors Storage
    boost::asio::awaitable<Result<std::vector<BookedChannel>>>
    list(TenantId tenant, std::string after, int limit);
    /// @errors NotFound; Storage
    boost::asio::awaitable<Result<BookedChannel>> get(TenantId tenant, std::string id);
    /// @errors InvalidArgument naming every field that is wrong; Conflict there are as many of the kind as
    /// there may be; Storage
    boost::asio::awaitable<Result<BookedChannel>>
    create(TenantId tenant, ChannelChanges wanted, identity::Actor actor);
    /// @errors NotFound; InvalidArgument naming every field that is wrong; Storage
    boost::asio::awaitable<Result<BookedChannel>>
    update(TenantId tenant, std::string id, ChannelChanges changes, identity::Actor actor);
    /// @errors NotFound; Conflict every tenant has one of this kind; Storage
    boost::asio::awaitable<Result<void>> remove(TenantId tenant, std::string id, identity::Actor actor);

    /// Whether messages may come in by the kind of which every tenant has one.
    /// @errors Forbidden (`channel_off`) it is switched off; Storage
    boost::asio::awaitable<Result<void>> checkOn(TenantId tenant, std::string kind);

    /// A channel that messages of its kind may come in by. @param id  empty: the first that is switched on
    /// @errors Forbidden (`channel_off`) none is, or this one is not; NotFound there is none of this id;
    /// Storage
    boost::asio::awaitable<Result<store::ChannelRow>>
    openOne(TenantId tenant, std::string kind, std::string id);

private:
    boost::asio::awaitable<Result<void>> ensureFirst(TenantId tenant);
    Result<BookedChannel> booked(store::ReadTransaction& tx, store::ChannelRow row) const;
    Result<BookedChannel> existing(store::ReadTransaction& tx, const std::string& id) const;
    Result<void> note(store::Transaction& tx,
                      const identity::Actor& actor,
                      const char* verb,
                      const store::ChannelRow* before,
                      const store::ChannelRow* after) const;

    store::Database& m_database;
    const Clock& m_clock;
    IdSource& m_ids;
    const identity::Audit m_audit;
    store::ChannelRepository m_rows;
};

/// `{id, kind, name, config, templates, enabled, status:{state, last_message_ts, received_24h}}`
nlohmann::json channelView(const BookedChannel& channel);
/// `{kind, title, description, can_create, can_delete, config_schema, templates:[…]}`
nlohmann::json kindView(const ChannelKind& kind);

} // namespace parley::server::channels
