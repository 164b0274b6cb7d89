// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/worker_pool.h"
#include "server/store/blobs.h"
#include "server/store/database.h"
#include "server/store/document_repository.h"

#include <boost/asio/awaitable.hpp>

#include <chrono>
#include <cstddef>

namespace parley::server::knowledge {

/// Removes the files that no document names: what a daemon left that ended, or lost its database, between the
/// writing of a file and of its row. Only what is older than a day goes, because the file comes first.
/// @thread any I/O thread
class BlobSweep {
public:
    static constexpr std::chrono::hours kLeastAge{24};

    /// All outlive this. @param files  where the disk is touched
    BlobSweep(store::Database& database, const store::Blobs& blobs, runtime::WorkerPool& files)
        : m_database(database), m_blobs(blobs), m_files(files)
    {}

    /// @return how many files went @errors Storage; Unavailable the pool
    boost::asio::awaitable<Result<std::size_t>> sweep(TenantId tenant);

private:
    store::Database& m_database;
    const store::Blobs& m_blobs;
    runtime::WorkerPool& m_files;
    store::DocumentRepository m_documents;
};

} // namespace parley::server::knowledge
