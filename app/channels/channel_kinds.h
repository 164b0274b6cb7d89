// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace parley::console {

/// A kind of channel that the server has: what it is, and what can be set up about it.
struct ChannelKind {
    QString id;
    QString title;
    QString description;
    bool canCreate = false;
    bool canDelete = false;
    /// JSON Schema of `config`.
    QJsonObject configSchema;
    /// The same of `templates`: one text a name.
    QJsonObject templateSchema;
    /// What may stand in each text as `{name}`.
    QHash<QString, QStringList> variables;
};

/// The kinds, as `GET /channels/kinds` answers them.
class ChannelKinds {
public:
    ChannelKinds() = default;
    explicit ChannelKinds(const QJsonArray& items);

    const QList<ChannelKind>& all() const { return m_all; }
    /// Of a kind that is not known: its id for a title, and nothing can be set up but JSON.
    ChannelKind kind(const QString& id) const;
    bool canCreateAny() const;

private:
    QList<ChannelKind> m_all;
};

} // namespace parley::console
