// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace parley::server::runtime::platform {

/// What to start, and what it may see of us: one file and one pipe.
struct ChildOptions {
    std::filesystem::path program;
    std::vector<std::string> arguments; ///< without the program's own name
    std::filesystem::path input;        ///< is its standard input, read only
};

/// How a child ended.
struct ChildEnd {
    int exitCode = 0; ///< where it ended by itself
    int signal = 0;   ///< what ended it otherwise, 0 = nothing did
    std::chrono::milliseconds cpu{0};
};

/// A program that runs beside us: standard input is a file, standard output comes here, standard error goes
/// nowhere. It inherits no other open file and an empty environment. Where the system has no such thing,
/// `start` says so.
/// @thread one at a time; a process each
class ChildProcess {
public:
    /// @errors NotFound the input cannot be read; Internal the program cannot be started
    static Result<ChildProcess> start(const ChildOptions& options);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    /// Ends the process when it still runs.
    ~ChildProcess();

    /// What the child has written, at most buffer.size() bytes; 0 = it has closed its output; nothing when
    /// `wait` passed first.
    std::optional<std::size_t> read(std::span<char> buffer, std::chrono::milliseconds wait);

    /// Resident memory at this moment; 0 when the system does not tell or the child has ended.
    [[nodiscard]] std::uint64_t residentBytes() const;

    /// Ends it at once.
    void kill();

    /// Waits until it has ended.
    ChildEnd wait();

private:
    ChildProcess(std::int64_t process, int output) : m_process(process), m_output(output) {}

    std::int64_t m_process = -1; ///< -1 = waited for
    int m_output = -1;
};

/// The file of the running program; empty where the system does not tell.
std::filesystem::path executablePath();

} // namespace parley::server::runtime::platform
