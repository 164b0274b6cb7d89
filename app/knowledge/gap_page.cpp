// SPDX-License-Identifier: MIT
#include "app/knowledge/gap_page.h"

#include "app/knowledge/article_editor.h"
#include "app/knowledge/gap_proof.h"
#include "app/net/json.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/text_delegate.h"
#include "app/widgets/time_text.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kListWidthPx = 560;
constexpr int kDetailWidthPx = 560;
constexpr int kQuestionWidthPx = 360;
constexpr int kExamplesHeightPx = 130;
constexpr int kSuggestionHeightPx = 130;
constexpr int kMostTitle = 500;

std::vector<JsonListModel::Column> columns(const ApiClient& api)
{
    return {{GapPage::tr("Question"),
             [](const QJsonObject& gap) { return json::text(gap, QLatin1String("question")).simplified(); },
             {}},
            {GapPage::tr("Asked"),
             [](const QJsonObject& gap) {
                 return QLocale().toString(json::integer(gap, QLatin1String("count")));
             },
             {},
             true},
            {GapPage::tr("Last asked"),
             [&api](const QJsonObject& gap) {
                 return relativeText(json::time(gap, QLatin1String("last_ts")), api.serverNow());
             },
             {}}};
}

} // namespace

GapPage::GapPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/knowledge/gaps"), columns(workspace.api))
{
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidthPx, kDetailWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        const QString chosen = json::text(m_gap, QLatin1String("id"));
        m_table->select(m_wanted.isEmpty() ? chosen : std::exchange(m_wanted, {}));
        if (!m_table->view().currentIndex().isValid()) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
            choose(m_table->current());
        }
        if (m_status->currentIndex() == 0) {
            Q_EMIT countChanged(m_model.rowCount());
        }
    });
    auto* writing = new QAction(tr("Write the article for this question"), this);
    writing->setShortcut(QKeySequence::New);
    writing->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(writing, &QAction::triggered, this, &GapPage::write);
    addAction(writing);
}

QWidget* GapPage::buildList()
{
    auto* side = new QWidget(this);
    m_table =
        new RecordTable(m_model,
                        new EmptyState(QStringLiteral("gap"),
                                       tr("No question is without an answer"),
                                       tr("When customers ask what no document answers, their questions are "
                                          "gathered here, like with like."),
                                       side),
                        side);
    m_table->setName(tr("Unanswered questions"));
    m_table->view().header()->setStretchLastSection(false);
    m_table->view().header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->view().header()->resizeSection(0, kQuestionWidthPx);
    m_status = new QComboBox(side);
    m_status->addItem(tr("Open"), QStringLiteral("open"));
    m_status->addItem(tr("Closed"), QStringLiteral("closed"));
    m_status->setAccessibleName(tr("Which questions are shown"));
    connect(m_status, &QComboBox::currentIndexChanged, this, &GapPage::activate);
    connect(m_table, &RecordTable::currentChanged, this, &GapPage::choose);
    connect(m_table, &RecordTable::opened, this, &GapPage::write);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Unanswered questions"), "title", side), 1);
    head->addWidget(m_status);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    return side;
}

QWidget* GapPage::buildDetail()
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(
        new EmptyState(QStringLiteral("gap"),
                       tr("No question is chosen"),
                       tr("Choose one to see how customers asked it and what a supporter answered."),
                       m_stack));
    auto* side = new QWidget(m_stack);
    m_stack->addWidget(side);
    m_banner = new Banner(side);
    m_question = new PlainLabel({}, "heading", side);
    m_question->setCopyable(true);
    m_facts = new FactList(side);
    m_examples = new QListWidget(side);
    m_examples->setItemDelegate(new TextDelegate(m_examples));
    m_examples->setMaximumHeight(kExamplesHeightPx);
    m_examples->setWordWrap(true);
    m_examples->setAccessibleName(tr("How customers asked"));
    m_suggestionTitle = new PlainLabel({}, "muted", side);
    m_suggestion = new QPlainTextEdit(side);
    m_suggestion->setReadOnly(true);
    m_suggestion->setTabChangesFocus(true);
    m_suggestion->setMaximumHeight(kSuggestionHeightPx);
    m_suggestion->setAccessibleName(tr("What a supporter answered"));
    m_proof = new GapProof(m_workspace.api, side);
    m_write = new QPushButton(tr("Write the article"), side);
    setRole(m_write, "primary");
    m_write->setObjectName(QStringLiteral("write"));
    m_close = new QPushButton(tr("Close without an article"), side);

    auto* tools = new QHBoxLayout;
    tools->addStretch(1);
    tools->addWidget(m_close);
    tools->addWidget(m_write);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(10);
    layout->addWidget(m_banner);
    layout->addWidget(m_question);
    layout->addWidget(m_facts);
    layout->addWidget(
        new PlainLabel(tr("How customers asked (Enter opens the conversation)"), "muted", side));
    layout->addWidget(m_examples);
    layout->addWidget(m_suggestionTitle);
    layout->addWidget(m_suggestion);
    layout->addWidget(m_proof, 1);
    layout->addStretch(0);
    layout->addLayout(tools);

    connect(m_write, &QPushButton::clicked, this, &GapPage::write);
    connect(m_close, &QPushButton::clicked, this, &GapPage::close);
    connect(m_proof, &GapProof::closeWanted, this, &GapPage::close);
    connect(m_proof, &GapProof::documentWanted, this, [this](const QString& document) {
        m_workspace.navigator.openPage(QStringLiteral("knowledge"), document);
    });
    connect(m_examples, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        m_workspace.navigator.openConversation(item->data(Qt::UserRole).toString());
    });
    return m_stack;
}

void GapPage::activate()
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("status"), m_status->currentData().toString());
    const bool isSame = m_model.hasLoaded();
    m_model.setQuery(query);
    if (isSame && !m_model.isLoading()) {
        m_model.reload();
    }
}

void GapPage::open(const QString& gap)
{
    m_wanted = gap;
    if (m_model.rowOf(gap) >= 0) {
        m_table->select(std::exchange(m_wanted, {}));
    }
}

QStringList GapPage::questions() const
{
    QStringList asked;
    for (const QJsonValue& each : json::array(m_gap, QLatin1String("examples"))) {
        const QString question = json::text(each.toObject(), QLatin1String("question"));
        if (!asked.contains(question)) {
            asked.append(question);
        }
    }
    return asked.isEmpty() ? QStringList{json::text(m_gap, QLatin1String("question"))} : asked;
}

void GapPage::choose(const QJsonObject& gap)
{
    const bool isSame = json::text(gap, QLatin1String("id")) == json::text(m_gap, QLatin1String("id"));
    m_gap = gap;
    m_stack->setCurrentIndex(gap.isEmpty() ? 0 : 1);
    if (isSame) {
        return;
    }
    const QDateTime now = m_workspace.api.serverNow();
    const QJsonObject suggestion = json::object(gap, QLatin1String("suggested_article"));
    const QString answer = json::text(suggestion, QLatin1String("text"));
    const QString author =
        json::text(json::object(suggestion, QLatin1String("author")), QLatin1String("name"));
    m_banner->clear();
    m_proof->hide();
    m_question->setText(json::text(gap, QLatin1String("question")));
    m_facts->setFacts(
        {{tr("Asked"),
          tr("%n time(s)", nullptr, static_cast<int>(json::integer(gap, QLatin1String("count"))))},
         {tr("First"), momentText(json::time(gap, QLatin1String("first_ts")), now)},
         {tr("Last"), momentText(json::time(gap, QLatin1String("last_ts")), now)},
         {tr("Closed"), momentText(json::time(gap, QLatin1String("closed_ts")), now)}});
    showExamples();
    m_suggestion->setPlainText(answer);
    m_suggestion->setVisible(!answer.isEmpty());
    m_suggestionTitle->setText(answer.isEmpty()   ? tr("No supporter has answered this yet.")
                               : author.isEmpty() ? tr("What a supporter answered")
                                                  : tr("What %1 answered").arg(author));
    const bool isOpen = json::text(gap, QLatin1String("status")) == QLatin1String("open");
    m_write->show();
    m_close->setVisible(isOpen);
}

void GapPage::showExamples()
{
    m_examples->clear();
    for (const QJsonValue& each : json::array(m_gap, QLatin1String("examples"))) {
        const QJsonObject example = each.toObject();
        auto* item = new QListWidgetItem(json::text(example, QLatin1String("question")), m_examples);
        item->setData(Qt::UserRole, json::text(example, QLatin1String("session_id")));
    }
}

void GapPage::write()
{
    if (m_gap.isEmpty()) {
        return;
    }
    const QJsonObject suggestion = json::object(m_gap, QLatin1String("suggested_article"));
    const QString title = json::text(m_gap, QLatin1String("question")).simplified().left(kMostTitle);
    auto* editor = new ArticleEditor(m_workspace.api,
                                     {{QLatin1String("title"), title},
                                      {QLatin1String("text"), json::text(suggestion, QLatin1String("text"))},
                                      {QLatin1String("visibility"), QLatin1String("public")}},
                                     this);
    const QString gap = json::text(m_gap, QLatin1String("id"));
    connect(editor, &ArticleEditor::created, this, [this, gap](const QString& document) {
        if (json::text(m_gap, QLatin1String("id")) == gap) {
            m_proof->begin(document, questions());
            m_proof->show();
            m_close->hide();
            m_write->hide();
        }
    });
    editor->open();
}

void GapPage::close()
{
    const QString id = json::text(m_gap, QLatin1String("id"));
    m_workspace.api.post(QStringLiteral("/knowledge/gaps/%1/close").arg(id),
                         {},
                         this,
                         [this, id](const ApiReply& reply) {
                             if (reply.error) {
                                 m_banner->say(Tone::Danger, reply.error->describe());
                                 return;
                             }
                             m_gap = {};
                             m_model.removeId(id);
                             choose(m_table->current());
                             Q_EMIT countChanged(m_model.rowCount());
                             m_workspace.navigator.say(
                                 tr("Closed. It opens again when somebody asks without getting an answer."));
                         });
}

} // namespace parley::console
