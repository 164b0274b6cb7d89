// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace parley::console {

/// Asks about documents that are being read, about once a second, until each is done.
/// @thread GUI
class DocumentWatch : public QObject {
    Q_OBJECT

public:
    /// @param api outlives this
    explicit DocumentWatch(ApiClient& api, QObject* parent = nullptr);

    /// Asks at once and then again, until it is ready, failed, cancelled or gone.
    void watch(const QString& document);
    bool isWatching() const { return !m_documents.isEmpty(); }
    /// Nothing is asked while nobody looks.
    void setPaused(bool isPaused);

Q_SIGNALS:
    void changed(const QJsonObject& document);
    void gone(const QString& document);

private:
    void askAll();
    void ask(const QString& document);
    void answered(const QString& document, const ApiReply& reply);

    ApiClient& m_api;
    QSet<QString> m_documents;
    QTimer m_timer;
    int m_underWay = 0;
    bool m_isPaused = false;
};

} // namespace parley::console
