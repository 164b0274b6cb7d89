// SPDX-License-Identifier: MIT
#include "app/tickets/tickets_page.h"

#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/session/session.h"
#include "app/tickets/ticket_columns.h"
#include "app/tickets/ticket_filter_bar.h"
#include "app/tickets/ticket_panel.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kPanelWidthPx = 400;
constexpr int kListWidthPx = 840;
const auto kTopic = QStringLiteral("queue");
/// Reference to "since"; 0: not shown, because the subject needs the room and the reference has the day in
/// it.
constexpr std::array kWidths{130, 78, 84, 216, 84, 92, 92, 0};
constexpr int kSubjectColumn = 3;

} // namespace

TicketsPage::TicketsPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/tickets"), ticketColumns([&api = workspace.api] {
                  return api.serverNow();
              })),
      m_names(workspace.api),
      m_filter(new TicketFilterBar(workspace.session.user().id, this)),
      m_empty(new EmptyState(QStringLiteral("ticket"), QString(), QString(), this)),
      m_table(new RecordTable(m_model, m_empty, this)),
      m_panel(new TicketPanel(workspace, m_names, this))
{
    m_table->setName(tr("Tickets"));
    m_table->view().setItemDelegate(new BadgeDelegate(this));
    m_table->setColumnWidths(QList<int>(kWidths.begin(), kWidths.end()));
    m_table->view().header()->setStretchLastSection(false);
    m_table->view().header()->setSectionResizeMode(kSubjectColumn, QHeaderView::Stretch);
    auto* list = new QWidget(this);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    listLayout->setSpacing(12);
    listLayout->addWidget(new PlainLabel(tr("Tickets"), "title", list));
    listLayout->addWidget(m_filter);
    listLayout->addWidget(m_table, 1);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(list);
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kListWidthPx, kPanelWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_filter, &TicketFilterBar::changed, this, &TicketsPage::setFilter);
    connect(m_empty, &EmptyState::actionTriggered, m_filter, &TicketFilterBar::clear);
    connect(m_table, &RecordTable::currentChanged, m_panel, &TicketPanel::setTicket);
    connect(m_table, &RecordTable::opened, m_panel, &TicketPanel::openConversation);
    connect(m_panel, &TicketPanel::changed, this, [this](const QJsonObject& ticket) {
        if (m_model.rowOf(json::text(ticket, QLatin1String("id"))) >= 0) {
            m_model.upsert(ticket);
        }
    });
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        if (const QString shown = m_panel->id(); !shown.isEmpty()) {
            m_table->select(shown);
        } else if (m_model.rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
        }
    });
    connect(&m_workspace.live,
            &LiveLink::event,
            this,
            [this](const QString& topic, qint64, const QJsonObject& event) {
                if (topic == kTopic) {
                    heard(event);
                }
            });
    buildActions();
    setFilter();
    m_workspace.live.subscribe(kTopic);
}

TicketsPage::~TicketsPage()
{
    m_workspace.live.unsubscribe(kTopic);
}

void TicketsPage::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, m_panel, run);
        addAction(action);
        m_table->view().addAction(action);
    };
    m_table->view().setContextMenuPolicy(Qt::ActionsContextMenu);
    add(tr("Open the conversation"), QKeySequence(Qt::CTRL | Qt::Key_O), &TicketPanel::openConversation);
    add(tr("Why did it come to people?"), QKeySequence(Qt::CTRL | Qt::Key_Y), &TicketPanel::openRun);
    add(tr("Show the customer"), QKeySequence(Qt::CTRL | Qt::Key_U), &TicketPanel::openCustomer);
    add(tr("Save priority and category"), QKeySequence::Save, &TicketPanel::save);
    auto* again = new QAction(tr("Read again"), this);
    again->setShortcut(QKeySequence::Refresh);
    again->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QAction::triggered, &m_model, &JsonListModel::reload);
    addAction(again);
}

void TicketsPage::setFilter()
{
    const bool isAll = m_filter->isEmpty();
    m_empty->setTexts(isAll ? tr("No case has come to people yet") : tr("No ticket is like that"),
                      isAll ? tr("When the agents are not sure, or a customer asks for a person, the case "
                                 "stands here with its reference.")
                            : tr("Take a filter away to see more."));
    m_empty->setAction(isAll ? QString() : tr("Show all tickets"));
    m_model.setQuery(m_filter->query());
}

void TicketsPage::activate()
{
    m_model.reload();
    m_table->view().setFocus();
}

void TicketsPage::open(const QString& argument)
{
    if (!argument.isEmpty()) {
        readOne(argument, true);
    }
}

QString TicketsPage::unsaved() const
{
    return m_panel->unsaved();
}

void TicketsPage::heard(const QJsonObject& event)
{
    const QJsonObject ticket = json::object(event, QLatin1String("ticket"));
    QString id = json::text(ticket, QLatin1String("id"));
    if (id.isEmpty()) {
        id = json::text(event, QLatin1String("ticket_id"));
    }
    if (!id.isEmpty() && m_model.hasLoaded()) {
        readOne(id, false);
    }
}

void TicketsPage::readOne(const QString& ticket, bool isWanted)
{
    m_workspace.api.get(QStringLiteral("/ticket/%1").arg(ticket),
                        this,
                        [this, isWanted](const ApiReply& reply) {
                            if (reply.error) {
                                if (isWanted) {
                                    m_workspace.navigator.say(reply.error->describe(), Tone::Danger);
                                }
                                return;
                            }
                            const QString id = json::text(reply.object, QLatin1String("id"));
                            const bool isNew = m_model.rowOf(id) < 0;
                            if (!isNew || (m_filter->isEmpty() && !m_model.canFetchMore({}))) {
                                m_model.upsert(reply.object);
                            }
                            if (isWanted || id == m_panel->id()) {
                                m_table->select(id);
                                m_panel->setTicket(reply.object);
                            }
                        });
}

} // namespace parley::console
