// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace parley::console {

/// One part of the server, told to somebody who does not run servers.
struct HealthTold {
    /// As the server names it.
    QString name;
    QString title;
    QString status;
    Tone tone = Tone::Neutral;
    /// What it means, in a sentence.
    QString meaning;
    /// Numbers and names, a line each.
    QStringList facts;
};

/// Every part of GET /health/detailed: those that do not work first.
QList<HealthTold> healthOf(const QJsonObject& detailed);
/// The whole server in one sentence.
HealthTold overallHealth(const QJsonObject& detailed);

} // namespace parley::console
