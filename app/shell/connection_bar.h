// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/banner.h"

#include <QTimer>

namespace parley::console {

class ApiClient;
class LiveLink;
class Session;

/// Says when the server cannot be reached, since when, and what that means; nothing while all is well.
class ConnectionBar : public Banner {
    Q_OBJECT

public:
    /// All outlive this.
    ConnectionBar(ApiClient& api, LiveLink& live, Session& session, QWidget* parent = nullptr);

private:
    void refresh();

    ApiClient& m_api;
    LiveLink& m_live;
    Session& m_session;
    QTimer m_patience;
    /// Of the server, as it said last.
    QString m_protocol;
};

} // namespace parley::console
