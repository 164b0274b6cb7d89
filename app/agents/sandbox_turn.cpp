// SPDX-License-Identifier: MIT
#include "app/agents/sandbox_turn.h"

#include "app/agents/trace_tree.h"
#include "app/net/json.h"
#include "app/style/colors.h"
#include "app/widgets/badge.h"
#include "app/widgets/fold_button.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr int kBubbleWidthPx = 560;
constexpr int kPaddingPx = 30;
constexpr int kRadiusPx = 10;
constexpr int kTraceHeightPx = 300;
constexpr double kSure = 0.7;
constexpr qint64 kUsPerMs = 1000;

/// A text on the ground of whoever speaks.
class Bubble final : public QWidget {
public:
    Bubble(const QString& text, bool isCustomers, QWidget* parent)
        : QWidget(parent), m_isCustomers(isCustomers)
    {
        auto* label = new PlainLabel(text, this);
        label->setCopyable(true);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(12, 8, 12, 8);
        layout->addWidget(label);
        // As wide as its text, and wrapped where that is too wide.
        const QRect wanted = label->fontMetrics().boundingRect(QRect(0, 0, kBubbleWidthPx, 1),
                                                               static_cast<int>(Qt::TextWordWrap),
                                                               text);
        setFixedWidth(qMin(kBubbleWidthPx, wanted.width() + kPaddingPx));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Colors& colors = colorsOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_isCustomers ? colors.customer : colors.agent);
        painter.drawRoundedRect(rect(), kRadiusPx, kRadiusPx);
    }

private:
    bool m_isCustomers;
};

QHBoxLayout* atSide(QWidget* bubble, bool isTrailing)
{
    auto* line = new QHBoxLayout;
    if (isTrailing) {
        line->addStretch(1);
    }
    line->addWidget(bubble);
    if (!isTrailing) {
        line->addStretch(1);
    }
    return line;
}

} // namespace

SandboxTurn::SandboxTurn(const QString& question, QWidget* parent)
    : QFrame(parent),
      m_question(question),
      m_layout(new QVBoxLayout(this)),
      m_waiting(new PlainLabel(tr("The agent is answering…"), "muted", this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->addLayout(atSide(new Bubble(question, true, this), true));
    m_layout->addWidget(m_waiting);
}

void SandboxTurn::setFailed(const ApiError& error)
{
    setRole(m_waiting, "error");
    m_waiting->setText(error.describe());
}

void SandboxTurn::setAnswer(const QJsonObject& test)
{
    m_waiting->hide();
    const QJsonObject reply = json::object(test, QLatin1String("reply"));
    m_answer = json::text(reply, QLatin1String("text"));
    m_layout->addLayout(atSide(new Bubble(m_answer, false, this), false));
    addFacts(test);
    addHandoff(json::object(test, QLatin1String("handoff")));
    addToolCalls(json::array(reply, QLatin1String("tool_calls")));
    addSources(json::array(reply, QLatin1String("citations")));
    addTrace(json::array(test, QLatin1String("nodes")), json::integer(test, QLatin1String("duration_us")));
}

void SandboxTurn::addFacts(const QJsonObject& test)
{
    const QJsonObject reply = json::object(test, QLatin1String("reply"));
    const QString kind = json::text(reply, QLatin1String("kind"));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    if (kind == QLatin1String("answer")) {
        line->addWidget(new Badge(tr("Answer"), Tone::Success, this));
    } else if (kind == QLatin1String("clarify")) {
        line->addWidget(new Badge(tr("Asks back"), Tone::Accent, this));
    } else {
        line->addWidget(new Badge(tr("Handed to a person"), Tone::Warning, this));
    }
    if (const auto confidence = json::maybeNumber(reply, QLatin1String("confidence"))) {
        const Tone tone = *confidence >= kSure ? Tone::Success : Tone::Warning;
        line->addWidget(
            new Badge(tr("%1 % sure").arg(QLocale().toString(*confidence * 100, 'f', 0)), tone, this));
    }
    QStringList facts;
    const QString agent = json::text(reply, QLatin1String("agent"));
    const QString routed = json::text(test, QLatin1String("routed_to"));
    if (!agent.isEmpty()) {
        facts.append(agent);
    }
    if (!routed.isEmpty() &&
        routed != json::text(json::object(test, QLatin1String("agent")), QLatin1String("name"))) {
        facts.append(tr("a customer's message would go to %1").arg(routed));
    }
    const QString writer = json::text(test, QLatin1String("written_by"));
    if (!writer.isEmpty()) {
        facts.append(writer == QLatin1String("extractive") ? tr("word for word from the documents")
                                                           : tr("written by %1").arg(writer));
    }
    const QJsonObject tokens = json::object(test, QLatin1String("tokens"));
    const qint64 used =
        json::integer(tokens, QLatin1String("input")) + json::integer(tokens, QLatin1String("output"));
    if (used > 0) {
        facts.append(tr("%n token(s)", nullptr, static_cast<int>(used)));
    }
    line->addWidget(new PlainLabel(facts.join(QStringLiteral(" · ")), "muted", this), 1);
    m_layout->addLayout(line);
}

void SandboxTurn::addHandoff(const QJsonObject& handoff)
{
    if (handoff.isEmpty()) {
        return;
    }
    QString text = tr("A person would find: %1").arg(json::text(handoff, QLatin1String("reason")));
    const QString category = json::text(handoff, QLatin1String("category"));
    if (!category.isEmpty()) {
        text += QLatin1Char('\n') + tr("Category: %1").arg(category);
    }
    text += QLatin1Char('\n') + tr("Priority: %1").arg(json::text(handoff, QLatin1String("priority")));
    m_layout->addWidget(new PlainLabel(text, "muted", this));
}

void SandboxTurn::addToolCalls(const QJsonArray& calls)
{
    for (const QJsonValue& each : calls) {
        const QJsonObject call = each.toObject();
        m_layout->addWidget(new PlainLabel(tr("Tool %1: %2")
                                               .arg(json::text(call, QLatin1String("name")),
                                                    json::text(call, QLatin1String("status"))),
                                           "muted",
                                           this));
    }
}

void SandboxTurn::addSources(const QJsonArray& citations)
{
    int number = 1;
    for (const QJsonValue& each : citations) {
        const QJsonObject citation = each.toObject();
        const auto score = json::maybeNumber(citation, QLatin1String("score"));
        QString text =
            QStringLiteral("[%1] %2").arg(number++).arg(json::text(citation, QLatin1String("title")));
        if (score) {
            text += QStringLiteral(" · ") + QLocale().toString(*score, 'f', 2);
        }
        auto* source =
            new ElidedLabel(text + QStringLiteral(" – ") + json::text(citation, QLatin1String("snippet")),
                            this);
        m_layout->addWidget(source);
    }
}

void SandboxTurn::addTrace(const QJsonArray& nodes, qint64 us)
{
    auto* toggle = new FoldButton(tr("%n step(s)", nullptr, static_cast<int>(nodes.size())) +
                                      QStringLiteral(" · %1 ms").arg(QLocale().toString(us / kUsPerMs)),
                                  this);
    auto* trace = new TraceTree(this);
    trace->setNodes(nodes);
    trace->setFixedHeight(kTraceHeightPx);
    trace->hide();
    m_layout->addWidget(toggle);
    m_layout->addWidget(trace);
    connect(toggle, &QToolButton::toggled, trace, &QWidget::setVisible);
}

} // namespace parley::console
