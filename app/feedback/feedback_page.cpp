// SPDX-License-Identifier: MIT
#include "app/feedback/feedback_page.h"

#include "app/feedback/feedback_columns.h"
#include "app/feedback/feedback_panel.h"
#include "app/net/json.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/workspace/badge_delegate.h"
#include "app/workspace/record_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kListWidthPx = 760;
constexpr int kPanelWidthPx = 460;
constexpr int kMostStars = 5;
constexpr std::array kWidths{110, 220, 220, 160, 100};

} // namespace

FeedbackPage::FeedbackPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/feedback"), feedbackColumns()),
      m_rating(new QComboBox(this)),
      m_panel(new FeedbackPanel(workspace, this))
{
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildList());
    splitter->addWidget(m_panel);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kListWidthPx, kPanelWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_rating, &QComboBox::currentIndexChanged, this, &FeedbackPage::filter);
    connect(m_table, &RecordTable::currentChanged, m_panel, &FeedbackPanel::setFeedback);
    connect(m_table, &RecordTable::opened, m_panel, &FeedbackPanel::openConversation);
    connect(m_panel, &FeedbackPanel::changed, this, [this](const QJsonObject& feedback) {
        if (m_model.rowOf(json::text(feedback, QLatin1String("id"))) >= 0) {
            m_model.upsert(feedback);
        }
    });
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        if (!m_table->view().currentIndex().isValid() && m_model.rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
        }
    });
    buildActions();
    filter();
}

QWidget* FeedbackPage::buildList()
{
    auto* side = new QWidget(this);
    m_rating->setAccessibleName(tr("Rating"));
    m_rating->addItem(tr("Any rating"), QString());
    for (int rating = 1; rating <= kMostStars; ++rating) {
        m_rating->addItem(ratingStars(rating), QString::number(rating));
    }
    m_empty = new EmptyState(QStringLiteral("star"), {}, {}, side);
    m_table = new RecordTable(m_model, m_empty, side);
    m_table->setName(tr("Feedback"));
    m_table->view().setItemDelegate(new BadgeDelegate(m_table));
    m_table->setColumnWidths(QList<int>(kWidths.begin(), kWidths.end()));
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { m_rating->setCurrentIndex(0); });
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Feedback"), "title", side), 1);
    head->addWidget(m_rating);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    return side;
}

void FeedbackPage::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto* receiver, auto run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, receiver, run);
        addAction(action);
    };
    add(tr("Save the correction"), QKeySequence::Save, m_panel, &FeedbackPanel::save);
    add(tr("Open the conversation"),
        QKeySequence(Qt::CTRL | Qt::Key_O),
        m_panel,
        &FeedbackPanel::openConversation);
    add(tr("Read again"), QKeySequence::Refresh, &m_model, &JsonListModel::reload);
}

void FeedbackPage::filter()
{
    const QString rating = m_rating->currentData().toString();
    m_empty->setTexts(
        rating.isEmpty() ? tr("Nobody has rated an answer yet") : tr("Nobody has rated like that"),
        tr("Customers rate answers with one to five stars in the widget. What they did not like can be "
           "corrected here, and the next who asks gets the better answer."));
    m_empty->setAction(rating.isEmpty() ? QString() : tr("Show all ratings"));
    QUrlQuery query;
    if (!rating.isEmpty()) {
        query.addQueryItem(QStringLiteral("rating"), rating);
    }
    m_model.setQuery(query);
}

void FeedbackPage::activate()
{
    if (m_panel->unsaved().isEmpty()) {
        m_model.reload();
    }
    m_table->view().setFocus();
}

QString FeedbackPage::unsaved() const
{
    return m_panel->unsaved();
}

} // namespace parley::console
