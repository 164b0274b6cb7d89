// SPDX-License-Identifier: MIT
#include "server/store/erasure_map.h"

#include <array>

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
        "(before_value IS NOT NULL OR after_value IS NOT NULL) AND (object_id = {customer} OR object_id IN "
        "({conversations}) OR object_id IN (SELECT id FROM tickets WHERE conversation_id IN "
        "({conversations})))",
        "before_value = NULL, after_value = NULL",
        false,
        "that somebody did something stays; of customers' objects it names fields alone, and those go too"},
    ErasureEntry{"idempotency",
                 ErasureWay::Blank,
                 "status = 'running'",
                 "customer_id = '-'",
                 true,
                 "an answer that is being made may be about the customer: it will not be kept"},
    gone("idempotency",
         "customer_id = {customer} OR principal = 'chat_user:' || {customer} OR response_body LIKE '%' || "
         "{customer} || '%' OR EXISTS (SELECT 1 FROM ({conversations}) gone WHERE idempotency.response_body "
         "LIKE "
         "'%' || gone.id || '%') OR EXISTS (SELECT 1 FROM customer_aliases a WHERE a.customer_id = "
         "{customer} AND "
         "(idempotency.response_body LIKE '%' || a.alias || '%' OR principal = 'chat_user:' || a.alias))",
         "answers to operators and machine clients name the conversation they are about"),
    gone("jobs",
         "subject = {customer} OR subject IN ({conversations}) OR EXISTS (SELECT 1 FROM ({conversations}) "
         "gone "
         "WHERE jobs.payload LIKE '%' || gone.id || '%')",
         "work that names the customer's conversations"),
    gone("outbox",
         "conversation_id IN ({conversations}) OR target IN (SELECT email FROM customers WHERE id = "
         "{customer})",
         "e-mails: address and text"),
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
    gone("runs", kInConversation, "traces of turns"),
    gone("resume_tokens", kInConversation, "the right to come back"),
    gone("conversations", "id IN ({conversations})", "status, tags, preview, address to notify"),
    ofCustomer("customer_identifiers", "customer_id = {customer}", "labels on all channels"),
    ofCustomer("customer_aliases", "customer_id = {customer}", "ids before mergers"),
    ofCustomer("customers", "id = {customer}", "the profile"),

    kept("tenant_state", "versions of configuration and knowledge"),
    kept("settings", "the tenant's configuration"),
    kept("agents", "configuration"),
    kept("agent_versions", "configuration"),
    kept("escalation_rules", "configuration"),
    kept("teams", "configuration: supporters' ids"),
    kept("canned_responses", "configuration: texts of supporters for everybody"),
    kept("tools", "configuration"),
    kept("desk_presence", "which of the tenant's people are there: operators"),
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

} // namespace

std::span<const ErasureEntry> erasureMap()
{
    return kMap;
}

std::string erasureStatement(const ErasureEntry& entry, bool customerToo)
{
    std::string sql = entry.way == ErasureWay::Blank
                          ? "UPDATE " + std::string(entry.table) + " SET " + std::string(entry.columns)
                          : "DELETE FROM " + std::string(entry.table);
    sql += " WHERE " + std::string(entry.condition);
    replaceAll(sql,
               "{conversations}",
               customerToo ? "SELECT id FROM conversations WHERE customer_id = CAST($1 AS TEXT)"
                           : "SELECT id FROM conversations WHERE id = CAST($1 AS TEXT)");
    replaceAll(sql, "{customer}", customerToo ? "CAST($1 AS TEXT)" : "CAST(NULL AS TEXT)");
    return sql;
}

} // namespace parley::server::store
