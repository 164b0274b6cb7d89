// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonArray>
#include <QList>
#include <QObject>
#include <QString>

namespace parley::console {

/// Somebody who answers for the tenant too.
struct Fellow {
    QString id;
    QString name;
    QString email;
};

/// Those whose name has a word that begins with what was typed, then those whose e-mail address does; by
/// name.
QList<Fellow> matchingFellows(const QList<Fellow>& all, const QString& typed);
/// What a note names this person by: the name, or the address where others bear the name too.
QString mentionOf(const Fellow& fellow, const QList<Fellow>& all);

/// The tenant's people, but for the reader, whether they are there now or not; read when they are first
/// wanted.
class ColleagueBook : public QObject {
    Q_OBJECT

public:
    /// @param workspace outlives this
    explicit ColleagueBook(Workspace& workspace, QObject* parent = nullptr);

    /// Reads them, unless they were read a short time ago.
    void refresh();
    const QList<Fellow>& all() const { return m_all; }

Q_SIGNALS:
    void changed();

private:
    void readPage(const QString& cursor);
    void take(const QJsonArray& items);

    Workspace& m_workspace;
    QList<Fellow> m_reading;
    QList<Fellow> m_all;
    qint64 m_readAtMs = 0;
    bool m_isReading = false;
};

} // namespace parley::console
