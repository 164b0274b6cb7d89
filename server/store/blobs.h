// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/ids.h"
#include "shared/core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::store {

/// A blob that was copied out of another file.
struct CopiedBlob {
    std::uint64_t bytes = 0;
    /// Hex SHA-256.
    std::string digest;
};

/// Files of tenants, apart from the rows: `<folder>/blobs/<tenant>/<key>`. A blob is whole or not there: it
/// is written beside its place, flushed to the disk and then renamed. Blocking: worker pools only.
class Blobs {
public:
    explicit Blobs(std::filesystem::path folder);

    /// @param key  letters, digits, '-' and '.' alone. @errors InvalidArgument a bad key; Storage the disk
    Result<void> put(const TenantId& tenant, const std::string& key, std::string_view bytes) const;

    /// Copies `length` bytes at `offset` of a file, in pieces, so that its size costs no memory.
    /// @errors InvalidArgument a bad key; NotFound the source ends before; Unavailable the disk is full;
    /// Storage the disk
    Result<CopiedBlob> putFile(const TenantId& tenant,
                               const std::string& key,
                               const std::filesystem::path& source,
                               std::uint64_t offset,
                               std::uint64_t length) const;

    /// Where its bytes lie, for a program that reads them from there. @errors InvalidArgument a bad key;
    /// NotFound there is none
    Result<std::filesystem::path> path(const TenantId& tenant, const std::string& key) const;

    /// @errors NotFound there is none; Storage the disk
    Result<std::string> get(const TenantId& tenant, const std::string& key) const;

    /// The keys of what was written before this time, also of what was not written to its end. @errors
    /// Storage
    Result<std::vector<std::string>> keysBefore(const TenantId& tenant,
                                                std::filesystem::file_time_type time) const;

    /// Removes it; one that is not there is no failure. @errors Storage the disk
    Result<void> remove(const TenantId& tenant, const std::string& key) const;

private:
    [[nodiscard]] Result<std::filesystem::path> place(const TenantId& tenant, const std::string& key) const;

    std::filesystem::path m_folder;
};

} // namespace parley::server::store
