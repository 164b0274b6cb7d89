// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QSet>
#include <QSettings>
#include <QString>
#include <QTimer>

namespace parley::console {

class LiveLink;
class Session;

/// A note in which a colleague named whoever sits here.
struct MentionNews {
    /// Its number in the queue's events.
    qint64 seq = 0;
    QString conversation;
    QString message;
    /// Who wrote the note.
    QString by;
    /// Of the case; empty: there is none.
    QString reference;
    QString preview;
};

/// Collects the notes that name whoever sits here, until each has been looked at: on this console or on
/// another of the same person. What was written while the console was closed is fetched when it starts again
/// (within the week that the server keeps it): only numbers are remembered, no texts.
/// @thread GUI
class MentionWatch : public QObject {
    Q_OBJECT

public:
    /// @param live, session, settings outlive this
    MentionWatch(LiveLink& live, Session& session, QSettings& settings, QObject* parent = nullptr);
    ~MentionWatch() override;

    /// Not looked at yet, oldest first.
    const QList<MentionNews>& waiting() const { return m_waiting; }
    /// Whether the window is in front: what it shows is looked at then.
    void setFrontmost(bool isFrontmost);
    /// Those of this conversation have been seen.
    void lookedAt(const QString& conversation);

Q_SIGNALS:
    void mentioned(const parley::console::MentionNews& news);
    void changed();

private:
    void begin();
    void end();
    void hearQueue(qint64 seq, const QJsonObject& event);
    void hearPresence(const QJsonObject& event);
    void keep();
    QString key(const char* what) const;

    LiveLink& m_live;
    Session& m_session;
    QSettings& m_settings;
    QList<MentionNews> m_waiting;
    /// Numbers of those that were looked at although an older one waits.
    QSet<qint64> m_seen;
    QSet<QString> m_viewedElsewhere;
    QString m_scope;
    QTimer m_keeping;
    qint64 m_lastSeq = -1;
    bool m_isFrontmost = false;
};

} // namespace parley::console
