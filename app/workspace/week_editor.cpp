// SPDX-License-Identifier: MIT
#include "app/workspace/week_editor.h"

#include "app/net/json.h"
#include "app/workspace/hours_text.h"
#include "app/widgets/plain_label.h"
#include "app/widgets/roles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <array>

namespace parley::console {

namespace {

constexpr int kHourMinutes = 60;
constexpr std::array kDays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr int kWorkingDays = 5;
/// Distances from UTC that some place on earth keeps and that are no whole hours.
constexpr std::array kPartHours{-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765};
constexpr int kWestmostHours = -12;
constexpr int kEastmostHours = 14;

QString zoneText(int minutes)
{
    const QString sign = minutes < 0 ? QStringLiteral("−") : QStringLiteral("+");
    return QStringLiteral("UTC%1%2:%3")
        .arg(sign)
        .arg(qAbs(minutes) / kHourMinutes, 2, 10, QLatin1Char('0'))
        .arg(qAbs(minutes) % kHourMinutes, 2, 10, QLatin1Char('0'));
}

} // namespace

WeekEditor::WeekEditor(QWidget* parent)
    : QWidget(parent),
      m_always(new QCheckBox(tr("Around the clock"), this)),
      m_week(new QWidget(this)),
      m_zone(new QComboBox(m_week))
{
    setFocusProxy(m_always);
    auto* grid = new QGridLayout(m_week);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const char* each : kDays) {
        const QString label = QLocale().standaloneDayName(row + 1);
        auto* hours = new QLineEdit(m_week);
        hours->setPlaceholderText(tr("Closed"));
        hours->setAccessibleName(label);
        grid->addWidget(new PlainLabel(label, m_week), row, 0);
        grid->addWidget(hours, row, 1);
        m_days.append({QString::fromLatin1(each), label, hours});
        connect(hours, &QLineEdit::textChanged, this, [this, hours](const QString& text) {
            setInvalid(hours, !hours_text::faultIn(text).isEmpty());
            Q_EMIT changed();
        });
        ++row;
    }
    addZones();
    grid->addWidget(new PlainLabel(tr("Time zone"), m_week), row, 0);
    grid->addWidget(m_zone, row, 1);
    grid->addWidget(new PlainLabel(tr("A fixed distance from UTC: summer time is not followed."),
                                   "muted",
                                   m_week),
                    row + 1,
                    1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_always);
    layout->addWidget(m_week);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &WeekEditor::changed);
    connect(m_always, &QCheckBox::toggled, this, [this](bool isAlways) {
        m_week->setVisible(!isAlways);
        Q_EMIT changed();
    });
    setValue(QJsonValue::Null);
}

void WeekEditor::addZones()
{
    m_zone->setAccessibleName(tr("Time zone"));
    QList<int> zones(kPartHours.begin(), kPartHours.end());
    for (int hours = kWestmostHours; hours <= kEastmostHours; ++hours) {
        zones.append(hours * kHourMinutes);
    }
    std::sort(zones.begin(), zones.end());
    for (const int each : std::as_const(zones)) {
        m_zone->addItem(zoneText(each), each);
    }
}

void WeekEditor::setOffset(int minutes)
{
    if (m_zone->findData(minutes) < 0) {
        m_zone->addItem(zoneText(minutes), minutes); // kept as it is
    }
    m_zone->setCurrentIndex(m_zone->findData(minutes));
}

QJsonValue WeekEditor::value() const
{
    if (m_always->isChecked()) {
        return QJsonObject();
    }
    QJsonObject hours{{QStringLiteral("utc_offset_minutes"), m_zone->currentData().toInt()}};
    for (const Day& day : m_days) {
        const QJsonArray spans = hours_text::spansOf(day.hours->text());
        if (!spans.isEmpty()) {
            hours.insert(day.name, spans);
        }
    }
    return hours;
}

void WeekEditor::setValue(const QJsonValue& hours)
{
    const QJsonObject week = hours.toObject();
    bool hasAny = false;
    for (const Day& day : std::as_const(m_days)) {
        const QJsonArray spans = week.value(day.name).toArray();
        hasAny = hasAny || !spans.isEmpty();
        day.hours->setText(hours_text::textOf(spans));
    }
    if (!hasAny) {
        // What most begin with, for whoever unticks "around the clock".
        for (int day = 0; day < kWorkingDays; ++day) {
            m_days.at(day).hours->setText(QStringLiteral("09:00–17:00"));
        }
    }
    const int here = QDateTime::currentDateTime().offsetFromUtc() / kHourMinutes;
    setOffset(week.value(QLatin1String("utc_offset_minutes")).toInt(hasAny ? 0 : here));
    m_always->setChecked(!hasAny);
    m_week->setVisible(hasAny);
}

QString WeekEditor::fault() const
{
    if (m_always->isChecked()) {
        return {};
    }
    bool hasAny = false;
    for (const Day& day : m_days) {
        const QString fault = hours_text::faultIn(day.hours->text());
        if (!fault.isEmpty()) {
            return tr("%1: %2").arg(day.label, fault);
        }
        hasAny = hasAny || !day.hours->text().trimmed().isEmpty();
    }
    return hasAny ? QString() : tr("Give hours to at least one day, or choose around the clock.");
}

} // namespace parley::console
