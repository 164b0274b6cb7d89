// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QPushButton;

namespace parley::console {

class PlainLabel;

/// Says at the window's lower edge that something was done, for some seconds; may offer to take it back.
class Toast : public QFrame {
    Q_OBJECT

public:
    /// @param window whose lower edge it keeps to
    explicit Toast(QWidget* window);
    /// Nothing more is said, and nothing can be taken back.
    void clear();
    /// @param action label of a button, empty for none @param then called when it is pressed
    void say(const QString& text,
             Tone tone = Tone::Neutral,
             const QString& action = {},
             std::function<void()> then = {});

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();

    PlainLabel* m_text;
    QPushButton* m_action;
    std::function<void()> m_then;
    QTimer m_end;
    Tone m_tone = Tone::Neutral;
};

} // namespace parley::console
