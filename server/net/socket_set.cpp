// SPDX-License-Identifier: MIT
#include "server/net/socket_set.h"

#include <boost/asio/posix/stream_descriptor.hpp>

#include <deque>
#include <utility>

#if defined(__linux__)
#include <boost/asio/post.hpp>
#include <sys/epoll.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <system_error>
#else
#include <map>
#endif

namespace parley::server::net {

namespace asio = boost::asio;

#if defined(__linux__)

namespace {

/// What one round takes; whoever waits for the rest waits no longer than this many take.
constexpr int kRound = 64;
// What is kept with a socket: its number in 32 bits, what its listener wants, and which listener that is.
constexpr std::uint64_t kReads = std::uint64_t{1} << 32U;
constexpr std::uint64_t kWrites = std::uint64_t{1} << 33U;
constexpr unsigned kListenerShift = 34U;
constexpr std::uint32_t kFailed = EPOLLERR | EPOLLHUP;

int openSet()
{
    const int set = epoll_create1(EPOLL_CLOEXEC);
    if (set < 0) {
        throw std::system_error(errno, std::generic_category(), "epoll_create1");
    }
    return set;
}

} // namespace

/// A set of the kernel's inside Asio's: Asio hears once of many sockets, and none is armed anew after each
/// event.
struct SocketSet::Impl : std::enable_shared_from_this<SocketSet::Impl> {
    Impl(asio::io_context& context, std::function<void()> round)
        : onRound(std::move(round)), set(context, openSet())
    {}

    void listen()
    {
        set.async_wait(asio::posix::descriptor_base::wait_read,
                       [weak = weak_from_this()](const boost::system::error_code& error) {
                           const auto self = weak.lock();
                           if (self && !error) {
                               self->round();
                           }
                       });
    }

    void round()
    {
        std::array<epoll_event, kRound> events{};
        const int count = epoll_wait(set.native_handle(), events.data(), kRound, 0);
        for (int i = 0; i < count && set.is_open(); ++i) {
            const epoll_event& event = events[static_cast<std::size_t>(i)];
            const std::uint64_t about = event.data.u64;
            Ready ready;
            ready.socket = static_cast<int>(about & 0xffffffffU);
            ready.canRead = (about & kReads) != 0 && (event.events & (EPOLLIN | EPOLLPRI | kFailed)) != 0;
            ready.canWrite = (about & kWrites) != 0 && (event.events & (EPOLLOUT | kFailed)) != 0;
            if (ready.canRead || ready.canWrite) {
                listeners[about >> kListenerShift](ready);
            }
        }
        if (!set.is_open()) {
            return;
        }
        onRound();
        if (count < kRound) {
            listen();
        } else {
            // More are ready: whoever else waits for the thread comes first, but nobody is asked whether.
            asio::post(set.get_executor(), [weak = weak_from_this()] {
                if (const auto self = weak.lock(); self && self->set.is_open()) {
                    self->round();
                }
            });
        }
    }

    void watch(Listener listener, int socket, bool reads, bool writes)
    {
        epoll_event event{};
        event.events = (reads ? std::uint32_t{EPOLLIN} : 0U) | (writes ? std::uint32_t{EPOLLOUT} : 0U);
        event.data.u64 = static_cast<std::uint32_t>(socket) | (reads ? kReads : 0U) |
                         (writes ? kWrites : 0U) | std::uint64_t{listener} << kListenerShift;
        const int number = set.native_handle();
        if (::epoll_ctl(number, EPOLL_CTL_MOD, socket, &event) != 0 && errno == ENOENT) {
            ::epoll_ctl(number, EPOLL_CTL_ADD, socket, &event);
        }
    }

    void forget(int socket) { ::epoll_ctl(set.native_handle(), EPOLL_CTL_DEL, socket, nullptr); }

    void close()
    {
        boost::system::error_code ignored;
        set.close(ignored);
    }

    std::deque<std::function<void(Ready)>> listeners; // stay where they are when another joins
    std::function<void()> onRound;
    asio::posix::stream_descriptor set;
};

#else

namespace {

/// A socket while somebody wants to hear of it.
struct Watched {
    Watched(asio::io_context& context, int socket) : descriptor(context, socket) {}
    ~Watched() { release(); }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

    void release()
    {
        if (descriptor.is_open()) {
            descriptor.release();
        }
    }

    asio::posix::stream_descriptor descriptor;
    std::size_t listener = 0;
    bool reads = false;
    bool writes = false;
    bool isReading = false;
    bool isWriting = false;
};

} // namespace

/// One wait of Asio's for each socket and direction.
struct SocketSet::Impl : std::enable_shared_from_this<SocketSet::Impl> {
    Impl(asio::io_context& c, std::function<void()> round) : context(c), onRound(std::move(round)) {}

    void listen() {}

    void watch(Listener listener, int socket, bool reads, bool writes)
    {
        auto& watched = sockets[socket];
        if (!watched) {
            watched = std::make_shared<Watched>(context, socket);
        }
        watched->listener = listener;
        watched->reads = reads;
        watched->writes = writes;
        arm(socket, watched);
    }

    void arm(int socket, const std::shared_ptr<Watched>& watched)
    {
        using asio::posix::descriptor_base;
        wait(socket, watched, &Watched::reads, &Watched::isReading, descriptor_base::wait_read);
        wait(socket, watched, &Watched::writes, &Watched::isWriting, descriptor_base::wait_write);
    }

    void wait(int socket,
              const std::shared_ptr<Watched>& watched,
              bool Watched::*wants,
              bool Watched::*isWaiting,
              asio::posix::descriptor_base::wait_type direction)
    {
        if (!((*watched).*wants) || (*watched).*isWaiting || !watched->descriptor.is_open()) {
            return;
        }
        (*watched).*isWaiting = true;
        watched->descriptor.async_wait(
            direction,
            [weak = weak_from_this(), socket, watched, wants, isWaiting, direction](
                const boost::system::error_code& error) {
                (*watched).*isWaiting = false;
                const auto self = weak.lock();
                // It may have been closed meanwhile.
                if (!self || error == asio::error::operation_aborted || !watched->descriptor.is_open()) {
                    return;
                }
                if ((*watched).*wants) {
                    const bool isRead = direction == asio::posix::descriptor_base::wait_read;
                    self->listeners[watched->listener](Ready{socket, isRead, !isRead});
                    self->onRound();
                }
                self->arm(socket, watched);
            });
    }

    void forget(int socket)
    {
        if (const auto known = sockets.find(socket); known != sockets.end()) {
            known->second->release();
            sockets.erase(known);
        }
    }

    void close() { sockets.clear(); }

    asio::io_context& context;
    std::deque<std::function<void(Ready)>> listeners; // stay where they are when another joins
    std::function<void()> onRound;
    std::map<int, std::shared_ptr<Watched>> sockets; // shared with the waits under way
};

#endif

SocketSet::SocketSet(asio::io_context& context, std::function<void()> onRound)
    : m_impl(std::make_shared<Impl>(context, std::move(onRound)))
{
    m_impl->listen();
}

SocketSet::~SocketSet()
{
    close();
}

SocketSet::Listener SocketSet::join(std::function<void(Ready)> onReady)
{
    m_impl->listeners.push_back(std::move(onReady));
    return m_impl->listeners.size() - 1;
}

void SocketSet::watch(Listener listener, int socket, bool reads, bool writes)
{
    if (reads || writes) {
        m_impl->watch(listener, socket, reads, writes);
    } else {
        m_impl->forget(socket);
    }
}

void SocketSet::forget(int socket)
{
    m_impl->forget(socket);
}

void SocketSet::close()
{
    m_impl->close();
}

} // namespace parley::server::net
