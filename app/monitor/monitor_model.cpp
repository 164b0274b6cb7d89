// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_model.h"

#include "app/net/json.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/desk_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace parley::console {

namespace {

constexpr qint64 kMomentsMs = 15 * 60 * 1000;
constexpr int kMostMoments = 8192;

QString joined(const QStringList& tags)
{
    return tags.join(QStringLiteral(", "));
}

qint64 epochMs(const QJsonObject& object, QLatin1String key)
{
    const QDateTime time = json::time(object, key);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

/// Whether the first was begun later: ids begin with the time.
bool isNewer(const QUuid& left, const QUuid& right)
{
    return left.toRfc4122() > right.toRfc4122();
}

} // namespace

ConversationRow MonitorModel::rowFrom(const QJsonObject& conversation)
{
    ConversationRow row;
    row.id = QUuid::fromString(json::text(conversation, QLatin1String("id")));
    const QJsonObject customer = json::object(conversation, QLatin1String("customer"));
    row.customer = QUuid::fromString(json::text(customer, QLatin1String("id")));
    // With nothing but an id the name is asked for; what is made of the id stands there until then.
    if (customer.size() > 1) {
        m_customerNames.insert(row.customer, m_texts.number(words::customer(customer)));
    }
    row.customerName = m_texts.number(words::customer(customer));
    const QJsonObject match = json::object(conversation, QLatin1String("match"));
    row.isMatch = !match.isEmpty();
    const QString text = row.isMatch ? json::text(match, QLatin1String("text"))
                                     : json::text(conversation, QLatin1String("last_message"));
    row.message = text.simplified().toUtf8();
    row.message.squeeze();
    row.createdMs = epochMs(conversation, QLatin1String("created_ts"));
    row.lastMs = epochMs(conversation, QLatin1String("last_ts"));
    row.status = m_texts.number(json::text(conversation, QLatin1String("status")));
    row.channel = m_texts.number(json::text(conversation, QLatin1String("channel")));
    const QJsonObject assignee = json::object(conversation, QLatin1String("assignee"));
    row.assignee = m_texts.number(json::text(assignee, QLatin1String("id")));
    row.assigneeName = m_texts.number(json::text(assignee, QLatin1String("name")));
    row.team = m_texts.number(json::text(conversation, QLatin1String("team")));
    row.tags = m_texts.number(joined(json::texts(conversation, QLatin1String("tags"))));
    row.sentiment = static_cast<float>(
        json::number(conversation, QLatin1String("sentiment"), std::numeric_limits<double>::quiet_NaN()));
    return row;
}

std::vector<ConversationRow> MonitorModel::rowsFrom(const QJsonArray& conversations)
{
    std::vector<ConversationRow> rows;
    rows.reserve(static_cast<std::size_t>(conversations.size()));
    for (const QJsonValue& each : conversations) {
        ConversationRow row = rowFrom(each.toObject());
        if (!row.id.isNull()) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

void MonitorModel::setRows(const QJsonArray& conversations, bool hasMore)
{
    beginResetModel();
    m_rows = rowsFrom(conversations);
    m_hasMore = hasMore;
    m_isAsking = false;
    endResetModel();
}

void MonitorModel::append(const QJsonArray& conversations, bool hasMore)
{
    m_isAsking = false;
    m_hasMore = hasMore;
    std::vector<ConversationRow> rows = rowsFrom(conversations);
    if (rows.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
    endInsertRows();
}

int MonitorModel::rowOf(const QUuid& id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const ConversationRow& row) { return row.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void MonitorModel::upsert(const QJsonObject& conversation, bool isNewWelcome)
{
    ConversationRow row = rowFrom(conversation);
    if (row.id.isNull()) {
        return;
    }
    if (const int at = rowOf(row.id); at >= 0) {
        ConversationRow& present = m_rows[static_cast<std::size_t>(at)];
        if (present.isMatch && !row.isMatch) {
            row.message = present.message; // what was found in it stays in sight
            row.isMatch = true;
        }
        present = std::move(row);
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
        return;
    }
    if (!isNewWelcome) {
        return;
    }
    const auto place = std::find_if(m_rows.begin(), m_rows.end(), [&](const ConversationRow& other) {
        return isNewer(row.id, other.id);
    });
    if (place == m_rows.end() && m_hasMore) {
        return; // older than what was read: it comes with its page
    }
    const int at = static_cast<int>(place - m_rows.begin());
    beginInsertRows({}, at, at);
    m_rows.insert(place, std::move(row));
    endInsertRows();
}

void MonitorModel::remove(const QString& id)
{
    if (const int at = rowOf(QUuid::fromString(id)); at >= 0) {
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
}

void MonitorModel::nameCustomer(const QString& customer, const QString& name)
{
    const QUuid id = QUuid::fromString(customer);
    m_customerNames.insert(id, m_texts.number(name));
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows[static_cast<std::size_t>(row)].customer == id) {
            Q_EMIT dataChanged(index(row, Customer), index(row, Customer));
        }
    }
}

void MonitorModel::nameTeam(const QString& team, const QString& name)
{
    m_teamNames.insert(m_texts.number(team), name);
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Team), index(rowCount() - 1, Team));
    }
}

bool MonitorModel::isNameless(int row) const
{
    return row >= 0 && row < rowCount() &&
           !m_customerNames.contains(m_rows[static_cast<std::size_t>(row)].customer);
}

int MonitorModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MonitorModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MonitorModel::moment(qint64 epochMs) const
{
    if (epochMs == 0) {
        return {};
    }
    // "Today" is another day after midnight, which is at a quarter of an hour in every time zone.
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (m_momentsSince != now / kMomentsMs || m_moments.size() > kMostMoments) {
        m_moments.clear();
        m_momentsSince = now / kMomentsMs;
    }
    const auto known = m_moments.constFind(epochMs);
    if (known != m_moments.constEnd()) {
        return *known;
    }
    const QString told =
        momentText(QDateTime::fromMSecsSinceEpoch(epochMs), QDateTime::fromMSecsSinceEpoch(now));
    m_moments.insert(epochMs, told);
    return told;
}

QString MonitorModel::shown(const ConversationRow& row, int column) const
{
    switch (column) {
    case Status:
        return words::conversationStatus(m_texts.text(row.status)).text;
    case Customer:
        return m_texts.text(m_customerNames.value(row.customer, row.customerName));
    case Message:
        return QString::fromUtf8(row.message);
    case Channel:
        return words::channel(m_texts.text(row.channel));
    case Assignee:
        return m_texts.text(row.assigneeName);
    case Team:
        return m_teamNames.value(row.team);
    case Tags:
        return m_texts.text(row.tags);
    case Sentiment:
        return std::isnan(row.sentiment) ? QString() : words::sentiment(row.sentiment).text;
    case Started:
        return moment(row.createdMs);
    case LastActivity:
        return moment(row.lastMs);
    default:
        return {};
    }
}

QString MonitorModel::exported(const ConversationRow& row, int column) const
{
    if (column == Started || column == LastActivity) {
        const qint64 time = column == Started ? row.createdMs : row.lastMs;
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODate);
    }
    if (column == Sentiment) {
        return std::isnan(row.sentiment) ? QString() : QString::number(row.sentiment, 'f', 2);
    }
    return shown(row, column);
}

QVariant MonitorModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ConversationRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(shown(row, index.column()));
    case IdRole:
        return row.id.toString(QUuid::WithoutBraces);
    case CustomerRole:
        return row.customer.isNull() ? QString() : row.customer.toString(QUuid::WithoutBraces);
    case StatusRole:
        return m_texts.text(row.status);
    case AssigneeRole:
        return m_texts.text(row.assignee);
    case SentimentRole:
        return std::isnan(row.sentiment) ? QVariant() : QVariant(row.sentiment);
    case MatchRole:
        return row.isMatch;
    case ExportRole:
        return exported(row, index.column());
    case BadgeDelegate::kToneRole:
        if (index.column() == Status) {
            return static_cast<int>(words::conversationStatus(m_texts.text(row.status)).tone);
        }
        if (index.column() == Sentiment && !std::isnan(row.sentiment)) {
            return static_cast<int>(words::sentiment(row.sentiment).tone);
        }
        return {};
    default:
        return {};
    }
}

QVariant MonitorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeading | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList titles{tr("Status"),
                             tr("Customer"),
                             tr("Last message"),
                             tr("Channel"),
                             tr("Assigned to"),
                             tr("Team"),
                             tr("Tags"),
                             tr("Mood"),
                             tr("Started"),
                             tr("Last activity")};
    return titles.value(section);
}

bool MonitorModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_isAsking;
}

void MonitorModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        m_isAsking = true;
        Q_EMIT moreWanted();
    }
}

} // namespace parley::console
