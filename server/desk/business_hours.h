// SPDX-License-Identifier: MIT
#pragma once

#include "shared/core/result.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace parley::server::desk {

/// When people work: for each day of the week (Monday first) spans of minutes since midnight, in a fixed
/// offset from UTC. Without any span they work around the clock.
class BusinessHours {
public:
    /// From `begin` inclusive to `end` exclusive, 0..1440.
    struct Span {
        int begin = 0;
        int end = 0;
    };

    BusinessHours() = default;

    /// `{"utc_offset_minutes": 60, "monday": [["09:00", "17:30"]], …}`; null or empty: around the clock.
    /// @errors InvalidArgument naming the day that is wrong
    static Result<BusinessHours> parse(const nlohmann::json& json);

    [[nodiscard]] bool isOpen(std::int64_t ms) const;
    [[nodiscard]] int offsetMinutes() const { return m_offsetMinutes; }
    /// When they work next, `ms` itself where they do. Epoch milliseconds.
    [[nodiscard]] std::int64_t nextOpen(std::int64_t ms) const;
    /// The moment after so much working time. @param from  epoch milliseconds
    [[nodiscard]] std::int64_t after(std::int64_t from, std::chrono::minutes work) const;

private:
    [[nodiscard]] bool isAlways() const;
    /// The span that holds, or else follows, a local minute of the week; empty: none until its end.
    [[nodiscard]] std::optional<Span> spanAt(std::int64_t weekMinute) const;

    std::array<std::vector<Span>, 7> m_days;
    int m_offsetMinutes = 0;
};

} // namespace parley::server::desk
