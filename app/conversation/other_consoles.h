// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace parley::console {

class LiveLink;

/// Where the same person writes on another console, signed in as well: two can then see that they do.
/// @thread GUI
class OtherConsoles : public QObject {
    Q_OBJECT

public:
    /// @param live outlives this @param ownId whoever sits here
    OtherConsoles(LiveLink& live, QString ownId, QObject* parent = nullptr);
    ~OtherConsoles() override;

    bool isWriting(const QString& conversation) const;

Q_SIGNALS:
    void changed();

private:
    void hear(const QJsonObject& event);

    LiveLink& m_live;
    QString m_ownId;
    /// How many of the person's consoles write there, this one among them.
    QHash<QString, int> m_writing;
    /// What this console says of itself comes back a moment later.
    QTimer m_settling;
};

} // namespace parley::console
