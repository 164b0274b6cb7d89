// SPDX-License-Identifier: MIT
#include "server/store/cache_repository.h"

#include "server/store/like_pattern.h"
#include "server/store/rows.h"

#include <algorithm>
#include <utility>

namespace parley::server::store {

namespace {

const std::string kColumns =
    "e.id, e.question, e.question_key, e.locale, e.answer, e.agent, e.category, e.confidence, e.citations, "
    "e.author_id, e.author_name, e.conversation_id, e.config_version, e.tokens, e.duration_ms, e.seq, "
    "e.hits, "
    "e.created_ms, e.expires_ms, e.last_hit_ms, e.ticket_id";

/// An entry whose documents are as they were when it was written, and still for customers.
const std::string kIsValid =
    " AND e.retired_by IS NULL AND NOT EXISTS (SELECT 1 FROM cache_sources s LEFT JOIN documents d ON d.id = "
    "s.document_id "
    "WHERE s.entry_id = e.id AND (d.id IS NULL OR d.updated_ms <> s.updated_ms OR d.visibility <> 'public'))";

CacheEntryRow fromRow(const Row& row)
{
    CacheEntryRow entry;
    entry.id = row.text(0);
    entry.question = row.text(1);
    entry.questionKey = row.text(2);
    entry.locale = row.text(3);
    entry.answer = row.text(4);
    entry.agent = row.text(5);
    entry.category = row.text(6);
    entry.confidence = row.real(7);
    entry.citations = row.text(8);
    entry.authorId = row.text(9);
    entry.authorName = row.text(10);
    entry.conversation.value = row.text(11);
    entry.configVersion = row.integer(12);
    entry.tokens = row.integer(13);
    entry.durationMs = row.integer(14);
    entry.seq = row.integer(15);
    entry.hits = row.integer(16);
    entry.createdMs = row.integer(17);
    entry.expiresMs = row.integer(18);
    entry.lastHitMs = row.optionalInteger(19);
    entry.ticket.value = row.text(20);
    return entry;
}

/// The cache's version after one more change.
Result<std::int64_t> nextVersion(Transaction& tx)
{
    static constexpr std::string_view kSql =
        "INSERT INTO cache_state (id, version, hits, wrong_hits, saved_tokens, saved_ms) "
        "VALUES ('state', 1, 0, 0, 0, 0) "
        "ON CONFLICT (id) DO UPDATE SET version = cache_state.version + 1 RETURNING version";
    auto row = tx.queryOptional(kSql);
    if (!row) {
        return fail(std::move(row).error().in("cache.nextVersion"));
    }
    return *row ? (*row)->integer(0) : std::int64_t{0};
}

/// Whoever changes entries holds this row first: of two the second waits before it holds an entry, so that
/// neither waits for the other.
Result<void> lockEntries(Transaction& tx)
{
    return doneOf(tx.execute("UPDATE cache_state SET version = version WHERE id = 'state'"), "cache.lock");
}

/// Answers went: whoever holds some in memory looks again.
Result<void> raiseIf(Transaction& tx, bool isGone)
{
    if (!isGone) {
        return {};
    }
    auto version = nextVersion(tx);
    return version ? Result<void>() : Result<void>(fail(std::move(version).error()));
}

/// Removes some. @return how many went
Result<std::int64_t>
goneOf(Transaction& tx, std::string_view sql, const Params& params, std::string_view where)
{
    if (auto locked = lockEntries(tx); !locked) {
        return fail(std::move(locked).error());
    }
    auto changed = tx.execute(sql, params);
    if (!changed) {
        return fail(std::move(changed).error().in(std::string(where)));
    }
    if (auto raised = raiseIf(tx, *changed > 0); !raised) {
        return fail(std::move(raised).error());
    }
    return changed;
}

} // namespace

Result<void>
CacheRepository::put(Transaction& tx, CacheEntryRow row, const std::vector<CacheSourceRow>& sources) const
{
    static constexpr std::string_view kDelete = "DELETE FROM cache_entries WHERE question_key = $1";
    // What the entry that goes for good had replaced does not come back.
    static constexpr std::string_view kReplaced =
        "DELETE FROM cache_entries WHERE retired_by IN "
        "(SELECT s.ticket_id FROM cache_entries s WHERE s.question_key = $1)";
    static constexpr std::string_view kSame = "SELECT id FROM cache_entries WHERE question_key = $1";
    static constexpr std::string_view kInsert =
        "INSERT INTO cache_entries (id, question, question_key, locale, answer, agent, category, confidence, "
        "citations, author_id, author_name, conversation_id, config_version, tokens, duration_ms, seq, hits, "
        "created_ms, expires_ms, ticket_id) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 0, $17, $18, $19)";
    static constexpr std::string_view kSource =
        "INSERT INTO cache_sources (entry_id, document_id, updated_ms) VALUES ($1, $2, $3)";

    auto version = nextVersion(tx);
    if (!version) {
        return fail(std::move(version).error());
    }
    if (!row.ticket.isEmpty()) {
        auto id = [](const Row& found) { return found.text(0); };
        auto same = firstOf(tx.queryOptional(kSame, {row.questionKey}), id, "cache.put");
        if (!same) {
            return fail(std::move(same).error());
        }
        if (*same) {
            if (auto kept = retire(tx, **same, row.ticket, row.createdMs); !kept) {
                return fail(std::move(kept).error());
            }
        }
    }
    if (auto dropped = doneOf(tx.execute(kReplaced, {row.questionKey}), "cache.put"); !dropped) {
        return dropped;
    }
    if (auto deleted = doneOf(tx.execute(kDelete, {row.questionKey}), "cache.put"); !deleted) {
        return deleted;
    }
    auto inserted = doneOf(tx.execute(kInsert,
                                      {row.id,
                                       row.question,
                                       row.questionKey,
                                       textOrNull(row.locale),
                                       row.answer,
                                       textOrNull(row.agent),
                                       textOrNull(row.category),
                                       row.confidence,
                                       textOrNull(row.citations),
                                       textOrNull(row.authorId),
                                       textOrNull(row.authorName),
                                       textOrNull(row.conversation.value),
                                       row.configVersion,
                                       row.tokens,
                                       row.durationMs,
                                       *version,
                                       row.createdMs,
                                       row.expiresMs,
                                       textOrNull(row.ticket.value)}),
                           "cache.put");
    for (std::size_t i = 0; inserted && i < sources.size(); ++i) {
        inserted = doneOf(tx.execute(kSource, {row.id, sources[i].document.value, sources[i].updatedMs}),
                          "cache.put");
    }
    return inserted;
}

Result<std::vector<CacheEntryRow>>
CacheRepository::valid(ReadTransaction& tx, const std::vector<std::string>& ids, std::int64_t nowMs) const
{
    static const std::string kSql =
        "SELECT " + kColumns + " FROM cache_entries e WHERE e.id = $1 AND e.expires_ms > $2" + kIsValid;
    std::vector<CacheEntryRow> rows;
    for (const std::string& id : ids) {
        auto row = firstOf(tx.queryOptional(kSql, {id, nowMs}), fromRow, "cache.valid");
        if (!row) {
            return fail(std::move(row).error());
        }
        if (*row) {
            rows.push_back(std::move(**row));
        }
    }
    return rows;
}

Result<std::optional<CacheEntryRow>>
CacheRepository::validByKey(ReadTransaction& tx, const std::string& key, std::int64_t nowMs) const
{
    static const std::string kSql = "SELECT " + kColumns +
                                    " FROM cache_entries e WHERE e.question_key = $1 AND e.expires_ms > $2" +
                                    kIsValid;
    return firstOf(tx.queryOptional(kSql, {key, nowMs}), fromRow, "cache.validByKey");
}

Result<std::vector<CachedQuestion>>
CacheRepository::questionsAfter(ReadTransaction& tx, std::int64_t after, int limit) const
{
    static constexpr std::string_view kSql = "SELECT id, question, locale, author_id, seq FROM cache_entries "
                                             "WHERE seq > $1 AND retired_by IS NULL ORDER BY seq LIMIT $2";
    auto read = [](const Row& row) {
        return CachedQuestion{row.text(0), row.text(1), row.text(2), !row.isNull(3), row.integer(4)};
    };
    return allOf(tx.query(kSql, {after, static_cast<std::int64_t>(limit)}), read, "cache.questionsAfter");
}

Result<CacheTotals> CacheRepository::totals(ReadTransaction& tx) const
{
    static constexpr std::string_view kSql =
        "SELECT version, hits, wrong_hits, saved_tokens, saved_ms FROM cache_state WHERE id = 'state'";
    auto read = [](const Row& row) {
        return CacheTotals{row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4)};
    };
    auto found = firstOf(tx.queryOptional(kSql), read, "cache.totals");
    if (!found) {
        return fail(std::move(found).error());
    }
    return found->value_or(CacheTotals{});
}

Result<void> CacheRepository::served(Transaction& tx,
                                     const std::string& id,
                                     const MessageId& reply,
                                     const ConversationId& conversation,
                                     std::int64_t nowMs) const
{
    static constexpr std::string_view kCount =
        "UPDATE cache_entries SET hits = hits + 1, last_hit_ms = $2 WHERE id = $1";
    static constexpr std::string_view kTotal =
        "UPDATE cache_state SET hits = hits + 1, "
        "saved_tokens = saved_tokens + COALESCE((SELECT tokens FROM cache_entries WHERE id = $1), 0), "
        "saved_ms = saved_ms + COALESCE((SELECT duration_ms FROM cache_entries WHERE id = $1), 0)";
    static constexpr std::string_view kReply =
        "INSERT INTO cache_replies (message_id, entry_id, conversation_id) VALUES ($1, $2, $3)";
    auto done = doneOf(tx.execute(kTotal, {id}), "cache.served");
    if (done) {
        done = doneOf(tx.execute(kCount, {id, nowMs}), "cache.served");
    }
    return done ? doneOf(tx.execute(kReply, {reply.value, id, conversation.value}), "cache.served") : done;
}

Result<bool> CacheRepository::forgetAnswer(Transaction& tx,
                                           const ConversationId& conversation,
                                           const std::string& answer) const
{
    static constexpr std::string_view kSql =
        "DELETE FROM cache_entries WHERE conversation_id = $1 AND answer = $2";
    auto gone = goneOf(tx, kSql, {conversation.value, answer}, "cache.forgetAnswer");
    return gone ? Result<bool>(*gone > 0) : Result<bool>(fail(std::move(gone).error()));
}

Result<bool> CacheRepository::rejected(Transaction& tx, const MessageId& reply) const
{
    static constexpr std::string_view kEntry = "SELECT entry_id FROM cache_replies WHERE message_id = $1";
    static constexpr std::string_view kCount = "UPDATE cache_state SET wrong_hits = wrong_hits + 1";
    static constexpr std::string_view kWrong = "DELETE FROM cache_entries WHERE id = $1";
    static constexpr std::string_view kNote =
        "UPDATE turn_facts SET wrong_hit = 1 WHERE "
        "conversation_id = (SELECT conversation_id FROM messages WHERE id = $1) AND "
        "run_id = (SELECT run_id FROM messages WHERE id = $1)";
    auto read = [](const Row& row) { return row.text(0); };
    auto entry = firstOf(tx.queryOptional(kEntry, {reply.value}), read, "cache.rejected");
    if (!entry) {
        return fail(std::move(entry).error());
    }
    if (!*entry) {
        return false;
    }
    // What a wrong answer had replaced may come back: only this one goes.
    auto removed = goneOf(tx, kWrong, {**entry}, "cache.rejected");
    if (!removed) {
        return fail(std::move(removed).error());
    }
    if (*removed > 0) {
        auto counted = doneOf(tx.execute(kCount), "cache.rejected");
        counted = counted ? doneOf(tx.execute(kNote, {reply.value}), "cache.rejected") : counted;
        if (!counted) {
            return fail(std::move(counted).error());
        }
    }
    return *removed > 0;
}

Result<std::vector<CacheEntryRow>> CacheRepository::page(ReadTransaction& tx,
                                                         const std::string& words,
                                                         const std::string& before,
                                                         int limit) const
{
    static const std::string kSql =
        "SELECT " + kColumns +
        " FROM cache_entries e WHERE e.retired_by IS NULL AND ($1 = '' OR e.id < $1) AND "
        "($2 = '' OR lower(e.question) LIKE lower($3) ESCAPE '!' OR "
        "lower(e.answer) LIKE lower($3) ESCAPE '!') "
        "ORDER BY e.id DESC LIMIT $4";
    const std::string pattern = likeAnywhere(words);
    return allOf(tx.query(kSql, {before, words, pattern, static_cast<std::int64_t>(limit)}),
                 fromRow,
                 "cache.page");
}

Result<std::optional<CacheEntryRow>> CacheRepository::find(ReadTransaction& tx, const std::string& id) const
{
    static const std::string kSql = "SELECT " + kColumns + " FROM cache_entries e WHERE e.id = $1";
    return firstOf(tx.queryOptional(kSql, {id}), fromRow, "cache.find");
}

Result<std::vector<CacheSourceRow>> CacheRepository::sources(ReadTransaction& tx, const std::string& id) const
{
    static constexpr std::string_view kSql =
        "SELECT document_id, updated_ms FROM cache_sources WHERE entry_id = $1 ORDER BY document_id";
    auto read = [](const Row& row) { return CacheSourceRow{DocumentId{row.text(0)}, row.integer(1)}; };
    return allOf(tx.query(kSql, {id}), read, "cache.sources");
}

Result<bool> CacheRepository::retire(Transaction& tx,
                                     const std::string& id,
                                     const TicketId& ticket,
                                     std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE cache_entries SET retired_by = $2, retired_ms = $3, retired_key = question_key, "
        "question_key = id WHERE id = $1 AND retired_by IS NULL";
    auto gone = goneOf(tx, kSql, {id, ticket.value, nowMs}, "cache.retire");
    return gone ? Result<bool>(*gone > 0) : Result<bool>(fail(std::move(gone).error()));
}

Result<bool> CacheRepository::takeBack(Transaction& tx, const TicketId& ticket) const
{
    static constexpr std::string_view kReplaced =
        "SELECT retired_by, retired_ms FROM cache_entries WHERE ticket_id = $1 AND retired_by IS NOT NULL";
    static constexpr std::string_view kHandOn =
        "UPDATE cache_entries SET retired_by = $2, retired_ms = $3 WHERE retired_by = $1";
    static constexpr std::string_view kWritten = "DELETE FROM cache_entries WHERE ticket_id = $1";
    static constexpr std::string_view kRetired =
        "SELECT id FROM cache_entries WHERE retired_by = $1 ORDER BY seq";
    // A new version, so that the indexes in memory learn of it.
    static constexpr std::string_view kRestore =
        "UPDATE cache_entries SET question_key = retired_key, retired_by = NULL, retired_key = NULL, "
        "retired_ms = NULL, seq = $2 WHERE id = $1 AND NOT EXISTS "
        "(SELECT 1 FROM cache_entries o WHERE o.question_key = cache_entries.retired_key)";
    static constexpr std::string_view kRest = "DELETE FROM cache_entries WHERE retired_by = $1";

    if (auto locked = lockEntries(tx); !locked) {
        return fail(std::move(locked).error());
    }
    // Where a later resolution replaced this one's answer, what was before both waits for the undoing of
    // that.
    auto by = [](const Row& row) { return std::pair(row.text(0), row.integer(1)); };
    auto later = firstOf(tx.queryOptional(kReplaced, {ticket.value}), by, "cache.takeBack");
    if (!later) {
        return fail(std::move(later).error());
    }
    if (*later) {
        auto handed =
            doneOf(tx.execute(kHandOn, {ticket.value, (*later)->first, (*later)->second}), "cache.takeBack");
        if (!handed) {
            return fail(std::move(handed).error());
        }
    }
    auto written = goneOf(tx, kWritten, {ticket.value}, "cache.takeBack");
    if (!written) {
        return fail(std::move(written).error());
    }
    auto id = [](const Row& row) { return row.text(0); };
    auto retired = allOf(tx.query(kRetired, {ticket.value}), id, "cache.takeBack");
    if (!retired) {
        return fail(std::move(retired).error());
    }
    for (const std::string& each : *retired) {
        auto version = nextVersion(tx);
        if (!version) {
            return fail(std::move(version).error());
        }
        if (auto done = doneOf(tx.execute(kRestore, {each, *version}), "cache.takeBack"); !done) {
            return fail(std::move(done).error());
        }
    }
    if (auto done = doneOf(tx.execute(kRest, {ticket.value}), "cache.takeBack"); !done) {
        return fail(std::move(done).error());
    }
    return *written > 0;
}

Result<bool> CacheRepository::remove(Transaction& tx, const std::string& id) const
{
    static constexpr std::string_view kReplaced = "DELETE FROM cache_entries WHERE retired_by IN (SELECT "
                                                  "s.ticket_id FROM cache_entries s WHERE s.id = $1)";
    static constexpr std::string_view kSql = "DELETE FROM cache_entries WHERE id = $1";
    if (auto locked = lockEntries(tx); !locked) {
        return fail(std::move(locked).error());
    }
    if (auto dropped = doneOf(tx.execute(kReplaced, {id}), "cache.remove"); !dropped) {
        return fail(std::move(dropped).error());
    }
    auto gone = goneOf(tx, kSql, {id}, "cache.remove");
    return gone ? Result<bool>(*gone > 0) : Result<bool>(fail(std::move(gone).error()));
}

Result<std::int64_t> CacheRepository::clear(Transaction& tx) const
{
    static constexpr std::string_view kSql = "DELETE FROM cache_entries";
    return goneOf(tx, kSql, {}, "cache.clear");
}

Result<void> CacheRepository::evictDocument(Transaction& tx, const DocumentId& document) const
{
    static constexpr std::string_view kAny = "SELECT 1 FROM cache_sources WHERE document_id = $1 LIMIT 1";
    static constexpr std::string_view kSql =
        "DELETE FROM cache_entries WHERE id IN (SELECT entry_id FROM cache_sources WHERE document_id = $1)";
    // Taking in a large document takes a while, in which answers that have nothing to do with it are kept.
    auto any = tx.queryOptional(kAny, {document.value});
    if (!any) {
        return fail(std::move(any).error().in("cache.evictDocument"));
    }
    if (!*any) {
        return {};
    }
    auto gone = goneOf(tx, kSql, {document.value}, "cache.evictDocument");
    return gone ? Result<void>() : Result<void>(fail(std::move(gone).error()));
}

Result<void> CacheRepository::raiseVersion(Transaction& tx) const
{
    return raiseIf(tx, true);
}

Result<void> CacheRepository::prune(Transaction& tx, std::int64_t nowMs, std::int64_t most) const
{
    static constexpr std::string_view kExpired =
        "DELETE FROM cache_entries WHERE expires_ms <= $1 OR (retired_by IS NOT NULL AND retired_ms < $2)";
    static constexpr std::string_view kOldest =
        "DELETE FROM cache_entries WHERE author_id IS NULL AND seq <= "
        "(SELECT COALESCE(MIN(seq), 0) FROM (SELECT seq FROM cache_entries ORDER BY seq DESC LIMIT 1 OFFSET "
        "$1) "
        "AS beyond)";
    if (auto locked = lockEntries(tx); !locked) {
        return locked;
    }
    auto done = doneOf(tx.execute(kExpired, {nowMs, nowMs - kUndoMs}), "cache.prune");
    return done ? doneOf(tx.execute(kOldest, {most}), "cache.prune") : done;
}

} // namespace parley::server::store
