// SPDX-License-Identifier: MIT
#include "app/widget_designer/widget_preview.h"

#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widget_designer/contrast.h"
#include "app/widgets/display_text.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

namespace parley::console {

namespace {

constexpr int kLongestGreeting = 500;
constexpr int kPanelWidthPx = 320;
constexpr int kPanelHeightPx = 460;
constexpr int kEdgePx = 20;
constexpr int kLauncherPx = 52;
constexpr int kGapPx = 14;
constexpr int kHeaderPx = 54;
constexpr int kComposerPx = 52;
constexpr int kPadPx = 14;
constexpr int kRadiusPx = 14;
constexpr int kBubbleRadiusPx = 12;
constexpr int kMostQuestionsShown = 4;
constexpr double kBubbleShare = 0.82;

// The widget's own light panel; it follows the visitor's browser, and most of them are light.
const QColor kPage(0xe9, 0xec, 0xf1);
const QColor kPanel(0xff, 0xff, 0xff);
const QColor kBubble(0xf0, 0xf2, 0xf4);
const QColor kText(0x1b, 0x21, 0x30);
const QColor kMuted(0x59, 0x62, 0x75);
const QColor kLine(0xd5, 0xd9, 0xe2);
const QColor kFallback(0x0f, 0x5e, 0x59);

constexpr auto kWrapped = static_cast<int>(Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap);
constexpr auto kOneLine = static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine);

} // namespace

WidgetPreview::WidgetPreview(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("About how the chat will look"));
}

void WidgetPreview::setSettings(const QJsonObject& settings)
{
    m_settings = settings;
    setAccessibleDescription(displayLine(json::text(settings, QLatin1String("title"))) + QLatin1Char('\n') +
                             displayLine(json::text(settings, QLatin1String("greeting")), kLongestGreeting));
    setLayoutDirection(QLocale(json::text(settings, QLatin1String("locale"))).textDirection());
    update();
}

QSize WidgetPreview::sizeHint() const
{
    return {kPanelWidthPx + 4 * kEdgePx, kPanelHeightPx + kLauncherPx + kGapPx + 2 * kEdgePx};
}

QSize WidgetPreview::minimumSizeHint() const
{
    return {kPanelWidthPx + 2 * kEdgePx, kPanelHeightPx};
}

QColor WidgetPreview::primary() const
{
    const QColor color =
        colorOf(json::text(json::object(m_settings, QLatin1String("colors")), QLatin1String("primary")));
    return color.isValid() ? color : kFallback;
}

bool WidgetPreview::isLeft() const
{
    return json::text(m_settings, QLatin1String("position")) == QLatin1String("left");
}

QRect WidgetPreview::panel() const
{
    const int height = qMin(kPanelHeightPx, this->height() - kLauncherPx - kGapPx - 2 * kEdgePx);
    const int top = this->height() - kEdgePx - kLauncherPx - kGapPx - height;
    const int left = isLeft() ? kEdgePx : width() - kEdgePx - kPanelWidthPx;
    return {left, top, kPanelWidthPx, height};
}

void WidgetPreview::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setLayoutDirection(layoutDirection());
    paintPage(painter);
    const QRect box = panel();
    QPainterPath shape;
    shape.addRoundedRect(box, kRadiusPx, kRadiusPx);
    painter.fillPath(shape.translated(0, 3), QColor(0, 0, 0, 28));
    painter.fillPath(shape, kPanel);
    painter.save();
    painter.setClipPath(shape);
    paintHeader(painter, QRect(box.left(), box.top(), box.width(), kHeaderPx));
    const QRect composer(box.left(), box.bottom() - kComposerPx + 1, box.width(), kComposerPx);
    const QRect body = box.adjusted(kPadPx, kHeaderPx + kPadPx, -kPadPx, -kComposerPx);
    painter.setClipRect(body, Qt::IntersectClip);
    int top = paintGreeting(painter, body);
    top = paintQuestions(painter, body, top + kPadPx);
    paintEmail(painter, body, top + kPadPx);
    painter.setClipPath(shape);
    paintComposer(painter, composer);
    painter.restore();
    painter.strokePath(shape, kLine);
    paintLauncher(painter);
}

/// Some page behind it, so that the place and the colour can be judged.
void WidgetPreview::paintPage(QPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(kPage);
    painter.drawRoundedRect(rect(), kBubbleRadiusPx, kBubbleRadiusPx);
    painter.setBrush(QColor(0xdd, 0xe1, 0xe8));
    painter.drawRoundedRect(QRect(kEdgePx, kEdgePx, width() / 2, 16), 4, 4);
    for (int line = 0; line < 5; ++line) {
        painter.drawRoundedRect(
            QRect(kEdgePx, kEdgePx + 34 + line * 20, width() - 2 * kEdgePx - line % 2 * 60, 8), 3, 3);
    }
}

void WidgetPreview::paintHeader(QPainter& painter, const QRect& rect) const
{
    painter.fillRect(rect, primary());
    painter.setPen(textOn(primary()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const QRect inner = rect.adjusted(kPadPx + 2, 0, -kPadPx - 28, 0);
    const QString title = json::text(m_settings, QLatin1String("title"));
    painter.drawText(layoutDirection() == Qt::RightToLeft ? inner.translated(28, 0) : inner,
                     kOneLine,
                     QFontMetrics(bold).elidedText(title, Qt::ElideRight, inner.width()));
    painter.setFont(font());
    const int x = layoutDirection() == Qt::RightToLeft ? rect.left() + kPadPx : rect.right() - kPadPx - 16;
    painter.drawPixmap(x,
                       rect.center().y() - 8,
                       iconPixmap(QStringLiteral("close"), 16, textOn(primary()), devicePixelRatioF()));
}

int WidgetPreview::paintGreeting(QPainter& painter, const QRect& body) const
{
    const QString greeting = json::text(m_settings, QLatin1String("greeting"));
    if (greeting.trimmed().isEmpty()) {
        return body.top() - kPadPx;
    }
    const int width = qRound(body.width() * kBubbleShare) - 2 * kPadPx;
    const QRect text = fontMetrics().boundingRect(QRect(0, 0, width, 0), kWrapped, greeting);
    const QRect logical(body.left(), body.top(), text.width() + 2 * kPadPx, text.height() + kPadPx);
    const QRect bubble = QStyle::visualRect(layoutDirection(), body, logical);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kBubble);
    painter.drawRoundedRect(bubble, kBubbleRadiusPx, kBubbleRadiusPx);
    painter.setPen(kText);
    painter.drawText(bubble.adjusted(kPadPx, kPadPx / 2, -kPadPx, -kPadPx / 2), kWrapped, greeting);
    return bubble.bottom();
}

int WidgetPreview::paintQuestions(QPainter& painter, const QRect& body, int top) const
{
    const QColor color = readableOn(primary(), kPanel);
    const QStringList questions = json::texts(m_settings, QLatin1String("suggested_questions"));
    for (const QString& question : questions.mid(0, kMostQuestionsShown)) {
        const QString line =
            fontMetrics().elidedText(question.simplified(), Qt::ElideRight, body.width() - 2 * kPadPx);
        const QRect logical(body.left(),
                            top,
                            fontMetrics().horizontalAdvance(line) + 2 * kPadPx,
                            fontMetrics().height() + kPadPx);
        const QRect pill = QStyle::visualRect(layoutDirection(), body, logical);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(color);
        painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
        painter.drawText(pill, Qt::AlignCenter, line);
        top = pill.bottom() + kPadPx / 2;
    }
    return top;
}

void WidgetPreview::paintEmail(QPainter& painter, const QRect& body, int top) const
{
    if (!json::boolean(m_settings, QLatin1String("ask_email"))) {
        return;
    }
    painter.setPen(kMuted);
    const QRect words(body.left(), top, body.width(), 2 * fontMetrics().height());
    painter.drawText(words, kWrapped, tr("While somebody is awaited, the chat asks for an e-mail address."));
}

void WidgetPreview::paintComposer(QPainter& painter, const QRect& rect) const
{
    painter.fillRect(rect, kPanel);
    painter.setPen(kLine);
    painter.drawLine(rect.topLeft(), rect.topRight());
    painter.setPen(kMuted);
    painter.drawText(rect.adjusted(kPadPx, 0, -kPadPx - 40, 0)
                         .translated(layoutDirection() == Qt::RightToLeft ? 40 : 0, 0),
                     kOneLine,
                     tr("Write a message…"));
    constexpr int kSendPx = 32;
    const QRect logical(rect.right() - kPadPx - kSendPx, rect.center().y() - kSendPx / 2, kSendPx, kSendPx);
    const QRect send = QStyle::visualRect(layoutDirection(), rect, logical);
    painter.setPen(Qt::NoPen);
    painter.setBrush(primary());
    painter.drawEllipse(send);
    painter.drawPixmap(send.center() - QPoint(7, 7),
                       iconPixmap(QStringLiteral("send"), 16, textOn(primary()), devicePixelRatioF()));
}

void WidgetPreview::paintLauncher(QPainter& painter) const
{
    const int left = isLeft() ? kEdgePx : width() - kEdgePx - kLauncherPx;
    const QRect circle(left, height() - kEdgePx - kLauncherPx, kLauncherPx, kLauncherPx);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 30));
    painter.drawEllipse(circle.translated(0, 2));
    painter.setBrush(primary());
    painter.drawEllipse(circle);
    painter.drawPixmap(circle.center() - QPoint(11, 11),
                       iconPixmap(QStringLiteral("chat"), 24, textOn(primary()), devicePixelRatioF()));
}

} // namespace parley::console
