// SPDX-License-Identifier: MIT
#include "server/channels/channel_book.h"

#include "server/channels/channel_rules.h"
#include "server/channels/plain_kinds.h"

#include <chrono>

namespace parley::server::channels {

using identity::Actor;
using nlohmann::json;

namespace {

/// What `received_24h` is counted over.
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
/// More than a tenant can have.
constexpr int kAll = 1'000;

Error noChannel()
{
    return {ErrorCode::NotFound, "There is no such channel.", {}, {}, {}, {}};
}

Error channelOff(const ChannelKind& kind)
{
    Error error;
    error.code = ErrorCode::Forbidden;
    error.problem = "channel_off";
    error.message = "This organisation takes no messages by this channel now (" + kind.facts().title + ").";
    return error;
}

/// What the audit shows: what was set, not what holds by default.
json auditView(const store::ChannelRow* row)
{
    return row == nullptr ? json()
                          : json{{"kind", row->kind},
                                 {"name", row->name},
                                 {"config", json::parse(row->config, nullptr, false)},
                                 {"templates", json::parse(row->templates, nullptr, false)},
                                 {"enabled", row->enabled}};
}

} // namespace

ChannelBook::ChannelBook(store::Database& database, const Clock& clock, IdSource& ids)
    : m_database(database), m_clock(clock), m_ids(ids), m_audit(clock, ids)
{}

/// A tenant gets its first channels when somebody first asks for them: none is there before, and the
/// widget's, which nobody can remove, is there ever after.
boost::asio::awaitable<Result<void>> ChannelBook::ensureFirst(TenantId tenant)
{
    auto isThere = [&](store::ReadTransaction& tx) -> Result<bool> {
        auto rows = m_rows.list(tx, kWebChannel, std::string(), 1);
        return rows ? Result<bool>(!rows->empty()) : Result<bool>(fail(std::move(rows).error()));
    };
    auto make = [&](store::Transaction& tx) -> Result<void> {
        for (const ChannelKind* kind : allChannelKinds()) {
            store::ChannelRow row;
            row.id = m_ids.next();
            row.kind = kind->facts().name;
            row.name = kind->facts().defaultName;
            row.createdMs = row.updatedMs = m_clock.nowMs();
            if (auto created = m_rows.create(tx, row); !created) {
                return created;
            }
        }
        return {};
    };
    auto scope = store::Scope::of(tenant);
    auto known = co_await m_database.read(scope, isThere);
    if (!known) {
        co_return fail(std::move(known).error());
    }
    if (*known) {
        co_return Result<void>();
    }
    auto made = co_await m_database.transact(scope, make);
    const bool isByAnother = !made && made.error().code == ErrorCode::Conflict;
    co_return isByAnother ? Result<void>() : made;
}

Result<BookedChannel> ChannelBook::booked(store::ReadTransaction& tx, store::ChannelRow row) const
{
    BookedChannel channel;
    if (const ChannelKind* kind = findChannelKind(row.kind)) {
        auto traffic = kind->traffic(tx, row, m_clock.nowMs() - kDayMs);
        if (!traffic) {
            return fail(std::move(traffic).error());
        }
        channel.traffic = *traffic;
    }
    channel.row = std::move(row);
    return channel;
}

Result<BookedChannel> ChannelBook::existing(store::ReadTransaction& tx, const std::string& id) const
{
    auto row = m_rows.find(tx, id);
    if (!row || !*row) {
        return fail(row ? noChannel() : std::move(row).error());
    }
    return booked(tx, std::move(**row));
}

Result<void> ChannelBook::note(store::Transaction& tx,
                               const Actor& actor,
                               const char* verb,
                               const store::ChannelRow* before,
                               const store::ChannelRow* after) const
{
    const std::string& id = before != nullptr ? before->id : after->id;
    const identity::AuditEntry entry{
        std::string("channel.") + verb, "channel", id, auditView(before), auditView(after)};
    return m_audit.write(tx, actor, entry);
}

boost::asio::awaitable<Result<std::vector<BookedChannel>>>
ChannelBook::list(TenantId tenant, std::string after, int limit)
{
    if (auto ensured = co_await ensureFirst(tenant); !ensured) {
        co_return fail(std::move(ensured).error());
    }
    auto job = [&](store::ReadTransaction& tx) -> Result<std::vector<BookedChannel>> {
        auto rows = m_rows.list(tx, std::string(), after, limit);
        if (!rows) {
            return fail(std::move(rows).error());
        }
        std::vector<BookedChannel> all;
        for (store::ChannelRow& row : *rows) {
            auto channel = booked(tx, std::move(row));
            if (!channel) {
                return fail(std::move(channel).error());
            }
            all.push_back(*std::move(channel));
        }
        return all;
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<BookedChannel>> ChannelBook::get(TenantId tenant, std::string id)
{
    auto job = [&](store::ReadTransaction& tx) { return existing(tx, id); };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.read(scope, job);
}

boost::asio::awaitable<Result<BookedChannel>>
ChannelBook::create(TenantId tenant, ChannelChanges wanted, Actor actor)
{
    auto row = newChannel(wanted);
    if (!row) {
        co_return fail(std::move(row).error());
    }
    if (auto ensured = co_await ensureFirst(tenant); !ensured) {
        co_return fail(std::move(ensured).error());
    }
    row->id = m_ids.next();
    row->createdMs = row->updatedMs = m_clock.nowMs();
    const ChannelKind& kind = *findChannelKind(row->kind);
    auto job = [&](store::Transaction& tx) -> Result<BookedChannel> {
        auto all = m_rows.list(tx, row->kind, std::string(), kAll);
        if (!all) {
            return fail(std::move(all).error());
        }
        if (all->size() >= static_cast<std::size_t>(kind.facts().most)) {
            return fail(tooMany(kind));
        }
        if (auto created = m_rows.create(tx, *row); !created) {
            return fail(std::move(created).error());
        }
        if (auto noted = note(tx, actor, "create", nullptr, &*row); !noted) {
            return fail(std::move(noted).error());
        }
        return booked(tx, *row);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<BookedChannel>>
ChannelBook::update(TenantId tenant, std::string id, ChannelChanges changes, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<BookedChannel> {
        auto before = m_rows.find(tx, id);
        if (!before || !*before) {
            return fail(before ? noChannel() : std::move(before).error());
        }
        auto after = changedChannel(**before, changes);
        if (!after) {
            return fail(std::move(after).error());
        }
        after->updatedMs = m_clock.nowMs();
        if (auto updated = m_rows.update(tx, *after); !updated) {
            return fail(std::move(updated).error());
        }
        if (auto noted = note(tx, actor, "update", &**before, &*after); !noted) {
            return fail(std::move(noted).error());
        }
        return booked(tx, *std::move(after));
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> ChannelBook::remove(TenantId tenant, std::string id, Actor actor)
{
    auto job = [&](store::Transaction& tx) -> Result<void> {
        auto before = m_rows.find(tx, id);
        if (!before || !*before) {
            return fail(before ? noChannel() : std::move(before).error());
        }
        if (auto allowed = checkRemovable(**before); !allowed) {
            return allowed;
        }
        if (auto removed = m_rows.remove(tx, id); !removed) {
            return fail(std::move(removed).error());
        }
        return note(tx, actor, "delete", &**before, nullptr);
    };
    auto scope = store::Scope::of(tenant);
    co_return co_await m_database.transact(scope, job);
}

boost::asio::awaitable<Result<void>> ChannelBook::checkOn(TenantId tenant, std::string kind)
{
    auto job = [&](store::ReadTransaction& tx) { return m_rows.list(tx, kind, std::string(), 1); };
    auto scope = store::Scope::of(tenant);
    auto rows = co_await m_database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    // Nothing was set up yet: it is on.
    const bool isOn = rows->empty() || rows->front().enabled;
    co_return isOn ? Result<void>() : Result<void>(fail(channelOff(*findChannelKind(kind))));
}

boost::asio::awaitable<Result<store::ChannelRow>>
ChannelBook::openOne(TenantId tenant, std::string kind, std::string id)
{
    if (auto ensured = co_await ensureFirst(tenant); !ensured) {
        co_return fail(std::move(ensured).error());
    }
    auto job = [&](store::ReadTransaction& tx) { return m_rows.list(tx, kind, std::string(), kAll); };
    auto scope = store::Scope::of(tenant);
    auto rows = co_await m_database.read(scope, job);
    if (!rows) {
        co_return fail(std::move(rows).error());
    }
    bool isThere = id.empty();
    for (store::ChannelRow& row : *rows) {
        isThere = isThere || row.id == id;
        if (row.enabled && (id.empty() || row.id == id)) {
            co_return std::move(row);
        }
    }
    co_return fail(isThere ? channelOff(*findChannelKind(kind)) : noChannel());
}

json channelView(const BookedChannel& channel)
{
    const store::ChannelRow& row = channel.row;
    const ChannelKind* kind = findChannelKind(row.kind);
    const auto& last = channel.traffic.lastMs;
    return {{"id", row.id},
            {"kind", row.kind},
            {"name", row.name},
            {"config", kind == nullptr ? json::object() : kind->configOf(row)},
            {"templates", kind == nullptr ? json::object() : kind->templatesOf(row)},
            {"enabled", row.enabled},
            {"status",
             {{"state", row.enabled ? "on" : "off"},
              {"last_message_ts", last ? json(toRfc3339(*last)) : json()},
              {"received_24h", channel.traffic.received}}}};
}

json kindView(const ChannelKind& kind)
{
    const KindFacts& facts = kind.facts();
    json templates = json::array();
    for (const TemplateFacts& each : facts.templates) {
        templates.push_back({{"name", each.name},
                             {"title", each.title},
                             {"variables", each.variables},
                             {"default", each.text}});
    }
    return {{"kind", facts.name},
            {"title", facts.title},
            {"description", facts.description},
            {"can_create", facts.isMadeByTenants},
            {"can_delete", facts.isMadeByTenants},
            {"config_schema", facts.configSchema},
            {"templates", std::move(templates)}};
}

} // namespace parley::server::channels
