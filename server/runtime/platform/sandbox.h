// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::runtime::platform {

/// What a process that reads hostile bytes leaves itself.
struct SandboxLimits {
    std::uint64_t memoryBytes = 0; ///< resident, code and libraries included; 0 = no limit
    std::chrono::seconds cpu{0};   ///< 0 = no limit
    /// Folders whose files it may still open, for reading; those that do not exist are passed over.
    std::vector<std::string> readable;
};

/// What took hold.
struct SandboxState {
    bool limits = false;      ///< memory, processor, files, processes
    bool systemCalls = false; ///< no network, no programs, no writing, no looking at other processes
    bool files = false;       ///< only standard input and `readable` can be opened
};

/// Gives up, for good, what this process does not need. To be called after start, before the first hostile
/// byte. What the system does not know is left out and told. Under a sanitizer the memory limit is left out.
/// @thread the only thread of the process
SandboxState enterSandbox(const SandboxLimits& limits);

/// The most memory that was resident so far; 0 where the system does not tell.
std::uint64_t peakMemoryBytes();

} // namespace parley::server::runtime::platform
