// SPDX-License-Identifier: MIT
#include "app/channels/channel_summary.h"

#include "app/net/json.h"
#include "app/widgets/badge.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/time_text.h"
#include "app/workspace/desk_words.h"
#include "app/workspace/stat_tile.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>

#include <climits>

namespace parley::console {

namespace {

constexpr int kTilesInARow = 2;

QJsonObject statusOf(const QJsonObject& channel)
{
    return json::object(channel, QLatin1String("status"));
}

bool isOn(const QJsonObject& channel)
{
    return json::text(statusOf(channel), QLatin1String("state")) == QLatin1String("on");
}

QString received(const QJsonObject& channel)
{
    const qint64 count = json::integer(statusOf(channel), QLatin1String("received_24h"));
    return ChannelSummary::tr("%n message(s) in 24 h",
                              nullptr,
                              static_cast<int>(qMin<qint64>(count, INT_MAX)));
}

QString lastMessage(const QJsonObject& channel, const QDateTime& now)
{
    const QDateTime last = json::time(statusOf(channel), QLatin1String("last_message_ts"));
    return last.isValid() ? relativeText(last, now) : QString();
}

/// With a sign for a minus, as the words beside it have one.
QString signedText(double number)
{
    return QLocale().toString(number, 'f', 2).replace(QLatin1Char('-'), QChar(0x2212));
}

} // namespace

ChannelSummary::ChannelSummary(QWidget* parent)
    : QWidget(parent),
      m_state(new Badge({}, Tone::Neutral, this)),
      m_facts(new PlainLabel({}, "muted", this)),
      m_conversations(new StatTile(tr("Conversations, 24 h"), this)),
      m_latency(new StatTile(tr("Time to answer, 24 h"), this)),
      m_escalated(new StatTile(tr("Given to people, 24 h"), this)),
      m_mood(new StatTile(tr("Mood, 24 h"), this))
{
    auto* line = new QHBoxLayout;
    line->addWidget(m_state);
    line->addWidget(m_facts, 1);
    auto* tiles = new QGridLayout;
    tiles->setSpacing(8);
    int at = 0;
    for (StatTile* tile : {m_conversations, m_latency, m_escalated, m_mood}) {
        tiles->addWidget(tile, at / kTilesInARow, at % kTilesInARow);
        ++at;
    }
    for (int column = 0; column < kTilesInARow; ++column) {
        tiles->setColumnStretch(column, 1);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addLayout(tiles);
    setFigures({});
}

void ChannelSummary::setChannel(const QJsonObject& channel, const QDateTime& now)
{
    m_state->setText(isOn(channel) ? tr("On") : tr("Off"));
    m_state->setTone(isOn(channel) ? Tone::Success : Tone::Warning);
    const QString last = lastMessage(channel, now);
    m_facts->setText(QStringLiteral("%1 · %2").arg(received(channel),
                                                   last.isEmpty() ? tr("nobody has written yet")
                                                                  : tr("last message %1").arg(last)));
}

void ChannelSummary::setFigures(const QJsonObject& figures)
{
    m_conversations->setFigure(
        countText(json::maybeNumber(figures, QLatin1String("conversations")).value_or(0)), {}, {});
    const QJsonObject latency = json::object(figures, QLatin1String("latency_ms"));
    const auto slow = json::maybeNumber(latency, QLatin1String("p95"));
    m_latency->setFigure(latencyText(json::maybeNumber(latency, QLatin1String("p50"))),
                         slow ? tr("for half of them; 95 of 100 within %1").arg(latencyText(slow))
                              : tr("no answer yet"),
                         {});
    m_escalated->setFigure(shareText(json::maybeNumber(figures, QLatin1String("escalation_rate"))),
                           tr("of its conversations"),
                           {});
    const auto mood = json::maybeNumber(figures, QLatin1String("sentiment"));
    m_mood->setFigure(mood ? words::sentiment(*mood).text : countText({}),
                      mood ? tr("%1 on average, from −1 to 1").arg(signedText(*mood))
                           : QString(),
                      {});
}

QString channelLine(const QJsonObject& channel, const QDateTime& now)
{
    // Short: it stands in one line of a narrow list.
    const qint64 count = json::integer(statusOf(channel), QLatin1String("received_24h"));
    QStringList parts{isOn(channel) ? ChannelSummary::tr("On") : ChannelSummary::tr("Off"),
                      ChannelSummary::tr("%1 in 24 h").arg(QLocale().toString(count))};
    if (const QString last = lastMessage(channel, now); !last.isEmpty()) {
        parts.append(last);
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace parley::console
