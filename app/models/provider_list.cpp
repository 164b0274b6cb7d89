// SPDX-License-Identifier: MIT
#include "app/models/provider_list.h"

#include "app/net/json.h"

#include <QJsonArray>

#include <algorithm>

namespace parley::console {

namespace {

QString nameOf(const QJsonObject& provider)
{
    return json::text(provider, QLatin1String("name"));
}

} // namespace

ProviderList::ProviderList(QObject* parent) : QAbstractListModel(parent), m_loaded(patch()) {}

void ProviderList::load(const QJsonObject& settings)
{
    beginResetModel();
    m_entries.clear();
    const QStringList order = json::texts(settings, QLatin1String("order"));
    for (const QJsonValue& each : json::array(settings, QLatin1String("providers"))) {
        m_entries.append({each.toObject(), order.contains(nameOf(each.toObject()))});
    }
    const auto place = [&order](const Entry& entry) {
        return entry.isAsked ? order.indexOf(nameOf(entry.provider)) : order.size();
    };
    std::stable_sort(m_entries.begin(), m_entries.end(), [&](const Entry& one, const Entry& other) {
        return place(one) < place(other);
    });
    endResetModel();
    m_loaded = patch();
}

QJsonObject ProviderList::patch() const
{
    QJsonArray providers;
    QJsonArray order;
    for (const Entry& entry : m_entries) {
        providers.append(entry.provider);
        if (entry.isAsked) {
            order.append(nameOf(entry.provider));
        }
    }
    return {{QStringLiteral("providers"), providers}, {QStringLiteral("order"), order}};
}

QJsonObject ProviderList::provider(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).provider : QJsonObject();
}

void ProviderList::setProvider(int row, const QJsonObject& provider)
{
    if (row >= 0 && row < m_entries.size() && m_entries.at(row).provider != provider) {
        m_entries[row].provider = provider;
        Q_EMIT dataChanged(index(row), index(row));
        Q_EMIT edited();
    }
}

bool ProviderList::isAsked(int row) const
{
    return row >= 0 && row < m_entries.size() && m_entries.at(row).isAsked;
}

int ProviderList::add(const QJsonObject& provider)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_entries.append({provider, true});
    endInsertRows();
    Q_EMIT edited();
    return row;
}

void ProviderList::remove(int row)
{
    if (row >= 0 && row < m_entries.size()) {
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
        Q_EMIT edited();
    }
}

int ProviderList::move(int row, int by)
{
    const int to = row + by;
    if (row < 0 || row >= m_entries.size() || to < 0 || to >= m_entries.size() || by == 0) {
        return row;
    }
    beginMoveRows({}, row, row, {}, by > 0 ? to + 1 : to);
    m_entries.move(row, to);
    endMoveRows();
    // Each row tells its number.
    Q_EMIT dataChanged(index(qMin(row, to)), index(qMax(row, to)));
    Q_EMIT edited();
    return to;
}

int ProviderList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ProviderList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole) {
        const QString name = nameOf(entry.provider).isEmpty() ? tr("New provider") : nameOf(entry.provider);
        const auto models = static_cast<int>(json::array(entry.provider, QLatin1String("models")).size());
        const QString detail =
            entry.isAsked ? tr("%n model(s)", nullptr, models) : tr("rests: it is not asked");
        return QStringLiteral("%1\n%2 · %3")
            .arg(name, json::text(entry.provider, QLatin1String("kind")), detail);
    }
    if (role == Qt::CheckStateRole) {
        return entry.isAsked ? Qt::Checked : Qt::Unchecked;
    }
    return {};
}

bool ProviderList::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole) {
        return false;
    }
    m_entries[index.row()].isAsked = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags ProviderList::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace parley::console
