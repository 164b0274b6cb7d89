// SPDX-License-Identifier: MIT
#include "app/conversation/message_limit.h"

#include "app/widgets/display_text.h"

#include <QCoreApplication>

namespace parley::console {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(parley::console::MessageLimit)
};

} // namespace

QString MessageLimit::words() const
{
    if (isTooLong()) {
        return Words::tr("%n character(s) too many", nullptr, points - kMostCodePoints);
    }
    return isNear() ? Words::tr("%n character(s) left", nullptr, kMostCodePoints - points) : QString();
}

MessageLimit limitOf(const QString& text)
{
    return {codePoints(text)};
}

} // namespace parley::console
