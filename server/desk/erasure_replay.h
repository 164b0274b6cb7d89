// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/database.h"
#include "server/store/deleted_rows.h"
#include "server/store/erasure_file.h"
#include "shared/core/result.h"

#include <cstddef>

namespace parley::server::desk {

/// Holds the store against the lists of erasures (the platform's own and the file beside the backups) and
/// carries out what it has not: an erasure that a crash cut off, or one that came after the backup that was
/// put back. Both lists are then the same. Before anybody is served; blocking.
/// @return how many customers were erased @errors Storage
Result<std::size_t> replayErasures(store::Database& database,
                                   const store::ErasureFile& file,
                                   const store::DeletedRows& deleted,
                                   std::int64_t nowMs);

} // namespace parley::server::desk
