// SPDX-License-Identifier: MIT
#include "server/edge/connection_quota.h"

namespace parley::server::edge {

ConnectionQuota::ConnectionQuota(std::size_t limit, std::size_t limitPerAddress)
    : m_limit(limit), m_limitPerAddress(limitPerAddress)
{}

bool ConnectionQuota::take(const std::string& address)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byAddress.find(address);
    const std::size_t ofAddress = known != m_byAddress.end() ? known->second : 0;
    if (m_count >= m_limit || ofAddress >= m_limitPerAddress) {
        ++m_refused;
        return false;
    }
    ++m_byAddress[address];
    ++m_count;
    return true;
}

void ConnectionQuota::giveBack(const std::string& address)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_byAddress.find(address);
    if (known != m_byAddress.end() && --known->second == 0) {
        m_byAddress.erase(known);
    }
    if (--m_count == 0) {
        m_changed.notify_all();
    }
}

bool ConnectionQuota::waitEmpty(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [this] { return m_count == 0; });
}

std::size_t ConnectionQuota::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_count;
}

} // namespace parley::server::edge
