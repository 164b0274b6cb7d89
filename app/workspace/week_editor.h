// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QList>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace parley::console {

/// When people work: around the clock, or by day of the week in a fixed distance from UTC.
class WeekEditor : public QWidget {
    Q_OBJECT

public:
    explicit WeekEditor(QWidget* parent = nullptr);

    /// Empty: around the clock. Null would be "inherited".
    QJsonValue value() const;
    void setValue(const QJsonValue& hours);
    /// What is wrong, with its day; empty: nothing.
    QString fault() const;

Q_SIGNALS:
    void changed();

private:
    struct Day {
        QString name; ///< as the server calls it
        QString label;
        QLineEdit* hours;
    };

    void addZones();
    void setOffset(int minutes);

    QCheckBox* m_always;
    QWidget* m_week;
    QComboBox* m_zone;
    QList<Day> m_days;
};

} // namespace parley::console
