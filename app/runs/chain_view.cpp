// SPDX-License-Identifier: MIT
#include "app/runs/chain_view.h"

#include "app/net/json.h"
#include "app/runs/run_words.h"
#include "app/style/colors.h"
#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace parley::console {

namespace {

constexpr int kGapPx = 26;
constexpr int kPadPx = 10;
constexpr int kBarPx = 4;
constexpr int kRadiusPx = 8;
constexpr int kWidthInChars = 19;
constexpr int kArrowPx = 4;

QString nameOf(const QJsonObject& node)
{
    return words::node(json::text(node, QLatin1String("name")));
}

QString timeOf(const QJsonObject& node)
{
    return words::microseconds(json::integer(node, QLatin1String("duration_us")));
}

/// The node that led to people, or to an answer, stands out.
QColor edgeOf(const QJsonObject& node, const Colors& colors)
{
    const QString name = json::text(node, QLatin1String("name"));
    if (name == QLatin1String("bridge")) {
        return colors.warning;
    }
    const QJsonObject output = json::object(node, QLatin1String("output"));
    const bool hasFailed = !json::boolean(output, QLatin1String("passes"), true) ||
                           json::boolean(output, QLatin1String("escalates")) ||
                           output.contains(QLatin1String("error"));
    return hasFailed ? colors.danger : name == QLatin1String("deliver") ? colors.success : colors.border;
}

} // namespace

ChainView::ChainView(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Steps of the turn"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChainView::setNodes(const QJsonArray& nodes)
{
    m_nodes = nodes;
    m_longestUs = 0;
    for (const QJsonValue& each : nodes) {
        m_longestUs = qMax(m_longestUs, json::integer(each.toObject(), QLatin1String("duration_us")));
    }
    m_layout = layoutFor(width());
    m_current = -1;
    updateGeometry();
    update();
    setCurrent(nodes.isEmpty() ? -1 : 0);
}

void ChainView::setCurrent(int node)
{
    if (node == m_current || node >= m_nodes.size()) {
        return;
    }
    m_current = node;
    if (node >= 0) {
        const QJsonObject chosen = m_nodes.at(node).toObject();
        setAccessibleDescription(tr("Step %1 of %2: %3, %4")
                                     .arg(node + 1)
                                     .arg(m_nodes.size())
                                     .arg(displayLine(nameOf(chosen)), timeOf(chosen)));
        QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
    }
    update();
    Q_EMIT currentChanged(node);
}

QSize ChainView::nodeSize() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * kWidthInChars + 2 * kPadPx,
            2 * metrics.height() + kBarPx + 3 * kPadPx};
}

ChainLayout ChainView::layoutFor(int width) const
{
    return layoutChain(
        static_cast<int>(m_nodes.size()), width, nodeSize(), kGapPx, layoutDirection() == Qt::RightToLeft);
}

QSize ChainView::sizeHint() const
{
    return m_layout.size;
}

int ChainView::heightForWidth(int width) const
{
    return layoutFor(width).size.height();
}

void ChainView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_layout = layoutFor(width());
    if (minimumHeight() != m_layout.size.height()) {
        setMinimumHeight(m_layout.size.height());
    }
}

int ChainView::nodeAt(const QPoint& place) const
{
    for (int node = 0; node < m_layout.nodes.size(); ++node) {
        if (m_layout.nodes.at(node).contains(place)) {
            return node;
        }
    }
    return -1;
}

void ChainView::keyPressEvent(QKeyEvent* event)
{
    const auto key = static_cast<Qt::Key>(event->key());
    const int to = neighbour(m_layout, qMax(0, m_current), key, layoutDirection() == Qt::RightToLeft);
    if (to != m_current && !m_nodes.isEmpty()) {
        setCurrent(to);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ChainView::mousePressEvent(QMouseEvent* event)
{
    if (const int node = nodeAt(event->pos()); node >= 0) {
        setCurrent(node);
    }
}

bool ChainView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int node = nodeAt(help->pos());
        const QString name =
            node < 0 ? QString() : json::text(m_nodes.at(node).toObject(), QLatin1String("name"));
        setPlainToolTip(this, words::nodePurpose(name)); // shown by what follows
    }
    return QWidget::event(event);
}

void ChainView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int node = 0; node < m_layout.nodes.size(); ++node) {
        paintLink(painter, node);
        paintNode(painter, node);
    }
}

void ChainView::paintLink(QPainter& painter, int node) const
{
    if (node == 0) {
        return;
    }
    const QRect from = m_layout.nodes.at(node - 1);
    const QRect to = m_layout.nodes.at(node);
    painter.setPen(QPen(colorsOf(palette()).muted, 1));
    painter.setBrush(colorsOf(palette()).muted);
    if (from.top() == to.top()) {
        const bool isLeftwards = to.left() < from.left();
        const QPoint start(isLeftwards ? from.left() : from.right(), from.center().y());
        const QPoint end(isLeftwards ? to.right() : to.left(), to.center().y());
        const int back = isLeftwards ? kArrowPx : -kArrowPx;
        painter.drawLine(start, end);
        painter.drawPolygon(QPolygon({end, end + QPoint(back, -kArrowPx), end + QPoint(back, kArrowPx)}));
        return;
    }
    const int middle = (from.bottom() + to.top()) / 2;
    const QPoint end(to.center().x(), to.top());
    painter.drawLine(QPoint(from.center().x(), from.bottom()), QPoint(from.center().x(), middle));
    painter.drawLine(QPoint(from.center().x(), middle), QPoint(end.x(), middle));
    painter.drawLine(QPoint(end.x(), middle), end);
    painter.drawPolygon(
        QPolygon({end, end + QPoint(-kArrowPx, -kArrowPx), end + QPoint(kArrowPx, -kArrowPx)}));
}

void ChainView::paintNode(QPainter& painter, int node) const
{
    const Colors& colors = colorsOf(palette());
    const QJsonObject step = m_nodes.at(node).toObject();
    const QRect box = m_layout.nodes.at(node);
    const bool isCurrent = node == m_current;
    painter.setPen(
        QPen(isCurrent ? colors.accent : edgeOf(step, colors), isCurrent && hasFocus() ? 2.5 : 1.5));
    painter.setBrush(isCurrent ? colors.accentSoft : colors.surface);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), kRadiusPx, kRadiusPx);

    const QRect room = box.adjusted(kPadPx, kPadPx, -kPadPx, -kPadPx);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const int alignment = static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    painter.setFont(strong);
    painter.setPen(colors.text);
    painter.drawText(room, alignment, metrics.elidedText(nameOf(step), Qt::ElideRight, room.width()));
    painter.setFont(font());
    painter.setPen(colors.muted);
    painter.drawText(room.adjusted(0, metrics.height(), 0, 0), alignment, timeOf(step));

    const QRect track(room.left(), room.bottom() - kBarPx + 1, room.width(), kBarPx);
    const double share = barShare(json::integer(step, QLatin1String("duration_us")), m_longestUs);
    QRect bar = track;
    bar.setWidth(qRound(track.width() * share));
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(track, kBarPx / 2.0, kBarPx / 2.0);
    painter.setBrush(colors.accent);
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), track, bar), kBarPx / 2.0, kBarPx / 2.0);
}

} // namespace parley::console
