// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace parley::console {

/// Somebody else of the desk who is there now.
struct Colleague {
    QString id;
    QString name;
};

/// Whoever is there at the time it is asked.
using Colleagues = std::function<QList<Colleague>()>;

} // namespace parley::console
