// SPDX-License-Identifier: MIT
#pragma once

#include "app/analytics/overview.h"
#include "app/style/colors.h"

#include <QFrame>

#include <functional>

class QChart;
class QChartView;
class QStackedLayout;

namespace parley::console {

/// A chart with its title, or why there is none. Follows light and dark.
class ChartCard : public QFrame {
    Q_OBJECT

public:
    using Draw = std::function<QChart*(const Overview&, const Colors&)>;

    /// @param empty what would fill it
    ChartCard(const QString& title, const QString& empty, Draw draw, QWidget* parent = nullptr);
    ~ChartCard() override;
    /// @param summary the same in words, for who cannot see it
    void setOverview(const Overview& overview, const QString& summary);

protected:
    void changeEvent(QEvent* event) override;

private:
    void draw();

    Draw m_draw;
    Overview m_overview;
    QChartView* m_view;
    QStackedLayout* m_stack;
};

} // namespace parley::console
