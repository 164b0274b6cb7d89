// SPDX-License-Identifier: MIT
#include "app/customers/customer_history.h"

#include "app/customers/customer_columns.h"
#include "app/net/json.h"
#include "app/widgets/empty_state.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTabBar>
#include <QTreeView>

namespace parley::console {

namespace {

constexpr int kPageSize = 200;
/// Feedback is read newest first and sorted out here; older than this many is not looked for.
constexpr int kFeedbackPages = 5;
constexpr int kFirstWidthPx = 150;
constexpr int kTextWidthPx = 300;

} // namespace

CustomerHistory::CustomerHistory(Workspace& workspace, QWidget* parent)
    : QTabWidget(parent),
      m_workspace(workspace),
      m_conversations(workspace.api, QStringLiteral("/conversations"), customerConversationColumns()),
      m_tickets(workspace.api, QStringLiteral("/tickets"), customerTicketColumns()),
      m_feedback(workspace.api, QStringLiteral("/feedback"), customerFeedbackColumns())
{
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    RecordTable* conversations = addTable(m_conversations,
                                          QStringLiteral("chat"),
                                          tr("Conversations"),
                                          tr("This customer has not written yet."));
    conversations->view().setColumnWidth(2, kTextWidthPx);
    connect(conversations, &RecordTable::opened, this, [this](const QJsonObject& row) {
        m_workspace.navigator.openConversation(json::text(row, QLatin1String("id")));
    });
    RecordTable* tickets = addTable(m_tickets,
                                    QStringLiteral("ticket"),
                                    tr("Tickets"),
                                    tr("No case of this customer has come to people."));
    tickets->view().setColumnWidth(3, kTextWidthPx);
    connect(tickets, &RecordTable::opened, this, [this](const QJsonObject& row) {
        m_workspace.navigator.openPage(QStringLiteral("tickets"), json::text(row, QLatin1String("id")));
    });

    // The server has no list of one customer's feedback, so the table never knows that it is complete.
    auto* page = new QWidget(this);
    m_feedbackStack = new QStackedLayout(page);
    auto* feedback = new RecordTable(m_feedback, new EmptyState(QStringLiteral("star"), {}, {}, page), page);
    feedback->setName(tr("Feedback"));
    feedback->view().setColumnWidth(1, kTextWidthPx);
    feedback->view().setColumnWidth(2, kTextWidthPx);
    m_feedbackStack->addWidget(feedback);
    m_feedbackStack->addWidget(new EmptyState(
        QStringLiteral("star"), tr("No feedback"), tr("This customer has rated no answer lately."), page));
    addTab(page, tr("Feedback"));
    connect(feedback, &RecordTable::opened, this, [this](const QJsonObject& row) {
        m_workspace.navigator.openConversation(json::text(row, QLatin1String("session_id")));
    });
}

RecordTable* CustomerHistory::addTable(JsonListModel& model,
                                       const QString& icon,
                                       const QString& title,
                                       const QString& none)
{
    auto* table = new RecordTable(model, new EmptyState(icon, tr("Nothing here"), none, this), this);
    table->setName(title);
    table->view().setItemDelegate(new BadgeDelegate(table));
    table->view().setColumnWidth(0, kFirstWidthPx);
    addTab(table, title);
    return table;
}

void CustomerHistory::setCustomer(const QString& customer)
{
    m_customer = customer;
    for (JsonListModel* each : {&m_conversations, &m_tickets, &m_feedback}) {
        each->clear();
    }
    if (customer.isEmpty()) {
        return;
    }
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("customer"), customer);
    m_conversations.setQuery(query);
    m_tickets.setQuery(query);
    readFeedback({}, kFeedbackPages);
}

void CustomerHistory::readFeedback(const QString& cursor, int pagesLeft)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(kPageSize));
    if (!cursor.isEmpty()) {
        query.addQueryItem(QStringLiteral("cursor"), cursor);
    }
    m_workspace.api.get(QStringLiteral("/feedback"),
                        query,
                        this,
                        [this, pagesLeft, wanted = m_customer](const ApiReply& reply) {
                            if (wanted != m_customer) {
                                return;
                            }
                            const QJsonArray items = reply.items();
                            // Newest first, and a new row goes to the top: so the oldest of a page is put in
                            // first.
                            for (qsizetype at = items.size() - 1; at >= 0; --at) {
                                const QJsonObject row = items.at(at).toObject();
                                const QJsonObject customer = json::object(row, QLatin1String("customer"));
                                if (json::text(customer, QLatin1String("id")) == wanted) {
                                    m_feedback.upsert(row);
                                }
                            }
                            m_feedbackStack->setCurrentIndex(m_feedback.rowCount() > 0 ? 0 : 1);
                            if (reply.isOk() && !reply.nextCursor().isEmpty() && pagesLeft > 1) {
                                readFeedback(reply.nextCursor(), pagesLeft - 1);
                            }
                        });
}

} // namespace parley::console
