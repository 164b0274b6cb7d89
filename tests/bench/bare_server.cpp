// SPDX-License-Identifier: MIT
#include "tests/bench/bare_server.h"

#include "tests/bench/bare_commits.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace parley::bench {

namespace {

std::string response(std::string_view status, std::string_view body)
{
    return "HTTP/1.1 " + std::string(status) +
           "\r\nContent-Type: application/json\r\nServer: bare\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

/// The server's whole state; indexed by descriptor.
class Loop {
public:
    Loop(int listener, const std::filesystem::path& commits)
        : m_listener(listener), m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_buffer(65536)
    {
        watch(listener);
        if (!commits.empty()) {
            m_commits = std::make_unique<BareCommits>(commits);
        }
    }
    [[noreturn]] void run();

private:
    void watch(int fd);
    void accept();
    void receive(int fd);
    bool answer(int fd, std::string_view request);
    void publish(std::string_view text);
    void drop(int fd);

    int m_listener;
    Fd m_epoll;
    std::unique_ptr<BareCommits> m_commits;
    std::vector<char> m_buffer;
    std::vector<std::string> m_partial;
    std::vector<int> m_streams;
    const std::string m_small = response("200 OK", R"({"status":"ok","bare":true,"served_by":"one thread"})");
    const std::string m_large = response("200 OK", R"({"reply":")" + std::string(780, 'x') + R"("})");
    const std::string m_refusal = response("503 Service Unavailable", "{}");
};

void Loop::run()
{
    std::array<epoll_event, 512> events;
    for (;;) {
        const int n = epoll_wait(m_epoll.get(), events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < n; ++i) {
            const int fd = events[static_cast<std::size_t>(i)].data.fd;
            if (fd == m_listener) {
                accept();
            } else {
                receive(fd);
            }
        }
        if (m_commits) {
            m_commits->settle();
        }
    }
}

void Loop::watch(int fd)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = fd;
    epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, fd, &event);
}

void Loop::accept()
{
    for (;;) {
        const int fd = accept4(m_listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) {
            return;
        }
        const int on = 1;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (static_cast<std::size_t>(fd) >= m_partial.size()) {
            m_partial.resize(static_cast<std::size_t>(fd) + 1024);
        }
        watch(fd);
    }
}

void Loop::drop(int fd)
{
    std::erase(m_streams, fd);
    m_partial[static_cast<std::size_t>(fd)].clear();
    ::close(fd);
}

void Loop::receive(int fd)
{
    const ssize_t n = recv(fd, m_buffer.data(), m_buffer.size(), 0);
    if (n <= 0) {
        return drop(fd);
    }
    std::string& partial = m_partial[static_cast<std::size_t>(fd)];
    std::string_view bytes(m_buffer.data(), static_cast<std::size_t>(n));
    if (!partial.empty()) {
        partial.append(bytes);
        bytes = partial;
    }
    const auto headEnd = bytes.find("\r\n\r\n");
    std::size_t needed = headEnd == std::string_view::npos ? bytes.size() + 1 : headEnd + 4;
    if (headEnd != std::string_view::npos && bytes.front() == 'P') {
        const auto length = bytes.find("Content-Length: ");
        needed += length < headEnd ? std::strtoul(bytes.data() + length + 16, nullptr, 10) : 0;
    }
    if (bytes.size() < needed) {
        if (partial.empty()) {
            partial.assign(bytes);
        }
        return;
    }
    if (!answer(fd, bytes.substr(0, bytes.find('\r')))) {
        return drop(fd);
    }
    m_partial[static_cast<std::size_t>(fd)].clear();
}

bool Loop::answer(int fd, std::string_view request)
{
    const std::string* reply = request.front() == 'P' ? &m_large : &m_small;
    if (m_commits && request.starts_with("POST /commit/")) {
        m_commits->commit(std::atoi(request.data() + 13));
    } else if (request.starts_with("GET /stream")) {
        static const std::string kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                         "Transfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n";
        m_streams.push_back(fd);
        reply = &kHead;
    } else if (request.starts_with("GET /publish/")) {
        publish(request.substr(13, request.find(' ', 13) - 13));
    } else if (request.starts_with("GET /stall/")) {
        ::poll(nullptr, 0, std::atoi(request.data() + 11));
    } else if (request.starts_with("GET /refuse")) {
        reply = &m_refusal;
    } else if (request.starts_with("GET /hang-up")) {
        return false;
    }
    return send(fd, reply->data(), reply->size(), MSG_NOSIGNAL) == static_cast<ssize_t>(reply->size());
}

void Loop::publish(std::string_view text)
{
    const std::string event = "id: 1\nevent: message.created\ndata: {\"text\":\"" + std::string(text) +
                              "\",\"filler\":\"" + std::string(220, 'x') + "\"}\n\n";
    std::array<char, 16> size{};
    const int digits = std::snprintf(size.data(), size.size(), "%zx\r\n", event.size());
    const std::string chunk = std::string(size.data(), static_cast<std::size_t>(digits)) + event + "\r\n";
    for (const int stream : m_streams) {
        send(stream, chunk.data(), chunk.size(), MSG_NOSIGNAL);
    }
}

} // namespace

BareServer::BareServer(const Cpus& cpus, const std::filesystem::path& commits)
    : m_listener(listenOnLoopback(m_endpoint)),
      m_process(ChildProcess::fork([&] { Loop(m_listener.get(), commits).run(); }, cpus))
{
    m_listener.close();
}

} // namespace parley::bench
