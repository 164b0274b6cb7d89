// SPDX-License-Identifier: MIT
#include "app/agents/golden_runs.h"

#include "app/agents/golden_result_view.h"
#include "app/agents/golden_text.h"
#include "app/net/api_client.h"
#include "app/net/json.h"
#include "app/style/colors.h"
#include "app/widgets/banner.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/text_delegate.h"
#include "app/widgets/time_text.h"
#include "app/workspace/json_list_model.h"
#include "app/workspace/record_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QSplitter>
#include <QTreeView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kPollMs = 1'000;
constexpr int kResultRole = Qt::UserRole + 1;

enum Filter { Everything, Changed, Failed };

std::vector<JsonListModel::Column> columns()
{
    const auto when = [](const QJsonObject& run) {
        return momentText(json::time(run, QLatin1String("created_ts")), QDateTime::currentDateTimeUtc());
    };
    const auto worse = [](const QJsonObject& run) {
        return QString::number(json::integer(run, QLatin1String("newly_failing")));
    };
    return {{GoldenRuns::tr("When"), when, {}, false},
            {GoldenRuns::tr("Passed"), &GoldenText::status, {}, true},
            {GoldenRuns::tr("Worse"), worse, {}, true},
            {GoldenRuns::tr("Started by"), &GoldenText::startedBy, {}, false}};
}

bool isShown(const QJsonObject& result, int filter)
{
    if (filter == Changed) {
        return result.value(QLatin1String("change")).isString();
    }
    return filter == Everything || GoldenText::outcomeTone(result) == Tone::Danger;
}

} // namespace

GoldenRuns::GoldenRuns(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_model(std::make_unique<JsonListModel>(workspace.api,
                                              QStringLiteral("/golden-questions/runs"),
                                              columns())),
      m_banner(new Banner(this)),
      m_rate(new PlainLabel({}, "title", this)),
      m_before(new PlainLabel({}, "muted", this)),
      m_causes(new PlainLabel({}, "muted", this)),
      m_filter(new QComboBox(this)),
      m_results(new QTreeWidget(this)),
      m_result(new GoldenResultView(this))
{
    auto* empty =
        new EmptyState(QStringLiteral("golden"),
                       tr("No runs yet"),
                       tr("The questions are asked after every change, and whenever you press Run."),
                       this);
    m_table = new RecordTable(*m_model, empty, this);
    m_table->setName(tr("Runs of the golden questions"));
    m_table->view().header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_table);
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 12, 18, 18);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);

    connect(m_table, &RecordTable::currentChanged, this, &GoldenRuns::choose);
    connect(m_model.get(), &JsonListModel::loaded, this, [this] {
        if (!m_table->view().currentIndex().isValid() && m_model->rowCount() > 0) {
            m_table->view().setCurrentIndex(m_model->index(0, 0));
        }
    });
    connect(m_filter, &QComboBox::currentIndexChanged, this, &GoldenRuns::fillResults);
    connect(m_results, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        m_result->setResult(item == nullptr ? QJsonObject() : item->data(0, kResultRole).toJsonObject());
    });
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] { read(m_following); });
}

GoldenRuns::~GoldenRuns() = default;

QWidget* GoldenRuns::buildDetails()
{
    m_filter->addItems({tr("All questions"), tr("Answers that changed"), tr("Questions that failed")});
    m_filter->setAccessibleName(tr("Which questions"));
    m_results->setItemDelegate(new TextDelegate(m_results));
    m_results->setHeaderLabels({tr("Question"), tr("Result"), tr("Since the run before")});
    m_results->setRootIsDecorated(false);
    m_results->setUniformRowHeights(true);
    m_results->setAccessibleName(tr("Results"));
    m_results->header()->setStretchLastSection(false);
    m_results->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_results->header()->setSectionResizeMode(0, QHeaderView::Stretch);

    auto* details = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_rate, 1);
    head->addWidget(m_filter);
    auto* parts = new QSplitter(Qt::Vertical, details);
    parts->addWidget(m_results);
    parts->addWidget(m_result);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_before);
    layout->addWidget(m_causes);
    layout->addWidget(parts, 1);
    return details;
}

void GoldenRuns::reload()
{
    m_model->reload();
}

void GoldenRuns::run()
{
    m_banner->clear();
    Q_EMIT runningChanged(true);
    m_workspace.api.post(QStringLiteral("/golden-questions/run"), {}, this, [this](const ApiReply& reply) {
        if (reply.error) {
            Q_EMIT runningChanged(false);
            m_banner->say(Tone::Danger, reply.error->describe());
            return;
        }
        m_following = json::text(reply.object, QLatin1String("id"));
        m_model->upsert(reply.object);
        m_table->select(m_following);
        m_poll.start();
    });
}

void GoldenRuns::choose(const QJsonObject& run)
{
    const QString id = json::text(run, QLatin1String("id"));
    if (!id.isEmpty()) {
        read(id);
    }
}

void GoldenRuns::read(const QString& id)
{
    const QString path = QStringLiteral("/golden-questions/runs/") + id;
    m_workspace.api.get(path, this, [this, id](const ApiReply& reply) {
        if (id == m_following && (reply.error || !GoldenText::isRunning(reply.object))) {
            m_poll.stop();
            m_following.clear();
            Q_EMIT runningChanged(false);
        }
        if (reply.error) {
            m_banner->say(Tone::Danger, reply.error->describe());
            return;
        }
        m_model->upsert(reply.object);
        if (json::text(m_table->current(), QLatin1String("id")) == id) {
            showRun(reply.object);
        }
    });
}

void GoldenRuns::showRun(const QJsonObject& run)
{
    m_run = run;
    m_rate->setText(GoldenText::isRunning(run) ? GoldenText::status(run) : GoldenText::passed(run));
    const QString causes = GoldenText::causes(run);
    m_causes->setText(causes.isEmpty() ? QString() : tr("Changed since: %1").arg(causes));
    m_causes->setVisible(!causes.isEmpty());
    showBefore(run);
    fillResults();
}

void GoldenRuns::showBefore(const QJsonObject& run)
{
    const QString before = json::text(run, QLatin1String("previous_run_id"));
    const QString counts = tr("%1 worse, %2 better, %3 answered otherwise")
                               .arg(json::integer(run, QLatin1String("newly_failing")))
                               .arg(json::integer(run, QLatin1String("newly_passing")))
                               .arg(json::integer(run, QLatin1String("text_changed")));
    if (before.isEmpty()) {
        m_before->setText(tr("The first run: there is none to compare with."));
        return;
    }
    const auto say = [this, counts](const QJsonObject& earlier) {
        m_before->setText(tr("Before: %1. %2.").arg(GoldenText::passed(earlier), counts));
    };
    if (const int row = m_model->rowOf(before); row >= 0) {
        say(m_model->object(row));
        return;
    }
    m_before->setText(counts);
    const QString id = json::text(run, QLatin1String("id"));
    m_workspace.api.get(QStringLiteral("/golden-questions/runs/") + before,
                        this,
                        [this, id, say](const ApiReply& reply) {
                            if (reply.isOk() && json::text(m_run, QLatin1String("id")) == id) {
                                say(reply.object);
                            }
                        });
}

void GoldenRuns::fillResults()
{
    const QTreeWidgetItem* current = m_results->currentItem();
    const QString chosen = current == nullptr ? QString()
                                              : json::text(current->data(0, kResultRole).toJsonObject(),
                                                           QLatin1String("question_id"));
    m_results->clear();
    for (const QJsonValue& each : json::array(m_run, QLatin1String("results"))) {
        const QJsonObject result = each.toObject();
        if (!isShown(result, m_filter->currentIndex())) {
            continue;
        }
        auto* item = new QTreeWidgetItem(m_results);
        item->setText(0, json::text(result, QLatin1String("question")));
        item->setText(1, GoldenText::outcome(result));
        item->setForeground(1, toneColors(GoldenText::outcomeTone(result), palette()).text);
        item->setText(2, GoldenText::change(result));
        item->setData(0, kResultRole, result);
        if (json::text(result, QLatin1String("question_id")) == chosen) {
            m_results->setCurrentItem(item);
        }
    }
    if (m_results->currentItem() == nullptr) {
        m_results->setCurrentItem(m_results->topLevelItem(0));
    }
    if (m_results->topLevelItemCount() == 0) {
        m_result->setResult({});
    }
}

} // namespace parley::console
