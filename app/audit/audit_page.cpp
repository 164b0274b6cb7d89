// SPDX-License-Identifier: MIT
#include "app/audit/audit_page.h"

#include "app/audit/audit_columns.h"
#include "app/audit/audit_filter_bar.h"
#include "app/audit/audit_panel.h"
#include "app/net/whole_list.h"
#include "app/session/session.h"
#include "app/style/icons.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/workspace/navigator.h"
#include "app/workspace/record_table.h"
#include "app/workspace/save_file.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kMarginPx = 18;
constexpr int kListWidthPx = 780;
constexpr int kPanelWidthPx = 480;
constexpr std::array kWidths{110, 130, 180, 180, 100};
constexpr int kObjectColumn = 3;

} // namespace

AuditPage::AuditPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_workspace(workspace),
      m_model(workspace.api, QStringLiteral("/audit"), auditColumns()),
      m_filter(new AuditFilterBar(this)),
      m_empty(new EmptyState(QStringLiteral("audit"), {}, {}, this)),
      m_table(new RecordTable(m_model, m_empty, this)),
      m_panel(new AuditPanel(this))
{
    m_table->setName(tr("What was done"));
    m_table->setColumnWidths(QList<int>(kWidths.begin(), kWidths.end()));
    m_table->view().header()->setStretchLastSection(false);
    m_table->view().header()->setSectionResizeMode(kObjectColumn, QHeaderView::Stretch);
    auto* save = new QPushButton(icon(QStringLiteral("download")), tr("Export…"), this);
    connect(save, &QPushButton::clicked, this, &AuditPage::exportList);
    auto* list = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Audit"), "title", list), 1);
    head->addWidget(save);
    auto* listLayout = new QVBoxLayout(list);
    listLayout->setContentsMargins(kMarginPx, kMarginPx, kMarginPx / 2, kMarginPx);
    listLayout->setSpacing(12);
    listLayout->addLayout(head);
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

    connect(m_filter, &AuditFilterBar::changed, this, &AuditPage::filter);
    connect(m_empty, &EmptyState::actionTriggered, m_filter, &AuditFilterBar::clear);
    connect(m_table, &RecordTable::currentChanged, m_panel, &AuditPanel::setEntry);
    connect(&m_model, &JsonListModel::loaded, this, [this] {
        if (!m_table->view().currentIndex().isValid() && m_model.rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model.index(0, 0));
        }
    });
    buildActions();
    filter();
    if (m_workspace.session.may(QStringLiteral("users:manage"))) {
        getAll(m_workspace.api, QStringLiteral("/users"), this, [this](const WholeList& people) {
            if (people.isOk()) {
                m_filter->setPeople(people.items, cutNote(people));
            }
        });
    }
}

void AuditPage::buildActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto* receiver, auto run) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, receiver, run);
        addAction(action);
    };
    add(tr("Read again"), QKeySequence::Refresh, &m_model, &JsonListModel::reload);
    add(tr("Export as CSV…"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &AuditPage::exportList);
}

void AuditPage::filter()
{
    const bool isAll = m_filter->isEmpty();
    m_empty->setTexts(
        isAll ? tr("Nothing was changed yet") : tr("Nothing was done like that"),
        isAll ? tr("Whatever people change here, and what Parley changes by itself, is noted with "
                   "who, when and what it was before.")
              : tr("Take a filter away to see more."));
    m_empty->setAction(isAll ? QString() : tr("Show everything"));
    m_model.setQuery(m_filter->query(m_workspace.api.serverNow()));
}

void AuditPage::activate()
{
    m_model.reload();
    m_table->view().setFocus();
}

void AuditPage::open(const QString& argument)
{
    if (!argument.isEmpty()) {
        m_filter->setObject(argument);
    }
}

void AuditPage::exportList()
{
    askSavePath(
        this, tr("Export what was done"), tr("audit.csv"), tr("Table (*.csv)"), [this](const QString& path) {
            QByteArray bytes = csvBegin() + csvLine(auditRecordTitles());
            for (int row = 0; row < m_model.rowCount(); ++row) {
                bytes += csvLine(auditRecord(m_model.object(row)));
            }
            const QString fault = writeFile(path, bytes);
            m_workspace.navigator.say(fault.isEmpty()
                                          ? tr("%n entry(ies) exported: those that the list has read.",
                                               nullptr,
                                               m_model.rowCount())
                                          : fault,
                                      fault.isEmpty() ? Tone::Success : Tone::Danger);
        });
}

} // namespace parley::console
