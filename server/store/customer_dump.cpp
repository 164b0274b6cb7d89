// SPDX-License-Identifier: MIT
#include "server/store/customer_dump.h"

#include "server/store/rows.h"

namespace parley::server::store {

std::span<const DumpSection> customerSections()
{
    static const std::vector<DumpSection> kSections{
        {"identifiers",
         "customer_identifiers",
         {"kind", "value", "verified", "created_ms"},
         {},
         "customer_id",
         "kind || ' ' || value"},
        {"earlier_ids", "customer_aliases", {"alias", "created_ms"}, {}, "customer_id", "alias"},
    };
    return kSections;
}

std::span<const DumpSection> conversationSections()
{
    static constexpr std::string_view kOwner = "conversation_id";
    static const std::vector<DumpSection> kSections{
        {"messages",
         "messages",
         {"id",
          "seq",
          "sender",
          "author_name",
          "kind",
          "text",
          "citations",
          "attachments",
          "delivery",
          "read_ms",
          "created_ms"},
         {"citations", "attachments"},
         kOwner,
         "seq",
         true},
        {"events", "events", {"seq", "type", "payload", "created_ms"}, {"payload"}, kOwner, "seq", true},
        {"tickets",
         "tickets",
         {"id",
          "reference",
          "status",
          "category",
          "priority",
          "subject",
          "reason",
          "question",
          "draft_answer",
          "confidence",
          "context",
          "created_ms",
          "resolved_ms"},
         {"context"},
         kOwner,
         "id"},
        {"feedback",
         "feedback",
         {"id", "message_id", "rating", "comment", "correction", "created_ms"},
         {},
         kOwner,
         "id"},
        {"memory",
         "conversation_summaries",
         {"question", "outcome", "resolution", "reference", "updated_ms"},
         {},
         kOwner,
         "seq",
         true},
        {"tool_calls",
         "tool_calls",
         {"tool", "status", "output", "problem", "created_ms", "finished_ms"},
         {"output"},
         kOwner,
         "effect_key"},
        {"runs",
         "runs",
         {"id", "message_id", "status", "attempts", "created_ms", "finished_ms", "duration_us"},
         {},
         kOwner,
         "id"},
        {"notifications",
         "outbox",
         {"id", "kind", "target", "payload", "status", "created_ms", "sent_ms"},
         {"payload"},
         kOwner,
         "id"},
        {"kept_answers", "cache_entries", {"question", "answer", "created_ms"}, {}, kOwner, "id"},
        {"unanswered_questions", "gap_questions", {"question", "created_ms"}, {}, kOwner, "ticket_id"},
        {"learnt_sentences", "intent_examples", {"text", "label", "created_ms"}, {}, kOwner, "id"},
    };
    return kSections;
}

Result<std::vector<Row>> CustomerDump::page(ReadTransaction& tx,
                                            const DumpSection& section,
                                            const std::string& owner,
                                            const Value& after,
                                            int limit) const
{
    const std::string key(section.key);
    std::string sql = "SELECT ";
    for (const std::string_view column : section.columns) {
        sql += std::string(column) + ", ";
    }
    sql += key + " FROM " + std::string(section.table) + " WHERE " + std::string(section.owner) + " = $1";
    Params params{owner, std::int64_t{limit}};
    if (!std::holds_alternative<std::monostate>(after)) {
        sql += " AND " + key + " > $3";
        params.push_back(after);
    }
    sql += " ORDER BY " + key + " LIMIT $2";
    auto rows = tx.query(sql, params);
    if (!rows) {
        return fail(std::move(rows).error().in("customers.dump"));
    }
    return rows;
}

Result<std::vector<ConversationId>> CustomerDump::conversations(ReadTransaction& tx,
                                                                const CustomerId& customer,
                                                                const std::string& after,
                                                                int limit) const
{
    static constexpr std::string_view kSql =
        "SELECT id FROM conversations WHERE customer_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    auto read = [](const Row& row) { return ConversationId{row.text(0)}; };
    return allOf(tx.query(kSql, {customer.value, after, std::int64_t{limit}}),
                 read,
                 "customers.conversations");
}

} // namespace parley::server::store
