// SPDX-License-Identifier: MIT
#include "server/runtime/platform/sandbox.h"

#include "server/runtime/platform/sandbox_filter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif
#if defined(__linux__)
#include <sys/prctl.h>

#include <csignal>
#endif

namespace parley::server::runtime::platform {

#if defined(__unix__) || defined(__APPLE__)

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true; // their shadow memory is terabytes of addresses
#else
constexpr bool kSanitized = false;
#endif

/// Left for what is mapped already and becomes resident only when it is used (code of libraries).
constexpr std::uint64_t kReserve = 24ULL << 20;

using Resource = decltype(RLIMIT_AS);

bool limitTo(Resource resource, std::uint64_t value)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0) {
        return false;
    }
    // A limit that is lower already stays: raising it would be refused.
    limit.rlim_cur = limit.rlim_max = std::min(static_cast<rlim_t>(value), limit.rlim_max);
    return setrlimit(resource, &limit) == 0;
}

/// Addresses may grow by as much as is not resident yet, so the resident set cannot pass the limit.
bool limitMemory(std::uint64_t bytes)
{
    std::ifstream statm("/proc/self/statm");
    std::uint64_t size = 0;
    std::uint64_t resident = 0;
    if (!(statm >> size >> resident)) {
        return limitTo(RLIMIT_AS, bytes);
    }
    const auto page = static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    const std::uint64_t used = resident * page + kReserve;
    const std::uint64_t growth = bytes > used ? bytes - used : 0;
    return limitTo(RLIMIT_AS, size * page + growth) && limitTo(RLIMIT_DATA, bytes);
}

bool writesToFile()
{
    struct stat status {};
    return fstat(STDOUT_FILENO, &status) == 0 && S_ISREG(status.st_mode);
}

bool setLimits(const SandboxLimits& limits)
{
    bool all = true;
    if (limits.memoryBytes > 0 && !kSanitized) {
        all = limitMemory(limits.memoryBytes) && all;
    }
    if (limits.cpu.count() > 0) {
        all = limitTo(RLIMIT_CPU, static_cast<std::uint64_t>(limits.cpu.count())) && all;
    }
    all = limitTo(RLIMIT_CORE, 0) && all;
    all = limitTo(RLIMIT_NOFILE, 64) && all;
    if (!writesToFile()) { // run by hand: "parley-extract x.pdf > blocks"
        all = limitTo(RLIMIT_FSIZE, 0) && all;
    }
#if defined(RLIMIT_NPROC)
    all = limitTo(RLIMIT_NPROC, 0) && all;
#endif
    return all;
}

} // namespace

SandboxState enterSandbox(const SandboxLimits& limits)
{
    SandboxState state;
#if defined(__linux__)
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    peakMemoryBytes(); // opens what it reads, while that is possible
#endif
    state.limits = setLimits(limits);
#if defined(__linux__)
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        state.files = detail::restrictFiles(limits.readable);
        state.systemCalls = detail::filterSystemCalls();
    }
#endif
    return state;
}

std::uint64_t peakMemoryBytes()
{
#if defined(__linux__)
    // Not getrusage: between fork and exec that one counts the parent's memory.
    static std::ifstream status("/proc/self/status");
    status.clear();
    status.seekg(0);
    std::string line;
    while (std::getline(status, line)) {
        if (line.starts_with("VmHWM:")) {
            return std::stoull(line.substr(6)) * 1024;
        }
    }
    return 0;
#else
    rusage usage{};
    return getrusage(RUSAGE_SELF, &usage) == 0 ? static_cast<std::uint64_t>(usage.ru_maxrss) : 0;
#endif
}

#else

SandboxState enterSandbox(const SandboxLimits&)
{
    return {};
}

std::uint64_t peakMemoryBytes()
{
    return 0;
}

#endif

} // namespace parley::server::runtime::platform
