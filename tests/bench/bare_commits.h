// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>

namespace parley::bench {

/// A SQLite file that is written as the daemon writes its own (write-ahead log, fdatasync at each commit,
/// pages of 4 KB, the log settled between commits), by statements that do nothing else.
/// @thread one
class BareCommits {
public:
    /// Throws std::runtime_error.
    explicit BareCommits(const std::filesystem::path& folder);
    ~BareCommits();
    BareCommits(const BareCommits&) = delete;
    BareCommits& operator=(const BareCommits&) = delete;

    /// Changes so many pages, others each time, and makes them durable. Throws std::runtime_error.
    void commit(int pages);
    /// Moves the log into the file when it is time to. For while nobody waits.
    void settle();

private:
    struct File;
    std::unique_ptr<File> m_file;
    int m_next = 0;
    int m_unsettled = 0;
};

} // namespace parley::bench
