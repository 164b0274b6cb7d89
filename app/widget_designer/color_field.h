// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QWidget>

class QLineEdit;
class QPushButton;

namespace parley::console {

class PlainLabel;

/// A colour: a button that shows it and opens the system's dialog, its name such as #1f5fbf to type, and what
/// it means for who has to read it.
class ColorField : public QWidget {
    Q_OBJECT

public:
    explicit ColorField(QWidget* parent = nullptr);

    /// As typed, in lower case; maybe no colour.
    QString value() const;
    void setValue(const QString& color);
    /// What the widget makes of a colour on light pages, in words; empty: nothing to say.
    static QString advice(const QColor& color);

Q_SIGNALS:
    void edited();

private:
    void choose();
    void update();

    QPushButton* m_button;
    QLineEdit* m_text;
    PlainLabel* m_advice;
};

} // namespace parley::console
