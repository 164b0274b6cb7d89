// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QWidget>

namespace parley::console {

class Badge;
class PlainLabel;
class StatTile;

/// How a channel does: on or off, its last message, and the figures of the last 24 hours.
class ChannelSummary : public QWidget {
    Q_OBJECT

public:
    explicit ChannelSummary(QWidget* parent = nullptr);

    /// @param channel as `GET /channels` lists it @param now of the server
    void setChannel(const QJsonObject& channel, const QDateTime& now);
    /// @param figures one of `GET /metrics/channels`; empty: nobody has written
    void setFigures(const QJsonObject& figures);

private:
    Badge* m_state;
    PlainLabel* m_facts;
    StatTile* m_conversations;
    StatTile* m_latency;
    StatTile* m_escalated;
    StatTile* m_mood;
};

/// "On · 12 in 24 h · 4 min ago": for the list.
QString channelLine(const QJsonObject& channel, const QDateTime& now);

} // namespace parley::console
