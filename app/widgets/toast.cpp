// SPDX-License-Identifier: MIT
#include "app/widgets/toast.h"

#include "app/style/colors.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace parley::console {

namespace {

constexpr int kShownMs = 5'000;
constexpr int kShownWithActionMs = 12'000;
constexpr int kMarginPx = 20;
/// What is written and clicked is at the foot of a page, and stays free.
constexpr int kFootPx = 118;
constexpr int kWidestPx = 560;
constexpr int kLongest = 300;
constexpr double kRadius = 9;

} // namespace

Toast::Toast(QWidget* window)
    : QFrame(window), m_text(new PlainLabel({}, this)), m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("toast"));
    setRole(m_action, "flat");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    m_end.setSingleShot(true);
    connect(&m_end, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto then = std::move(m_then)) {
            then();
        }
    });
    window->installEventFilter(this);
    hide();
}

void Toast::say(const QString& text, Tone tone, const QString& action, std::function<void()> then)
{
    m_tone = tone;
    m_text->setText(displayLine(text, kLongest));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_then = std::move(then);
    setAccessibleName(displayLine(text));
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
    m_end.start(action.isEmpty() ? kShownMs : kShownWithActionMs);
}

void Toast::clear()
{
    m_end.stop();
    m_then = {};
    hide();
}

void Toast::place()
{
    const int width = qMin(kWidestPx, parentWidget()->width() - 2 * kMarginPx);
    m_text->setWordWrap(m_text->fontMetrics().horizontalAdvance(m_text->text()) > width - 60);
    adjustSize();
    resize(qMin(width, sizeHint().width() + 8), sizeHint().height());
    move((parentWidget()->width() - this->width()) / 2, parentWidget()->height() - height() - kFootPx);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    const Colors& colors = colorsOf(palette());
    const ToneColors tone = toneColors(m_tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(m_tone == Tone::Neutral ? colors.surface : tone.ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace parley::console
