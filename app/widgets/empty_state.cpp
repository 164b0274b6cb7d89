// SPDX-License-Identifier: MIT
#include "app/widgets/empty_state.h"

#include "app/style/icons.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kIconPx = 40;
constexpr int kTextWidthPx = 420;

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent),
      m_title(new PlainLabel(title, "heading", this)),
      m_text(new PlainLabel(text, "muted", this)),
      m_action(new QPushButton(this))
{
    auto* picture = new QLabel(this);
    picture->setPixmap(icon(iconName).pixmap(kIconPx, kIconPx));
    picture->setAlignment(Qt::AlignCenter);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setMaximumWidth(kTextWidthPx);
    // An alignment would give the label its first guess of a height: wrapped lines need the row's own stretch
    // instead.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_text, 100);
    row->addStretch(1);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);

    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(picture);
    layout->addWidget(m_title);
    layout->addLayout(row);
    layout->addSpacing(8);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void EmptyState::setTexts(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
}

void EmptyState::setAction(const QString& label)
{
    m_action->setText(label);
    m_action->setVisible(!label.isEmpty());
}

} // namespace parley::console
