// SPDX-License-Identifier: MIT
#include "tests/bench/stream_fleet.h"

#include "tests/bench/stream_reader.h"

#include <sys/socket.h>

#include <cerrno>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace parley::bench {

namespace {

Fd makePair(Fd& otherEnd)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        throw std::system_error(errno, std::generic_category(), "socketpair");
    }
    otherEnd = Fd(ends[1]);
    return Fd(ends[0]);
}

} // namespace

StreamFleet::StreamFleet(Endpoint endpoint,
                         std::vector<std::string> requests,
                         const Cpus& cpus,
                         std::string greeting)
    : m_parentEnd(makePair(m_childEnd)),
      m_process(ChildProcess::fork(
          [&] {
              m_parentEnd.close();
              StreamReader(endpoint, requests, std::move(greeting), m_childEnd.get()).run();
          },
          cpus))
{
    m_childEnd.close();
    std::istringstream line(readLine());
    std::string word;
    line >> word >> m_opened.streams >> m_opened.refused >> m_opened.seconds;
    if (word != "open" || !line) {
        throw std::runtime_error("the stream readers did not start");
    }
}

std::string StreamFleet::readLine()
{
    for (;;) {
        if (const auto end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        char buffer[256];
        const ssize_t n = ::read(m_parentEnd.get(), buffer, sizeof buffer);
        if (n <= 0) {
            throw std::runtime_error("the stream readers ended");
        }
        m_read.append(buffer, static_cast<std::size_t>(n));
    }
}

void StreamFleet::expect(const std::string& marker, std::size_t count)
{
    const std::string line = "expect " + std::to_string(count) + " " + marker + "\n";
    if (::send(m_parentEnd.get(), line.data(), line.size(), MSG_NOSIGNAL) !=
            static_cast<ssize_t>(line.size()) ||
        readLine() != "ready") {
        throw std::runtime_error("the stream readers do not answer");
    }
}

FanOut StreamFleet::collect()
{
    std::istringstream line(readLine());
    std::string word;
    FanOut result;
    std::int64_t first = 0;
    std::int64_t median = 0;
    std::int64_t last = 0;
    line >> word >> result.reached >> first >> median >> last;
    result.first = std::chrono::nanoseconds(first);
    result.median = std::chrono::nanoseconds(median);
    result.last = std::chrono::nanoseconds(last);
    return result;
}

} // namespace parley::bench
