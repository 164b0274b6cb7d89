// SPDX-License-Identifier: MIT
#include "app/queue/queue_page.h"

#include "app/conversation/chat_tabs.h"
#include "app/conversation/conversation_view.h"
#include "app/net/api_client.h"
#include "app/queue/open_chats.h"
#include "app/queue/queue_panel.h"
#include "app/queue/unsent_panel.h"
#include "app/session/offline_cache.h"
#include "app/session/session.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/roles.h"
#include "app/workspace/navigator.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kQueueWidth = 360;
constexpr int kQueueLeast = 260;
constexpr int kConflict = 409;

QString splitterKey()
{
    return QStringLiteral("queue/splitter");
}

QString takePrefix()
{
    return QStringLiteral("take:");
}

} // namespace

QueuePage::QueuePage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_panel(new QueuePanel(workspace, this)),
      m_tabs(new ChatTabs(workspace, this)),
      m_unsent(new UnsentPanel(*m_tabs, this)),
      m_chats(new QStackedWidget(this)),
      m_accept(new QPushButton(tr("Accept"), this)),
      m_read(new QPushButton(tr("Read only"), this))
{
    build();
    addCommands();
    m_tabs->setColleagues([this] { return m_panel->presence().colleagues(); });
    connect(m_panel, &QueuePanel::acceptWanted, this, &QueuePage::accept);
    connect(m_panel, &QueuePanel::readWanted, this, &QueuePage::read);
    connect(m_panel, &QueuePanel::waitingChanged, this, &Page::countChanged);
    connect(m_panel, &QueuePanel::currentChanged, this, &QueuePage::updateActions);
    connect(m_panel, &QueuePanel::entriesRead, this, &QueuePage::follow);
    const auto showChats = [this] { m_chats->setCurrentIndex(m_tabs->count() > 0 ? 1 : 0); };
    connect(m_tabs, &ChatTabs::lookedAt, this, showChats);
    connect(m_tabs, &ChatTabs::arranged, this, showChats);
    connect(m_tabs, &ChatTabs::closed, this, &QueuePage::tellKept);
    connect(m_unsent, &UnsentPanel::wanted, this, [this](const QString& conversation) {
        m_tabs->open(conversation)->focusComposer();
    });
    connect(&m_tabs->post(),
            &PostOffice::putAside,
            this,
            [this](const Letter& letter, const ApiError& error) {
                m_workspace.navigator.say(tr("What you wrote to %1 was not taken, and is a draft now: %2")
                                              .arg(letter.customer, error.message),
                                          Tone::Warning,
                                          tr("Open"),
                                          [guard = QPointer<QueuePage>(this),
                                           conversation = letter.conversation] {
                                              if (guard) {
                                                  guard->m_workspace.navigator.openConversation(conversation);
                                              }
                                          });
            });
    m_tabs->setShown(false); // until the page is
    new OpenChats(workspace, *m_tabs, this);
    workspace.offline.whenSettled(m_unsent, [this] { m_unsent->refresh(); });
    updateActions();
}

QueuePage::~QueuePage()
{
    m_workspace.settings.setValue(splitterKey(), m_splitter->saveState());
}

void QueuePage::build()
{
    auto* side = new QWidget(this);
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(m_panel, 1);
    setFocusProxy(&m_panel->view());
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 10);
    buttons->setSpacing(8);
    setRole(m_accept, "primary");
    m_accept->setObjectName(QStringLiteral("acceptButton"));
    m_read->setObjectName(QStringLiteral("readButton"));
    buttons->addWidget(m_accept, 1);
    buttons->addWidget(m_read);
    sideLayout->addWidget(m_unsent);
    sideLayout->addLayout(buttons);
    side->setMinimumWidth(kQueueLeast);

    m_chats->addWidget(new EmptyState(QStringLiteral("chat"),
                                      tr("No chat is open"),
                                      tr("Choose a case: Enter takes it, Space opens it to read only."),
                                      this));
    m_chats->addWidget(m_tabs);
    m_splitter->addWidget(side);
    m_splitter->addWidget(m_chats);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    if (!m_splitter->restoreState(m_workspace.settings.value(splitterKey()).toByteArray())) {
        m_splitter->setSizes({kQueueWidth, 3 * kQueueWidth});
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);

    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (const QueueEntry* entry = m_panel->current()) {
            accept(QueueEntry(*entry));
        }
    });
    connect(m_read, &QPushButton::clicked, this, [this] {
        if (const QueueEntry* entry = m_panel->current()) {
            read(QueueEntry(*entry));
        }
    });
}

QAction*
QueuePage::add(const QString& text, const QKeySequence& key, const char* name, std::function<void()> then)
{
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, std::move(then));
    addAction(action);
    return action;
}

void QueuePage::addCommands()
{
    add(tr("Go to the queue"), Qt::CTRL | Qt::SHIFT | Qt::Key_Q, "focusQueue", [this] {
        m_panel->view().setFocus();
    });
    add(tr("Show who waits"), Qt::ALT | Qt::Key_1, "actionWaiting", [this] {
        m_panel->setShown(QueueFilter::Shown::Waiting);
    });
    add(tr("Show my cases"), Qt::ALT | Qt::Key_2, "actionMine", [this] {
        m_panel->setShown(QueueFilter::Shown::Mine);
    });
    add(tr("Show every case"), Qt::ALT | Qt::Key_3, "actionAll", [this] {
        m_panel->setShown(QueueFilter::Shown::All);
    });
    add(tr("Next chat"), Qt::CTRL | Qt::Key_Tab, "nextChat", [this] { m_tabs->step(1); });
    add(tr("Chat before"), Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, "previousChat", [this] { m_tabs->step(-1); });
    add(tr("Close the chat"), Qt::CTRL | Qt::Key_W, "closeChat", [this] { m_tabs->closeCurrent(); });
}

void QueuePage::activate()
{
    m_panel->reload();
}

void QueuePage::open(const QString& conversation)
{
    if (conversation.isEmpty()) {
        return;
    }
    const QString place =
        conversation.startsWith(takePrefix()) ? conversation.mid(takePrefix().size()) : conversation;
    ConversationView* view = m_tabs->open(place.section(QLatin1Char('#'), 0, 0));
    if (const QString message = place.section(QLatin1Char('#'), 1); !message.isEmpty()) {
        view->showMessage(message);
    }
}

/// What this person took on another console, or was given, is opened here too: behind the others, so that
/// nobody is disturbed who writes.
void QueuePage::follow(const QList<QueueEntry>& entries)
{
    const QString own = m_workspace.session.user().id;
    QSet<QString> mine;
    for (const QueueEntry& entry : entries) {
        if (!entry.isAssigned || entry.assigneeId != own) {
            continue;
        }
        mine.insert(entry.conversation);
        const bool isNews = m_mine && !m_mine->contains(entry.conversation) && entry.id != m_accepting;
        if (isNews && !m_tabs->find(entry.conversation)) {
            m_tabs->openBehind(entry.conversation);
            m_workspace.navigator.say(tr("A case is yours now, and open in a tab: %1").arg(entry.subject),
                                      Tone::Neutral);
        }
    }
    m_mine = mine;
}

void QueuePage::tellKept(const QString& conversation, const QString& customer, bool isUnsent)
{
    if (!isUnsent) {
        return;
    }
    m_workspace.navigator.say(tr("What you wrote to %1 is kept below the queue.").arg(customer),
                              Tone::Neutral,
                              tr("Open again"),
                              [guard = QPointer<QueuePage>(this), conversation] {
                                  if (guard) {
                                      guard->m_tabs->open(conversation)->focusComposer();
                                  }
                              });
}

QString QueuePage::unsaved() const
{
    const QStringList names = m_tabs->unsent();
    if (names.isEmpty()) {
        return {};
    }
    // Without a keychain, or on a full disk, it is in memory alone.
    return (m_workspace.offline.isOnDisk()
                ? tr("What you wrote to %1 is not sent. It is kept on this computer until you sign out.")
                : tr("What you wrote to %1 is not sent, and is lost when Parley is closed: this computer "
                     "cannot "
                     "keep it."))
        .arg(names.join(QLatin1String(", ")));
}

QList<QAction*> QueuePage::commands() const
{
    const ConversationView* chat = m_tabs->current();
    return chat ? actions() + chat->actions() : actions();
}

void QueuePage::accept(const QueueEntry& entry)
{
    const bool mayWrite = m_workspace.session.may(QStringLiteral("desk:write"));
    if (entry.isAssigned || !mayWrite || !m_accepting.isEmpty()) {
        read(entry); // somebody has it already; a second press asks no second time
        return;
    }
    m_accepting = entry.id;
    updateActions();
    m_workspace.api.post(QStringLiteral("/escalations/%1/accept").arg(entry.id),
                         {},
                         this,
                         [this, entry](const ApiReply& reply) { accepted(entry, reply); });
}

void QueuePage::accepted(const QueueEntry& entry, const ApiReply& reply)
{
    m_accepting.clear();
    m_panel->reload();
    updateActions();
    if (reply.isOk()) {
        ConversationView* view = m_tabs->open(entry.conversation);
        view->source().reload();
        view->focusComposer();
        return;
    }
    if (reply.status == kConflict) {
        m_workspace.navigator.say(reply.error->describe(),
                                  Tone::Warning,
                                  tr("Read it"),
                                  [guard = QPointer<QueuePage>(this), entry] {
                                      if (guard) {
                                          guard->read(entry);
                                      }
                                  });
        return;
    }
    m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
}

void QueuePage::read(const QueueEntry& entry)
{
    m_tabs->open(entry.conversation);
}

void QueuePage::updateActions()
{
    const QueueEntry* entry = m_panel->current();
    const bool mayWrite = m_workspace.session.may(QStringLiteral("desk:write"));
    const QString reason = !entry                   ? tr("Choose a case first.")
                           : !mayWrite              ? tr("You may read here, not answer.")
                           : entry->isAssigned      ? tr("It has been taken already.")
                           : !m_accepting.isEmpty() ? tr("It is being taken.")
                                                    : QString();
    m_accept->setEnabled(reason.isEmpty());
    setPlainToolTip(m_accept, reason.isEmpty() ? tr("Take the case (Enter)") : reason);
    m_read->setEnabled(entry != nullptr);
    setPlainToolTip(m_read, tr("Open it without taking it (Space)"));
}

void QueuePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_tabs->setShown(true);
}

void QueuePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_tabs->setShown(false);
}

} // namespace parley::console
