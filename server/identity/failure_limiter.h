// SPDX-License-Identifier: MIT
#pragma once

#include "server/identity/sliding_window.h"
#include "shared/core/clock.h"
#include "shared/core/result.h"

#include <chrono>
#include <string_view>

namespace parley::server::identity {

/// Failed sign-ins that are let through in a window.
struct FailureLimits {
    int perAccountAndAddress = 5;
    int perAddress = 20;
    int perAccount = 100;
    std::chrono::minutes window{15};
};

/// Slows down whoever guesses passwords. An attempt counts as a failure from its beginning until it has
/// succeeded, so that many at once get no more tries than one after the other. Each node counts for itself.
/// Any thread.
class FailureLimiter {
public:
    explicit FailureLimiter(const Clock& clock, FailureLimits limits = {});

    /// Counts an attempt. Known and unknown accounts are counted alike.
    /// @param account  whatever was typed; only its hash is kept @errors RateLimited with retryAfter
    Result<void> begin(std::string_view account, std::string_view address);

    /// The attempt was no failure: takes it back and forgives this account's earlier ones from this address.
    void succeeded(std::string_view account, std::string_view address);

    /// The attempt was never decided, by a fault of ours: takes it back and forgives nothing.
    void takeBack(std::string_view account, std::string_view address);

private:
    const Clock& m_clock;
    const FailureLimits m_limits;
    SlidingWindow m_pairs;
    SlidingWindow m_addresses;
    SlidingWindow m_accounts;
};

} // namespace parley::server::identity
