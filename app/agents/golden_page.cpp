// SPDX-License-Identifier: MIT
#include "app/agents/golden_page.h"

#include "app/agents/golden_questions.h"
#include "app/agents/golden_runs.h"
#include "app/style/icons.h"

#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace parley::console {

GoldenPage::GoldenPage(Workspace& workspace, QWidget* parent)
    : Page(parent),
      m_tabs(new QTabWidget(this)),
      m_questions(new GoldenQuestions(workspace, this)),
      m_runs(new GoldenRuns(workspace, this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->addTab(m_questions, tr("Questions"));
    m_tabs->addTab(m_runs, tr("Runs"));
    auto* run = new QPushButton(icon(QStringLiteral("play")), tr("Run all"), this);
    m_tabs->setCornerWidget(run);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 18, 0);
    layout->addWidget(m_tabs);

    auto* command = new QAction(tr("Run all golden questions"), this);
    command->setShortcut(QKeySequence(Qt::Key_F5));
    command->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(command);
    const auto start = [this, run] {
        if (run->isEnabled()) {
            m_tabs->setCurrentWidget(m_runs);
            m_runs->run();
        }
    };
    connect(run, &QPushButton::clicked, this, start);
    connect(command, &QAction::triggered, this, start);
    connect(m_runs, &GoldenRuns::runningChanged, run, [run](bool isRunning) {
        run->setEnabled(!isRunning);
        run->setText(isRunning ? GoldenPage::tr("Running…") : GoldenPage::tr("Run all"));
    });
}

void GoldenPage::activate()
{
    m_questions->activate();
    m_runs->reload();
}

void GoldenPage::open(const QString& id)
{
    m_tabs->setCurrentWidget(m_questions);
    m_questions->open(id);
}

QList<QAction*> GoldenPage::commands() const
{
    return actions() + m_questions->commands();
}

QString GoldenPage::unsaved() const
{
    return m_questions->unsaved();
}

} // namespace parley::console
