// SPDX-License-Identifier: MIT
#include "app/analytics/overview_csv.h"

#include <QStringList>

namespace parley::console {

namespace {

constexpr int kDigits = 10;

QString number(double value)
{
    return QString::number(value, 'g', kDigits);
}

QString number(const std::optional<double>& value)
{
    return value ? number(*value) : QString();
}

/// @param cells made by csvCell or number
QString line(const QStringList& cells)
{
    return cells.join(QLatin1Char(',')) + QLatin1String("\r\n");
}

QStringList countCells(const Counts& counts)
{
    return {number(counts.conversations),
            number(counts.automated),
            number(counts.escalated),
            number(counts.automationRate),
            number(counts.messages),
            number(counts.turns),
            number(counts.tokensIn),
            number(counts.tokensOut),
            number(counts.cost),
            number(counts.cacheHits),
            number(counts.wrongHits),
            number(counts.savedTokens),
            number(counts.savedMs),
            number(counts.savedCost),
            number(counts.csatMean),
            number(counts.csatCount),
            number(counts.positive),
            number(counts.neutral),
            number(counts.negative)};
}

/// Names of the API, so that whoever compares the two finds them again.
const QStringList& countNames()
{
    static const QStringList names =
        QStringLiteral("conversations automated escalated automation_rate messages turns "
                       "tokens_in tokens_out cost cache_hits cache_wrong_hits "
                       "cache_saved_tokens cache_saved_ms cache_saved_cost csat_mean "
                       "csat_count sentiment_positive sentiment_neutral sentiment_negative")
            .split(QLatin1Char(' '));
    return names;
}

QString names(const char* title, const QList<NamedFigure>& figures)
{
    QString text = QLatin1String("\r\n") + line({QLatin1String(title), QStringLiteral("count")});
    for (const NamedFigure& each : figures) {
        text += line({csvCell(each.name), number(each.count)});
    }
    return text;
}

} // namespace

QString csvCell(const QString& text)
{
    QString cell = text;
    const QString begin = cell.trimmed();
    if ((!begin.isEmpty() && QStringLiteral("=+-@").contains(begin.front())) ||
        (!cell.isEmpty() && QStringLiteral("\t\r").contains(cell.front()))) {
        cell.prepend(QLatin1Char('\''));
    }
    static const QString special = QStringLiteral(",\"\r\n;");
    for (const QChar each : special) {
        if (cell.contains(each)) {
            return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QLatin1String("\"\"")) +
                   QLatin1Char('"');
        }
    }
    return cell;
}

QByteArray overviewCsv(const Overview& overview)
{
    const auto time = [](const QDateTime& moment) { return moment.toUTC().toString(Qt::ISODate); };
    QString text = line(QStringList{QStringLiteral("start")} + countNames());
    for (const OverviewPoint& point : overview.series) {
        text += line(QStringList{time(point.start)} + countCells(point.counts));
    }
    text += line(QStringList{QStringLiteral("total")} + countCells(overview.totals));
    text +=
        QLatin1String("\r\n") +
        line(QStringLiteral("channel conversations escalation_rate sentiment latency_p50_ms latency_p95_ms")
                 .split(QLatin1Char(' ')));
    for (const ChannelFigures& each : overview.channels) {
        text += line({csvCell(each.channel),
                      number(each.conversations),
                      number(each.escalationRate),
                      number(each.sentiment),
                      number(each.latencyMs.p50),
                      number(each.latencyMs.p95)});
    }
    text += QLatin1String("\r\n") + line(QStringLiteral("agent answers confidence").split(QLatin1Char(' ')));
    for (const AgentFigures& each : overview.agents) {
        text += line({csvCell(each.agent), number(each.answers), number(each.confidence)});
    }
    text += names("escalation_reason", overview.reasons);
    text += names("category", overview.categories);
    return QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
}

} // namespace parley::console
