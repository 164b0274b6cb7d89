// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <filesystem>

namespace parley::server::store {

/// Copies a SQLite database as one moment had it, also while a daemon writes to it. What was deleted is not
/// in the copy. Blocking. @param target  must not be there @errors Storage
Result<void> copySqliteFile(const std::filesystem::path& source, const std::filesystem::path& target);

/// Writes the write-ahead log into the database and empties it. Blocking: waits some seconds for readers.
/// @return false when one of them held on to it @errors Storage
Result<bool> emptySqliteLog(const std::filesystem::path& file);

/// Whether the file is a whole SQLite database. Blocking. @errors Storage it cannot be read
Result<bool> isWholeSqliteFile(const std::filesystem::path& file);

} // namespace parley::server::store
