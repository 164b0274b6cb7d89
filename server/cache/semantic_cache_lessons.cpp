// SPDX-License-Identifier: MIT
#include "server/cache/semantic_cache.h"
#include "server/nlp/ask_for_human.h"
#include "server/nlp/entities/pii.h"
#include "server/nlp/text_guard.h"
#include "server/store/conversation_log.h"
#include "server/store/run_repository.h"
#include "server/store/settings_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::cache {

namespace {

constexpr int kDefaultTtlDays = 7;
constexpr int kReadMessages = 20;
/// The rating by which a customer says that an answer is wrong.
constexpr std::int64_t kWrongAnswer = 1;

/// The part of a tenant's answering settings that concerns lessons.
struct LessonSettings {
    bool usesCache = true;
    int ttlDays = kDefaultTtlDays;
};

LessonSettings lessonSettings(const std::optional<std::string>& section)
{
    const auto json = nlohmann::json::parse(section.value_or("{}"), nullptr, false);
    LessonSettings settings;
    if (json.is_object()) {
        const auto uses = json.find("use_cache");
        const auto days = json.find("cache_ttl_days");
        settings.usesCache = uses == json.end() || !uses->is_boolean() || uses->get<bool>();
        if (days != json.end() && days->is_number_integer()) {
            settings.ttlDays = days->get<int>();
        }
    }
    return settings;
}

/// Why what a person answered to this ticket is nobody else's answer; empty: nothing is known of that kind.
Result<std::string> objectionOf(store::Transaction& tx, const store::TicketRow& ticket)
{
    auto run = store::RunRepository().find(tx, ticket.run);
    if (!run) {
        return fail(std::move(run).error());
    }
    const auto state = nlohmann::json::parse(*run ? (*run)->state : std::string("{}"), nullptr, false);
    if (state.is_object() && state.contains("reply") && state["reply"].is_object()) {
        std::string why = state["reply"].value("not_cacheable", std::string());
        // That the agents remembered this customer says nothing of what the person answers.
        if (!why.empty() && why != "personal") {
            return why;
        }
    }
    if (nlp::asksForHuman(ticket.question)) {
        return std::string("no_question");
    }
    auto said = store::ConversationLog().messages(tx, ticket.conversation, true, kReadMessages);
    if (!said) {
        return fail(std::move(said).error());
    }
    // What was asked later is what the person answers last.
    const bool asksMore = std::ranges::any_of(*said, [&](const store::MessageRow& message) {
        return message.sender == "user" && message.createdMs > ticket.createdMs &&
               nlp::guardText(message.text).smallTalk == nlp::SmallTalk::None;
    });
    return std::string(asksMore ? "several_questions" : "");
}

} // namespace

Result<void> SemanticCache::onResolved(store::Transaction& tx,
                                       const desk::ResolveRequest& request,
                                       desk::Resolved& resolved)
{
    resolved.learned = {};
    auto section = store::SettingsRepository().find(tx, "answering");
    if (!section) {
        return fail(std::move(section).error());
    }
    const LessonSettings settings = lessonSettings(*section);
    const std::string& question = resolved.ticket.question;
    if (!request.learns || !settings.usesCache || question.empty()) {
        resolved.learned.reason = !request.learns       ? "not_wanted"
                                  : !settings.usesCache ? "cache_off"
                                                        : "no_question";
        return {};
    }
    auto objection = objectionOf(tx, resolved.ticket);
    if (!objection) {
        return fail(std::move(objection).error());
    }
    if (!objection->empty()) {
        resolved.learned.reason = *std::move(objection);
        return {};
    }
    CacheEntry entry;
    entry.question = nlp::maskPii(question).text;
    entry.text = request.answer;
    entry.category = resolved.ticket.category;
    entry.confidence = 1;
    entry.author = request.actor.id;
    entry.authorName = request.actor.name;
    entry.conversation = resolved.ticket.conversation;
    entry.ttlDays = settings.ttlDays;
    const std::int64_t now = m_clock.nowMs();
    entry.entities = nlp::findEntities(entry.question, {}, now);
    auto kept = keep(tx, request.tenant, entry, now);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    resolved.learned = desk::Learned{kept->empty(), *kept};
    return {};
}

Result<void> SemanticCache::onRated(store::Transaction& tx,
                                    const TenantId&,
                                    const store::MessageRow& message,
                                    const store::FeedbackRow& feedback)
{
    if (feedback.rating != kWrongAnswer) {
        return {};
    }
    auto evicted = m_entries.rejected(tx, message.id);
    if (!evicted) {
        return fail(std::move(evicted).error());
    }
    if (!*evicted) {
        // The answer itself, not one that was taken from it.
        auto forgotten = m_entries.forgetAnswer(tx, message.conversation, message.text);
        if (!forgotten) {
            return fail(std::move(forgotten).error());
        }
    }
    if (*evicted) {
        tx.afterCommit([wrong = m_metrics.wrongHits] { wrong.add(); });
    }
    return {};
}

} // namespace parley::server::cache
