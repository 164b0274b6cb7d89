// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace parley::console {

/// Half of all were at most this, and 95 of 100; empty where nothing was measured.
struct Spread {
    std::optional<double> p50;
    std::optional<double> p95;
};

/// What happened in a period, or in one interval of it.
struct Counts {
    double conversations = 0;
    double automated = 0;
    double escalated = 0;
    std::optional<double> automationRate; ///< 0..1
    double messages = 0;
    double turns = 0;
    double tokensIn = 0;
    double tokensOut = 0;
    double cost = 0; ///< in the server's currency
    double cacheHits = 0;
    double wrongHits = 0;
    double savedTokens = 0;
    double savedMs = 0;
    std::optional<double> savedCost;
    std::optional<double> csatMean; ///< 1..5
    double csatCount = 0;
    std::array<double, 5> csat{}; ///< how many gave 1, 2, … 5
    double positive = 0;
    double neutral = 0;
    double negative = 0;
};

struct NamedFigure {
    QString name;
    double count = 0;
};

struct ChannelFigures {
    QString channel;
    double conversations = 0;
    std::optional<double> escalationRate;
    std::optional<double> sentiment; ///< -1..1
    Spread latencyMs;
};

struct AgentFigures {
    QString agent;
    double answers = 0;
    double confidence = 0;
};

struct OverviewPoint {
    QDateTime start;
    Counts counts;
};

/// `GET /analytics/overview`.
struct Overview {
    QDateTime from;
    QDateTime to;
    QString interval;
    Counts totals;
    double openGaps = 0;
    Spread botFirstReplyMs;
    Spread humanFirstReplyS;
    Spread humanHandlingS;
    QList<NamedFigure> reasons;
    QList<NamedFigure> categories;
    QList<ChannelFigures> channels;
    QList<AgentFigures> agents;
    QList<OverviewPoint> series;

    bool isEmpty() const { return totals.conversations <= 0 && totals.messages <= 0; }
};

Overview readOverview(const QJsonObject& object);

} // namespace parley::console
