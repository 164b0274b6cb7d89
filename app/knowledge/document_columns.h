// SPDX-License-Identifier: MIT
#pragma once

#include "app/workspace/json_list_model.h"

namespace parley::console {

/// What DocumentDelegate paints from.
enum DocumentRole {
    /// "queued", "ready", …; only in the status column.
    DocumentStatusRole = Qt::UserRole + 40,
    /// 0..1 while it is being read; only in the progress column, and invalid else.
    DocumentProgressRole
};

enum DocumentColumn {
    DocumentTitle,
    DocumentStatus,
    DocumentProgress,
    DocumentPassages,
    DocumentSize,
    DocumentVisibility,
    DocumentCategory,
    DocumentLanguage,
    DocumentAdded
};

/// The columns of the documents' table.
/// @param api outlives the model: gives the server's time
std::vector<JsonListModel::Column> documentColumns(const ApiClient& api);

} // namespace parley::console
