// SPDX-License-Identifier: MIT
#include "app/runs/run_panel.h"

#include "app/net/json.h"
#include "app/runs/chain_view.h"
#include "app/runs/contribution_bars.h"
#include "app/runs/node_detail.h"
#include "app/runs/run_story.h"
#include "app/runs/run_words.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"
#include "app/widgets/time_text.h"
#include "app/workspace/passage_list.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kSpacePx = 12;
constexpr int kMarginPx = 18;
constexpr double kPercent = 100;

} // namespace

RunPanel::RunPanel(QWidget* parent)
    : QWidget(parent),
      m_decision(new PlainLabel({}, "title", this)),
      m_facts(new PlainLabel({}, "muted", this)),
      m_confidence(new Badge({}, Tone::Neutral, this)),
      m_chain(new ChainView(this)),
      m_detail(new NodeDetail(this)),
      m_factorCaption(new PlainLabel(tr("What made the confidence"), "heading", this)),
      m_factors(new ContributionBars(this)),
      m_passageCaption(new PlainLabel(tr("What was found"), "heading", this)),
      m_passages(new PassageList(PassageList::Texts::Open, this))
{
    m_decision->setCopyable(true);
    auto* inner = new QWidget(this);
    auto* body = new QVBoxLayout(inner);
    body->setContentsMargins(kMarginPx, kMarginPx, kMarginPx, kMarginPx);
    body->setSpacing(kSpacePx);
    body->addWidget(m_decision);
    auto* facts = new QHBoxLayout;
    facts->addWidget(m_confidence);
    facts->addWidget(m_facts, 1);
    body->addLayout(facts);
    body->addWidget(m_chain);
    body->addWidget(m_detail);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(2 * kSpacePx);
    const auto addColumn = [&](QWidget* caption, QWidget* content) {
        auto* column = new QVBoxLayout;
        column->setSpacing(8);
        column->addWidget(caption);
        column->addWidget(content);
        column->addStretch(1);
        columns->addLayout(column, 1);
    };
    addColumn(m_factorCaption, m_factors);
    addColumn(m_passageCaption, m_passages);
    body->addLayout(columns);
    body->addStretch(1);

    auto* scroll = new QScrollArea(this);
    setRole(scroll, "plain");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(m_chain, &ChainView::currentChanged, this, &RunPanel::showNode);
}

QString RunPanel::id() const
{
    return json::text(m_run, QLatin1String("id"));
}

QString RunPanel::conversation() const
{
    return json::text(m_run, QLatin1String("session_id"));
}

void RunPanel::setRun(const QJsonObject& run)
{
    m_run = run;
    const RunStory story = storyOf(run);
    m_decision->setText(story.decision);
    m_confidence->setVisible(story.confidence.has_value());
    if (story.confidence) {
        m_confidence->setText(tr("%1 % sure").arg(qRound(*story.confidence * kPercent)));
        m_confidence->setTone(story.tone);
    }
    const QDateTime started = json::time(run, QLatin1String("started_ts"));
    QStringList facts{momentText(started, QDateTime::currentDateTimeUtc())};
    if (story.durationUs > 0) {
        facts.append(tr("took %1").arg(words::microseconds(story.durationUs)));
    }
    if (story.tokens > 0) {
        facts.append(tr("%1 tokens").arg(QLocale().toString(story.tokens)));
    }
    if (story.cost > 0) {
        facts.append(tr("cost %1").arg(QLocale().toString(story.cost, 'f', 4)));
    }
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_factors->setFactors(story.base, story.factors);
    m_factors->setVisible(!story.factors.isEmpty());
    m_factorCaption->setVisible(!story.factors.isEmpty());
    m_passages->setPassages(story.passages);
    m_passages->setVisible(!story.passages.isEmpty());
    m_passageCaption->setVisible(!story.passages.isEmpty());
    m_chain->setNodes(json::array(run, QLatin1String("nodes")));
    if (m_chain->current() < 0) {
        showNode(-1);
    }
}

void RunPanel::showNode(int node)
{
    m_detail->setNode(node < 0 ? QJsonObject()
                               : json::array(m_run, QLatin1String("nodes")).at(node).toObject());
}

} // namespace parley::console
