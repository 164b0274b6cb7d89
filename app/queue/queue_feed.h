// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_error.h"
#include "app/queue/queue_entry.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QTimer>

namespace parley::console {

class PresenceBoard;

/// Reads the queue, and reads it again when something in it changed; where the server cannot be reached, as
/// it was read last.
class QueueFeed : public QObject {
    Q_OBJECT

public:
    /// @param workspace, presence outlive this
    QueueFeed(Workspace& workspace, PresenceBoard& presence, QObject* parent = nullptr);
    ~QueueFeed() override;

    void reload();
    /// When what is shown was read, if it came from the offline cache; invalid while it is live.
    QDateTime readAt() const { return m_readAt; }
    bool hasLoaded() const { return m_hasLoaded; }

Q_SIGNALS:
    void entriesChanged(const QList<parley::console::QueueEntry>& entries);
    void failed(const parley::console::ApiError& error);

private:
    void readPage(const QString& cursor);
    void showKept();

    Workspace& m_workspace;
    PresenceBoard& m_presence;
    /// Of the tenant it was made in: an answer may come when another is acted in already.
    QString m_keptName;
    QTimer m_pause;
    QList<QueueEntry> m_reading;
    QDateTime m_readAt;
    quint64 m_request = 0;
    bool m_hasLoaded = false;
    bool m_isStale = false;
};

} // namespace parley::console
