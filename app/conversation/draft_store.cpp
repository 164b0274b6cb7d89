// SPDX-License-Identifier: MIT
#include "app/conversation/draft_store.h"

#include "app/net/json.h"
#include "app/session/offline_cache.h"

#include <QJsonDocument>

namespace parley::console {

namespace {

QString draftKind()
{
    return QStringLiteral("draft");
}

QString outboxKind()
{
    return QStringLiteral("outbox");
}

QString nameOf(const QString& kind, const QString& conversation)
{
    return kind + QLatin1Char('/') + conversation;
}

void put(OfflineCache& cache, const QString& name, const QJsonDocument& what)
{
    cache.put(name, what.toJson(QJsonDocument::Compact), QDateTime::currentDateTimeUtc(), true);
}

} // namespace

QStringList DraftStore::listed(const QString& kind) const
{
    const auto kept = m_cache.find(nameOf(kind, QStringLiteral("of/") + m_tenant));
    QStringList found;
    for (const QJsonValue& each : kept ? QJsonDocument::fromJson(kept->bytes).array() : QJsonArray()) {
        found.append(each.toString());
    }
    return found;
}

void DraftStore::list(const QString& kind, const QString& conversation, bool isThere)
{
    QStringList known = listed(kind);
    if (known.contains(conversation) == isThere) {
        return;
    }
    if (isThere) {
        known.append(conversation);
    } else {
        known.removeAll(conversation);
    }
    put(m_cache,
        nameOf(kind, QStringLiteral("of/") + m_tenant),
        QJsonDocument(QJsonArray::fromStringList(known)));
}

void DraftStore::save(const QString& conversation, const Draft& draft)
{
    if (isOthers()) {
        return;
    }
    const bool isKnown = m_cache.find(nameOf(draftKind(), conversation)).has_value();
    if (draft.text.isEmpty() && !isKnown) {
        return;
    }
    put(m_cache,
        nameOf(draftKind(), conversation),
        QJsonDocument(QJsonObject{{QStringLiteral("text"), draft.text},
                                  {QStringLiteral("note"), draft.isNote},
                                  {QStringLiteral("customer"), draft.customer}}));
    list(draftKind(), conversation, !draft.text.trimmed().isEmpty());
}

DraftStore::Draft DraftStore::load(const QString& conversation) const
{
    const auto kept = m_cache.find(nameOf(draftKind(), conversation));
    const QJsonObject object = kept ? QJsonDocument::fromJson(kept->bytes).object() : QJsonObject();
    return {json::text(object, QLatin1String("text")),
            json::boolean(object, QLatin1String("note")),
            json::text(object, QLatin1String("customer"))};
}

QStringList DraftStore::drafts() const
{
    return listed(draftKind());
}

void DraftStore::saveOutbox(const QString& conversation, const QJsonArray& messages)
{
    if (isOthers() || (messages.isEmpty() && !m_cache.find(nameOf(outboxKind(), conversation)))) {
        return;
    }
    put(m_cache, nameOf(outboxKind(), conversation), QJsonDocument(messages));
    list(outboxKind(), conversation, !messages.isEmpty());
}

QJsonArray DraftStore::loadOutbox(const QString& conversation) const
{
    const auto kept = m_cache.find(nameOf(outboxKind(), conversation));
    return kept ? QJsonDocument::fromJson(kept->bytes).array() : QJsonArray();
}

QStringList DraftStore::outboxes() const
{
    return listed(outboxKind());
}

} // namespace parley::console
