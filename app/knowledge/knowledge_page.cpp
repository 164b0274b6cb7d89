// SPDX-License-Identifier: MIT
#include "app/knowledge/knowledge_page.h"

#include "app/knowledge/article_editor.h"
#include "app/knowledge/document_columns.h"
#include "app/knowledge/document_delegate.h"
#include "app/knowledge/document_detail.h"
#include "app/knowledge/document_words.h"
#include "app/knowledge/drop_frame.h"
#include "app/knowledge/passage_view.h"
#include "app/knowledge/search_test.h"
#include "app/knowledge/upload_panel.h"
#include "app/net/json.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/search_field.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kListWidthPx = 780;
constexpr int kDetailWidthPx = 420;
constexpr int kMarginPx = 18;
constexpr int kColumnWidthsPx[] = {200, 76, 110, 78, 74, 86, 92, 78, 64};

} // namespace

KnowledgePage::KnowledgePage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_mayWrite(workspace.session.may(QStringLiteral("knowledge:write"))),
      m_model(workspace.api, QStringLiteral("/knowledge/documents"), documentColumns(workspace.api)),
      m_uploads(workspace.api),
      m_watch(workspace.api),
      m_frame(new DropFrame(this))
{
    m_frame->setTaking(m_mayWrite);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    auto* splitter = new QSplitter(m_frame);
    auto* list = new QWidget(splitter);
    auto* detail = new QWidget(splitter);
    buildList(list);
    buildDetail(detail);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({kListWidthPx, kDetailWidthPx});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connectModel();
    if (m_mayWrite) {
        buildCommands();
    }
}

void KnowledgePage::buildList(QWidget* side)
{
    auto* empty = new EmptyState(
        QStringLiteral("knowledge"),
        tr("Nothing to answer from yet"),
        m_mayWrite
            ? tr("Drop handbooks, price lists or help pages here: PDF, DOCX, Markdown, HTML, text or CSV. "
                 "Customers are answered from them as soon as they are read.")
            : tr("Whoever looks after the knowledge base adds documents here. Customers are answered from "
                 "them."),
        side);
    empty->setAction(m_mayWrite ? tr("Add files…") : QString());
    connect(empty, &EmptyState::actionTriggered, this, &KnowledgePage::chooseFiles);
    m_table = new RecordTable(m_model, empty, side);
    m_table->setName(tr("Documents"));
    m_table->view().setItemDelegate(new DocumentDelegate(m_table));
    for (int column = 0; column < static_cast<int>(std::size(kColumnWidthsPx)); ++column) {
        m_table->view().header()->resizeSection(column, kColumnWidthsPx[column]);
    }
    // Told beside the list of the one that is chosen; the titles need the room.
    m_table->view().setColumnHidden(DocumentSize, true);
    m_table->view().setColumnHidden(DocumentLanguage, true);
    m_table->view().header()->setStretchLastSection(false);
    m_table->view().header()->setSectionResizeMode(DocumentTitle, QHeaderView::Stretch);
    m_find = new SearchField(tr("Find by title, file or category"), side);
    connect(m_find, &SearchField::searched, this, &KnowledgePage::filter);

    auto* addFiles = new QPushButton(icon(QStringLiteral("upload")), tr("Add files…"), side);
    auto* write = new QPushButton(tr("New article"), side);
    setRole(write, "primary");
    addFiles->setVisible(m_mayWrite);
    write->setVisible(m_mayWrite);
    connect(addFiles, &QPushButton::clicked, this, &KnowledgePage::chooseFiles);
    connect(write, &QPushButton::clicked, this, &KnowledgePage::writeArticle);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Documents"), "title", side), 1);
    m_visibility = visibilityChoice(side);
    head->addWidget(m_visibility);
    head->addWidget(addFiles);
    head->addWidget(write);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_find);
    layout->addWidget(new UploadPanel(m_uploads, side));
    layout->addWidget(m_table, 1);
}

/// What is dropped is answered from at once: who may hear it is said before.
QComboBox* KnowledgePage::visibilityChoice(QWidget* parent)
{
    const QString setting = QStringLiteral("knowledge/upload_visibility");
    auto* choice = new QComboBox(parent);
    choice->addItem(tr("New files: for customers"), QStringLiteral("public"));
    choice->addItem(tr("New files: supporters only"), QStringLiteral("internal"));
    choice->setAccessibleName(tr("Who may be answered from new files"));
    choice->setObjectName(QStringLiteral("upload_visibility"));
    choice->setVisible(m_mayWrite);
    choice->setCurrentIndex(qMax(0, choice->findData(m_workspace.settings.value(setting))));
    connect(choice, &QComboBox::currentIndexChanged, this, [this, choice, setting] {
        m_workspace.settings.setValue(setting, choice->currentData());
    });
    return choice;
}

void KnowledgePage::buildDetail(QWidget* side)
{
    m_stack = new QStackedWidget(side);
    m_stack->addWidget(new EmptyState(QStringLiteral("knowledge"),
                                      tr("No document is chosen"),
                                      tr("Choose one to change it and to see its passages."),
                                      m_stack));
    m_detail = new DocumentDetail(m_workspace.api, m_mayWrite, m_stack);
    m_stack->addWidget(m_detail);
    m_passages = new PassageView(m_workspace.api, side);
    m_search = new SearchTest(m_workspace.api, side);
    m_tabs = new QTabWidget(side);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_stack, tr("Document"));
    m_tabs->addTab(m_passages, tr("Passages"));
    m_tabs->addTab(m_search, tr("Try a question"));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(kMarginPx / 2, kMarginPx, kMarginPx, kMarginPx);
    layout->addWidget(m_tabs);

    connect(m_detail, &DocumentDetail::changed, this, &KnowledgePage::take);
    connect(m_detail, &DocumentDetail::removed, this, [this](const QString& id) {
        m_chosen.clear();
        m_model.removeId(id);
        m_workspace.navigator.say(tr("The document was deleted."));
        choose(m_table->current());
    });
    connect(m_search, &SearchTest::opened, this, &KnowledgePage::open);
}

void KnowledgePage::buildCommands()
{
    const auto command =
        [this](const QString& text, const QKeySequence& keys, void (KnowledgePage::*what)()) {
            auto* action = new QAction(text, this);
            action->setShortcut(keys);
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            connect(action, &QAction::triggered, this, what);
            addAction(action);
        };
    command(tr("New article"), QKeySequence::New, &KnowledgePage::writeArticle);
    command(tr("Add files to the knowledge base"), QKeySequence::Open, &KnowledgePage::chooseFiles);
    auto* test = new QAction(tr("Try a question on the knowledge base"), this);
    test->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    test->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(test, &QAction::triggered, this, [this] {
        m_tabs->setCurrentWidget(m_search);
        m_search->focusField();
    });
    addAction(test);
}

void KnowledgePage::connectModel()
{
    connect(m_frame, &DropFrame::dropped, this, &KnowledgePage::add);
    connect(m_table, &RecordTable::currentChanged, this, &KnowledgePage::choose);
    connect(&m_uploads, &UploadQueue::uploaded, &m_watch, &DocumentWatch::watch);
    connect(&m_watch, &DocumentWatch::changed, this, &KnowledgePage::take);
    connect(&m_watch, &DocumentWatch::gone, &m_model, &JsonListModel::removeId);
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const QJsonObject document = m_model.object(row);
            if (isDocumentUnderWay(json::text(document, QLatin1String("status")))) {
                m_watch.watch(json::text(document, QLatin1String("id")));
            }
        }
        filter();
        showProgress();
        const QString wanted = m_wanted.isEmpty() ? m_chosen : std::exchange(m_wanted, {});
        m_table->select(wanted);
        if (!m_table->view().currentIndex().isValid() && m_model.rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
        }
    });
}

void KnowledgePage::activate()
{
    m_model.reload();
}

void KnowledgePage::open(const QString& argument)
{
    if (argument.startsWith(QLatin1Char('?'))) {
        m_tabs->setCurrentWidget(m_search);
        m_search->ask(argument.mid(1));
        return;
    }
    if (m_model.rowOf(argument) < 0) {
        m_wanted = argument;
        m_watch.watch(argument); // beyond the first page: fetched by itself
        return;
    }
    m_table->select(argument);
    m_tabs->setCurrentIndex(0);
}

QString KnowledgePage::unsaved() const
{
    if (m_uploads.underWay() > 0) {
        return tr("%n file(s) are still on their way.", nullptr, m_uploads.underWay());
    }
    return m_detail->unsaved();
}

void KnowledgePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    m_watch.setPaused(false);
}

void KnowledgePage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    m_watch.setPaused(true);
}

void KnowledgePage::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Add files to the knowledge base"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Documents (%1)").arg(UploadQueue::namePatterns().join(QLatin1Char(' '))));
    connect(dialog, &QFileDialog::filesSelected, this, &KnowledgePage::add);
    dialog->open();
}

void KnowledgePage::add(const QStringList& paths)
{
    m_uploads.add(paths, m_visibility->currentData().toString());
}

void KnowledgePage::writeArticle()
{
    auto* editor = new ArticleEditor(m_workspace.api, {}, this);
    connect(editor, &ArticleEditor::created, this, [this](const QString& document) {
        m_wanted = document;
        m_watch.watch(document);
        m_workspace.navigator.say(tr("The article is being read. It answers as soon as it is ready."));
    });
    editor->open();
}

void KnowledgePage::choose(const QJsonObject& document)
{
    const QString id = json::text(document, QLatin1String("id"));
    if (id == m_chosen && !id.isEmpty()) {
        m_detail->display(document);
        return;
    }
    if (!m_detail->unsaved().isEmpty() && m_model.rowOf(m_chosen) >= 0) {
        m_workspace.navigator.say(m_detail->unsaved(), Tone::Warning);
        m_table->select(m_chosen);
        return;
    }
    m_chosen = id;
    m_stack->setCurrentIndex(id.isEmpty() ? 0 : 1);
    m_detail->display(document);
    m_passages->display(id);
}

void KnowledgePage::take(const QJsonObject& document)
{
    const QString id = json::text(document, QLatin1String("id"));
    const QJsonObject before = m_model.object(m_model.rowOf(id));
    if (before == document) {
        return;
    }
    m_model.upsert(document);
    showProgress();
    const QString status = json::text(document, QLatin1String("status"));
    if (isDocumentUnderWay(status)) {
        m_watch.watch(id);
    }
    if (id == m_wanted) {
        m_wanted.clear();
        m_table->select(id);
        m_tabs->setCurrentIndex(0);
    }
    if (id == m_chosen) {
        m_detail->display(document);
        if (status == QLatin1String("ready") && json::text(before, QLatin1String("status")) != status) {
            m_passages->display(id);
        }
    }
}

/// The column is of use only while something is being read.
void KnowledgePage::showProgress()
{
    bool isUnderWay = false;
    for (int row = 0; row < m_model.rowCount() && !isUnderWay; ++row) {
        isUnderWay = isDocumentUnderWay(json::text(m_model.object(row), QLatin1String("status")));
    }
    m_table->view().setColumnHidden(DocumentProgress, !isUnderWay);
}

void KnowledgePage::filter()
{
    const QString wanted = m_find->text().trimmed();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QJsonObject document = m_model.object(row);
        const bool isShown =
            wanted.isEmpty() ||
            json::text(document, QLatin1String("title")).contains(wanted, Qt::CaseInsensitive) ||
            json::text(document, QLatin1String("source")).contains(wanted, Qt::CaseInsensitive) ||
            json::text(document, QLatin1String("category")).contains(wanted, Qt::CaseInsensitive);
        m_table->view().setRowHidden(row, {}, !isShown);
    }
}

} // namespace parley::console
