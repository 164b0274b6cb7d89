// SPDX-License-Identifier: MIT
#include "server/store/erasure_map.h"

#include <algorithm>
#include <array>
#include <bit>

namespace parley::server::store {

namespace {

constexpr ErasureEntry gone(std::string_view table, std::string_view condition, std::string_view what)
{
    return {table, ErasureWay::Delete, condition, {}, false, what};
}

constexpr ErasureEntry ofCustomer(std::string_view table, std::string_view condition, std::string_view what)
{
    return {table, ErasureWay::Delete, condition, {}, true, what};
}

constexpr ErasureEntry kept(std::string_view table, std::string_view reason)
{
    return {table, ErasureWay::Nothing, {}, {}, false, reason};
}

constexpr std::string_view kInConversation = "conversation_id IN ({conversations})";

constexpr std::array kMap{
    ErasureEntry{
        "audit",
        ErasureWay::Blank,
        "object_kind IN ('customer', 'conversation', 'ticket') AND object_id IN (SELECT id FROM customers "
        "WHERE id "
        "IN ({customers}) UNION ALL {conversations} UNION ALL SELECT id FROM tickets WHERE conversation_id "
        "IN ({conversations})) AND "
        "(before_value IS NOT NULL OR after_value IS NOT NULL)",
        "before_value = NULL, after_value = NULL",
        false,
        "that somebody did something stays; of customers' objects it names fields alone, and those go too"},
    ErasureEntry{
        "idempotency",
        ErasureWay::Blank,
        "status = 'running' AND principal NOT LIKE 'chat_user:%'",
        "customer_id = '-'",
        true,
        "an answer that is being made for an operator may be about the customer: it will not be kept"},
    gone(
        "idempotency",
        "customer_id IN ({customers}) OR EXISTS (SELECT 1 FROM customers gone WHERE gone.id IN ({customers}) "
        "AND (idempotency.principal = 'chat_user:' || gone.id OR idempotency.response_body LIKE '%' || "
        "gone.id || '%')) OR EXISTS (SELECT 1 FROM ({conversations}) gone WHERE idempotency.response_body "
        "LIKE '%' || gone.id || '%') OR EXISTS (SELECT 1 FROM customer_aliases a WHERE a.customer_id IN "
        "({customers}) AND (idempotency.response_body LIKE '%' || a.alias || '%' OR idempotency.principal = "
        "'chat_user:' || a.alias))",
        "answers to operators and machine clients name the conversation they are about"),
    gone(
        "jobs",
        "subject IN ({customers}) OR subject IN ({conversations}) OR EXISTS (SELECT 1 FROM ({conversations}) "
        "gone "
        "WHERE jobs.payload LIKE '%' || gone.id || '%')",
        "work that names the customer's conversations"),
    gone("outbox", kInConversation, "e-mails: address and text"),
    ofCustomer("outbox",
               "target IN (SELECT email FROM customers WHERE id IN ({customers}))",
               "e-mails to the customer that belong to no conversation"),
    gone("cache_sources",
         "entry_id IN (SELECT id FROM cache_entries WHERE conversation_id IN ({conversations}))",
         "of the answers below"),
    gone("cache_replies", kInConversation, "which reply came from which answer"),
    gone("cache_entries",
         kInConversation,
         "question and answer of the conversation, without personal details"),
    gone("draft_outcomes",
         kInConversation,
         "what became of drafts; what was fitted to them are a few numbers"),
    gone("intent_examples", kInConversation, "sentences that agents learnt from, without personal details"),
    gone("gap_answers", kInConversation, "what a person answered, without personal details"),
    gone("gap_questions", kInConversation, "what was asked in vain, without personal details"),
    gone("knowledge_gaps",
         "NOT EXISTS (SELECT 1 FROM gap_questions q WHERE q.gap_id = knowledge_gaps.id)",
         "how often something was asked: gone with the last of its questions"),
    gone("conversation_summaries", kInConversation, "memory of earlier conversations"),
    gone("tool_calls", kInConversation, "what tools were asked and answered"),
    gone("feedback", kInConversation, "rating and comment"),
    gone("queue_events", kInConversation, "what happened in the queue"),
    gone("events", kInConversation, "what happened in the conversation"),
    gone("messages", kInConversation, "what was said, notes included"),
    ErasureEntry{"message_words",
                 ErasureWay::Index,
                 {},
                 {},
                 false,
                 "the words of messages: a trigger removes them with the message"},
    gone("tickets", kInConversation, "question, draft, context"),
    gone("turn_facts", kInConversation, "what turns came to, in numbers"),
    gone("runs", kInConversation, "traces of turns"),
    gone("resume_tokens", kInConversation, "the right to come back"),
    gone("form_submissions", kInConversation, "which ticket's status the customer may read"),
    gone("conversations", "id IN ({conversations})", "status, tags, preview, address to notify"),
    ofCustomer("customer_identifiers", "customer_id IN ({customers})", "labels on all channels"),
    ofCustomer("customer_aliases", "customer_id IN ({customers})", "ids before mergers"),
    ofCustomer("customers", "id IN ({customers})", "the profile"),

    kept("tenant_state", "versions of configuration and knowledge"),
    kept("settings", "the tenant's configuration"),
    kept("agents", "configuration"),
    kept("agent_versions", "configuration"),
    kept("escalation_rules", "configuration"),
    kept("teams", "configuration: supporters' ids"),
    kept("channels", "configuration"),
    kept("canned_responses", "configuration: texts of supporters for everybody"),
    kept("tools", "configuration"),
    kept("desk_presence", "which of the tenant's people are there: operators"),
    kept("desk_states", "what each of them said of himself: operators"),
    kept("desk_turns", "how often each of them was given a case: operators"),
    kept("documents", "knowledge that the tenant uploaded, with its stored files"),
    kept("chunks", "knowledge"),
    kept("chunk_staging", "knowledge"),
    kept("chunk_vectors", "knowledge"),
    kept("document_bands", "knowledge"),
    kept("embedding_state", "progress of vectors"),
    kept("golden_questions", "questions that the tenant wrote"),
    kept("golden_runs", "results of those"),
    kept("golden_results", "results of those"),
    kept("llm_months", "sums of tokens"),
    kept("llm_reservations", "sums of tokens"),
    kept("llm_usage", "sums of tokens"),
    kept("llm_hours", "sums of tokens"),
    kept("cache_state", "sums of hits"),
    kept("erasure_receipts", "a hash that leads back to nobody, and counts"),
    kept("schema_migrations", "names of migrations"),

    kept("tenants", "platform: the tenant itself"),
    kept("users", "platform: operators"),
    kept("identities", "platform: operators"),
    kept("api_clients", "platform: machine clients"),
    kept("token_families", "platform: sign-ins of operators and machine clients"),
    kept("signing_keys", "platform: keys"),
    kept("due", "platform: which tenant has work, by kind"),
    kept("platform_settings", "platform: defaults"),
    kept("erasure_ledger", "platform: a hash that leads back to nobody"),
};

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

/// "CAST($3 AS TEXT), CAST($4 AS TEXT)", and the ids among the parameters.
std::string listed(const std::vector<std::string>& ids, Params& params)
{
    if (ids.empty()) {
        return "CAST(NULL AS TEXT)";
    }
    std::string text;
    for (std::size_t i = 0; i < std::bit_ceil(ids.size()); ++i) {
        params.emplace_back(ids[std::min(i, ids.size() - 1)]);
        text += (i == 0 ? "CAST($" : ", CAST($") + std::to_string(params.size()) + " AS TEXT)";
    }
    return text;
}

} // namespace

std::span<const ErasureEntry> erasureMap()
{
    return kMap;
}

ErasureStatement erasureStatement(const ErasureEntry& entry, const ErasureIds& ids)
{
    ErasureStatement statement;
    std::string& sql = statement.sql;
    sql = entry.way == ErasureWay::Blank
              ? "UPDATE " + std::string(entry.table) + " SET " + std::string(entry.columns)
              : "DELETE FROM " + std::string(entry.table);
    sql += " WHERE " + std::string(entry.condition);
    const bool isOfAll = ids.conversations.empty();
    if (isOfAll) {
        replaceAll(sql, "{conversations}", "SELECT id FROM conversations WHERE customer_id IN ({customers})");
    }
    // PostgreSQL refuses a parameter that the text does not name.
    if (sql.find("{customers}") != std::string::npos) {
        replaceAll(sql, "{customers}", listed(ids.customers, statement.params));
    }
    if (sql.find("{conversations}") != std::string::npos) {
        replaceAll(sql,
                   "{conversations}",
                   "SELECT id FROM conversations WHERE id IN (" +
                       listed(ids.conversations, statement.params) + ")");
    }
    return statement;
}

} // namespace parley::server::store
