// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/desk_words.h"
#include "app/workspace/json_list_model.h"

#include <QDateTime>

#include <functional>
#include <vector>

namespace parley::console {

/// How tickets stand in a table.
/// @param now the server's time: this computer's clock may be wrong
std::vector<JsonListModel::Column> ticketColumns(const std::function<QDateTime()>& now);

/// Until when somebody has to answer, or that it is too late; empty text: nothing was promised.
/// @param now UTC
words::Said slaWords(const QJsonObject& ticket, const QDateTime& now);

} // namespace parley::console
