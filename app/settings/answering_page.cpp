// SPDX-License-Identifier: MIT
#include "app/settings/answering_page.h"

#include "app/net/json.h"
#include "app/session/session.h"
#include "app/settings/threshold_preview.h"
#include "app/widgets/form.h"
#include "app/widgets/plain_label.h"

#include <QDoubleSpinBox>

namespace parley::console {

namespace {

// As the server allows.
constexpr int kMostTtlDays = 365;
constexpr int kMostToolSteps = 10;
constexpr int kLeastTokens = 50;
constexpr int kMostTokens = 8'000;
constexpr int kMostKeywords = 200;
constexpr int kLongestKeyword = 100;

} // namespace

AnsweringPage::AnsweringPage(Workspace& workspace, QWidget* parent)
    : SettingsPage(workspace, QStringLiteral("/settings/answering"), tr("Answering"), parent),
      m_preview(new ThresholdPreview(workspace, this)),
      m_fit(new PlainLabel({}, "muted", this))
{
    buildForm();
    addSide(m_preview);
    connect(m_preview, &ThresholdPreview::chosen, this, [this](double threshold) {
        auto* editor =
            qobject_cast<QDoubleSpinBox*>(form().field(QStringLiteral("confidence_threshold"))->editor);
        editor->setValue(threshold);
        editor->setFocus();
    });
}

void AnsweringPage::buildForm()
{
    Form& fields = form();
    const auto named = [this](const QString& name, const QString& label) {
        setLabel(name, label);
        return label;
    };
    fields.addSection(tr("When an agent answers"));
    fields.addNumber(
        QStringLiteral("confidence_threshold"),
        named(QStringLiteral("confidence_threshold"), tr("Confidence threshold")),
        0,
        1,
        2,
        tr("Least confidence to answer with; below it a person takes over. An agent's own goes first."));
    fields.addWidget(m_fit);
    fields.addCheck(QStringLiteral("check_sentences"),
                    named(QStringLiteral("check_sentences"), tr("Check each sentence of a model")),
                    tr("What the documents do not bear out is taken out before the customer sees it."));
    fields.addCheck(QStringLiteral("use_memory"),
                    named(QStringLiteral("use_memory"), tr("Remember customers")),
                    tr("What a customer said in earlier conversations is taken into account."));
    fields.addNumber(QStringLiteral("tool_steps"),
                     named(QStringLiteral("tool_steps"), tr("Most tool calls for one answer")),
                     0,
                     kMostToolSteps);
    fields.addNumber(QStringLiteral("answer_tokens"),
                     named(QStringLiteral("answer_tokens"), tr("Longest answer")),
                     kLeastTokens,
                     kMostTokens,
                     0,
                     {},
                     tr(" tokens"));

    fields.addSection(tr("What goes to a person at once"));
    const Rule lengths = [](const QJsonValue& value) {
        const QJsonArray words = value.toArray();
        for (const QJsonValue& each : words) {
            if (each.toString().toUtf8().size() > kLongestKeyword) {
                return AnsweringPage::tr("\"%1\" is longer than %2 characters.")
                    .arg(each.toString().left(40) + QStringLiteral("…"), QString::number(kLongestKeyword));
            }
        }
        return words.size() <= kMostKeywords ? QString()
                                             : AnsweringPage::tr("At most %1 lines; these are %2.")
                                                   .arg(kMostKeywords)
                                                   .arg(words.size());
    };
    fields.addLines(QStringLiteral("escalate_keywords"),
                    named(QStringLiteral("escalate_keywords"), tr("Words and phrases")),
                    5,
                    tr("One a line, in any case and inflection; charge* by its beginning."),
                    lengths);

    fields.addSection(tr("Answers that are used again"));
    fields.addCheck(QStringLiteral("use_cache"), named(QStringLiteral("use_cache"), tr("Keep answers")));
    fields.addNumber(
        QStringLiteral("cache_threshold"),
        named(QStringLiteral("cache_threshold"), tr("Least likeness")),
        0,
        1,
        2,
        tr("Probability that two questions want the same answer, from which on it is given again."));
    fields.addNumber(QStringLiteral("cache_ttl_days"),
                     named(QStringLiteral("cache_ttl_days"), tr("Kept for")),
                     1,
                     kMostTtlDays,
                     0,
                     {},
                     tr(" days"));
}

void AnsweringPage::loaded(const QJsonObject& settings)
{
    const QJsonObject fit = json::object(settings, QLatin1String("fit"));
    const qint64 used = json::integer(fit, QLatin1String("used"));
    m_fit->setVisible(!fit.isEmpty());
    m_fit->setText(used > 0
                       ? tr("The confidence is fitted to %n thing(s) your people did with answers.",
                            nullptr,
                            static_cast<int>(used))
                       : tr("The confidence is as Parley ships it; it is fitted to your people once they "
                            "have edited or rejected enough answers (%n so far).",
                            nullptr,
                            static_cast<int>(json::integer(fit, QLatin1String("outcomes")))));
    m_preview->setVisible(workspace().session.hasTenant());
    m_preview->setThreshold(json::number(settings, QLatin1String("confidence_threshold")));
}

} // namespace parley::console
