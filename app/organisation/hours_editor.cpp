// SPDX-License-Identifier: MIT
#include "app/organisation/hours_editor.h"

#include "app/widgets/plain_label.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace parley::console {

namespace {

constexpr std::array<const char*, 7> kDays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr int kMostSpans = 8;
constexpr int kDayMinutes = 24 * 60;
constexpr int kFarthestHours = 14;
constexpr int kHourMinutes = 60;
const auto kOffset = QLatin1String("utc_offset_minutes");

/// -1: no time of a day.
int minutesOf(const QString& text)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,2}):([0-5]\\d)$"));
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    const int minutes = match.captured(1).toInt() * kHourMinutes + match.captured(2).toInt();
    return match.hasMatch() && minutes <= kDayMinutes ? minutes : -1;
}

QString clockText(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / kHourMinutes, 2, 10, QLatin1Char('0'))
        .arg(minutes % kHourMinutes, 2, 10, QLatin1Char('0'));
}

QString textOf(const QJsonValue& spans)
{
    if (spans.isString()) {
        return spans.toString(); // typed, and no spans: kept as it is
    }
    QStringList parts;
    for (const QJsonValue& each : spans.toArray()) {
        const QJsonArray span = each.toArray();
        parts.append(span.at(0).toString() + QLatin1Char('-') + span.at(1).toString());
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

HoursEditor::HoursEditor(QWidget* parent)
    : QWidget(parent),
      m_always(new QCheckBox(tr("Around the clock"), this)),
      m_days(new QWidget(this)),
      m_offset(new QSpinBox(this))
{
    auto* grid = new QGridLayout(m_days);
    grid->setContentsMargins(0, 0, 0, 0);
    for (int day = 0; day < static_cast<int>(kDays.size()); ++day) {
        const QString name = QLocale().standaloneDayName(day + 1);
        auto* field = new QLineEdit(m_days);
        field->setPlaceholderText(tr("closed"));
        field->setAccessibleName(name);
        field->setAccessibleDescription(tr("Times such as 09:00-12:00, 13:00-17:30"));
        m_spans.at(static_cast<std::size_t>(day)) = field;
        grid->addWidget(new PlainLabel(name, m_days), day, 0);
        grid->addWidget(field, day, 1);
        connect(field, &QLineEdit::textChanged, this, &HoursEditor::edited);
    }
    m_offset->setRange(-kFarthestHours * kHourMinutes, kFarthestHours * kHourMinutes);
    m_offset->setSingleStep(kHourMinutes / 2);
    m_offset->setSuffix(tr(" minutes"));
    m_offset->setAccessibleName(tr("Ahead of UTC"));
    grid->addWidget(new PlainLabel(tr("Ahead of UTC"), m_days), static_cast<int>(kDays.size()), 0);
    grid->addWidget(m_offset, static_cast<int>(kDays.size()), 1);
    grid->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_always);
    layout->addWidget(m_days);
    setFocusProxy(m_always);
    connect(m_always, &QCheckBox::toggled, this, [this](bool isAlways) {
        m_days->setVisible(!isAlways);
        Q_EMIT edited();
    });
    connect(m_offset, &QSpinBox::valueChanged, this, &HoursEditor::edited);
    m_always->setChecked(true);
}

QJsonValue HoursEditor::spansOf(const QString& text)
{
    QJsonArray spans;
    int last = 0;
    for (const QString& part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const QStringList ends =
            QString(part).replace(QChar(0x2013), QLatin1Char('-')).split(QLatin1Char('-'));
        const int begin = ends.size() == 2 ? minutesOf(ends.at(0)) : -1;
        const int end = ends.size() == 2 ? minutesOf(ends.at(1)) : -1;
        if (begin < last || begin >= end || spans.size() == kMostSpans) {
            return QJsonValue::Null;
        }
        spans.append(QJsonArray{clockText(begin), clockText(end)});
        last = end;
    }
    return spans;
}

QJsonValue HoursEditor::value() const
{
    if (m_always->isChecked()) {
        return QJsonValue::Null;
    }
    QJsonObject hours;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        const QString text = m_spans.at(day)->text().trimmed();
        const QJsonValue spans = spansOf(text);
        hours.insert(QLatin1String(kDays.at(day)), spans.isNull() ? QJsonValue(text) : spans);
    }
    hours.insert(kOffset, m_offset->value());
    return hours;
}

void HoursEditor::setValue(const QJsonValue& hours)
{
    const QJsonObject days = hours.toObject();
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        m_spans.at(day)->setText(textOf(days.value(QLatin1String(kDays.at(day)))));
    }
    m_offset->setValue(days.value(kOffset).toInt());
    m_always->setChecked(!hours.isObject());
}

QString HoursEditor::fault(const QJsonValue& hours)
{
    if (!hours.isObject()) {
        return {};
    }
    const QJsonObject days = hours.toObject();
    bool isOpenAtAll = false;
    for (std::size_t day = 0; day < kDays.size(); ++day) {
        const QJsonValue spans = days.value(QLatin1String(kDays.at(day)));
        if (spans.isString()) {
            return tr("%1: times in order, such as 09:00-12:00, 13:00-17:30.")
                .arg(QLocale().standaloneDayName(static_cast<int>(day) + 1));
        }
        isOpenAtAll = isOpenAtAll || !spans.toArray().isEmpty();
    }
    return isOpenAtAll ? QString()
                       : tr("No day has hours; that would mean around the clock. Say when it is open.");
}

} // namespace parley::console
