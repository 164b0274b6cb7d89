// SPDX-License-Identifier: MIT
#include "app/conversation/chat_tabs.h"

#include "app/conversation/conversation_view.h"
#include "app/conversation/display_text.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/style/icons.h"
#include "app/widgets/roles.h"

#include <QTabBar>
#include <QToolButton>

namespace parley::console {

namespace {

constexpr int kTitleLength = 26;
constexpr int kClosePx = 14;

} // namespace

ChatTabs::ChatTabs(Workspace& workspace, QWidget* parent)
    : QTabWidget(parent), m_workspace(workspace), m_canned(workspace)
{
    setObjectName(QStringLiteral("chatTabs"));
    setAccessibleName(tr("Open chats"));
    setDocumentMode(true);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setExpanding(false);
    connect(this, &QTabWidget::currentChanged, this, &ChatTabs::activate);
}

ChatTabs::~ChatTabs()
{
    // Before this is half gone: tabs that go one by one would tell it each time.
    disconnect(this, nullptr, this, nullptr);
    m_workspace.live.setViewing({});
    while (count() > 0) {
        delete widget(0);
    }
}

ConversationView* ChatTabs::open(const QString& conversation)
{
    if (ConversationView* view = find(conversation)) {
        setCurrentWidget(view);
        return view;
    }
    auto* view = new ConversationView(m_workspace, m_canned, conversation, this);
    connect(view, &ConversationView::titleChanged, this, [this, view] { updateTitle(view); });
    view->setColleagues(m_colleagues);
    addCloseButton(addTab(view, tr("Loading…")), view);
    m_canned.refresh();
    setCurrentWidget(view);
    Q_EMIT opened(view);
    return view;
}

void ChatTabs::addCloseButton(int index, ConversationView* view)
{
    // The platform's own is a red cross in a box.
    auto* button = new QToolButton(tabBar());
    button->setIcon(icon(QStringLiteral("close")));
    button->setIconSize(QSize(kClosePx, kClosePx));
    button->setFocusPolicy(Qt::NoFocus);
    button->setAccessibleName(tr("Close the chat"));
    setPlainToolTip(button, tr("Close the chat (Ctrl+W)"));
    connect(button, &QToolButton::clicked, view, [this, view] { closeAt(indexOf(view)); });
    tabBar()->setTabButton(index, QTabBar::RightSide, button);
}

ConversationView* ChatTabs::find(const QString& conversation) const
{
    for (int i = 0; i < count(); ++i) {
        if (at(i)->id() == conversation) {
            return at(i);
        }
    }
    return nullptr;
}

ConversationView* ChatTabs::current() const
{
    return qobject_cast<ConversationView*>(currentWidget());
}

ConversationView* ChatTabs::at(int index) const
{
    return qobject_cast<ConversationView*>(widget(index));
}

void ChatTabs::closeCurrent()
{
    if (count() > 0) {
        closeAt(currentIndex());
    }
}

void ChatTabs::closeAt(int index)
{
    ConversationView* view = at(index);
    removeTab(index);
    activate(); // another is looked at now, or none; the view is there still
    view->deleteLater();
    Q_EMIT unreadChanged(unread());
}

void ChatTabs::step(int by)
{
    if (count() > 1) {
        setCurrentIndex((currentIndex() + by + count()) % count());
    }
}

void ChatTabs::setShown(bool isShown)
{
    m_isShown = isShown;
    activate();
}

void ChatTabs::activate()
{
    ConversationView* wanted = m_isShown ? current() : nullptr;
    if (m_active == wanted) {
        return;
    }
    if (m_active) {
        m_active->setActive(false);
    }
    m_active = wanted;
    if (m_active) {
        m_active->setActive(true);
    }
    m_workspace.live.setViewing(m_active ? m_active->id() : QString());
    Q_EMIT lookedAt(m_active);
}

int ChatTabs::unread() const
{
    int sum = 0;
    for (int i = 0; i < count(); ++i) {
        sum += at(i)->unread();
    }
    return sum;
}

QStringList ChatTabs::unsent() const
{
    QStringList names;
    for (int i = 0; i < count(); ++i) {
        if (at(i)->isUnsent()) {
            names.append(at(i)->source().customerName());
        }
    }
    return names;
}

void ChatTabs::updateTitle(ConversationView* view)
{
    const int index = indexOf(view);
    if (index < 0) {
        return;
    }
    const QString name = view->source().customerName();
    QString shown = displayLine(name, kTitleLength);
    shown.replace(QLatin1Char('&'), QLatin1String("&&")); // not a key
    setTabText(index, view->unread() > 0 ? tr("%1 (%2)").arg(shown).arg(view->unread()) : shown);
    const QString subject = displayLine(json::text(view->source().ticket(), QLatin1String("subject")), 300);
    setTabToolTip(index, plainToolTip(subject.isEmpty() ? name : name + QLatin1Char('\n') + subject));
    Q_EMIT unreadChanged(unread());
}

} // namespace parley::console
