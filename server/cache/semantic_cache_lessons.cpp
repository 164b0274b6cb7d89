// SPDX-License-Identifier: MIT
#include "server/cache/semantic_cache.h"

#include "server/desk/resolution.h"
#include "server/nlp/entities/pii.h"
#include "server/store/conversation_repository.h"
#include "server/store/settings_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::cache {

namespace {

constexpr int kDefaultTtlDays = 7;
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

} // namespace

Result<desk::Learned> SemanticCache::learn(store::Transaction& tx, const Lesson& lesson)
{
    auto section = store::SettingsRepository().find(tx, "answering");
    if (!section) {
        return fail(std::move(section).error());
    }
    const LessonSettings settings = lessonSettings(*section);
    if (!settings.usesCache) {
        return desk::Learned{false, "cache_off"};
    }
    CacheEntry entry;
    entry.question = nlp::maskPii(lesson.question).text;
    entry.locale = lesson.locale;
    entry.text = lesson.answer;
    entry.category = lesson.category;
    entry.confidence = 1;
    entry.author = lesson.authorId;
    entry.authorName = lesson.authorName;
    entry.conversation = lesson.conversation;
    entry.ttlDays = settings.ttlDays;
    entry.entities = nlp::findEntities(entry.question, {}, lesson.nowMs);
    auto kept = keep(tx, lesson.tenant, entry, lesson.nowMs);
    if (!kept) {
        return fail(std::move(kept).error());
    }
    return desk::Learned{kept->empty(), *kept};
}

Result<void> SemanticCache::rejected(store::Transaction& tx, const MessageId& reply)
{
    auto evicted = m_entries.rejected(tx, reply);
    if (!evicted) {
        return fail(std::move(evicted).error());
    }
    if (*evicted) {
        tx.afterCommit([wrong = m_metrics.wrongHits] { wrong.add(); });
    }
    return {};
}

Result<void> SemanticCache::onResolved(store::Transaction& tx,
                                       const desk::ResolveRequest& request,
                                       desk::Resolved& resolved)
{
    if (!request.learns) {
        return {};
    }
    if (resolved.ticket.question.empty()) {
        resolved.learned = {false, "no_question"};
        return {};
    }
    auto conversation = store::ConversationRepository().find(tx, resolved.ticket.conversation);
    if (!conversation) {
        return fail(std::move(conversation).error());
    }
    Lesson lesson;
    lesson.tenant = request.tenant;
    lesson.conversation = resolved.ticket.conversation;
    lesson.question = resolved.ticket.question;
    lesson.answer = request.answer;
    lesson.category = resolved.ticket.category;
    lesson.locale = *conversation ? (*conversation)->locale : std::string();
    lesson.authorId = request.actor.id;
    lesson.authorName = request.actor.name;
    lesson.nowMs = m_clock.nowMs();
    auto learned = learn(tx, lesson);
    if (!learned) {
        return fail(std::move(learned).error());
    }
    resolved.learned = *std::move(learned);
    return {};
}

Result<void> SemanticCache::onRated(store::Transaction& tx,
                                    const TenantId&,
                                    const store::MessageRow& message,
                                    const store::FeedbackRow& feedback)
{
    return feedback.rating == kWrongAnswer ? rejected(tx, message.id) : Result<void>();
}

} // namespace parley::server::cache
