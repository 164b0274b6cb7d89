// SPDX-License-Identifier: MIT
#include "app/conversation/chat_tabs.h"

#include "app/conversation/conversation_view.h"
#include "app/conversation/unsent.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/roles.h"

#include <QTabBar>
#include <QToolButton>

namespace parley::console {

namespace {

constexpr int kTitleLength = 26;
constexpr int kClosePx = 14;

} // namespace

ChatTabs::ChatTabs(Workspace& workspace, QWidget* parent)
    : QTabWidget(parent),
      m_workspace(workspace),
      m_canned(workspace),
      m_post(workspace),
      m_people(workspace),
      m_others(workspace.live, workspace.session.user().id)
{
    setObjectName(QStringLiteral("chatTabs"));
    setAccessibleName(tr("Open chats"));
    setDocumentMode(true);
    setMovable(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    tabBar()->setExpanding(false);
    connect(this, &QTabWidget::currentChanged, this, &ChatTabs::activate);
    connect(this, &QTabWidget::currentChanged, this, &ChatTabs::arranged);
    connect(tabBar(), &QTabBar::tabMoved, this, &ChatTabs::arranged);
}

ChatTabs::~ChatTabs()
{
    // Before this is half gone: tabs that go one by one would tell it each time.
    disconnect(this, nullptr, this, nullptr);
    m_workspace.live.setViewing({});
    // Those too that were closed just now: they know what is a part of this.
    qDeleteAll(findChildren<ConversationView*>());
}

ConversationView* ChatTabs::open(const QString& conversation)
{
    if (ConversationView* view = find(conversation)) {
        setCurrentWidget(view);
        return view;
    }
    ConversationView* view = add(conversation);
    setCurrentWidget(view);
    return view;
}

ConversationView* ChatTabs::openBehind(const QString& conversation)
{
    ConversationView* view = find(conversation);
    return view ? view : add(conversation);
}

ConversationView* ChatTabs::add(const QString& conversation)
{
    const ChatParts parts{m_canned, m_post, m_people, m_others};
    auto* view = new ConversationView(m_workspace, parts, conversation, this);
    connect(view, &ConversationView::titleChanged, this, [this, view] { updateTitle(view); });
    view->setColleagues(m_colleagues);
    addCloseButton(addTab(view, tr("Loading…")), view);
    m_canned.refresh();
    Q_EMIT opened(view);
    Q_EMIT arranged();
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
    drop(at(index));
}

void ChatTabs::drop(ConversationView* view)
{
    const bool isUnsent = view->isUnsent();
    view->retire();
    const QString customer = view->source().customerName();
    removeTab(indexOf(view));
    activate(); // another is looked at now, or none; the view is there still
    const QString conversation = view->id();
    view->deleteLater();
    Q_EMIT unreadChanged(unread());
    Q_EMIT arranged();
    Q_EMIT closed(conversation, customer, isUnsent);
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
    for (const Unsent& each : unsentBehind(m_post, conversations())) {
        names.append(each.customer);
    }
    names.removeDuplicates();
    return names;
}

QStringList ChatTabs::conversations() const
{
    QStringList ids;
    for (int i = 0; i < count(); ++i) {
        ids.append(at(i)->id());
    }
    return ids;
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
    setTabText(index, view->unread() > 0 ? tr("%1 (%2)").arg(shown, QString::number(view->unread())) : shown);
    const QString subject = displayLine(json::text(view->source().ticket(), QLatin1String("subject")), 300);
    setTabToolTip(index, plainToolTip(subject.isEmpty() ? name : name + QLatin1Char('\n') + subject));
    Q_EMIT unreadChanged(unread());
}

} // namespace parley::console
