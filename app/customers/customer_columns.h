// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"

namespace parley::console {

/// How customers, and what belongs to one, stand in tables.
std::vector<JsonListModel::Column> customerColumns();
std::vector<JsonListModel::Column> customerConversationColumns();
std::vector<JsonListModel::Column> customerTicketColumns();
std::vector<JsonListModel::Column> customerFeedbackColumns();

/// How a customer is looked up by what was typed: `email`, `phone` or `id`.
QUrlQuery customerLookup(const QString& typed);
/// "★★★☆☆", 1 to 5.
QString stars(int rating);

} // namespace parley::console
