// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QList>
#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace parley::console {

class SecretEdit;

/// Names with texts, such as headers: an object of texts. A text that the server keeps to itself is shown as
/// kept, and stays unless another is typed.
class PairsEditor : public QWidget {
    Q_OBJECT

public:
    enum class Values { Shown, Secret };

    /// @param values Secret: no value is ever shown @param add label of the button that adds a line
    PairsEditor(Values values, const QString& add, QWidget* parent = nullptr);

    QJsonObject value() const;
    void setValue(const QJsonObject& pairs);

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QWidget* row;
        QLineEdit* name;
        SecretEdit* value;
    };

    void addLine(const QString& name, const QString& value);

    Values m_values;
    QList<Line> m_lines;
    QVBoxLayout* m_rows;
};

} // namespace parley::console
