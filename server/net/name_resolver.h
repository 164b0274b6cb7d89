// SPDX-License-Identifier: MIT
#pragma once

#include "server/runtime/deadline.h"
#include "shared/core/result.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace parley::server::net {

/// Finds the addresses of a host. @thread any
class NameResolver {
public:
    virtual ~NameResolver() = default;

    /// @param host  a name or an address, IPv6 without brackets
    /// @return at least one
    /// @errors Unavailable there is no such name, or no server that knew; Timeout the budget is used up
    virtual boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>>
    resolve(std::string host, runtime::Budget budget) = 0;
};

/// Asks the system, on threads of its own: a name server that does not answer holds one of them for seconds,
/// and nobody else's thread.
class SystemResolver final : public NameResolver {
public:
    explicit SystemResolver(std::size_t threads = 8);
    /// Waits for the questions under way.
    ~SystemResolver() override;

    boost::asio::awaitable<Result<std::vector<boost::asio::ip::address>>>
    resolve(std::string host, runtime::Budget budget) override;

private:
    struct Question;

    // Shared with the questions under way.
    std::shared_ptr<std::atomic<std::size_t>> m_waiting;
    boost::asio::thread_pool m_threads;
};

} // namespace parley::server::net
