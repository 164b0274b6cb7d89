// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/offline_cache.h"

#include <QHash>
#include <QJsonArray>
#include <QString>
#include <QStringList>

namespace parley::console {

/// What was typed and not sent, by conversation; encrypted as everything that is kept of conversations. Knows
/// which conversations of a tenant have something. Writes nothing once another person reads from the cache.
class DraftStore {
public:
    struct Draft {
        QString text;
        bool isNote = false;
        /// What the customer is called, for when the conversation is not open.
        QString customer;
    };

    /// @param cache outlives this @param tenant  that an admin acts in; empty for everybody else
    explicit DraftStore(OfflineCache& cache, QString tenant = {})
        : m_cache(cache), m_tenant(std::move(tenant)), m_reader(cache.reader())
    {}

    void save(const QString& conversation, const Draft& draft);
    Draft load(const QString& conversation) const;
    /// Conversations with a draft, in no order.
    QStringList drafts() const;
    /// Messages on their way that have not arrived, as the post office writes them.
    void saveOutbox(const QString& conversation, const QJsonArray& messages);
    QJsonArray loadOutbox(const QString& conversation) const;
    /// Conversations with such messages, in no order.
    QStringList outboxes() const;

private:
    bool isOthers() const { return m_cache.reader() != m_reader; }
    QStringList listed(const QString& kind) const;
    void list(const QString& kind, const QString& conversation, bool isThere);

    OfflineCache& m_cache;
    QString m_tenant;
    int m_reader;
};

} // namespace parley::console
