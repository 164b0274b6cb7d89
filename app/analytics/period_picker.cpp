// SPDX-License-Identifier: MIT
#include "app/analytics/period_picker.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace parley::console {

namespace {

constexpr int kUsualDays = 30;
constexpr qint64 kDayS = 24 * 60 * 60;
constexpr qint64 kMostHourDays = 3;
constexpr qint64 kMostDayDays = 45;

} // namespace

Period Period::before() const
{
    return {from.addSecs(-from.secsTo(to)), from};
}

QString Period::interval() const
{
    const qint64 seconds = from.secsTo(to);
    if (seconds <= kMostHourDays * kDayS) {
        return QStringLiteral("hour");
    }
    return seconds <= kMostDayDays * kDayS ? QStringLiteral("day") : QStringLiteral("week");
}

PeriodPicker::PeriodPicker(QWidget* parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_from(new QDateEdit(this)), m_to(new QDateEdit(this))
{
    for (const int days : {7, 30, 90}) {
        m_choice->addItem(tr("Last %n days", nullptr, days), days);
    }
    m_choice->addItem(tr("Other days"), 0);
    m_choice->setAccessibleName(tr("Period"));
    m_from->setAccessibleName(tr("First day"));
    m_to->setAccessibleName(tr("Last day"));
    const QDate today = QDate::currentDate();
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setCalendarPopup(true);
        edit->setMaximumDate(today);
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, [this] {
            m_to->setMinimumDate(m_from->date());
            Q_EMIT changed();
        });
    }
    {
        const QSignalBlocker quietFrom(m_from);
        const QSignalBlocker quietTo(m_to);
        m_from->setDate(today.addDays(-kUsualDays));
        m_to->setDate(today);
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choice);
    layout->addWidget(m_from);
    layout->addWidget(m_to);
    setDays(kUsualDays);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_from->setVisible(isCustom());
        m_to->setVisible(isCustom());
        Q_EMIT changed();
    });
}

bool PeriodPicker::isCustom() const
{
    return m_choice->currentData().toInt() == 0;
}

void PeriodPicker::setDays(int days)
{
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(days)));
}

Period PeriodPicker::period(const QDateTime& now) const
{
    const QDate today = now.toLocalTime().date();
    const QDate last = isCustom() ? m_to->date() : today;
    const QDate first = isCustom() ? m_from->date() : today.addDays(1 - m_choice->currentData().toInt());
    return {first.startOfDay().toUTC(), last.addDays(1).startOfDay().toUTC()};
}

} // namespace parley::console
