// SPDX-License-Identifier: MIT
#include "app/knowledge/drop_frame.h"

#include "app/style/colors.h"
#include "app/style/icons.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace parley::console {

namespace {

constexpr int kIconPx = 40;
constexpr int kRadiusPx = 12;
constexpr int kMarginPx = 10;
constexpr int kDashPx = 2;
constexpr double kVeil = 0.92;

/// Over everything, and transparent to the mouse: the frame below takes the drop.
class Overlay final : public QWidget {
public:
    Overlay(const QString& text, QWidget* parent) : QWidget(parent), m_text(text)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colors& colors = colorsOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QColor veil = colors.accentSoft;
        veil.setAlphaF(static_cast<float>(kVeil));
        painter.setBrush(veil);
        painter.setPen(QPen(colors.accent, kDashPx, Qt::DashLine));
        const QRect inner = rect().adjusted(kMarginPx, kMarginPx, -kMarginPx, -kMarginPx);
        painter.drawRoundedRect(inner, kRadiusPx, kRadiusPx);
        const QPixmap picture =
            iconPixmap(QStringLiteral("upload"), kIconPx, colors.accent, devicePixelRatioF());
        painter.drawPixmap(inner.center() - QPoint(kIconPx / 2, kIconPx), picture);
        painter.setPen(colors.text);
        painter.drawText(inner.adjusted(0, kIconPx, 0, 0), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

QStringList filesOf(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) {
            paths.append(url.toLocalFile());
        }
    }
    return paths;
}

} // namespace

DropFrame::DropFrame(QWidget* parent)
    : QWidget(parent), m_overlay(new Overlay(tr("Drop the files to add them to the knowledge base"), this))
{
    setAcceptDrops(true);
}

void DropFrame::setHovered(bool isHovered)
{
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    m_overlay->setVisible(isHovered);
}

void DropFrame::dragEnterEvent(QDragEnterEvent* event)
{
    if (!filesOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
        setHovered(true);
    }
}

void DropFrame::dragLeaveEvent(QDragLeaveEvent*)
{
    setHovered(false);
}

void DropFrame::dropEvent(QDropEvent* event)
{
    setHovered(false);
    const QStringList paths = filesOf(event->mimeData());
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        Q_EMIT dropped(paths);
    }
}

void DropFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_overlay->setGeometry(rect());
}

} // namespace parley::console
