// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace parley::test {

/// A case as `GET /escalations` lists it: ticket t-N of conversation c-N and customer k-N.
inline QJsonObject escalationJson(int number, const QString& priority = QStringLiteral("medium"))
{
    return {{QStringLiteral("id"), QStringLiteral("t-%1").arg(number)},
            {QStringLiteral("session_id"), QStringLiteral("c-%1").arg(number)},
            {QStringLiteral("customer"),
             QJsonObject{{QStringLiteral("id"), QStringLiteral("k-%1").arg(number)}}},
            {QStringLiteral("reference"), QStringLiteral("TF-20261121-000%1").arg(number)},
            {QStringLiteral("subject"), QStringLiteral("Question %1").arg(number)},
            {QStringLiteral("question"), QStringLiteral("What about %1?").arg(number)},
            {QStringLiteral("category"), QStringLiteral("billing")},
            {QStringLiteral("channel"), QStringLiteral("web")},
            {QStringLiteral("priority"), priority},
            {QStringLiteral("status"), QStringLiteral("pending_human")},
            {QStringLiteral("assignee"), QJsonValue::Null},
            {QStringLiteral("team"), QJsonValue::Null},
            {QStringLiteral("created_ts"), QStringLiteral("2026-11-21T20:55:20.192Z")}};
}

inline QJsonObject assignedTo(QJsonObject escalation, const QString& id, const QString& name)
{
    escalation.insert(QStringLiteral("status"), QStringLiteral("assigned"));
    escalation.insert(QStringLiteral("assignee"),
                      QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("name"), name}});
    return escalation;
}

} // namespace parley::test
