// SPDX-License-Identifier: MIT
#include "app/monitor/monitor_page.h"

#include "app/monitor/filter_bar.h"
#include "app/monitor/monitor_table.h"
#include "app/net/json.h"
#include "app/net/live_link.h"
#include "app/net/whole_list.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/navigator.h"
#include "app/workspace/save_file.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <utility>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kRestMs = 150;
const auto kTopic = QStringLiteral("queue");

} // namespace

MonitorPage::MonitorPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_feed(workspace.api, workspace.offline, m_model, workspace.session.user().id),
      m_names(workspace.api),
      m_filter(new FilterBar(this)),
      m_banner(new Banner(this)),
      m_table(new MonitorTable(m_model, this)),
      m_empty(new EmptyState(QStringLiteral("monitor"), QString(), QString(), this)),
      m_stack(new QStackedLayout),
      m_footer(new PlainLabel(QString(), "muted", this))
{
    auto* save = new QPushButton(icon(QStringLiteral("download")), tr("Export…"), this);
    connect(save, &QPushButton::clicked, this, &MonitorPage::exportList);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Monitor"), "title", this), 1);
    head->addWidget(save);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, 12);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_filter);
    layout->addWidget(m_banner);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_footer);

    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_names.ask(m_table->namelessInSight()); });
    connect(m_table, &QTableView::activated, this, &MonitorPage::openCurrent);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(&m_names, &CustomerLabels::named, &m_model, &MonitorModel::nameCustomer);
    connect(m_filter, &FilterBar::changed, this, [this](const MonitorFilter& filter) {
        m_feed.setFilter(filter);
    });
    connect(m_empty, &EmptyState::actionTriggered, m_filter, &FilterBar::clear);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_bannerAction) {
            m_bannerAction();
        }
    });
    buildActions();
    connectFeed();
    updateState();
    m_workspace.live.subscribe(kTopic);
    readTeams();
}

MonitorPage::~MonitorPage()
{
    m_workspace.live.unsubscribe(kTopic);
}

QAction* MonitorPage::addCommand(const QString& text,
                                 const QKeySequence& key,
                                 void (MonitorPage::*run)(),
                                 bool needsRow)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    if (needsRow) {
        m_table->addAction(action);
        m_rowActions.append(action);
    }
    return action;
}

void MonitorPage::buildActions()
{
    // Enter is the table's own; an action with the key would take it from the search.
    auto* show = new QAction(tr("Open to read"), this);
    connect(show, &QAction::triggered, this, &MonitorPage::openCurrent);
    m_table->addAction(show);
    m_rowActions.append(show);
    QAction* take =
        addCommand(tr("Take over"), QKeySequence(Qt::CTRL | Qt::Key_T), &MonitorPage::takeOver, true);
    addCommand(tr("Show the customer"), QKeySequence(Qt::CTRL | Qt::Key_U), &MonitorPage::openCustomer, true);
    addCommand(tr("Why did it say that?"), QKeySequence(Qt::CTRL | Qt::Key_Y), &MonitorPage::openRuns, true);
    addCommand(tr("Copy the conversation's id"),
               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
               &MonitorPage::copyId,
               true);
    addCommand(tr("Search"), QKeySequence::Find, &MonitorPage::focusSearch, false);
    addCommand(tr("Read again"), QKeySequence::Refresh, &MonitorPage::refresh, false);
    addCommand(tr("Export as CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E), &MonitorPage::exportList, false);
    take->setVisible(m_workspace.session.may(QStringLiteral("desk:write")));

    const auto enable = [this] {
        for (QAction* each : std::as_const(m_rowActions)) {
            each->setEnabled(!m_table->currentId().isEmpty());
        }
    };
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, enable);
    connect(&m_model, &QAbstractItemModel::modelReset, this, enable);
    enable();
}

void MonitorPage::connectFeed()
{
    connect(&m_feed, &MonitorFeed::loaded, this, [this] {
        m_banner->clear();
        updateState();
        m_rest.start();
        goOnExporting();
    });
    connect(&m_feed, &MonitorFeed::failed, this, [this](const ApiError& error) {
        m_exportPath.clear();
        m_bannerAction = [this] { m_feed.reload(); };
        m_banner->say(Tone::Danger, error.describe(), tr("Try again"));
        updateState();
    });
    connect(&m_feed,
            &MonitorFeed::shownFromCache,
            this,
            [this](const QDateTime& readAt, const ApiError& error) {
                m_bannerAction = [this] { m_feed.reload(); };
                m_banner->say(Tone::Warning,
                              tr("This is what was read at %1. %2")
                                  .arg(momentText(readAt, QDateTime::currentDateTimeUtc()), error.describe()),
                              tr("Try again"));
                updateState();
            });
    connect(&m_feed, &MonitorFeed::loadingChanged, this, &MonitorPage::updateState);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &MonitorPage::updateState);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &MonitorPage::updateState);
    connect(&m_workspace.live,
            &LiveLink::event,
            this,
            [this](const QString& topic, qint64, const QJsonObject& event) {
                if (topic == kTopic) {
                    m_feed.changed(json::text(event, QLatin1String("session_id")));
                }
            });
    connect(&m_workspace.live, &LiveLink::resync, this, [this](const QString& topic) {
        if (topic == kTopic && m_feed.hasLoaded()) {
            m_feed.refresh();
        }
    });
}

void MonitorPage::activate()
{
    m_feed.refresh();
    m_table->setFocus();
}

void MonitorPage::open(const QString& argument)
{
    MonitorFilter filter;
    filter.words = argument;
    m_filter->setFilter(filter);
    m_feed.setFilter(filter);
}

void MonitorPage::updateState()
{
    const int rows = m_model.rowCount();
    const bool isFiltered = !m_filter->filter().isEmpty();
    const bool isEmpty = rows == 0 && m_feed.hasLoaded() && !m_feed.isLoading() && !m_feed.hasMore();
    if (isEmpty && isFiltered) {
        m_empty->setTexts(tr("No conversation is like that"),
                          tr("Search for other words, or take a filter away."));
        m_empty->setAction(tr("Show all conversations"));
    } else if (isEmpty) {
        m_empty->setTexts(tr("Nobody has written yet"),
                          tr("Conversations stand here as soon as customers write: in the widget on your "
                             "website, by e-mail "
                             "or in another channel."));
        m_empty->setAction({});
    }
    m_stack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    const QString count = tr("%n conversation(s)", nullptr, rows);
    m_footer->setText(m_feed.isLoading() ? tr("Reading…")
                      : m_feed.hasMore() ? tr("%1 read; more come as you scroll").arg(count)
                                         : count);
}

void MonitorPage::readTeams()
{
    getAll(m_workspace.api, QStringLiteral("/teams"), this, [this](const WholeList& teams) {
        for (const QJsonValue& each : teams.items) {
            const QJsonObject team = each.toObject();
            m_model.nameTeam(json::text(team, QLatin1String("id")), json::text(team, QLatin1String("name")));
        }
    });
}

void MonitorPage::openCurrent()
{
    if (const QString id = m_table->currentId(); !id.isEmpty()) {
        m_workspace.navigator.openConversation(id);
    }
}

void MonitorPage::takeOver()
{
    if (const QString id = m_table->currentId(); !id.isEmpty()) {
        takeOverNow(id, false);
    }
}

void MonitorPage::takeOverNow(const QString& id, bool isForced)
{
    const QJsonObject body = isForced ? QJsonObject{{QStringLiteral("force"), true}} : QJsonObject();
    m_workspace.api.post(
        QStringLiteral("/conversations/%1/takeover").arg(id), body, this, [this, id](const ApiReply& reply) {
            if (reply.isOk()) {
                m_model.upsert(reply.object, false);
                m_workspace.navigator.openConversation(id);
                return;
            }
            constexpr int kConflict = 409;
            const bool mayForce = reply.error->status == kConflict &&
                                  m_workspace.session.user().role != QLatin1String("supporter");
            m_bannerAction = [this, id] { takeOverNow(id, true); };
            m_banner->say(Tone::Warning,
                          reply.error->describe(),
                          mayForce ? tr("Take it over all the same") : QString());
            m_feed.changed(id);
        });
}

void MonitorPage::openCustomer()
{
    const QString customer = m_table->currentCustomer();
    if (!customer.isEmpty()) {
        m_workspace.navigator.openCustomer(customer);
    }
}

void MonitorPage::openRuns()
{
    if (const QString id = m_table->currentId(); !id.isEmpty()) {
        m_workspace.navigator.openPage(QStringLiteral("runs"), QStringLiteral("conversation:") + id);
    }
}

void MonitorPage::copyId()
{
    if (const QString id = m_table->currentId(); !id.isEmpty()) {
        QGuiApplication::clipboard()->setText(id);
        m_workspace.navigator.say(tr("The conversation's id is in the clipboard."));
    }
}

void MonitorPage::focusSearch()
{
    m_filter->focusSearch();
}

void MonitorPage::refresh()
{
    m_feed.reload();
}

void MonitorPage::exportList()
{
    askSavePath(this,
                tr("Export conversations"),
                tr("conversations.csv"),
                tr("Table (*.csv)"),
                [this](const QString& path) {
                    m_exportPath = path;
                    goOnExporting();
                });
}

void MonitorPage::goOnExporting()
{
    if (m_exportPath.isEmpty()) {
        return;
    }
    if (!m_feed.hasMore()) {
        writeList();
        return;
    }
    m_bannerAction = [this] {
        m_exportPath.clear();
        m_banner->clear();
    };
    m_banner->say(Tone::Neutral,
                  tr("Reading what is to be exported: %n conversation(s) so far.",
                     nullptr,
                     m_model.rowCount()),
                  tr("Stop"));
    m_feed.readMore();
}

void MonitorPage::writeList()
{
    QByteArray bytes = csvBegin();
    for (int row = -1; row < m_model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < MonitorModel::ColumnCount; ++column) {
            cells.append(row < 0 ? m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()
                                 : m_model.index(row, column).data(MonitorModel::ExportRole).toString());
        }
        cells.append(row < 0 ? tr("Id") : m_model.index(row, 0).data(MonitorModel::IdRole).toString());
        bytes += csvLine(cells);
    }
    const QString path = std::exchange(m_exportPath, {});
    const QString fault = writeFile(path, bytes);
    m_banner->clear();
    if (fault.isEmpty()) {
        m_workspace.navigator.say(tr("%n conversation(s) exported.", nullptr, m_model.rowCount()));
    } else {
        m_banner->say(Tone::Danger, fault);
    }
}

} // namespace parley::console
