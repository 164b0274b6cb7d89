// SPDX-License-Identifier: MIT
#include "app/widgets/banner.h"

#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace parley::console {

namespace {

const char* roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Danger:
        return "banner-danger";
    case Tone::Warning:
        return "banner-warning";
    case Tone::Success:
        return "banner-success";
    case Tone::Accent:
    case Tone::Neutral:
        break;
    }
    return "banner-info";
}

/// Whatever a server says, the page below stays to be seen.
QString shortened(const QString& text)
{
    constexpr int kMost = 1'500;
    constexpr int kMostLines = 12;
    const QStringList lines = text.left(kMost).split(QLatin1Char('\n'));
    const QString shown = lines.mid(0, kMostLines).join(QLatin1Char('\n'));
    return shown.size() < text.size() ? shown + QChar(0x2026) : shown;
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_text(new PlainLabel({}, this)),
      m_action(new QPushButton(this)),
      m_close(new QToolButton(this))
{
    m_text->setCopyable(true);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close this message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::clear);
    hide();
}

void Banner::say(Tone tone, const QString& text, const QString& action)
{
    setRole(this, roleOf(tone));
    m_text->setText(shortened(text));
    setAccessibleName(displayLine(text));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::setClosable(bool isClosable)
{
    m_close->setVisible(isClosable);
}

} // namespace parley::console
