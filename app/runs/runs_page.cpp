// SPDX-License-Identifier: MIT
#include "app/runs/runs_page.h"

#include "app/net/json.h"
#include "app/runs/run_panel.h"
#include "app/runs/run_story.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/text_delegate.h"
#include "app/widgets/time_text.h"
#include "app/workspace/desk_words.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

#include <QHeaderView>
#include <QListWidget>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kSideWidthPx = 330;
constexpr int kPanelWidthPx = 900;
constexpr int kTimeWidthPx = 110;
constexpr int kRunRole = Qt::UserRole;
const auto kConversationMark = QStringLiteral("conversation:");

std::vector<JsonListModel::Column> columns(const QString& when, const QString& message)
{
    return {{when,
             [](const QJsonObject& row) {
                 return momentText(json::time(row, QLatin1String("last_ts")),
                                   QDateTime::currentDateTimeUtc());
             },
             {}},
            {message,
             [](const QJsonObject& row) {
                 return json::text(row, QLatin1String("last_message")).simplified();
             },
             {}}};
}

} // namespace

RunsPage::RunsPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/conversations"), columns(tr("When"), tr("Last message"))),
      m_banner(new Banner(this)),
      m_stack(new QStackedWidget(this)),
      m_panel(new RunPanel(this))
{
    auto* main = new QWidget(this);
    auto* mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(0, kMarginPx / 2, 0, 0);
    mainLayout->addWidget(m_banner);
    mainLayout->addWidget(m_stack, 1);
    m_stack->addWidget(
        new EmptyState(QStringLiteral("run"),
                       tr("Choose a turn"),
                       tr("Every answer of the agents is explained step by step: what they understood, "
                          "what they found, how sure they were, and what they decided."),
                       m_stack));
    m_stack->addWidget(m_panel);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildSide());
    splitter->addWidget(main);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSideWidthPx, kPanelWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_conversations, &RecordTable::currentChanged, this, [this](const QJsonObject& row) {
        const QString id = json::text(row, QLatin1String("id"));
        if (!id.isEmpty() && id != m_conversation) {
            readRuns(id, {});
        }
    });
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        if (m_conversation.isEmpty() && m_model.rowCount() > 0) {
            m_conversations->view().setCurrentIndex(m_model.index(0, 0));
        } else {
            m_conversations->select(m_conversation);
        }
    });
    connect(m_runs, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item != nullptr) {
            m_panel->setRun(item->data(kRunRole).toJsonObject());
            m_stack->setCurrentWidget(m_panel);
        }
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_again) {
            m_again();
        }
    });
    buildActions();
}

QWidget* RunsPage::buildSide()
{
    auto* side = new QWidget(this);
    auto* empty = new EmptyState(
        QStringLiteral("chat"),
        tr("Nobody has written yet"),
        tr("As soon as the agents answer somebody, you see here why they said what they said."),
        side);
    m_conversations = new RecordTable(m_model, empty, side);
    m_conversations->setName(tr("Conversations"));
    m_conversations->view().setColumnWidth(0, kTimeWidthPx);
    m_runs = new QListWidget(side);
    m_runs->setItemDelegate(new TextDelegate(m_runs));
    m_runs->setAccessibleName(tr("Turns of the conversation"));
    m_runs->setWordWrap(true);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(new PlainLabel(tr("Why it said that"), "title", side));
    layout->addWidget(m_conversations, 3);
    layout->addWidget(new PlainLabel(tr("Turns of the conversation"), "heading", side));
    layout->addWidget(m_runs, 2);
    return side;
}

void RunsPage::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, std::function<void()> run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, std::move(run));
        addAction(action);
    };
    add(tr("Open the conversation"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] {
        if (!m_conversation.isEmpty()) {
            m_workspace.navigator.openConversation(m_conversation);
        }
    });
    add(tr("Read again"), QKeySequence::Refresh, [this] {
        m_model.reload();
        if (!m_conversation.isEmpty()) {
            readRuns(m_conversation, m_panel->id());
        }
    });
}

void RunsPage::activate()
{
    m_model.reload();
    m_conversations->view().setFocus();
}

void RunsPage::open(const QString& argument)
{
    if (argument.startsWith(kConversationMark)) {
        readRuns(argument.mid(kConversationMark.size()), {});
    } else if (!argument.isEmpty()) {
        readRun(argument);
    }
}

void RunsPage::fail(const ApiError& error)
{
    m_banner->say(Tone::Danger, error.describe(), tr("Try again"));
}

void RunsPage::readRun(const QString& run)
{
    m_again = [this, run] { readRun(run); };
    m_workspace.api.get(QStringLiteral("/runs/%1").arg(run), this, [this](const ApiReply& reply) {
        if (reply.error) {
            fail(*reply.error);
            return;
        }
        m_banner->clear();
        m_panel->setRun(reply.object);
        m_stack->setCurrentWidget(m_panel);
        readRuns(m_panel->conversation(), m_panel->id());
    });
}

void RunsPage::readRuns(const QString& conversation, const QString& wantedRun)
{
    m_conversation = conversation;
    m_again = [this, conversation, wantedRun] { readRuns(conversation, wantedRun); };
    m_workspace.api.get(QStringLiteral("/conversations/%1/runs").arg(conversation),
                        this,
                        [this, conversation, wantedRun](const ApiReply& reply) {
                            if (conversation != m_conversation) {
                                return;
                            }
                            if (reply.error) {
                                fail(*reply.error);
                                return;
                            }
                            m_banner->clear();
                            m_conversations->select(conversation);
                            showRuns(reply.items(), wantedRun);
                        });
}

void RunsPage::showRuns(const QJsonArray& runs, const QString& wantedRun)
{
    m_runs->clear();
    int chosen = static_cast<int>(runs.size()) - 1;
    for (const QJsonValue& each : runs) {
        const QJsonObject run = each.toObject();
        const QDateTime started = json::time(run, QLatin1String("started_ts"));
        auto* item = new QListWidgetItem(momentText(started, QDateTime::currentDateTimeUtc()) +
                                             QLatin1Char('\n') + storyOf(run).decision,
                                         m_runs);
        item->setData(kRunRole, run);
        if (json::text(run, QLatin1String("id")) == wantedRun) {
            chosen = m_runs->count() - 1;
        }
    }
    if (runs.isEmpty()) {
        m_stack->setCurrentIndex(0);
        m_banner->say(Tone::Neutral,
                      tr("The agents have not taken a turn in this conversation: people wrote in it."));
        return;
    }
    m_runs->setCurrentRow(chosen);
}

} // namespace parley::console
