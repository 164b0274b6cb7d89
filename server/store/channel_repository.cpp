// SPDX-License-Identifier: MIT
#include "server/store/channel_repository.h"

#include "server/store/rows.h"

namespace parley::server::store {

namespace {

constexpr std::string_view kColumns = "id, kind, name, config, templates, enabled, created_ms, updated_ms";

ChannelRow fromRow(const Row& row)
{
    ChannelRow channel;
    channel.id = row.text(0);
    channel.kind = row.text(1);
    channel.name = row.text(2);
    channel.config = row.text(3);
    channel.templates = row.text(4);
    channel.enabled = row.boolean(5);
    channel.createdMs = row.integer(6);
    channel.updatedMs = row.integer(7);
    return channel;
}

ChannelTraffic trafficFrom(const Row& row)
{
    return {row.integer(0), row.optionalInteger(1)};
}

} // namespace

Result<void> ChannelRepository::create(Transaction& tx, const ChannelRow& row) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO channels (id, kind, name, config, templates, enabled, created_ms, updated_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    return doneOf(tx.execute(kSql,
                             {row.id,
                              row.kind,
                              row.name,
                              row.config,
                              row.templates,
                              std::int64_t{row.enabled ? 1 : 0},
                              row.createdMs,
                              row.updatedMs}),
                  "channels.create");
}

Result<bool> ChannelRepository::update(Transaction& tx, const ChannelRow& row) const
{
    static constexpr std::string_view kSql =
        "UPDATE channels SET name = $2, config = $3, templates = $4, enabled = $5, updated_ms = $6 "
        "WHERE id = $1";
    return wonOf(
        tx.execute(
            kSql,
            {row.id, row.name, row.config, row.templates, std::int64_t{row.enabled ? 1 : 0}, row.updatedMs}),
        "channels.update");
}

Result<bool> ChannelRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql = "DELETE FROM channels WHERE id = $1";
    return wonOf(tx.execute(kSql, {id}), "channels.remove");
}

Result<std::optional<ChannelRow>> ChannelRepository::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql = "SELECT " + std::string(kColumns) + " FROM channels WHERE id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "channels.find");
}

Result<std::vector<ChannelRow>> ChannelRepository::list(ReadTransaction& tx,
                                                        const std::string& kind,
                                                        const std::string& after,
                                                        int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kColumns) +
        " FROM channels WHERE id > $1 AND ($2 = '' OR kind = $2) ORDER BY id LIMIT $3";
    return allOf(tx.query(kSql, {after, kind, static_cast<std::int64_t>(limit)}), fromRow, "channels.list");
}

Result<ChannelTraffic> ChannelRepository::conversationTraffic(ReadTransaction& tx,
                                                              const std::string& channel,
                                                              std::int64_t sinceMs) const
{
    // The number of a message has its time in the upper bits, or a later one where the clock went back, and
    // is indexed.
    static constexpr std::string_view kRecent =
        "SELECT COUNT(*), MAX(m.created_ms) FROM messages m JOIN conversations c ON c.id = m.conversation_id "
        "WHERE m.number >= $2 AND m.created_ms >= $3 AND m.sender = 'user' AND c.channel = $1";
    static constexpr std::string_view kLast =
        "SELECT 0, MAX(m.created_ms) FROM messages m WHERE m.sender = 'user' AND m.conversation_id = "
        "(SELECT c.id FROM conversations c WHERE c.channel = $1 AND c.last_message IS NOT NULL "
        "ORDER BY c.last_ms DESC LIMIT 1)";
    auto recent = firstOf(tx.queryOptional(kRecent, {channel, sinceMs * 65'536, sinceMs}),
                          trafficFrom,
                          "channels.recent");
    if (!recent) {
        return fail(std::move(recent).error());
    }
    if (*recent && (*recent)->lastMs) {
        return **recent;
    }
    auto last = firstOf(tx.queryOptional(kLast, {channel}), trafficFrom, "channels.last");
    if (!last) {
        return fail(std::move(last).error());
    }
    return last->value_or(ChannelTraffic{});
}

Result<ChannelTraffic>
ChannelRepository::formTraffic(ReadTransaction& tx, const std::string& id, std::int64_t sinceMs) const
{
    static constexpr std::string_view kSql =
        "SELECT (SELECT COUNT(*) FROM form_submissions WHERE channel_id = $1 AND created_ms >= $2), "
        "(SELECT MAX(created_ms) FROM form_submissions WHERE channel_id = $1)";
    auto found = firstOf(tx.queryOptional(kSql, {id, sinceMs}), trafficFrom, "channels.formTraffic");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(ChannelTraffic{});
}

} // namespace parley::server::store
