// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"

namespace parley::console {

/// How feedback stands in a table.
std::vector<JsonListModel::Column> feedbackColumns();
/// "★★★☆☆", 1 to 5.
QString ratingStars(int rating);
/// What a correction taught, or why it is not given to others.
QString correctionWords(const QJsonObject& learned);

} // namespace parley::console
