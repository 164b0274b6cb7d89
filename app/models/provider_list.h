// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>
#include <QJsonObject>
#include <QList>

namespace parley::console {

/// The providers of language models in the order in which they are asked, as they are edited; those that are
/// not asked rest behind them.
class ProviderList : public QAbstractListModel {
    Q_OBJECT

public:
    explicit ProviderList(QObject* parent = nullptr);

    /// @param settings as GET /settings/llm answers them
    void load(const QJsonObject& settings);
    /// `providers` and `order`, as PATCH takes them.
    QJsonObject patch() const;
    bool isChanged() const { return patch() != m_loaded; }

    QJsonObject provider(int row) const;
    void setProvider(int row, const QJsonObject& provider);
    bool isAsked(int row) const;
    /// @return its row
    int add(const QJsonObject& provider);
    void remove(int row);
    /// @param by -1: asked earlier, 1: later @return its row now
    int move(int row, int by);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void edited();

private:
    struct Entry {
        QJsonObject provider;
        bool isAsked = true;
    };

    QList<Entry> m_entries;
    QJsonObject m_loaded;
};

} // namespace parley::console
