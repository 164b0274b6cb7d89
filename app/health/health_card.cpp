// SPDX-License-Identifier: MIT
#include "app/health/health_card.h"

#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kPadPx = 14;
constexpr int kHeightPx = 150;

} // namespace

HealthCard::HealthCard(QWidget* parent)
    : QFrame(parent),
      m_title(new PlainLabel({}, "heading", this)),
      m_status(new Badge({}, Tone::Neutral, this)),
      m_meaning(new PlainLabel({}, this)),
      m_facts(new PlainLabel({}, "muted", this))
{
    setRole(this, "card");
    setMinimumHeight(kHeightPx);
    m_facts->setCopyable(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_status);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadPx, kPadPx, kPadPx, kPadPx);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_meaning);
    layout->addWidget(m_facts);
    layout->addStretch(1);
}

void HealthCard::setTold(const HealthTold& told)
{
    m_title->setText(told.title);
    m_status->setText(told.status);
    m_status->setTone(told.tone);
    m_meaning->setText(told.meaning);
    m_meaning->setVisible(!told.meaning.isEmpty());
    m_facts->setText(told.facts.join(QLatin1Char('\n')));
    m_facts->setVisible(!told.facts.isEmpty());
    setAccessibleName(displayLine(told.title + QStringLiteral(": ") + told.status));
    setAccessibleDescription(displayLine(told.meaning));
}

} // namespace parley::console
