// SPDX-License-Identifier: MIT
#pragma once

#include "server/edge/framing.h"

#include <boost/asio/any_io_executor.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

namespace boost::asio {
class io_context;
}

namespace parley::server::edge {

class Connection;
struct EdgeOptions;

/// One I/O thread: its io_context, its connections, and what they share because only one of them runs at a
/// time: the read buffer, the clock and the date. Deadlines are stamps that one timer looks at, so that no
/// request arms one.
class IoThread {
public:
    explicit IoThread(const EdgeOptions& options);
    ~IoThread();
    IoThread(const IoThread&) = delete;
    IoThread& operator=(const IoThread&) = delete;

    void start();
    /// Lets the thread end when nothing is left to do; `now`: at once.
    void finish(bool now);
    void join();

    /// Any thread.
    [[nodiscard]] boost::asio::any_io_executor executor() const;
    /// Any thread. Runs the action on this one.
    void post(std::function<void()> action);
    boost::asio::io_context& context();

    /// Runs a connection until it ends. @thread this one
    void adopt(std::shared_ptr<Connection> connection, std::function<void()> onEnd);
    void forEach(const std::function<void(Connection&)>& action);

    /// As of the last tick. @thread this one
    [[nodiscard]] std::chrono::steady_clock::time_point now() const { return m_now; }
    /// The value of a Date header. @thread this one
    [[nodiscard]] std::string_view date() const { return m_date; }
    /// For reads that are copied from at once. @thread this one
    [[nodiscard]] std::span<char> scratch();
    /// For a header block that is read at once. @thread this one
    [[nodiscard]] RequestHead& head() { return m_head; }

private:
    struct Impl;
    void tick();
    void armTimer();

    const EdgeOptions& m_options;
    std::chrono::steady_clock::time_point m_now;
    std::string m_date;
    RequestHead m_head;
    std::unique_ptr<char[]> m_scratch;
    std::unique_ptr<Impl> m_impl;
};

} // namespace parley::server::edge
