// SPDX-License-Identifier: MIT
#include "app/agents/golden_result_view.h"

#include "app/agents/diff_view.h"
#include "app/agents/golden_text.h"
#include "app/net/json.h"
#include "app/widgets/plain_label.h"

#include <QLocale>
#include <QVBoxLayout>

namespace parley::console {

GoldenResultView::GoldenResultView(QWidget* parent)
    : QWidget(parent),
      m_question(new PlainLabel({}, "heading", this)),
      m_expected(new PlainLabel({}, "muted", this)),
      m_reasons(new PlainLabel({}, "error", this)),
      m_caption(new PlainLabel({}, "muted", this)),
      m_answer(new DiffView(this))
{
    m_question->setCopyable(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->addWidget(m_question);
    layout->addWidget(m_expected);
    layout->addWidget(m_reasons);
    layout->addWidget(m_caption);
    layout->addWidget(m_answer, 1);
    setResult({});
}

void GoldenResultView::setResult(const QJsonObject& result)
{
    const QJsonObject now = json::object(result, QLatin1String("result"));
    const QJsonObject before = json::object(result, QLatin1String("previous"));
    const QString answer = GoldenText::bySentence(json::text(now, QLatin1String("answer")));
    m_question->setText(json::text(result, QLatin1String("question")));
    m_expected->setText(result.isEmpty() ? QString()
                                         : tr("Expected: %1")
                                               .arg(GoldenText::expectation(
                                                   json::object(result, QLatin1String("expectation")))));
    QStringList reasons;
    for (const QJsonValue& each : json::array(now, QLatin1String("reasons"))) {
        reasons.append(json::text(each.toObject(), QLatin1String("message")));
    }
    m_reasons->setText(reasons.join(QLatin1Char('\n')));
    m_reasons->setVisible(!reasons.isEmpty());

    QStringList facts;
    const QString agent = json::text(now, QLatin1String("agent"));
    if (!agent.isEmpty()) {
        facts.append(tr("%1, version %2")
                         .arg(agent, QString::number(json::integer(now, QLatin1String("agent_version")))));
    }
    if (const auto confidence = json::maybeNumber(now, QLatin1String("confidence"))) {
        facts.append(tr("%1 % sure").arg(QLocale().toString(*confidence * 100, 'f', 0)));
    }
    const bool isChanged = !before.isEmpty();
    if (isChanged) {
        facts.append(tr("− the run before, + this run"));
    }
    m_caption->setText(facts.join(QStringLiteral(" · ")));
    if (isChanged) {
        m_answer->showDiff(GoldenText::bySentence(json::text(before, QLatin1String("answer"))),
                           answer,
                           answer.isEmpty() ? tr("No answer in either run.") : answer);
        return;
    }
    const QString nothing =
        result.isEmpty() ? tr("Choose a question to see what it was answered.") : tr("There was no answer.");
    m_answer->showDiff({}, {}, answer.isEmpty() ? nothing : answer);
}

} // namespace parley::console
