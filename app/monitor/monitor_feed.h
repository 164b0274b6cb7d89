// SPDX-License-Identifier: MIT
#pragma once

#include "app/monitor/monitor_filter.h"
#include "app/net/api_client.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace parley::console {

class MonitorModel;
class OfflineCache;

/// Fills the monitor's model: pages as they are wanted, single conversations as they change, and what was
/// read last while the server cannot be reached.
/// @thread GUI
class MonitorFeed : public QObject {
    Q_OBJECT

public:
    /// All outlive this. @param me id of who sits here
    MonitorFeed(
        ApiClient& api, OfflineCache& offline, MonitorModel& model, QString me, QObject* parent = nullptr);

    /// From the start, if the filter is another; what was asked for before is dropped.
    void setFilter(const MonitorFilter& filter);
    const MonitorFilter& filter() const { return m_filter; }
    /// From the start; what is shown stays until the answer is there.
    void reload();
    /// The newest page again, into what is shown: nothing moves that has not changed.
    void refresh();
    /// A conversation is another now, or new. Read a moment later, a few at a time.
    void changed(const QString& conversation);
    /// Another page, if there is one.
    void readMore();

    bool hasMore() const { return !m_cursor.isEmpty(); }
    bool isLoading() const { return m_request != 0; }
    bool hasLoaded() const { return m_hasLoaded; }

Q_SIGNALS:
    void loadingChanged(bool isLoading);
    void loaded();
    void failed(const parley::console::ApiError& error);
    /// What is shown was read then, because the server cannot be reached now.
    void shownFromCache(const QDateTime& readAt, const parley::console::ApiError& error);

private:
    void read(const QString& cursor);
    void answered(const ApiReply& reply, bool isFirst);
    void failFirst(const ApiError& error);
    void readChanged();
    void apply(const QString& conversation, const ApiReply& reply);

    ApiClient& m_api;
    OfflineCache& m_offline;
    MonitorModel& m_model;
    QString m_me;
    /// Of the tenant it was made in: an answer may come when another is acted in already.
    QString m_keptName;
    MonitorFilter m_filter;
    QString m_cursor;
    ApiClient::RequestId m_request = 0;
    ApiClient::RequestId m_refresh = 0;
    QStringList m_changed;
    QSet<QString> m_reading;
    QTimer m_pause;
    bool m_hasLoaded = false;
};

} // namespace parley::console
