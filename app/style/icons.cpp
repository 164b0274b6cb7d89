// SPDX-License-Identifier: MIT
#include "app/style/icons.h"

#include "app/style/colors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace parley::console {

namespace {

/// What shows the way on or back does so in the direction in which one reads.
bool isPointing(const QString& name)
{
    static const QStringList pointing{QStringLiteral("back"),
                                      QStringLiteral("right"),
                                      QStringLiteral("send"),
                                      QStringLiteral("leave"),
                                      QStringLiteral("undo"),
                                      QStringLiteral("external"),
                                      QStringLiteral("run")};
    return pointing.contains(name);
}

class LineIconEngine final : public QIconEngine {
public:
    explicit LineIconEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const Colors& colors = colorsOf(QGuiApplication::palette());
        const QColor color = mode == QIcon::Disabled   ? colors.border
                             : mode == QIcon::Selected ? colors.accent
                                                       : colors.text;
        const int side = qMin(rect.width(), rect.height());
        QPixmap drawn = iconPixmap(m_name, side, color, painter->device()->devicePixelRatioF());
        if (QGuiApplication::isRightToLeft() && isPointing(m_name)) {
            drawn = QPixmap::fromImage(drawn.toImage().mirrored(true, false));
        }
        const QPoint at(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2);
        painter->drawPixmap(at, drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap made(size);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return made;
    }

    QIconEngine* clone() const override { return new LineIconEngine(m_name); }

private:
    QString m_name;
};

} // namespace

QPixmap iconPixmap(const QString& name, int sizePx, const QColor& color, qreal devicePixelRatio)
{
    const QString key =
        QStringLiteral("parley/%1/%2/%3/%4").arg(name).arg(sizePx).arg(color.rgba()).arg(devicePixelRatio);
    QPixmap drawn;
    if (QPixmapCache::find(key, &drawn)) {
        return drawn;
    }
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return drawn;
    }
    QSvgRenderer renderer(file.readAll().replace("#000", color.name().toLatin1()));
    drawn = QPixmap(QSize(sizePx, sizePx) * devicePixelRatio);
    drawn.fill(Qt::transparent);
    QPainter painter(&drawn);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter);
    painter.end();
    drawn.setDevicePixelRatio(devicePixelRatio);
    QPixmapCache::insert(key, drawn);
    return drawn;
}

QIcon icon(const QString& name)
{
    return QIcon(new LineIconEngine(name));
}

QIcon productIcon()
{
    return QIcon(QStringLiteral(":/icons/parley.svg"));
}

} // namespace parley::console
