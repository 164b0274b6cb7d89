// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace parley::test {

/// A real PostgreSQL for this test process: a folder and a port of its own, started at the first use, stopped
/// and deleted when the process ends, however it ends.
class PostgresServer {
public:
    /// The process' server, or the reason why this machine has none.
    static PostgresServer& instance();

    /// Empty when the server runs.
    [[nodiscard]] const std::string& unavailable() const { return m_unavailable; }

    /// Connects as the superuser `postgres`. @param database  "postgres" for the server's own
    [[nodiscard]] std::string url(const std::string& database, const std::string& user = "postgres") const;

    /// A new name for a database, of this process alone. Makes nothing.
    std::string freshName();

    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

private:
    PostgresServer();
    ~PostgresServer();

    std::string m_unavailable;
    std::string m_folder;
    int m_port = 0;
    int m_names = 0;
    /// The server's process, a child that dies with this one; 0 when it does not run.
    int m_server = 0;
};

} // namespace parley::test
