// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonArray>
#include <QString>

namespace parley::console {

class OfflineCache;

/// What was typed and not sent, by conversation; encrypted as everything that is kept of conversations.
class DraftStore {
public:
    struct Draft {
        QString text;
        bool isNote = false;
    };

    /// @param cache outlives this
    explicit DraftStore(OfflineCache& cache) : m_cache(cache) {}

    void save(const QString& conversation, const Draft& draft);
    Draft load(const QString& conversation) const;
    /// Messages on their way that have not arrived, as the outbox writes them.
    void saveOutbox(const QString& conversation, const QJsonArray& messages);
    QJsonArray loadOutbox(const QString& conversation) const;

private:
    OfflineCache& m_cache;
};

} // namespace parley::console
