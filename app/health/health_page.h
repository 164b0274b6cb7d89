// SPDX-License-Identifier: MIT
#pragma once

#include "app/net/api_client.h"
#include "app/workspace/page.h"

#include <QList>
#include <QTimer>

class QGridLayout;

namespace parley::console {

class Badge;
class Banner;
class HealthCard;
class PlainLabel;

/// How the server and its parts are, read again every ten seconds while it is looked at.
class HealthPage : public Page {
    Q_OBJECT

public:
    HealthPage(Workspace& workspace, QWidget* parent);

    void activate() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void read();
    void answered(const ApiReply& reply);
    void display(const QJsonObject& detailed);

    Workspace& m_workspace;
    PlainLabel* m_title;
    Badge* m_status;
    PlainLabel* m_facts;
    Banner* m_banner;
    QGridLayout* m_grid;
    QList<HealthCard*> m_cards;
    QTimer m_again;
    ApiClient::RequestId m_request = 0;
};

} // namespace parley::console
