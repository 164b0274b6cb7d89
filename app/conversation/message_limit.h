// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace parley::console {

/// Code points of one message, as the server takes them.
constexpr int kMostCodePoints = 8'000;
/// From here on the room that is left is told.
constexpr int kNearLimit = 7'500;

/// How a text stands to the limit.
struct MessageLimit {
    int points = 0;

    bool isTooLong() const { return points > kMostCodePoints; }
    bool isNear() const { return points >= kNearLimit; }
    /// "320 characters left", "57,536 characters too many"; empty while there is room.
    QString words() const;
};

MessageLimit limitOf(const QString& text);

} // namespace parley::console
