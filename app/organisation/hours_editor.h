// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QWidget>

#include <array>

class QCheckBox;
class QLineEdit;
class QSpinBox;

namespace parley::console {

/// The hours in which a team answers, as the server keeps them:
/// {"monday": [["09:00","12:00"],["13:00","17:30"]], …, "utc_offset_minutes": 60}; null: always.
class HoursEditor : public QWidget {
    Q_OBJECT

public:
    explicit HoursEditor(QWidget* parent = nullptr);

    QJsonValue value() const;
    void setValue(const QJsonValue& hours);
    /// What is wrong with a value of this editor, in words; empty: nothing.
    static QString fault(const QJsonValue& hours);
    /// "09:00-12:00, 13:00-17:30" as spans; null: that is none.
    static QJsonValue spansOf(const QString& text);

Q_SIGNALS:
    void edited();

private:
    QCheckBox* m_always;
    QWidget* m_days;
    std::array<QLineEdit*, 7> m_spans{};
    QSpinBox* m_offset;
};

} // namespace parley::console
