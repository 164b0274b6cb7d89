// SPDX-License-Identifier: MIT
#include "app/settings/sla_table.h"

#include "app/net/json.h"
#include "app/style/icons.h"
#include "app/widgets/display_text.h"
#include "app/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace parley::console {

namespace {

// As the server allows.
constexpr int kLongestMinutes = 525'600;
constexpr int kMostPlans = 20;
constexpr int kLongestPlan = 64;
constexpr int kUsualFirst = 15;
constexpr int kUsualResolution = 480;
constexpr int kRemovePx = 28;

} // namespace

SlaTable::SlaTable(QWidget* parent) : QWidget(parent), m_head(new QWidget(this)), m_rows(new QVBoxLayout)
{
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, kRemovePx, 0);
    head->addWidget(new PlainLabel(tr("Plan"), "muted", m_head), 2);
    head->addWidget(new PlainLabel(tr("First word"), "muted", m_head), 1);
    head->addWidget(new PlainLabel(tr("Solved"), "muted", m_head), 1);
    m_rows->setSpacing(4);
    auto* add = new QPushButton(icon(QStringLiteral("plus")), tr("Add a plan"), this);
    setFocusProxy(add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addLayout(m_rows);
    layout->addWidget(add, 0, Qt::AlignLeading);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine(m_lines.isEmpty() ? QStringLiteral("default") : QString(), kUsualFirst, kUsualResolution);
        m_lines.last().plan->setFocus();
        Q_EMIT changed();
    });
    showHead();
}

QSpinBox* SlaTable::minutes(const QString& name, int least, int value, QWidget* row)
{
    auto* box = new QSpinBox(row);
    box->setRange(least, kLongestMinutes);
    box->setSuffix(tr(" min"));
    box->setValue(value);
    box->setAccessibleName(displayLine(name));
    connect(box, &QSpinBox::valueChanged, this, &SlaTable::changed);
    return box;
}

void SlaTable::addLine(const QString& plan, int first, int resolution)
{
    auto* row = new QWidget(this);
    auto* name = new QLineEdit(plan, row);
    name->setMaxLength(kLongestPlan);
    name->setPlaceholderText(tr("Plan, or default"));
    name->setAccessibleName(tr("Plan"));
    auto* firstBox = minutes(tr("Minutes to the first word"), 1, first, row);
    auto* resolutionBox = minutes(tr("Minutes until it is solved"), 0, resolution, row);
    resolutionBox->setSpecialValueText(tr("Not promised"));
    auto* remove = new QToolButton(row);
    remove->setIcon(icon(QStringLiteral("close")));
    remove->setAccessibleName(tr("Remove this plan"));
    remove->setFixedWidth(kRemovePx);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name, 2);
    layout->addWidget(firstBox, 1);
    layout->addWidget(resolutionBox, 1);
    layout->addWidget(remove);
    m_rows->addWidget(row);
    m_lines.append({row, name, firstBox, resolutionBox});
    connect(name, &QLineEdit::textChanged, this, &SlaTable::changed);
    connect(remove, &QToolButton::clicked, this, [this, row] {
        m_lines.removeIf([row](const Line& line) { return line.row == row; });
        row->hide();
        row->deleteLater();
        showHead();
        Q_EMIT changed();
    });
    showHead();
}

void SlaTable::showHead()
{
    m_head->setVisible(!m_lines.isEmpty());
}

QJsonObject SlaTable::value() const
{
    QJsonObject plans;
    for (const Line& line : m_lines) {
        QJsonObject promise{{QStringLiteral("first_response_minutes"), line.first->value()}};
        if (line.resolution->value() > 0) {
            promise.insert(QLatin1String("resolution_minutes"), line.resolution->value());
        }
        plans.insert(line.plan->text().trimmed(), promise);
    }
    return plans;
}

void SlaTable::setValue(const QJsonObject& plans)
{
    for (const Line& line : std::as_const(m_lines)) {
        line.row->hide();
        line.row->deleteLater();
    }
    m_lines.clear();
    for (auto plan = plans.begin(); plan != plans.end(); ++plan) {
        const QJsonObject promise = plan.value().toObject();
        addLine(plan.key(),
                static_cast<int>(json::integer(promise, QLatin1String("first_response_minutes"), 1)),
                static_cast<int>(json::integer(promise, QLatin1String("resolution_minutes"))));
    }
    showHead();
}

QString SlaTable::fault() const
{
    QStringList seen;
    for (const Line& line : m_lines) {
        const QString plan = line.plan->text().trimmed();
        if (plan.isEmpty()) {
            return tr("Name the plan, or call it default: it holds for customers of no plan.");
        }
        if (seen.contains(plan)) {
            return tr("%1 is there twice.").arg(plan);
        }
        if (line.resolution->value() > 0 && line.resolution->value() < line.first->value()) {
            return tr("%1: it cannot be solved before the first word.").arg(plan);
        }
        seen.append(plan);
    }
    return m_lines.size() > kMostPlans ? tr("At most %1 plans.").arg(kMostPlans) : QString();
}

} // namespace parley::console
