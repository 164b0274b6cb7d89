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
/// Up to this rating customers say that an answer is wrong.
constexpr std::int64_t kWrongAnswer = 2;

/// The part of the answering settings that concerns lessons.
struct LessonSettings {
    bool usesCache = true;
    int ttlDays = kDefaultTtlDays;
};

/// @param defaults  the platform's, @param own  the tenant's: JSON objects, or empty
LessonSettings lessonSettings(const std::string& defaults, const std::optional<std::string>& own)
{
    auto json = nlohmann::json::parse(defaults.empty() ? "{}" : defaults, nullptr, false);
    const auto over = nlohmann::json::parse(own.value_or("{}"), nullptr, false);
    if (!json.is_object()) {
        json = nlohmann::json::object();
    }
    if (over.is_object()) {
        json.update(over);
    }
    LessonSettings settings;
    const auto uses = json.find("use_cache");
    const auto days = json.find("cache_ttl_days");
    settings.usesCache = uses == json.end() || !uses->is_boolean() || uses->get<bool>();
    if (days != json.end() && days->is_number_integer()) {
        settings.ttlDays = days->get<int>();
    }
    return settings;
}

/// Why a run's answer is nobody else's; empty: nothing is known of that kind.
Result<std::string> runObjection(store::ReadTransaction& tx, const RunId& id)
{
    auto run = store::RunRepository().find(tx, id);
    if (!run) {
        return fail(std::move(run).error());
    }
    const auto state = nlohmann::json::parse(*run ? (*run)->state : std::string("{}"), nullptr, false);
    if (state.is_object() && state.contains("reply") && state["reply"].is_object()) {
        std::string why = state["reply"].value("not_cacheable", std::string());
        // That the agents remembered this customer says nothing of what the person answers.
        if (why != "personal") {
            return why;
        }
    }
    return std::string();
}

/// Why what a person answered to this ticket is nobody else's answer; empty: nothing is known of that kind.
Result<std::string> objectionOf(store::Transaction& tx, const store::TicketRow& ticket)
{
    auto objection = runObjection(tx, ticket.run);
    if (!objection || !objection->empty()) {
        return objection;
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

/// What a person teaches.
struct SemanticCache::Lesson {
    const TenantId& tenant;
    const std::string& question;
    const std::string& answer;
    const desk::Actor& author;
    const std::string& defaults; ///< of the platform
    ConversationId conversation;
    TicketId ticket;
    std::string category;
};

Result<std::string> SemanticCache::learn(store::Transaction& tx, const Lesson& lesson)
{
    auto section = store::SettingsRepository().find(tx, std::string(desk::kLessonSettings));
    if (!section) {
        return fail(std::move(section).error());
    }
    const LessonSettings settings = lessonSettings(lesson.defaults, *section);
    if (!settings.usesCache || lesson.question.empty()) {
        return std::string(settings.usesCache ? "no_question" : "cache_off");
    }
    CacheEntry entry;
    entry.question = nlp::maskPii(lesson.question).text;
    entry.text = lesson.answer;
    entry.category = lesson.category;
    entry.confidence = 1;
    entry.author = lesson.author.id;
    entry.authorName = lesson.author.name;
    entry.conversation = lesson.conversation;
    entry.ticket = lesson.ticket;
    entry.ttlDays = settings.ttlDays;
    const std::int64_t now = m_clock.nowMs();
    entry.entities = nlp::findEntities(entry.question, {}, now);
    return keep(tx, lesson.tenant, entry, now);
}

Result<void> SemanticCache::onResolved(store::Transaction& tx,
                                       const desk::ResolveRequest& request,
                                       desk::Resolved& resolved)
{
    desk::Learned& learned = resolved.learned;
    learned.cache = false;
    if (!request.learns) {
        learned.reason = "not_wanted";
        return {};
    }
    const store::TicketRow& ticket = resolved.ticket;
    auto why = objectionOf(tx, ticket);
    if (why && why->empty()) {
        why = learn(tx,
                    {request.tenant,
                     ticket.question,
                     request.answer,
                     request.actor,
                     request.answeringDefaults,
                     ticket.conversation,
                     ticket.id,
                     ticket.category});
    }
    if (!why) {
        return fail(std::move(why).error());
    }
    learned.cache = why->empty();
    learned.reason = *std::move(why);
    return {};
}

Result<void> SemanticCache::onUndone(store::Transaction& tx,
                                     const TenantId&,
                                     const store::TicketRow& ticket,
                                     desk::TakenBack& taken)
{
    auto removed = m_entries.takeBack(tx, ticket.id);
    if (!removed) {
        return fail(std::move(removed).error());
    }
    taken.cache = *removed;
    return {};
}

Result<void>
SemanticCache::onCorrected(store::Transaction& tx, const desk::Correction& correction, desk::Learned& learned)
{
    const store::RatedAnswer& rated = correction.rated;
    const ConversationId& conversation = rated.feedback.conversation;
    if (auto gone = forgetReply(tx, rated.feedback.message, conversation, rated.answer); !gone) {
        return gone;
    }
    if (!rated.feedback.correction.empty()) {
        auto former = m_entries.forgetAnswer(tx, conversation, rated.feedback.correction);
        if (!former) {
            return fail(std::move(former).error());
        }
    }
    auto why = runObjection(tx, rated.run);
    if (why && why->empty()) {
        why = learn(tx,
                    {correction.tenant,
                     rated.question,
                     correction.answer,
                     correction.actor,
                     correction.answeringDefaults,
                     conversation,
                     {},
                     {}});
    }
    if (!why) {
        return fail(std::move(why).error());
    }
    learned.cache = why->empty();
    learned.reason = *std::move(why);
    return {};
}

Result<void> SemanticCache::onRated(store::Transaction& tx,
                                    const TenantId&,
                                    const store::MessageRow& message,
                                    const store::FeedbackRow& feedback)
{
    return feedback.rating <= kWrongAnswer ? forgetReply(tx, message.id, message.conversation, message.text)
                                           : Result<void>();
}

Result<void> SemanticCache::forgetReply(store::Transaction& tx,
                                        const MessageId& reply,
                                        const ConversationId& conversation,
                                        const std::string& text)
{
    auto evicted = m_entries.rejected(tx, reply);
    if (!evicted) {
        return fail(std::move(evicted).error());
    }
    if (!*evicted) {
        // The answer itself, not one that was taken from it.
        auto forgotten = m_entries.forgetAnswer(tx, conversation, text);
        return forgotten ? Result<void>() : Result<void>(fail(std::move(forgotten).error()));
    }
    tx.afterCommit([wrong = m_metrics.wrongHits] { wrong.add(); });
    return {};
}

} // namespace parley::server::cache
