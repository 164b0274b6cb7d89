// SPDX-License-Identifier: MIT
#pragma once

#include "app/conversation/colleague.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>
#include <QStringList>

namespace parley::console {

/// Who is there, who looks at which conversation, and who writes in it: colleagues, not oneself.
class PresenceBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whoever sits here; is never among the others.
    void setOwnId(const QString& id) { m_ownId = id; }
    /// An event of the topic "presence".
    void hear(const QJsonObject& event);
    /// Nobody, until they are heard of again.
    void clear();

    /// Names, by the alphabet.
    QStringList viewers(const QString& conversation) const;
    QStringList writers(const QString& conversation) const;
    /// Everybody else who is there, by name.
    QList<Colleague> colleagues() const;

Q_SIGNALS:
    /// Somebody came to these conversations, or left them.
    void changed(const QSet<QString>& conversations);

private:
    struct Person {
        QString name;
        QSet<QString> viewing;
        QSet<QString> composing;
    };

    QStringList names(const QString& conversation, QSet<QString> Person::*where) const;

    QString m_ownId;
    QHash<QString, Person> m_people;
};

} // namespace parley::console
