// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parley {

/// Where the time comes from, so that tests can set it. Any thread.
class Clock {
public:
    virtual ~Clock() = default;

    /// UTC, milliseconds since 1970: the form times have in SQL.
    [[nodiscard]] virtual std::int64_t nowMs() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override;
};

/// RFC 3339 with milliseconds: "2026-11-21T05:00:00.123Z", the form times have on the wire.
std::string toRfc3339(std::int64_t epochMs);

/// Reads RFC 3339 in UTC ("…Z", fraction optional). Empty when it is anything else.
std::optional<std::int64_t> fromRfc3339(std::string_view text);

} // namespace parley
