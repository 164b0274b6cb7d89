// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QFrame>

class QPushButton;
class QToolButton;

namespace parley::console {

class PlainLabel;

/// A line above what it speaks of: something went wrong, something is under way. Hidden while it has nothing
/// to say.
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget* parent = nullptr);
    /// @param action label of a button at the end; empty: none
    void say(Tone tone, const QString& text, const QString& action = {});
    void clear();
    QString text() const;
    /// Whether the person may close it; true at first.
    void setClosable(bool isClosable);

Q_SIGNALS:
    void actionTriggered();

private:
    PlainLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace parley::console
