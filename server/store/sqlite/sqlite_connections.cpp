// SPDX-License-Identifier: MIT
#include "server/store/sqlite/sqlite_connections.h"

namespace parley::server::store {

SqliteConnections::SqliteConnections(SqliteFiles& files,
                                     SqliteConnection::Mode mode,
                                     std::size_t limit,
                                     std::atomic<std::uint64_t>& open)
    : m_files(files), m_mode(mode), m_limit(limit), m_open(open)
{}

SqliteConnections::~SqliteConnections()
{
    m_open -= m_entries.size();
}

Result<SqliteConnection*> SqliteConnections::get(const Scope& scope)
{
    if (const auto known = m_index.find(scope.tenant.value); known != m_index.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known->second);
        return m_entries.front().connection.get();
    }
    auto opened = m_files.open(scope, m_mode);
    if (!opened) {
        return fail(std::move(opened).error());
    }
    if (m_open >= m_limit && !m_entries.empty()) {
        m_index.erase(m_entries.back().key);
        m_entries.pop_back();
        --m_open;
    }
    m_entries.push_front(Entry{scope.tenant.value, std::move(*opened)});
    m_index.emplace(scope.tenant.value, m_entries.begin());
    ++m_open;
    return m_entries.front().connection.get();
}

void SqliteConnections::drop(const Scope& scope)
{
    if (const auto known = m_index.find(scope.tenant.value); known != m_index.end()) {
        m_entries.erase(known->second);
        m_index.erase(known);
        --m_open;
    }
}

} // namespace parley::server::store
