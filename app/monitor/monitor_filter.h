// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QUrlQuery>

namespace parley::console {

/// Which conversations the monitor shows; an empty text: all.
struct MonitorFilter {
    enum class Assignee { Anyone, Me, Nobody };

    QString status;
    QString channel;
    QString tag;
    /// What is searched for in messages and notes.
    QString words;
    Assignee assignee = Assignee::Anyone;

    bool operator==(const MonitorFilter&) const = default;

    bool isEmpty() const { return *this == MonitorFilter(); }

    /// As GET /conversations takes it. @param me id of who sits here
    QUrlQuery query(const QString& me) const;
    /// Whether a conversation is one of these, as far as that can be told here: not by its words.
    bool accepts(const QJsonObject& conversation, const QString& me) const;
};

} // namespace parley::console
