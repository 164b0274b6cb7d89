// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/erasure_ledger_repository.h"
#include "shared/core/result.h"

#include <filesystem>
#include <vector>

namespace parley::server::store {

/// The list of erasures beside the backups, "<tenant> <hash> <time>" a line: whoever puts an old backup back
/// finds in it who must not be in there any more. Blocking. @thread any; lines of several processes do not
/// mix
class ErasureFile {
public:
    /// @param folder  that of the backups; made when something is to be written
    explicit ErasureFile(const std::filesystem::path& folder);

    /// Appends, and returns when it is on the disk. @errors Storage the folder cannot be written
    [[nodiscard]] Result<void> append(const std::vector<ErasureMark>& marks) const;
    /// None where there is no file; a line that a crash cut off is passed over. @errors Storage
    [[nodiscard]] Result<std::vector<ErasureMark>> read() const;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace parley::server::store
