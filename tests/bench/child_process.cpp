// SPDX-License-Identifier: MIT
#include "tests/bench/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace parley::bench {

namespace {

[[noreturn]] void raise(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// Forks; the child dies with its parent, so that an interrupted run leaves nothing behind.
pid_t forkTied()
{
    const pid_t parent = getpid();
    const pid_t pid = ::fork();
    if (pid < 0) {
        raise("fork");
    }
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent) {
            _exit(1);
        }
        for (const int handled : {SIGTERM, SIGINT, SIGABRT, SIGSEGV}) {
            signal(handled, SIG_DFL); // what the parent does about them is not the child's business
        }
    }
    return pid;
}

} // namespace

void pinTo(const Cpus& cpus)
{
    if (cpus.empty()) {
        return;
    }
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int cpu : cpus) {
        CPU_SET(static_cast<std::size_t>(cpu), &set);
    }
    if (sched_setaffinity(0, sizeof set, &set) != 0) {
        raise("sched_setaffinity");
    }
}

ChildProcess ChildProcess::execute(const std::string& program,
                                   const std::vector<std::string>& arguments,
                                   const std::map<std::string, std::string>& environment,
                                   const Cpus& cpus)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        raise("pipe2");
    }
    Fd reading(ends[0]);
    const Fd writing(ends[1]);
    std::vector<char*> argv{const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) {
        argv.push_back(const_cast<char*>(argument.c_str()));
    }
    argv.push_back(nullptr);
    const pid_t pid = forkTied();
    if (pid == 0) {
        pinTo(cpus);
        for (const auto& [name, value] : environment) {
            setenv(name.c_str(), value.c_str(), 1);
        }
        dup2(writing.get(), STDOUT_FILENO);
        execv(program.c_str(), argv.data());
        std::perror(program.c_str());
        _exit(127);
    }
    return ChildProcess(pid, std::move(reading));
}

ChildProcess ChildProcess::fork(const std::function<void()>& body, const Cpus& cpus)
{
    std::fflush(nullptr);
    const pid_t pid = forkTied();
    if (pid == 0) {
        int code = 0;
        try {
            pinTo(cpus);
            body();
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            code = 1;
        }
        _exit(code);
    }
    return ChildProcess(pid, Fd());
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)),
      m_output(std::move(other.m_output)),
      m_read(std::move(other.m_read))
{}

ChildProcess::~ChildProcess()
{
    stop();
}

std::string ChildProcess::readLine(std::chrono::milliseconds patience)
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto end = m_read.find('\n'); end != std::string::npos) {
            std::string line = m_read.substr(0, end);
            m_read.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd waiting{.fd = m_output.get(), .events = POLLIN, .revents = 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) == 0) {
            throw std::runtime_error("the process printed nothing in time");
        }
        char buffer[4096];
        const ssize_t n = ::read(m_output.get(), buffer, sizeof buffer);
        if (n <= 0) {
            throw std::runtime_error("the process ended: " + m_read);
        }
        m_read.append(buffer, static_cast<std::size_t>(n));
    }
}

std::uint64_t ChildProcess::residentBytes() const
{
    std::ifstream status("/proc/" + std::to_string(m_pid) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:")) {
            return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
        }
    }
    throw std::runtime_error("the process is gone");
}

int ChildProcess::wait()
{
    if (m_pid < 0) {
        return 0;
    }
    int status = 0;
    while (waitpid(m_pid, &status, 0) < 0 && errno == EINTR) {}
    m_pid = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void ChildProcess::stop()
{
    if (m_pid < 0) {
        return;
    }
    kill(m_pid, SIGTERM);
    for (int i = 0; i < 1000; ++i) {
        int status = 0;
        if (waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_pid = -1;
            return;
        }
        ::poll(nullptr, 0, 10);
    }
    kill(m_pid, SIGKILL);
    wait();
}

} // namespace parley::bench
