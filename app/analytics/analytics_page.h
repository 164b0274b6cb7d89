// SPDX-License-Identifier: MIT
#pragma once

#include "app/analytics/overview.h"
#include "app/analytics/period_picker.h"
#include "app/net/api_client.h"
#include "app/workspace/page.h"

#include <functional>

class QGridLayout;
class QPushButton;
class QStackedWidget;

namespace parley::console {

class Banner;
class ChartCard;
class EmptyState;
class PlainLabel;
class StatTile;

/// What the agents and the people did in a period: totals against the period before, and charts.
class AnalyticsPage : public Page {
    Q_OBJECT

public:
    AnalyticsPage(Workspace& workspace, QWidget* parent);

    void activate() override;

private:
    QWidget* buildHead();
    QWidget* buildContent();
    void addTiles(QGridLayout* grid);
    void addCharts(QGridLayout* grid);
    void read();
    void display();
    void showTiles();
    void showCharts();
    /// @param write gives the file's bytes
    void exportTo(const QString& title, const QString& ending, std::function<QByteArray()> write);
    QByteArray picture() const;

    Workspace& m_workspace;
    PeriodPicker* m_picker = nullptr;
    Banner* m_banner = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_content = nullptr;
    EmptyState* m_empty = nullptr;
    PlainLabel* m_span = nullptr;
    QPushButton* m_csv = nullptr;
    QPushButton* m_png = nullptr;
    QList<StatTile*> m_tiles;
    QList<ChartCard*> m_charts;
    Overview m_overview;
    Overview m_before;
    ApiClient::RequestId m_request = 0;
    ApiClient::RequestId m_requestBefore = 0;
};

} // namespace parley::console
