// SPDX-License-Identifier: MIT
#include "app/agents/versions_tab.h"

#include "app/agents/agent_text.h"
#include "app/agents/diff_view.h"
#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/time_text.h"
#include "app/workspace/json_list_model.h"
#include "app/workspace/record_table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace parley::console {

namespace {

QString authorOf(const QJsonObject& version)
{
    const QJsonObject author = json::object(version, QLatin1String("author"));
    const QString name = json::text(author, QLatin1String("name"));
    return name.isEmpty() ? VersionsTab::tr("Parley") : name;
}

std::vector<JsonListModel::Column> columns()
{
    const auto number = [](const QJsonObject& row) {
        return QString::number(json::integer(row, QLatin1String("version")));
    };
    const auto when = [](const QJsonObject& row) {
        return momentText(json::time(row, QLatin1String("created_ts")), QDateTime::currentDateTimeUtc());
    };
    return {{VersionsTab::tr("Version"), number, {}, true},
            {VersionsTab::tr("When"), when, {}, false},
            {VersionsTab::tr("Who"), authorOf, {}, false},
            {VersionsTab::tr("What"), &AgentText::change, {}, false}};
}

} // namespace

VersionsTab::VersionsTab(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_model(std::make_unique<JsonListModel>(workspace.api, QString(), columns())),
      m_heading(new PlainLabel({}, "heading", this)),
      m_diff(new DiffView(this)),
      m_back(new QPushButton(icon(QStringLiteral("undo")), QString(), this))
{
    auto* empty = new EmptyState(QStringLiteral("clock"),
                                 tr("No versions yet"),
                                 tr("Every time the agent is saved, what it was is kept here."),
                                 this);
    m_table = new RecordTable(*m_model, empty, this);
    m_table->setName(tr("Versions"));
    m_table->view().header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    auto* foot = new QHBoxLayout;
    foot->addWidget(new PlainLabel(tr("− as it was then    + as it is now"), "muted", this), 1);
    foot->addWidget(m_back);
    auto* below = new QWidget(this);
    auto* belowLayout = new QVBoxLayout(below);
    belowLayout->setContentsMargins(0, 12, 0, 0);
    belowLayout->addWidget(m_heading);
    belowLayout->addWidget(m_diff, 1);
    belowLayout->addLayout(foot);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(splitter);

    connect(m_table, &RecordTable::currentChanged, this, &VersionsTab::compare);
    connect(m_model.get(), &JsonListModel::loaded, this, [this] {
        // The newest is the present one: the one before it says more.
        const int row = m_model->rowCount() > 1 ? 1 : 0;
        if (!m_table->view().currentIndex().isValid() && m_model->rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model->index(row, 0));
        }
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        Q_EMIT rollbackWanted(json::integer(m_table->current(), QLatin1String("version")));
    });
    compare({});
}

VersionsTab::~VersionsTab() = default;

void VersionsTab::setAgent(const QJsonObject& agent)
{
    const bool isSame = agent.value(QLatin1String("id")) == m_agent.value(QLatin1String("id")) &&
                        agent.value(QLatin1String("version")) == m_agent.value(QLatin1String("version"));
    m_agent = agent;
    if (isSame || agent.isEmpty()) {
        return;
    }
    m_isStale = true;
    if (isVisible()) {
        read();
    }
}

void VersionsTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
}

void VersionsTab::read()
{
    if (m_isStale && !m_agent.isEmpty()) {
        m_isStale = false;
        compare({});
        m_model->setPath(QStringLiteral("/agents/%1/versions").arg(json::text(m_agent, QLatin1String("id"))));
    }
}

void VersionsTab::compare(const QJsonObject& version)
{
    const qint64 number = json::integer(version, QLatin1String("version"));
    const qint64 present = json::integer(m_agent, QLatin1String("version"));
    const bool isPast = !version.isEmpty() && number != present;
    m_back->setVisible(isPast);
    m_back->setText(tr("Roll back to version %1…").arg(number));
    if (version.isEmpty()) {
        m_heading->clear();
        m_diff->showDiff({}, {}, tr("Choose a version to see what has changed since."));
        return;
    }
    m_heading->setText(isPast ? tr("What has changed since version %1").arg(number)
                              : tr("Version %1 is the present one").arg(number));
    m_diff->showDiff(AgentText::whole(version),
                     AgentText::whole(m_agent),
                     isPast ? tr("Nothing differs: the agent is again what it was then.")
                            : tr("Choose an older version to see what has changed since."));
}

} // namespace parley::console
