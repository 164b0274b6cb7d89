// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/workspace.h"

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>

namespace parley::console {

struct WholeList;

/// A text that supporters send often.
struct CannedResponse {
    QString shortcut;
    QString title;
    QString text;
};

/// Those whose shortcut begins with what was typed first, then those whose title or text has it.
QList<CannedResponse> matchingCanned(const QList<CannedResponse>& all, const QString& typed);

/// Puts what is known in place of {{customer.name}}, {{customer.email}}, {{supporter.name}} and
/// {{ticket.reference}}. A name that is not known reads as nothing, and so does the space before it.
/// @param conversation as `GET /conversations/{id}` answers it
QString fillPlaceholders(const QString& text, const QJsonObject& conversation, const QString& supporter);

/// The tenant's canned responses, read when they are first wanted.
class CannedResponses : public QObject {
    Q_OBJECT

public:
    /// @param workspace outlives this
    explicit CannedResponses(Workspace& workspace, QObject* parent = nullptr);

    /// Reads them, unless they were read a short time ago.
    void refresh();
    const QList<CannedResponse>& all() const { return m_all; }

Q_SIGNALS:
    void changed();

private:
    void answered(const WholeList& list);
    void take(const QJsonArray& items);

    Workspace& m_workspace;
    /// Of the tenant it was made in: an answer may come when another is acted in already.
    QString m_keptName;
    QList<CannedResponse> m_all;
    qint64 m_readAtMs = 0;
    bool m_isReading = false;
};

} // namespace parley::console
