// SPDX-License-Identifier: MIT
#include "server/cache/semantic_cache.h"
#include "server/nlp/entities/pii.h"
#include "server/store/settings_repository.h"

#include <nlohmann/json.hpp>

namespace parley::server::cache {

namespace {

constexpr int kDefaultTtlDays = 7;

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

Result<desk::Learned> SemanticCache::learn(store::Transaction& tx, const desk::Lesson& lesson)
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

} // namespace parley::server::cache
