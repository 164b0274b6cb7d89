// SPDX-License-Identifier: MIT
#include "server/desk/business_hours.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace parley::server::desk {

namespace {

constexpr std::array<const char*, 7> kDays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDay = 1440;
constexpr std::int64_t kWeek = 7 * kDay;
/// 1970-01-01 was a Thursday: so many minutes after a Monday.
constexpr std::int64_t kEpochShift = 3 * kDay;
constexpr int kMostSpans = 8;
constexpr int kFarthestOffset = 14 * 60;

/// "09:30" as minutes since midnight, "24:00" included.
std::optional<int> minutesOf(const nlohmann::json& json)
{
    const std::string text = json.is_string() ? json.get<std::string>() : std::string();
    const auto isDigit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() != 5 || text[2] != ':' || !isDigit(0) || !isDigit(1) || !isDigit(3) || !isDigit(4)) {
        return std::nullopt;
    }
    const int minutes =
        ((text[0] - '0') * 10 + (text[1] - '0')) * 60 + (text[3] - '0') * 10 + (text[4] - '0');
    return text[3] <= '5' && minutes <= kDay ? std::optional(minutes) : std::nullopt;
}

std::optional<std::vector<BusinessHours::Span>> spansOf(const nlohmann::json& json)
{
    if (!json.is_array() || json.size() > kMostSpans) {
        return std::nullopt;
    }
    std::vector<BusinessHours::Span> spans;
    for (const nlohmann::json& pair : json) {
        if (!pair.is_array() || pair.size() != 2) {
            return std::nullopt;
        }
        const auto begin = minutesOf(pair[0]);
        const auto end = minutesOf(pair[1]);
        if (!begin || !end || *begin >= *end || (!spans.empty() && *begin < spans.back().end)) {
            return std::nullopt;
        }
        spans.push_back({*begin, *end});
    }
    return spans;
}

std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    return value >= 0 ? value / by : -((-value + by - 1) / by);
}

} // namespace

Result<BusinessHours> BusinessHours::parse(const nlohmann::json& json)
{
    BusinessHours hours;
    if (json.is_null()) {
        return hours;
    }
    if (!json.is_object()) {
        return failField("hours", "must be an object of days");
    }
    for (const auto& [name, value] : json.items()) {
        const auto* day =
            std::find_if(kDays.begin(), kDays.end(), [&](const char* each) { return name == each; });
        if (name == "utc_offset_minutes") {
            const bool isRight = value.is_number_integer() && value.get<std::int64_t>() >= -kFarthestOffset &&
                                 value.get<std::int64_t>() <= kFarthestOffset;
            if (!isRight) {
                return failField("hours.utc_offset_minutes", "must be a whole number from -840 to 840");
            }
            hours.m_offsetMinutes = value.get<int>();
            continue;
        }
        if (day == kDays.end()) {
            return failField("hours." + name, "must be monday to sunday, or utc_offset_minutes");
        }
        auto spans = spansOf(value);
        if (!spans) {
            return failField("hours." + name,
                             R"(must be spans in order, such as [["09:00","12:00"],["13:00","17:30"]])");
        }
        hours.m_days.at(static_cast<std::size_t>(day - kDays.begin())) = *std::move(spans);
    }
    return hours;
}

bool BusinessHours::isAlways() const
{
    return std::all_of(m_days.begin(), m_days.end(), [](const auto& spans) { return spans.empty(); });
}

std::optional<BusinessHours::Span> BusinessHours::spanAt(std::int64_t weekMinute) const
{
    for (std::int64_t day = weekMinute / kDay; day < 7; ++day) {
        for (const Span& span : m_days.at(static_cast<std::size_t>(day))) {
            const int base = static_cast<int>(day * kDay);
            if (base + span.end > weekMinute) {
                return Span{base + span.begin, base + span.end};
            }
        }
    }
    return std::nullopt;
}

bool BusinessHours::isOpen(std::int64_t ms) const
{
    return nextOpen(ms) == ms;
}

std::int64_t BusinessHours::nextOpen(std::int64_t ms) const
{
    if (isAlways()) {
        return ms;
    }
    const std::int64_t local = floorDiv(ms, kMinuteMs) + m_offsetMinutes + kEpochShift;
    const std::int64_t week = floorDiv(local, kWeek) * kWeek;
    auto span = spanAt(local - week);
    std::int64_t base = week;
    if (!span) {
        span = spanAt(0);
        base += kWeek;
    }
    const std::int64_t begin = (base + span->begin - kEpochShift - m_offsetMinutes) * kMinuteMs;
    return std::max(ms, begin);
}

std::int64_t BusinessHours::after(std::int64_t from, std::chrono::minutes work) const
{
    std::int64_t left = work.count() * kMinuteMs;
    if (isAlways()) {
        return from + left;
    }
    std::int64_t now = nextOpen(from);
    for (;;) {
        const std::int64_t local = floorDiv(now, kMinuteMs) + m_offsetMinutes + kEpochShift;
        const std::int64_t week = floorDiv(local, kWeek) * kWeek;
        const auto span = spanAt(local - week);
        const std::int64_t end = (week + span->end - kEpochShift - m_offsetMinutes) * kMinuteMs;
        if (now + left <= end) {
            return now + left;
        }
        left -= end - now;
        now = nextOpen(end);
    }
}

} // namespace parley::server::desk
