// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QComboBox;

namespace parley::console {

class ApiClient;
class Session;

/// Where an admin of the platform says in which tenant it acts; always visible to one, never to others.
class TenantPicker : public QWidget {
    Q_OBJECT

public:
    /// @param session, api outlive this
    TenantPicker(Session& session, ApiClient& api, QWidget* parent = nullptr);
    /// Reads the tenants; shows itself for an admin.
    void begin();

private:
    void show(const QJsonArray& tenants, const QString& note);
    void showCurrent();

    Session& m_session;
    ApiClient& m_api;
    QComboBox* m_box;
};

} // namespace parley::console
