// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace parley::console {

/// One field of a before and after.
struct DiffLine {
    enum class Kind { Same, Added, Removed, Changed };

    /// Where it is: "config.timeout", "tools[2]"; empty for a value that is no object.
    QString path;
    QString before;
    QString after;
    Kind kind = Kind::Same;

    bool operator==(const DiffLine&) const = default;
};

/// Every field that there was or is, in the order of their names; null and what is missing are nothing.
/// @param before, after  any JSON
QList<DiffLine> diffOf(const QJsonValue& before, const QJsonValue& after);

} // namespace parley::console
