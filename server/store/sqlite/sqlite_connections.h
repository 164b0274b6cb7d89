// SPDX-License-Identifier: MIT
#pragma once

#include "server/store/sqlite/sqlite_files.h"

#include <atomic>
#include <list>
#include <unordered_map>

namespace parley::server::store {

/// The open files of one thread. Threads of a kind share a bound: a thread that wants one more when it is
/// reached closes the one it has not used for longest; one that has none open yet may pass the bound by that
/// one.
/// @thread one
class SqliteConnections {
public:
    /// @param limit  open files at most, of all threads that share `open`
    /// @param open   counts them
    SqliteConnections(SqliteFiles& files,
                      SqliteConnection::Mode mode,
                      std::size_t limit,
                      std::atomic<std::uint64_t>& open);
    ~SqliteConnections();
    SqliteConnections(const SqliteConnections&) = delete;
    SqliteConnections& operator=(const SqliteConnections&) = delete;

    /// Valid until the next call. @errors those of SqliteFiles::open
    Result<SqliteConnection*> get(const Scope& scope);
    /// Closes a file whose connection is in an unknown state.
    void drop(const Scope& scope);

private:
    struct Entry {
        std::string key;
        std::unique_ptr<SqliteConnection> connection;
    };

    SqliteFiles& m_files;
    SqliteConnection::Mode m_mode;
    std::size_t m_limit;
    std::atomic<std::uint64_t>& m_open;
    /// The one used last is in front.
    std::list<Entry> m_entries;
    std::unordered_map<std::string, std::list<Entry>::iterator> m_index;
};

} // namespace parley::server::store
