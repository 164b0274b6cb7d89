// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/fd.h"

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace parley::bench {

/// Processors a process may run on; empty: any.
using Cpus = std::vector<int>;

/// Restricts the calling process. Throws std::system_error where the machine refuses.
void pinTo(const Cpus& cpus);

/// A process of ours. Ending the object ends the process (SIGTERM, and SIGKILL when that does not help).
class ChildProcess {
public:
    /// Runs a program with `arguments` and additional environment; its standard output is read by readLine().
    static ChildProcess execute(const std::string& program,
                                const std::vector<std::string>& arguments,
                                const std::map<std::string, std::string>& environment,
                                const Cpus& cpus);
    /// Runs `body` in a copy of this process. Only before any thread was started.
    static ChildProcess fork(const std::function<void()>& body, const Cpus& cpus);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ~ChildProcess();

    pid_t pid() const { return m_pid; }
    /// The next line of its standard output, without the end of line. Throws std::runtime_error at the end of
    /// the output or of the patience.
    std::string readLine(std::chrono::milliseconds patience);
    /// Resident memory in bytes. @source /proc/PID/status, VmRSS
    std::uint64_t residentBytes() const;
    /// Waits for its end. @return exit code, or -1 when a signal ended it
    int wait();
    /// Ends it gently, then firmly.
    void stop();

private:
    explicit ChildProcess(pid_t pid, Fd output) : m_pid(pid), m_output(std::move(output)) {}

    pid_t m_pid;
    Fd m_output;
    std::string m_read;
};

} // namespace parley::bench
