// SPDX-License-Identifier: MIT
#include "server/identity/failure_limiter.h"

#include "server/security/digest.h"
#include "server/security/encoding.h"

#include <algorithm>

namespace parley::server::identity {

namespace {

constexpr std::size_t kKeys = 100'000;

/// 16 bytes whatever was typed.
std::string accountKey(std::string_view account)
{
    return security::textOf(security::sha256(account)).substr(0, 16);
}

} // namespace

FailureLimiter::FailureLimiter(const Clock& clock, FailureLimits limits)
    : m_clock(clock),
      m_limits(limits),
      m_pairs(limits.window, kKeys),
      m_addresses(limits.window, kKeys),
      m_accounts(limits.window, kKeys)
{}

Result<void> FailureLimiter::begin(std::string_view account, std::string_view address)
{
    const std::int64_t nowMs = m_clock.nowMs();
    const std::string key = accountKey(account);
    const std::string pair = key + std::string(address);
    auto wait = m_pairs.take(pair, m_limits.perAccountAndAddress, nowMs);
    if (wait.count() == 0) {
        wait = m_addresses.take(address, m_limits.perAddress, nowMs);
        if (wait.count() != 0) {
            m_pairs.giveBack(pair, nowMs);
        }
    }
    if (wait.count() == 0) {
        wait = m_accounts.take(key, m_limits.perAccount, nowMs);
        if (wait.count() != 0) {
            m_pairs.giveBack(pair, nowMs);
            m_addresses.giveBack(address, nowMs);
        }
    }
    if (wait.count() == 0) {
        return {};
    }
    auto refused = fail(ErrorCode::RateLimited, "Too many failed sign-ins. Try again later.");
    refused.value().retryAfter = std::chrono::ceil<std::chrono::seconds>(wait);
    return refused;
}

void FailureLimiter::succeeded(std::string_view account, std::string_view address)
{
    takeBack(account, address);
    m_pairs.forget(accountKey(account) + std::string(address));
}

void FailureLimiter::takeBack(std::string_view account, std::string_view address)
{
    const std::int64_t nowMs = m_clock.nowMs();
    const std::string key = accountKey(account);
    m_pairs.giveBack(key + std::string(address), nowMs);
    m_addresses.giveBack(address, nowMs);
    m_accounts.giveBack(key, nowMs);
}

} // namespace parley::server::identity
