// SPDX-License-Identifier: MIT
#include "app/health/health_page.h"

#include "app/health/health_card.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kColumns = 3;
constexpr int kAgainMs = 10'000;

} // namespace

HealthPage::HealthPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_title(new PlainLabel(tr("Health"), "title", this)),
      m_status(new Badge({}, Tone::Neutral, this)),
      m_facts(new PlainLabel({}, "muted", this)),
      m_banner(new Banner(this)),
      m_grid(new QGridLayout)
{
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_status);
    auto* inner = new QWidget(this);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, 0, 0);
    innerLayout->addLayout(m_grid);
    innerLayout->addStretch(1);
    m_grid->setSpacing(12);
    for (int column = 0; column < kColumns; ++column) {
        m_grid->setColumnStretch(column, 1);
    }
    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inner);
    scroll->setAccessibleName(tr("Parts of the server"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_facts);
    layout->addWidget(m_banner);
    layout->addWidget(scroll, 1);

    auto* again = new QAction(tr("Read again"), this);
    again->setShortcut(QKeySequence::Refresh);
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QAction::triggered, this, &HealthPage::read);
    addAction(again);
    m_again.setInterval(kAgainMs);
    connect(&m_again, &QTimer::timeout, this, &HealthPage::read);
    connect(m_banner, &Banner::actionTriggered, this, &HealthPage::read);
    m_status->hide();
}

void HealthPage::activate()
{
    read();
}

void HealthPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_again.start();
}

void HealthPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_again.stop();
}

void HealthPage::read()
{
    if (m_request == 0) {
        m_request =
            m_workspace.api.get(QStringLiteral("/health/detailed"), this, [this](const ApiReply& reply) {
                m_request = 0;
                answered(reply);
            });
    }
}

void HealthPage::answered(const ApiReply& reply)
{
    // A server that is not ready answers 503, and says with it what is wrong.
    if (!json::object(reply.object, QLatin1String("checks")).isEmpty()) {
        m_banner->clear();
        display(reply.object);
        return;
    }
    if (reply.error) {
        m_banner->say(Tone::Danger, reply.error->describe(), tr("Try again"));
    }
}

void HealthPage::display(const QJsonObject& detailed)
{
    const HealthTold whole = overallHealth(detailed);
    m_title->setText(whole.title);
    m_status->setText(whole.status);
    m_status->setTone(whole.tone);
    m_status->show();
    QStringList facts = whole.facts;
    facts.append(tr("looked at %1, and again every ten seconds")
                     .arg(momentText(m_workspace.api.serverNow(), QDateTime::currentDateTimeUtc())));
    m_facts->setText(facts.join(QStringLiteral(" · ")));

    const QList<HealthTold> parts = healthOf(detailed);
    while (m_cards.size() < parts.size()) {
        auto* card = new HealthCard(this);
        const int at = static_cast<int>(m_cards.size());
        m_grid->addWidget(card, at / kColumns, at % kColumns);
        m_cards.append(card);
    }
    for (int at = 0; at < m_cards.size(); ++at) {
        m_cards.at(at)->setVisible(at < parts.size());
        if (at < parts.size()) {
            m_cards.at(at)->setTold(parts.at(at));
        }
    }
}

} // namespace parley::console
