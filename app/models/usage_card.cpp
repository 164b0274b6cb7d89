// SPDX-License-Identifier: MIT
#include "app/models/usage_card.h"

#include "app/net/json.h"
#include "app/widgets/form_fields.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QDate>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace parley::console {

namespace {

/// As the server allows.
constexpr double kMostTokens = 1e12;
constexpr int kThousandths = 1'000;

QString budgetField()
{
    return QStringLiteral("monthly_token_budget");
}

/// "November 2026" out of "2026-11"; what is no month stays as it is.
QString monthText(const QString& month)
{
    const QDate first = QDate::fromString(month + QStringLiteral("-01"), Qt::ISODate);
    return first.isValid() ? QLocale().toString(first, QStringLiteral("MMMM yyyy")) : month;
}

QString costText(double cost)
{
    return QLocale().toString(cost, 'f', 2);
}

} // namespace

UsageCard::UsageCard(QWidget* parent)
    : QFrame(parent),
      m_budget(new Form(this)),
      m_bar(new QProgressBar(this)),
      m_used(new PlainLabel({}, this)),
      m_models(new PlainLabel({}, "muted", this)),
      m_inEffect(new PlainLabel({}, "muted", this))
{
    setRole(this, "card");
    addOptionalNumber(*m_budget,
                      budgetField(),
                      tr("Tokens a month"),
                      0,
                      kMostTokens,
                      0,
                      tr("When they are used up, answers are taken from the documents word for word."),
                      tr("No limit"));
    m_bar->setRange(0, kThousandths);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Share of the budget that is used"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(new PlainLabel(tr("Budget"), "heading", this));
    layout->addWidget(m_budget);
    layout->addWidget(m_bar);
    layout->addWidget(m_used);
    layout->addWidget(m_models);
    layout->addWidget(m_inEffect);
    connect(m_budget, &Form::edited, this, [this] {
        showShare();
        Q_EMIT edited();
    });
    showShare();
}

QJsonValue UsageCard::budget() const
{
    const QJsonValue value = m_budget->field(budgetField())->value();
    return value.isDouble() ? QJsonValue(value.toInteger()) : QJsonValue(QJsonValue::Null);
}

bool UsageCard::isChanged() const
{
    return m_budget->isChanged();
}

bool UsageCard::check()
{
    return m_budget->check();
}

void UsageCard::setSettings(const QJsonObject& settings)
{
    const QJsonObject usage = json::object(settings, QLatin1String("usage"));
    m_tokens = json::integer(usage, QLatin1String("tokens"));
    m_budget->load(settings);
    m_used->setVisible(!usage.isEmpty());
    m_used->setText(tr("%1: %2 tokens, at a cost of %3.")
                        .arg(monthText(json::text(usage, QLatin1String("month"))),
                             QLocale().toString(m_tokens),
                             costText(json::number(usage, QLatin1String("cost")))));
    QStringList models;
    for (const QJsonValue& each : json::array(usage, QLatin1String("models"))) {
        const QJsonObject model = each.toObject();
        models.append(tr("%1: %2 requests, %3 tokens read, %4 written, %5")
                          .arg(json::text(model, QLatin1String("model")),
                               QLocale().toString(json::integer(model, QLatin1String("requests"))),
                               QLocale().toString(json::integer(model, QLatin1String("input_tokens"))),
                               QLocale().toString(json::integer(model, QLatin1String("output_tokens"))),
                               costText(json::number(model, QLatin1String("cost")))));
    }
    m_models->setText(models.join(QLatin1Char('\n')));
    m_models->setVisible(!models.isEmpty());

    QStringList chain;
    for (const QJsonValue& each : json::array(settings, QLatin1String("in_effect"))) {
        const QJsonObject step = each.toObject();
        const bool isOwn = json::text(step, QLatin1String("source")) == QLatin1String("tenant");
        chain.append(
            (isOwn ? tr("%1 %2") : tr("%1 %2 (the platform's)"))
                .arg(json::text(step, QLatin1String("provider")), json::text(step, QLatin1String("model"))));
    }
    m_inEffect->setText(chain.isEmpty()
                            ? tr("No model is asked: answers are taken from the documents word for word.")
                            : tr("Asked now, one after the other: %1").arg(chain.join(QStringLiteral(", "))));
    showShare();
}

void UsageCard::showShare()
{
    const QJsonValue budget = this->budget();
    m_bar->setVisible(budget.isDouble());
    const double most = qMax(1.0, budget.toDouble());
    m_bar->setValue(static_cast<int>(qMin(1.0, static_cast<double>(m_tokens) / most) * kThousandths));
}

} // namespace parley::console
