// SPDX-License-Identifier: MIT
#include "app/conversation/draft_store.h"

#include "app/net/json.h"
#include "app/session/offline_cache.h"

#include <QJsonDocument>

namespace parley::console {

namespace {

QString draftName(const QString& conversation)
{
    return QStringLiteral("draft/") + conversation;
}

QString outboxName(const QString& conversation)
{
    return QStringLiteral("outbox/") + conversation;
}

} // namespace

void DraftStore::save(const QString& conversation, const Draft& draft)
{
    const bool isKnown = m_cache.find(draftName(conversation)).has_value();
    if (draft.text.isEmpty() && !isKnown) {
        return;
    }
    const QJsonObject object{{QStringLiteral("text"), draft.text}, {QStringLiteral("note"), draft.isNote}};
    m_cache.put(draftName(conversation),
                QJsonDocument(object).toJson(QJsonDocument::Compact),
                QDateTime::currentDateTimeUtc(),
                true);
}

DraftStore::Draft DraftStore::load(const QString& conversation) const
{
    const auto kept = m_cache.find(draftName(conversation));
    const QJsonObject object = kept ? QJsonDocument::fromJson(kept->bytes).object() : QJsonObject();
    return {json::text(object, QLatin1String("text")), json::boolean(object, QLatin1String("note"))};
}

void DraftStore::saveOutbox(const QString& conversation, const QJsonArray& messages)
{
    if (messages.isEmpty() && !m_cache.find(outboxName(conversation))) {
        return;
    }
    m_cache.put(outboxName(conversation),
                QJsonDocument(messages).toJson(QJsonDocument::Compact),
                QDateTime::currentDateTimeUtc(),
                true);
}

QJsonArray DraftStore::loadOutbox(const QString& conversation) const
{
    const auto kept = m_cache.find(outboxName(conversation));
    return kept ? QJsonDocument::fromJson(kept->bytes).array() : QJsonArray();
}

} // namespace parley::console
