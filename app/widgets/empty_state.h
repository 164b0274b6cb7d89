// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace parley::console {

class PlainLabel;

/// What stands where a list would be while there is nothing in it: what would fill it, and how.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    /// @param iconName see style/icons.h
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& text);
    /// A button below; an empty label hides it.
    void setAction(const QString& label);

Q_SIGNALS:
    void actionTriggered();

private:
    PlainLabel* m_title;
    PlainLabel* m_text;
    QPushButton* m_action;
};

} // namespace parley::console
