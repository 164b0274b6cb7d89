// SPDX-License-Identifier: MIT
#include "app/knowledge/cache_page.h"

#include "app/knowledge/document_words.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/banner.h"
#include "app/widgets/confirmation.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/fact_list.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/widgets/text_delegate.h"
#include "app/widgets/time_text.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

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
constexpr int kListWidthPx = 720;
constexpr int kDetailWidthPx = 420;
constexpr int kMostCharacters = 200;
constexpr int kSourcesHeightPx = 96;
constexpr int kColumnWidthsPx[] = {230, 240, 110, 60};
const auto kPath = QStringLiteral("/cache/entries");

/// "Agents", or the supporter's name.
QString authorText(const QJsonObject& entry)
{
    const QJsonObject author = json::object(entry, QLatin1String("author"));
    const QString name = json::text(author, QLatin1String("name"));
    if (json::text(author, QLatin1String("kind")) != QLatin1String("human")) {
        return CachePage::tr("Agents");
    }
    return name.isEmpty() ? CachePage::tr("Supporter") : name;
}

std::vector<JsonListModel::Column> columns(const ApiClient& api)
{
    const auto text = [](const char* key) {
        return [key](const QJsonObject& entry) { return json::text(entry, QLatin1String(key)).simplified(); };
    };
    return {{CachePage::tr("Question"), text("question"), {}},
            {CachePage::tr("Answer"), text("answer"), {}},
            {CachePage::tr("Answered by"), authorText, {}},
            {CachePage::tr("Used"),
             [](const QJsonObject& entry) {
                 return QLocale().toString(json::integer(entry, QLatin1String("hits")));
             },
             {},
             true},
            {CachePage::tr("Holds until"),
             [&api](const QJsonObject& entry) {
                 return momentText(json::time(entry, QLatin1String("expires_ts")), api.serverNow());
             },
             {}}};
}

} // namespace

CachePage::CachePage(Workspace& workspace, QWidget* parent)
    : Page(parent), m_workspace(workspace), m_model(workspace.api, kPath, columns(workspace.api))
{
    auto* splitter = new QSplitter(this);
    splitter->addWidget(buildList());
    splitter->addWidget(buildDetail());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kListWidthPx, kDetailWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        m_table->select(json::text(m_entry, QLatin1String("id")));
        if (!m_table->view().currentIndex().isValid()) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
            choose(m_table->current());
        }
        m_forgetAll->setEnabled(m_model.rowCount() > 0);
    });
    auto* find = new QAction(tr("Find a remembered answer"), this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, m_search, qOverload<>(&QWidget::setFocus));
    addAction(find);
}

QWidget* CachePage::buildList()
{
    auto* side = new QWidget(this);
    m_table = new RecordTable(
        m_model,
        new EmptyState(QStringLiteral("cache"),
                       tr("Nothing is remembered"),
                       tr("Good answers of agents, and what supporters answered, are kept for a "
                          "while and given again at once to who asks the same."),
                       side),
        side);
    m_table->setName(tr("Remembered answers"));
    for (int column = 0; column < static_cast<int>(std::size(kColumnWidthsPx)); ++column) {
        m_table->view().header()->resizeSection(column, kColumnWidthsPx[column]);
    }
    m_search = new SearchField(tr("Find in questions and answers"), side);
    m_search->setMaxLength(kMostCharacters);
    m_totals = new PlainLabel({}, "muted", side);
    m_forgetAll = new QPushButton(icon(QStringLiteral("trash")), tr("Forget all…"), side);
    setRole(m_forgetAll, "danger");
    connect(m_search, &SearchField::searched, this, [this](const QString& words) {
        QUrlQuery query;
        if (!words.isEmpty()) {
            query.addQueryItem(QStringLiteral("q"), QString::fromLatin1(QUrl::toPercentEncoding(words)));
        }
        m_model.setQuery(query);
    });
    connect(m_forgetAll, &QPushButton::clicked, this, &CachePage::forgetAll);
    connect(m_table, &RecordTable::currentChanged, this, &CachePage::choose);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Remembered answers"), "title", side), 1);
    head->addWidget(m_forgetAll);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_totals);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    return side;
}

QWidget* CachePage::buildDetail()
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(new EmptyState(QStringLiteral("cache"),
                                      tr("No answer is chosen"),
                                      tr("Choose one to see where it comes from."),
                                      m_stack));
    auto* side = new QWidget(m_stack);
    m_stack->addWidget(side);
    m_banner = new Banner(side);
    m_question = new PlainLabel({}, "heading", side);
    m_question->setCopyable(true);
    m_answer = new QPlainTextEdit(side);
    m_answer->setReadOnly(true);
    m_answer->setTabChangesFocus(true);
    m_answer->setAccessibleName(tr("The answer"));
    m_facts = new FactList(side);
    m_sources = new QListWidget(side);
    m_sources->setItemDelegate(new TextDelegate(m_sources));
    m_sources->setMaximumHeight(kSourcesHeightPx);
    m_sources->setAccessibleName(tr("Documents it was made from"));
    auto* forgetOne = new QPushButton(icon(QStringLiteral("trash")), tr("Forget this answer"), side);
    setRole(forgetOne, "danger");
    forgetOne->setObjectName(QStringLiteral("forget"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addWidget(m_question);
    layout->addWidget(m_answer, 1);
    layout->addWidget(m_facts);
    layout->addWidget(new PlainLabel(tr("Made from (Enter opens the document)"), "muted", side));
    layout->addWidget(m_sources);
    layout->addWidget(forgetOne, 0, Qt::AlignLeading);
    connect(forgetOne, &QPushButton::clicked, this, &CachePage::forget);
    connect(m_sources, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
        m_workspace.navigator.openPage(QStringLiteral("knowledge"), item->data(Qt::UserRole).toString());
    });
    return m_stack;
}

void CachePage::activate()
{
    m_model.reload();
    readTotals();
}

void CachePage::readTotals()
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1"));
    m_workspace.api.get(kPath, query, this, [this](const ApiReply& reply) {
        if (reply.error) {
            return; // the table says so already
        }
        const QLocale locale;
        const QJsonObject totals = json::object(reply.object, QLatin1String("totals"));
        m_totals->setText(tr("Used %1 times, %2 of them called wrong · %3 tokens and %4 of computing saved")
                              .arg(locale.toString(json::integer(totals, QLatin1String("hits"))),
                                   locale.toString(json::integer(totals, QLatin1String("wrong_hits"))),
                                   locale.toString(json::integer(totals, QLatin1String("saved_tokens"))),
                                   durationText(json::integer(totals, QLatin1String("saved_ms")) / 1000)));
    });
}

void CachePage::choose(const QJsonObject& entry)
{
    m_entry = entry;
    m_stack->setCurrentIndex(entry.isEmpty() ? 0 : 1);
    m_banner->clear();
    m_question->setText(json::text(entry, QLatin1String("question")));
    m_answer->setPlainText(json::text(entry, QLatin1String("answer")));
    const QLocale locale;
    const QDateTime now = m_workspace.api.serverNow();
    const QString agent = json::text(entry, QLatin1String("agent"));
    m_facts->setFacts(
        {{tr("Answered by"),
          agent.isEmpty() ? authorText(entry) : tr("%1 (%2)").arg(authorText(entry), agent)},
         {tr("Confidence"), locale.toString(json::number(entry, QLatin1String("confidence")), 'f', 2)},
         {tr("Language"), languageText(json::text(entry, QLatin1String("locale")))},
         {tr("Category"), json::text(entry, QLatin1String("category"))},
         {tr("Used"),
          tr("%n time(s)", nullptr, static_cast<int>(json::integer(entry, QLatin1String("hits"))))},
         {tr("Last used"), momentText(json::time(entry, QLatin1String("last_hit_ts")), now)},
         {tr("Saved"),
          tr("%1 tokens").arg(locale.toString(json::integer(entry, QLatin1String("saved_tokens"))))},
         {tr("Made"), momentText(json::time(entry, QLatin1String("created_ts")), now)},
         {tr("Holds until"), momentText(json::time(entry, QLatin1String("expires_ts")), now)}});
    showSources();
}

void CachePage::showSources()
{
    m_sources->clear();
    for (const QJsonValue& each : json::array(m_entry, QLatin1String("sources"))) {
        const QString id = json::text(each.toObject(), QLatin1String("document_id"));
        auto* item = new QListWidgetItem(tr("A document"), m_sources);
        item->setData(Qt::UserRole, id);
        const int row = m_sources->count() - 1;
        const QString entry = json::text(m_entry, QLatin1String("id"));
        m_workspace.api.get(QStringLiteral("/knowledge/documents/") + id,
                            this,
                            [this, entry, row](const ApiReply& reply) {
                                QListWidgetItem* shown = m_sources->item(row);
                                if (shown == nullptr || json::text(m_entry, QLatin1String("id")) != entry) {
                                    return;
                                }
                                shown->setText(reply.error
                                                   ? tr("A document that is no longer there")
                                                   : json::text(reply.object, QLatin1String("title")));
                            });
    }
}

void CachePage::forget()
{
    const QString id = json::text(m_entry, QLatin1String("id"));
    m_workspace.api.remove(kPath + QLatin1Char('/') + id, this, [this, id](const ApiReply& reply) {
        if (reply.error) {
            m_banner->say(Tone::Danger, reply.error->describe());
            return;
        }
        m_model.removeId(id);
        choose(m_table->current());
        readTotals();
        m_workspace.navigator.say(tr("Forgotten. The agents answer this question anew."));
    });
}

void CachePage::forgetAll()
{
    confirmDestruction(
        this,
        tr("Forget all remembered answers?"),
        tr("Also what supporters have answered goes from here. Every question is answered anew by "
           "the agents, which takes longer and costs tokens, until the answers are remembered again."),
        tr("Forget all"),
        [this] {
            m_workspace.api.remove(kPath, this, [this](const ApiReply& reply) {
                if (reply.error) {
                    m_banner->say(Tone::Danger, reply.error->describe());
                    return;
                }
                m_entry = {};
                activate();
                m_workspace.navigator.say(
                    tr("%n answer(s) forgotten.",
                       nullptr,
                       static_cast<int>(json::integer(reply.object, QLatin1String("removed")))));
            });
        });
}

} // namespace parley::console
