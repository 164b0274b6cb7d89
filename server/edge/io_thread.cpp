// SPDX-License-Identifier: MIT
#include "server/edge/io_thread.h"

#include "server/edge/connection.h"
#include "server/edge/options.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <ctime>
#include <optional>
#include <thread>
#include <unordered_map>

namespace parley::server::edge {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kScratchBytes = 64 * 1024;

/// "Sun, 06 Nov 1994 08:49:37 GMT", whatever the locale. @source RFC 9110, 5.6.7
std::string httpDate(std::time_t now)
{
    static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* kMonths[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    std::tm utc{};
#ifdef _WIN32
    gmtime_s(&utc, &now);
#else
    gmtime_r(&now, &utc);
#endif
    char text[64];
    const int size = std::snprintf(text,
                                   sizeof text,
                                   "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   kDays[utc.tm_wday],
                                   utc.tm_mday,
                                   kMonths[utc.tm_mon],
                                   utc.tm_year + 1900,
                                   utc.tm_hour,
                                   utc.tm_min,
                                   utc.tm_sec);
    return std::string(text, static_cast<std::size_t>(size));
}

} // namespace

struct IoThread::Impl {
    // One thread runs it: no wake-ups of others are needed.
    asio::io_context context{1};
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work{context.get_executor()};
    asio::steady_timer timer{context};
    // Shared with each connection's own coroutine and pending waits.
    std::unordered_map<Connection*, std::shared_ptr<Connection>> connections;
    std::time_t dateSecond = 0;
    bool isFinishing = false;
    std::thread thread;
};

IoThread::IoThread(const EdgeOptions& options)
    : m_options(options),
      m_now(options.now()),
      m_scratch(std::make_unique<char[]>(kScratchBytes)),
      m_impl(std::make_unique<Impl>())
{
    tick();
}

IoThread::~IoThread()
{
    finish(true);
    join();
}

void IoThread::start()
{
    armTimer();
    m_impl->thread = std::thread([this] { m_impl->context.run(); });
}

void IoThread::finish(bool now)
{
    if (now) {
        m_impl->context.stop();
        return;
    }
    post([this] {
        m_impl->isFinishing = true;
        m_impl->timer.cancel();
        m_impl->work.reset();
    });
}

void IoThread::join()
{
    if (m_impl->thread.joinable()) {
        m_impl->thread.join();
    }
}

asio::any_io_executor IoThread::executor() const
{
    return m_impl->context.get_executor();
}

void IoThread::post(std::function<void()> action)
{
    asio::post(m_impl->context, std::move(action));
}

asio::io_context& IoThread::context()
{
    return m_impl->context;
}

std::span<char> IoThread::scratch()
{
    return {m_scratch.get(), kScratchBytes};
}

void IoThread::adopt(std::shared_ptr<Connection> connection, std::function<void()> onEnd)
{
    Connection* key = connection.get();
    m_impl->connections.emplace(key, connection);
    // The registry may be walked when a session ends, so the entry goes a little later.
    auto onDone = [this, key, onEnd = std::move(onEnd)](const std::exception_ptr&) {
        post([this, key, onEnd] {
            m_impl->connections.erase(key);
            onEnd();
        });
    };
    auto session = connection->run();
    asio::co_spawn(m_impl->context,
                   std::move(session),
                   asio::bind_cancellation_slot(connection->cancellation().slot(), std::move(onDone)));
}

void IoThread::forEach(const std::function<void(Connection&)>& action)
{
    for (const auto& [key, connection] : m_impl->connections) {
        action(*connection);
    }
}

void IoThread::tick()
{
    m_now = m_options.now();
    const std::time_t second = std::time(nullptr);
    if (second != m_impl->dateSecond) {
        m_impl->dateSecond = second;
        m_date = httpDate(second);
    }
    forEach([this](Connection& connection) { connection.tick(m_now); });
}

void IoThread::armTimer()
{
    m_impl->timer.expires_after(m_options.tick);
    m_impl->timer.async_wait([this](const boost::system::error_code& error) {
        if (error || m_impl->isFinishing) {
            return;
        }
        tick();
        armTimer();
    });
}

} // namespace parley::server::edge
