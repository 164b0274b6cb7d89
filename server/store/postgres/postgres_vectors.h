// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <string>

namespace parley::server::store {

/// Makes pgvector's extension and the table for vectors of this length where they are not there yet, as the
/// owner; nodes that start at the same time take turns.
/// @return empty when the table is there; otherwise why this server cannot (no pgvector, one older than 0.8,
/// the owner may not make extensions, vectors too long for its index)
/// @errors Storage no connection, or the table could not be made
Result<std::string> setUpVectorTable(const std::string& ownerUrl, int dimensions);

} // namespace parley::server::store
