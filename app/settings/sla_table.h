// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QWidget>

class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace parley::console {

/// What is promised to customers, by their plan: minutes to the first word and to the end.
class SlaTable : public QWidget {
    Q_OBJECT

public:
    explicit SlaTable(QWidget* parent = nullptr);

    /// {"default": {"first_response_minutes": 15, "resolution_minutes": 240}, …}; empty: nothing is promised
    QJsonObject value() const;
    void setValue(const QJsonObject& plans);
    /// What is wrong, with its plan; empty: nothing.
    QString fault() const;

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QWidget* row;
        QLineEdit* plan;
        QSpinBox* first;
        QSpinBox* resolution; ///< 0: none is promised
    };

    void addLine(const QString& plan, int first, int resolution);
    void showHead();
    QSpinBox* minutes(const QString& name, int least, int value, QWidget* row);

    QWidget* m_head;
    QVBoxLayout* m_rows;
    QList<Line> m_lines;
};

} // namespace parley::console
