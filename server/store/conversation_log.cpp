// SPDX-License-Identifier: MIT
#include "server/store/conversation_log.h"

#include "server/store/rows.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <random>

namespace parley::server::store {

namespace {

/// Length of the preview that lists of conversations show, in code points.
constexpr std::size_t kPreviewLength = 160;

constexpr std::string_view kMessageColumns =
    "m.id, m.conversation_id, m.seq, m.customer_seq, m.sender, m.author_id, m.author_name, m.kind, m.text, "
    "m.citations, m.attachments, m.delivery, m.run_id, m.effect_key, m.body_hash, m.created_ms, m.read_ms";
constexpr std::size_t kMessageColumnCount = 17;

MessageRow messageFrom(const Row& row, std::size_t at = 0)
{
    MessageRow message;
    message.id.value = row.text(at);
    message.conversation.value = row.text(at + 1);
    message.seq = row.integer(at + 2);
    message.customerSeq = row.optionalInteger(at + 3);
    message.sender = row.text(at + 4);
    message.authorId = row.text(at + 5);
    message.authorName = row.text(at + 6);
    message.kind = row.text(at + 7);
    message.text = row.text(at + 8);
    message.citations = row.text(at + 9);
    message.attachments = row.text(at + 10);
    message.delivery = row.text(at + 11);
    message.run.value = row.text(at + 12);
    message.effectKey = row.text(at + 13);
    message.bodyHash = row.text(at + 14);
    message.createdMs = row.integer(at + 15);
    message.readMs = row.optionalInteger(at + 16);
    return message;
}

std::string previewOf(const MessageRow& message)
{
    return std::string(firstCodePoints(message.text, kPreviewLength));
}

/// An INSERT of so many rows. @param table  its name and columns
std::string insertOf(std::string_view table, std::size_t columns, std::size_t rows)
{
    std::string sql = "INSERT INTO " + std::string(table) + " VALUES ";
    for (std::size_t i = 1; i <= columns * rows; ++i) {
        sql += (i % columns == 1 ? "(" : "") + ('$' + std::to_string(i)) +
               (i % columns != 0     ? ", "
                : i < columns * rows ? "), "
                                     : ")");
    }
    return sql;
}

MessageRow wholeMessage(const Row& row)
{
    return messageFrom(row);
}

/// The place of a message in time, which names it in the index of words: milliseconds, and 16 bits that keep
/// apart what comes in the same one on several nodes. Within a process no two are equal, and each is higher
/// than the one before, also where the clock goes back.
std::int64_t nextPlace(std::int64_t nowMs)
{
    constexpr unsigned kBits = 16;
    static const std::int64_t kOwn = std::random_device()() & ((1U << kBits) - 1);
    static std::atomic<std::int64_t> last{0};
    const std::int64_t wanted = (std::max<std::int64_t>(nowMs, 0) << kBits) | kOwn;
    std::int64_t before = last.load();
    std::int64_t place = 0;
    do {
        place = std::max(wanted, before + 1);
    } while (!last.compare_exchange_weak(before, place));
    return place;
}

} // namespace

/// Whose word changes what a customer waits for. Notes and events are nobody's word.
enum class ConversationLog::Spoke : std::int64_t { Nobody = 0, Customer = 1, Agents = 2, Supporter = 3 };

ConversationLog::Spoke ConversationLog::spokeOf(const MessageRow& message)
{
    if (message.kind == "note" || message.kind == "event") {
        return Spoke::Nobody;
    }
    return message.sender == "user"        ? Spoke::Customer
           : message.sender == "agent"     ? Spoke::Agents
           : message.sender == "supporter" ? Spoke::Supporter
                                           : Spoke::Nobody;
}

Result<ConversationLog::Appended> ConversationLog::nextNumber(Transaction& tx,
                                                              const ConversationId& conversation,
                                                              std::int64_t count,
                                                              bool forCustomer,
                                                              std::int64_t nowMs,
                                                              const std::string& preview,
                                                              Spoke spoke) const
{
    static constexpr std::string_view kSql =
        "UPDATE conversations SET event_seq = event_seq + $6, customer_seq = customer_seq + $2, last_ms = "
        "$3, "
        "last_message = COALESCE($4, last_message), "
        "owed_since_ms = CASE WHEN $5 = 1 THEN COALESCE(owed_since_ms, CAST($3 AS BIGINT)) WHEN $5 > 1 THEN "
        "NULL "
        "ELSE owed_since_ms END, "
        // Whoever holds it owes him a word again.
        "held_since_ms = CASE WHEN $5 = 3 THEN NULL WHEN $5 = 1 AND status = 'with_agent' THEN "
        "COALESCE(held_since_ms, CAST($3 AS BIGINT)) ELSE held_since_ms END, "
        "held_spoken = CASE WHEN $5 = 3 THEN 1 ELSE held_spoken END WHERE id = $1 "
        "RETURNING event_seq, customer_seq, status, customer_id, locale, awaiting";
    auto row = tx.queryOptional(kSql,
                                {conversation.value,
                                 forCustomer ? count : std::int64_t{0},
                                 nowMs,
                                 textOrNull(preview),
                                 static_cast<std::int64_t>(spoke),
                                 count});
    if (!row) {
        return fail(std::move(row).error().in("conversation_log.nextNumber"));
    }
    if (!*row) {
        return fail(ErrorCode::NotFound, "There is no such conversation.");
    }
    Appended appended;
    appended.seq = (*row)->integer(0);
    appended.customerSeq = (*row)->integer(1);
    appended.status = (*row)->text(2);
    appended.customerId = (*row)->text(3);
    appended.locale = (*row)->text(4);
    appended.awaiting = (*row)->text(5);
    return appended;
}

Result<void> ConversationLog::insertMessages(Transaction& tx,
                                             std::span<const MessageRow* const> messages) const
{
    static constexpr std::string_view kColumns =
        "messages (id, conversation_id, seq, customer_seq, sender, author_id, author_name, kind, text, "
        "citations, attachments, delivery, run_id, effect_key, body_hash, created_ms, number)";
    static const std::string kOne = insertOf(kColumns, 17, 1);
    static const std::string kTwo = insertOf(kColumns, 17, 2);
    Params params;
    for (const MessageRow* message : messages) {
        params.insert(params.end(),
                      {message->id.value,
                       message->conversation.value,
                       message->seq,
                       orNull(message->customerSeq),
                       message->sender,
                       textOrNull(message->authorId),
                       textOrNull(message->authorName),
                       message->kind,
                       message->text,
                       textOrNull(message->citations),
                       textOrNull(message->attachments),
                       textOrNull(message->delivery),
                       textOrNull(message->run.value),
                       textOrNull(message->effectKey),
                       textOrNull(message->bodyHash),
                       message->createdMs,
                       nextPlace(message->createdMs)});
    }
    auto done = tx.execute(messages.size() == 1 ? kOne : kTwo, params);
    if (!done) {
        return fail(std::move(done).error().in("conversation_log.insertMessages"));
    }
    // What they tell of is known by now.
    static constexpr std::string_view kEventColumns =
        "events (conversation_id, seq, customer_seq, type, ref, created_ms)";
    static const std::string kOneEvent = insertOf(kEventColumns, 6, 1);
    static const std::string kTwoEvents = insertOf(kEventColumns, 6, 2);
    Params events;
    for (const MessageRow* message : messages) {
        events.insert(events.end(),
                      {message->conversation.value,
                       message->seq,
                       orNull(message->customerSeq),
                       std::string("message.created"),
                       message->id.value,
                       message->createdMs});
    }
    return doneOf(tx.execute(messages.size() == 1 ? kOneEvent : kTwoEvents, events),
                  "conversation_log.insertMessages");
}

Result<void> ConversationLog::insertEvent(Transaction& tx, const EventRow& event) const
{
    static constexpr std::string_view kSql =
        "INSERT INTO events (conversation_id, seq, customer_seq, type, ref, payload, created_ms) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)";
    auto done = tx.execute(kSql,
                           {event.conversation.value,
                            event.seq,
                            orNull(event.customerSeq),
                            event.type,
                            textOrNull(event.ref),
                            textOrNull(event.payload),
                            event.createdMs});
    return doneOf(std::move(done), "conversation_log.insertEvent");
}

Result<ConversationLog::Appended> ConversationLog::appendMessage(Transaction& tx, MessageRow& message) const
{
    const bool forCustomer = message.kind != "note";
    const std::string preview = forCustomer ? previewOf(message) : std::string();
    auto appended =
        nextNumber(tx, message.conversation, 1, forCustomer, message.createdMs, preview, spokeOf(message));
    if (!appended) {
        return appended;
    }
    message.seq = appended->seq;
    message.customerSeq = forCustomer ? std::optional(appended->customerSeq) : std::nullopt;
    const std::array<const MessageRow*, 1> messages{&message};
    auto done = insertMessages(tx, messages);
    return done ? appended : Result<Appended>(fail(std::move(done).error()));
}

Result<ConversationLog::Appended>
ConversationLog::appendExchange(Transaction& tx, MessageRow& question, MessageRow& reply) const
{
    auto appended =
        nextNumber(tx, reply.conversation, 2, true, reply.createdMs, previewOf(reply), spokeOf(reply));
    if (!appended) {
        return appended;
    }
    question.seq = appended->seq - 1;
    question.customerSeq = appended->customerSeq - 1;
    reply.seq = appended->seq;
    reply.customerSeq = appended->customerSeq;
    const std::array<const MessageRow*, 2> messages{&question, &reply};
    auto done = insertMessages(tx, messages);
    return done ? appended : Result<Appended>(fail(std::move(done).error()));
}

Result<ConversationLog::Appended>
ConversationLog::appendEvent(Transaction& tx, EventRow& event, bool forCustomer) const
{
    auto appended = nextNumber(tx, event.conversation, 1, forCustomer, event.createdMs, {}, Spoke::Nobody);
    if (!appended) {
        return appended;
    }
    event.seq = appended->seq;
    event.customerSeq = forCustomer ? std::optional(appended->customerSeq) : std::nullopt;
    auto logged = insertEvent(tx, event);
    if (!logged) {
        return fail(std::move(logged).error());
    }
    return appended;
}

Result<std::optional<MessageRow>> ConversationLog::findByEffect(ReadTransaction& tx,
                                                                const std::string& effectKey) const
{
    static const std::string kSql =
        "SELECT " + std::string(kMessageColumns) + " FROM messages m WHERE m.effect_key = $1";
    return firstOf(tx.queryOptional(kSql, {effectKey}), wholeMessage, "conversation_log.findByEffect");
}

Result<std::optional<MessageRow>> ConversationLog::findMessage(ReadTransaction& tx, const MessageId& id) const
{
    static const std::string kSql =
        "SELECT " + std::string(kMessageColumns) + " FROM messages m WHERE m.id = $1";
    return firstOf(tx.queryOptional(kSql, {id.value}), wholeMessage, "conversation_log.findMessage");
}

Result<std::vector<MessageRow>> ConversationLog::messages(ReadTransaction& tx,
                                                          const ConversationId& conversation,
                                                          bool forCustomer,
                                                          int limit) const
{
    static const std::string kSql =
        "SELECT " + std::string(kMessageColumns) +
        " FROM messages m WHERE m.conversation_id = $1 AND ($2 = 0 OR m.kind <> 'note') "
        "ORDER BY m.seq DESC LIMIT $3";
    auto rows =
        tx.query(kSql,
                 {conversation.value, std::int64_t{forCustomer ? 1 : 0}, static_cast<std::int64_t>(limit)});
    auto messages = allOf(std::move(rows), wholeMessage, "conversation_log.messages");
    if (messages) {
        std::reverse(messages->begin(), messages->end());
    }
    return messages;
}

Result<std::vector<LoggedEvent>> ConversationLog::eventsAfter(ReadTransaction& tx,
                                                              const ConversationId& conversation,
                                                              std::int64_t after,
                                                              bool forCustomer,
                                                              int limit) const
{
    // Two statements rather than one with a switch in it: each has an index to walk.
    static const std::string kFrom =
        "SELECT " + std::string(kMessageColumns) +
        ", e.seq, e.customer_seq, e.type, e.ref, e.payload, e.created_ms FROM events e "
        "LEFT JOIN messages m ON e.type IN ('message.created', 'message.retracted') AND m.id = e.ref WHERE "
        "e.conversation_id = $1 ";
    static const std::string kAll = kFrom + "AND e.seq > $2 ORDER BY e.seq LIMIT $3";
    static const std::string kVisible = kFrom + "AND e.customer_seq > $2 ORDER BY e.seq LIMIT $3";
    auto rows = tx.query(forCustomer ? kVisible : kAll,
                         {conversation.value, after, static_cast<std::int64_t>(limit)});
    if (!rows) {
        return fail(std::move(rows).error().in("conversation_log.eventsAfter"));
    }
    std::vector<LoggedEvent> events;
    events.reserve(rows->size());
    for (const Row& row : *rows) {
        LoggedEvent logged;
        if (!row.isNull(0)) {
            logged.message = messageFrom(row);
        }
        logged.event.conversation = conversation;
        logged.event.seq = row.integer(kMessageColumnCount);
        logged.event.customerSeq = row.optionalInteger(kMessageColumnCount + 1);
        logged.event.type = row.text(kMessageColumnCount + 2);
        logged.event.ref = row.text(kMessageColumnCount + 3);
        logged.event.payload = row.text(kMessageColumnCount + 4);
        logged.event.createdMs = row.integer(kMessageColumnCount + 5);
        events.push_back(std::move(logged));
    }
    return events;
}

Result<std::int64_t> ConversationLog::markRead(Transaction& tx,
                                               const ConversationId& conversation,
                                               std::int64_t throughCustomerSeq,
                                               std::int64_t nowMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE messages SET read_ms = $3 WHERE conversation_id = $1 AND kind = 'resolution' "
        "AND read_ms IS NULL AND customer_seq <= $2";
    auto changed = tx.execute(kSql, {conversation.value, throughCustomerSeq, nowMs});
    if (!changed) {
        return fail(std::move(changed).error().in("conversation_log.markRead"));
    }
    return changed;
}

Result<bool> ConversationLog::retract(Transaction& tx, const MessageRow& message) const
{
    // Read or not: the ticket's next answer needs the key.
    static constexpr std::string_view kKey = "UPDATE messages SET effect_key = NULL WHERE id = $1";
    static constexpr std::string_view kMessage = "UPDATE messages SET kind = 'note', customer_seq = NULL "
                                                 "WHERE id = $1 AND kind = 'resolution' AND read_ms IS NULL";
    static constexpr std::string_view kEvent =
        "UPDATE events SET type = 'message.retracted' WHERE conversation_id = $1 AND seq = $2";
    static constexpr std::string_view kNewest =
        "SELECT text FROM messages WHERE conversation_id = $1 AND kind <> 'note' ORDER BY seq DESC LIMIT 1";
    static constexpr std::string_view kPreview = "UPDATE conversations SET last_message = $2 WHERE id = $1";

    if (auto freed = doneOf(tx.execute(kKey, {message.id.value}), "conversation_log.retract"); !freed) {
        return fail(std::move(freed).error());
    }
    auto won = wonOf(tx.execute(kMessage, {message.id.value}), "conversation_log.retract");
    if (!won || !*won) {
        return won;
    }
    auto done =
        doneOf(tx.execute(kEvent, {message.conversation.value, message.seq}), "conversation_log.retract");
    if (!done) {
        return fail(std::move(done).error());
    }
    auto text = [](const Row& row) { return row.text(0); };
    auto newest =
        firstOf(tx.queryOptional(kNewest, {message.conversation.value}), text, "conversation_log.retract");
    if (!newest) {
        return fail(std::move(newest).error());
    }
    const std::string preview(firstCodePoints(newest->value_or(std::string()), kPreviewLength));
    done = doneOf(tx.execute(kPreview, {message.conversation.value, textOrNull(preview)}),
                  "conversation_log.retract");
    return done ? Result<bool>(true) : Result<bool>(fail(std::move(done).error()));
}

Result<void> ConversationLog::forgetKeys(Transaction& tx, std::int64_t beforeMs) const
{
    static constexpr std::string_view kSql =
        "UPDATE messages SET effect_key = NULL, body_hash = NULL "
        "WHERE effect_key IS NOT NULL AND body_hash IS NOT NULL AND created_ms < $1";
    return doneOf(tx.execute(kSql, {beforeMs}), "conversation_log.forgetKeys");
}

} // namespace parley::server::store
