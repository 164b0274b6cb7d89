// SPDX-License-Identifier: MIT
#include "app/analytics/chart_card.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <memory>

namespace parley::console {

namespace {

constexpr int kLongestSummary = 1'000;
constexpr int kHeightPx = 230;

} // namespace

ChartCard::ChartCard(const QString& title, const QString& empty, Draw draw, QWidget* parent)
    : QFrame(parent), m_draw(std::move(draw)), m_view(new QChartView(this)), m_stack(new QStackedLayout)
{
    setRole(this, "card");
    setAccessibleName(title);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(kHeightPx);
    auto* words = new PlainLabel(empty, "muted", this);
    words->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(words);
    m_stack->addWidget(m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 8);
    layout->setSpacing(4);
    layout->addWidget(new PlainLabel(title, "heading", this));
    layout->addLayout(m_stack, 1);
}

ChartCard::~ChartCard() = default;

void ChartCard::setOverview(const Overview& overview, const QString& summary)
{
    m_overview = overview;
    setAccessibleDescription(displayLine(summary, kLongestSummary));
    draw();
}

void ChartCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        draw();
    }
}

void ChartCard::draw()
{
    QChart* made = m_draw(m_overview, colorsOf(palette()));
    m_stack->setCurrentIndex(made == nullptr ? 0 : 1);
    // The view does not own what it is given instead.
    const std::unique_ptr<QChart> before(m_view->chart());
    m_view->setChart(made == nullptr ? new QChart : made);
}

} // namespace parley::console
