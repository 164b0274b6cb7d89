// SPDX-License-Identifier: MIT
#include "server/knowledge/extract/sandbox_check.h"

#include "server/knowledge/extract/extract_error.h"

namespace parley::server::knowledge {

std::optional<Error> sandboxRefusal(const runtime::platform::SandboxState& state, bool isWeakAllowed)
{
#if defined(__linux__)
    constexpr bool kIsMust = true;
#else
    constexpr bool kIsMust = false;
#endif
    if (!kIsMust || isWeakAllowed || (state.limits && state.systemCalls)) {
        return std::nullopt;
    }
    return extractError(
        ExtractFault::Unsafe,
        state.systemCalls
            ? "Documents cannot be read safely here: the server's system does not let limits "
              "be set. Whoever runs it can change that, or accept the risk with the setting "
              "extract.allow_weak_sandbox."
            : "Documents cannot be read safely here: the server's system does not let calls "
              "be filtered (seccomp). Whoever runs it can change that, or accept the risk with the "
              "setting extract.allow_weak_sandbox.");
}

} // namespace parley::server::knowledge
