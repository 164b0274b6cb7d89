// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/badge.h"

#include <QString>

#include <functional>

namespace parley::console {

/// How a page leads to another without knowing it. The main window is one; tests have their own.
class Navigator {
public:
    virtual ~Navigator() = default;
    /// Shows the conversation on the desk, in a tab; @param isTakenOver asks for its ownership too.
    virtual void openConversation(const QString& conversation) = 0;
    virtual void openCustomer(const QString& customer) = 0;
    /// The trace of one turn.
    virtual void openRun(const QString& run) = 0;
    /// A page by its id ("queue", "monitor", "knowledge", …), with something for it to show: a search, an id.
    virtual void openPage(const QString& page, const QString& argument = {}) = 0;
    /// Says for some seconds that something was done; may offer to take it back.
    virtual void say(const QString& text,
                     Tone tone = Tone::Success,
                     const QString& action = {},
                     std::function<void()> then = {}) = 0;
};

} // namespace parley::console
