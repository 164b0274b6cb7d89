// SPDX-License-Identifier: MIT
#include "app/settings/threshold_preview.h"

#include "app/net/json.h"
#include "app/settings/threshold_bars.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/text_delegate.h"
#include "app/workspace/navigator.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QSlider>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kHundredths = 100;
constexpr int kPauseMs = 250;
constexpr int kRunRole = Qt::UserRole + 1;

QString became(const QString& name)
{
    if (name == QLatin1String("answered")) {
        return ThresholdPreview::tr("answered");
    }
    if (name == QLatin1String("escalated")) {
        return ThresholdPreview::tr("handed over");
    }
    if (name == QLatin1String("clarified")) {
        return ThresholdPreview::tr("asked back");
    }
    return name == QLatin1String("recomputed") ? ThresholdPreview::tr("worked out anew") : name;
}

} // namespace

ThresholdPreview::ThresholdPreview(Workspace& workspace, QWidget* parent)
    : QFrame(parent),
      m_workspace(workspace),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_value(new PlainLabel({}, "heading", this)),
      m_days(new QComboBox(this)),
      m_bars(new ThresholdBars(this)),
      m_note(new PlainLabel({}, "muted", this)),
      m_examples(new QTreeWidget(this)),
      m_use(new QPushButton(this))
{
    setRole(this, "card");
    m_slider->setRange(0, kHundredths);
    m_slider->setPageStep(5);
    m_slider->setAccessibleName(tr("Confidence threshold to try"));
    m_days->addItem(tr("Last 7 days"), 7);
    m_days->addItem(tr("Last 30 days"), 30);
    m_days->addItem(tr("Last 90 days"), 90);
    m_days->setCurrentIndex(1);
    m_days->setAccessibleName(tr("Which days"));
    m_examples->setItemDelegate(new TextDelegate(m_examples));
    m_examples->setHeaderLabels({tr("Would have been otherwise"), tr("Was"), tr("Would be")});
    m_examples->setRootIsDecorated(false);
    m_examples->setAccessibleName(tr("Questions that would have been otherwise"));
    m_examples->header()->setStretchLastSection(false);
    m_examples->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_examples->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);

    auto* head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("What would have been"), "heading", this), 1);
    head->addWidget(m_days);
    auto* line = new QHBoxLayout;
    line->addWidget(m_slider, 1);
    line->addWidget(m_value);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(new PlainLabel(
        tr("A lower threshold answers more and errs more; a higher one hands more over."), "muted", this));
    layout->addLayout(line);
    layout->addWidget(m_bars);
    layout->addWidget(m_note);
    layout->addWidget(m_examples, 1);
    // Takes the height while there are no examples, which the lines above would share else.
    layout->addStretch(0);
    layout->addWidget(m_use, 0, Qt::AlignTrailing);

    connect(m_slider, &QSlider::valueChanged, this, &ThresholdPreview::askSoon);
    connect(m_days, &QComboBox::currentIndexChanged, this, &ThresholdPreview::askSoon);
    connect(&m_pause, &QTimer::timeout, this, &ThresholdPreview::ask);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT chosen(threshold()); });
    connect(m_examples, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        m_workspace.navigator.openRun(item->data(0, kRunRole).toString());
    });
    askSoon();
}

double ThresholdPreview::threshold() const
{
    return static_cast<double>(m_slider->value()) / kHundredths;
}

QString ThresholdPreview::thresholdText() const
{
    return QLocale().toString(threshold(), 'f', 2);
}

void ThresholdPreview::setThreshold(double threshold)
{
    m_inForce = threshold;
    m_slider->setValue(qRound(threshold * kHundredths));
    askSoon();
}

void ThresholdPreview::askSoon()
{
    m_value->setText(thresholdText());
    m_use->setText(tr("Put %1 into the form").arg(thresholdText()));
    m_use->setEnabled(!qFuzzyCompare(1 + threshold(), 1 + m_inForce));
    m_pause.start();
}

void ThresholdPreview::ask()
{
    if (!isVisibleTo(parentWidget())) {
        return; // of one tenant alone: hidden for the platform's defaults
    }
    m_workspace.api.cancel(m_request);
    const QJsonObject body{{QStringLiteral("confidence_threshold"), threshold()},
                           {QStringLiteral("days"), m_days->currentData().toInt()}};
    m_request = m_workspace.api.post(QStringLiteral("/settings/answering/preview"),
                                     body,
                                     this,
                                     [this](const ApiReply& reply) {
                                         m_request = 0;
                                         showAnswer(reply);
                                     });
}

void ThresholdPreview::showAnswer(const ApiReply& reply)
{
    setRole(m_note, reply.error ? "error" : "muted");
    if (reply.error) {
        m_note->setText(reply.error->describe());
        return;
    }
    const QJsonObject change = json::object(reply.object, QLatin1String("change"));
    const auto count = [](const QJsonObject& object, QLatin1String key) {
        return static_cast<int>(json::integer(object, key));
    };
    const ThresholdBars::Counts then{count(reply.object, QLatin1String("answered")),
                                     count(reply.object, QLatin1String("clarified")),
                                     count(reply.object, QLatin1String("escalated"))};
    const ThresholdBars::Counts was{then.answered - count(change, QLatin1String("answered")),
                                    then.clarified - count(change, QLatin1String("clarified")),
                                    then.escalated - count(change, QLatin1String("escalated"))};
    m_bars->setCounts(was, then, tr("At %1").arg(thresholdText()));
    const int turns = count(reply.object, QLatin1String("turns"));
    QString note = turns == 0 ? tr("No messages in these days: the more there are, the more this says.")
                              : tr("Of %n message(s) to the agents.", nullptr, turns);
    if (json::boolean(reply.object, QLatin1String("partial"))) {
        note += QLatin1Char(' ') + tr("There were more: the newest are counted.");
    }
    m_note->setText(note);

    m_examples->clear();
    for (const QJsonValue& each : json::array(reply.object, QLatin1String("examples"))) {
        const QJsonObject example = each.toObject();
        auto* item = new QTreeWidgetItem(m_examples);
        item->setText(0, json::text(example, QLatin1String("question")));
        item->setText(1, became(json::text(example, QLatin1String("was"))));
        item->setText(2, became(json::text(example, QLatin1String("would_be"))));
        item->setData(0, kRunRole, json::text(example, QLatin1String("run_id")));
    }
    m_examples->setVisible(m_examples->topLevelItemCount() > 0);
}

} // namespace parley::console
