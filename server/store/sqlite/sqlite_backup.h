// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/erasure_ledger_repository.h"
#include "shared/core/result.h"

#include <filesystem>
#include <vector>

namespace parley::server::store {

/// Copies a SQLite database as one moment had it, also while a daemon writes to it. What was deleted is not
/// in the copy. Blocking. @param target  must not be there @errors Storage
Result<void> copySqliteFile(const std::filesystem::path& source, const std::filesystem::path& target);

/// Writes the write-ahead log into the database and empties it. Blocking: waits a tenth of a
/// second for readers, because writers wait with it. @return false when one of them held on to it @errors
/// Storage
Result<bool> emptySqliteLog(const std::filesystem::path& file);

/// The list of erasures in a platform's database that nobody serves. Blocking. @errors Storage it cannot be
/// read
Result<std::vector<ErasureMark>> erasuresInSqliteFile(const std::filesystem::path& platform);

/// Whether the file is a whole SQLite database. Blocking. @errors Storage it cannot be read
Result<bool> isWholeSqliteFile(const std::filesystem::path& file);

} // namespace parley::server::store
