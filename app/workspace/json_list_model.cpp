// SPDX-License-Identifier: MIT
#include "app/workspace/json_list_model.h"

#include "app/net/json.h"
#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

namespace parley::console {

namespace {

constexpr int kPageSize = 100;

QString idOf(const QJsonObject& object)
{
    return json::text(object, QLatin1String("id"));
}

} // namespace

JsonListModel::JsonListModel(ApiClient& api, QString path, std::vector<Column> columns, QObject* parent)
    : QAbstractTableModel(parent), m_api(api), m_path(std::move(path)), m_columns(std::move(columns))
{}

void JsonListModel::setPath(const QString& path)
{
    clear();
    m_path = path;
    reload();
}

void JsonListModel::setQuery(const QUrlQuery& query)
{
    if (m_query != query || !m_hasLoaded) {
        m_query = query;
        reload();
    }
}

void JsonListModel::reload()
{
    m_api.cancel(m_request);
    m_request = 0;
    m_isReadingOn = false;
    read({});
}

void JsonListModel::readToEnd()
{
    m_isReadingOn = true;
    readOn();
}

void JsonListModel::readOn()
{
    if (m_isReadingOn && rowCount() < kMostRows) {
        fetchMore({});
    }
}

void JsonListModel::clear()
{
    m_api.cancel(m_request);
    m_request = 0;
    beginResetModel();
    m_rows.clear();
    m_cursor.clear();
    m_hasLoaded = false;
    m_isReadingOn = false;
    endResetModel();
}

void JsonListModel::read(const QString& cursor)
{
    QUrlQuery query = m_query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    m_request = m_api.get(m_path, query, this, [this, isFirst = cursor.isEmpty()](const ApiReply& reply) {
        m_request = 0;
        answered(reply, isFirst);
        Q_EMIT loadingChanged(false);
        readOn();
    });
    Q_EMIT loadingChanged(true);
}

void JsonListModel::answered(const ApiReply& reply, bool isFirst)
{
    if (reply.error) {
        m_isReadingOn = false;
        Q_EMIT failed(*reply.error);
        return;
    }
    const QJsonArray items = reply.items();
    m_cursor = reply.nextCursor();
    m_hasLoaded = true;
    if (isFirst) {
        beginResetModel();
        m_rows.clear();
        for (const QJsonValue& each : items) {
            m_rows.append(each.toObject());
        }
        endResetModel();
    } else if (!items.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
        for (const QJsonValue& each : items) {
            m_rows.append(each.toObject());
        }
        endInsertRows();
    }
    Q_EMIT loaded();
}

QJsonObject JsonListModel::object(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row) : QJsonObject();
}

int JsonListModel::rowOf(const QString& id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (idOf(m_rows.at(row)) == id) {
            return row;
        }
    }
    return -1;
}

void JsonListModel::upsert(const QJsonObject& object)
{
    const int row = rowOf(idOf(object));
    if (row >= 0) {
        m_rows[row] = object;
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(object);
    endInsertRows();
}

void JsonListModel::removeId(const QString& id)
{
    const int row = rowOf(id);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
}

int JsonListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JsonListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant JsonListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const QJsonObject& row = m_rows.at(index.row());
    const Column& column = m_columns.at(static_cast<std::size_t>(index.column()));
    switch (role) {
    case Qt::DisplayRole:
        return displayLines(column.text(row));
    case Qt::ToolTipRole:
        return plainToolTip(column.text(row));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case ObjectRole:
        return row;
    case IdRole:
        return idOf(row);
    default:
        return column.other ? column.other(row, role) : QVariant();
    }
}

QVariant JsonListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Column& column = m_columns.at(static_cast<std::size_t>(section));
    if (role == Qt::DisplayRole) {
        return column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (column.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    return {};
}

bool JsonListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_request == 0 && !m_cursor.isEmpty();
}

void JsonListModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent)) {
        read(m_cursor);
    }
}

} // namespace parley::console
