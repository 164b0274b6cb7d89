// SPDX-License-Identifier: MIT
#include "tests/bench/token_arrivals.h"

#include "tests/bench/token_server.h"

#include <algorithm>
#include <charconv>

namespace parley::bench {

void TokenArrivals::take(std::string_view token, Time now)
{
    if (token.size() < TokenServer::kTimeDigits + TokenServer::kLateDigits) {
        return;
    }
    const char* const late = token.data() + TokenServer::kTimeDigits;
    std::int64_t sentNs = 0;
    std::int64_t lateUs = 0;
    std::from_chars(token.data(), late, sentNs);
    std::from_chars(late, late + TokenServer::kLateDigits, lateUs);
    const auto nowNs = std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch()).count();
    const std::int64_t took = std::max<std::int64_t>(nowNs - sentNs, 0);
    Phase& phase = now < m_from ? m_beginning : now < m_to ? m_speaking : m_ending;
    phase.sinceSent.record(static_cast<std::uint64_t>(took));
    phase.sinceDue.record(static_cast<std::uint64_t>(took + lateUs * 1'000));
}

} // namespace parley::bench
