// SPDX-License-Identifier: MIT
#include "server/runtime/platform/file_limit.h"

#include <algorithm>

#if defined(__unix__) || defined(__APPLE__)
#include <sys/resource.h>
#define PARLEY_HAS_RLIMIT 1
#else
#define PARLEY_HAS_RLIMIT 0
#endif

namespace parley::server::runtime::platform {

std::uint64_t openFileLimit()
{
#if PARLEY_HAS_RLIMIT
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        return static_cast<std::uint64_t>(limit.rlim_cur);
    }
#endif
    return 0;
}

std::uint64_t raiseOpenFileLimit([[maybe_unused]] std::uint64_t wanted)
{
#if PARLEY_HAS_RLIMIT
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < wanted) {
        limit.rlim_cur = std::min(static_cast<rlim_t>(wanted), limit.rlim_max);
        setrlimit(RLIMIT_NOFILE, &limit);
    }
#endif
    return openFileLimit();
}

} // namespace parley::server::runtime::platform
