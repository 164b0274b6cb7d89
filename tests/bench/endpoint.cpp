// SPDX-License-Identifier: MIT
#include "tests/bench/endpoint.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <cerrno>
#include <system_error>

namespace parley::bench {

namespace {

sockaddr_in loopback(std::uint8_t lastByte, std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(0x7f000000U | lastByte);
    return address;
}

[[noreturn]] void raise(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

void setOption(int fd, int level, int option)
{
    const int on = 1;
    if (setsockopt(fd, level, option, &on, sizeof on) != 0) {
        raise("setsockopt");
    }
}

} // namespace

Fd connectTo(Endpoint endpoint, std::uint8_t lastByteOfSource)
{
    Fd fd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!fd.isOpen()) {
        raise("socket");
    }
    if (lastByteOfSource != 1) {
        const sockaddr_in source = loopback(lastByteOfSource, 0);
        setOption(fd.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT);
        if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&source), sizeof source) != 0) {
            raise("bind");
        }
    }
    setOption(fd.get(), IPPROTO_TCP, TCP_NODELAY);
    const sockaddr_in target = loopback(1, endpoint.port);
    if (connect(fd.get(), reinterpret_cast<const sockaddr*>(&target), sizeof target) != 0) {
        raise("connect");
    }
    if (fcntl(fd.get(), F_SETFL, O_NONBLOCK) != 0) {
        raise("fcntl");
    }
    return fd;
}

Fd listenOnLoopback(Endpoint& endpoint)
{
    Fd fd(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!fd.isOpen()) {
        raise("socket");
    }
    sockaddr_in address = loopback(1, 0);
    socklen_t size = sizeof address;
    if (bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        listen(fd.get(), SOMAXCONN) != 0 ||
        getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        raise("listen");
    }
    endpoint.port = ntohs(address.sin_port);
    return fd;
}

void raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace parley::bench
