// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QAbstractTableModel>
#include <QJsonObject>
#include <QUrlQuery>

#include <functional>
#include <vector>

namespace parley::console {

/// A list of the server's, page by page as it is scrolled, one row an object. For lists of configuration and
/// records; what changes live or has many thousand rows has a model of its own.
class JsonListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Column {
        QString title;
        std::function<QString(const QJsonObject&)> text;
        /// What the delegate may want: Qt::DecorationRole and the like, or a role of the page's own. May be
        /// empty.
        std::function<QVariant(const QJsonObject&, int role)> other;
        bool isNumber = false;
    };
    enum Role { ObjectRole = Qt::UserRole + 1, IdRole };

    /// @param path of the list @param api outlives this
    JsonListModel(ApiClient& api, QString path, std::vector<Column> columns, QObject* parent = nullptr);

    /// Another list of the same kind: empties it, and reads it.
    void setPath(const QString& path);
    /// Filters; reads anew when they differ.
    void setQuery(const QUrlQuery& query);
    /// Reads from the start; what is shown stays until the answer is there.
    void reload();
    void clear();
    /// Goes on reading, page after page, to the end or to kMostRows: for searching among all of them.
    void readToEnd();
    static constexpr int kMostRows = 5'000;
    bool isLoading() const { return m_request != 0; }
    bool hasLoaded() const { return m_hasLoaded; }
    QJsonObject object(int row) const;
    /// -1: not among those that were read.
    int rowOf(const QString& id) const;
    /// Replaces the row with its id, or puts it first.
    void upsert(const QJsonObject& object);
    void removeId(const QString& id);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loadingChanged(bool isLoading);
    /// The first page is there, or another.
    void loaded();
    void failed(const parley::console::ApiError& error);

private:
    void read(const QString& cursor);
    void answered(const ApiReply& reply, bool isFirst);
    void readOn();

    ApiClient& m_api;
    QString m_path;
    std::vector<Column> m_columns;
    QUrlQuery m_query;
    QList<QJsonObject> m_rows;
    QString m_cursor;
    ApiClient::RequestId m_request = 0;
    bool m_hasLoaded = false;
    bool m_isReadingOn = false;
};

} // namespace parley::console
