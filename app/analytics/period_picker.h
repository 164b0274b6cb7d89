// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace parley::console {

/// From when to when, in UTC; `to` is not part of it.
struct Period {
    QDateTime from;
    QDateTime to;

    /// The period of the same length just before.
    Period before() const;
    /// "hour", "day" or "week": what gives a readable number of points.
    QString interval() const;
};

/// The last 7, 30 or 90 days, or days that one chooses.
class PeriodPicker : public QWidget {
    Q_OBJECT

public:
    explicit PeriodPicker(QWidget* parent = nullptr);

    /// @param now the server's time: whole days of this computer's zone up to it
    Period period(const QDateTime& now) const;
    void setDays(int days);

Q_SIGNALS:
    void changed();

private:
    bool isCustom() const;

    QComboBox* m_choice;
    QDateEdit* m_from;
    QDateEdit* m_to;
};

} // namespace parley::console
