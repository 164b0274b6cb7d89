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
#include <string_view>
#include <vector>

namespace parley::server::runtime::platform {

struct PipedOptions {
    std::filesystem::path program; ///< absolute
    std::vector<std::string> arguments;
    std::uint64_t memoryBytes = 0; ///< of its own data, each process of it; 0: no limit
    std::chrono::seconds cpu{0};   ///< of processor time in all; 0: no limit
    std::uint64_t openFiles = 256;
};

/// A program that is talked to: its standard input and output come here, standard error goes nowhere. It has
/// an empty environment, the root folder as its own, no other open file and limits; it is the head of a
/// process group that ends with it. Linux; elsewhere `start` says so.
/// @thread one at a time
class PipedProcess {
public:
    /// @errors InvalidArgument the program is not absolute; Unavailable it cannot be started
    static Result<PipedProcess> start(const PipedOptions& options);

    PipedProcess(PipedProcess&& other) noexcept;
    PipedProcess& operator=(PipedProcess&&) = delete;
    PipedProcess(const PipedProcess&) = delete;
    PipedProcess& operator=(const PipedProcess&) = delete;
    /// Ends the process and its group.
    ~PipedProcess();

    /// Writes all of it. @return false where it does not take it in time, or has ended
    bool write(std::string_view text, std::chrono::steady_clock::time_point until);
    /// What it has written, at most buffer.size() bytes; 0 = it has closed its output; nothing when the time
    /// came first.
    std::optional<std::size_t> read(std::span<char> buffer, std::chrono::steady_clock::time_point until);

private:
    PipedProcess(std::int64_t process, int input, int output)
        : m_process(process), m_input(input), m_output(output)
    {}

    std::int64_t m_process = -1;
    int m_input = -1;
    int m_output = -1;
};

} // namespace parley::server::runtime::platform
