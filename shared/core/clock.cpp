// SPDX-License-Identifier: MIT
#include "shared/core/clock.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace parley {

namespace {

bool readNumber(std::string_view text, std::size_t at, std::size_t digits, int& out)
{
    if (at + digits > text.size()) {
        return false;
    }
    const char* first = text.data() + at;
    const auto [end, error] = std::from_chars(first, first + digits, out);
    return error == std::errc() && end == first + digits && *first != '-';
}

} // namespace

std::int64_t SystemClock::nowMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string toRfc3339(std::int64_t epochMs)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds{epochMs}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss<milliseconds> clock{time - day};
    std::array<char, 40> buffer{};
    const int size = std::snprintf(buffer.data(),
                                   buffer.size(),
                                   "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                                   static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()),
                                   static_cast<unsigned>(date.day()),
                                   static_cast<int>(clock.hours().count()),
                                   static_cast<int>(clock.minutes().count()),
                                   static_cast<int>(clock.seconds().count()),
                                   static_cast<int>(clock.subseconds().count()));
    return {buffer.data(), static_cast<std::size_t>(size)};
}

std::optional<std::int64_t> fromRfc3339(std::string_view text)
{
    using namespace std::chrono;
    int y = 0;
    int mo = 0;
    int d = 0;
    int h = 0;
    int mi = 0;
    int s = 0;
    const bool shaped = text.size() >= 20 && text[4] == '-' && text[7] == '-' && text[10] == 'T' &&
                        text[13] == ':' && text[16] == ':' && text.back() == 'Z';
    if (!shaped || !readNumber(text, 0, 4, y) || !readNumber(text, 5, 2, mo) || !readNumber(text, 8, 2, d) ||
        !readNumber(text, 11, 2, h) || !readNumber(text, 14, 2, mi) || !readNumber(text, 17, 2, s)) {
        return std::nullopt;
    }
    int ms = 0;
    if (text.size() > 20) {
        const std::size_t digits = text.size() - 21;
        if (text[19] != '.' || digits < 1 || digits > 9) {
            return std::nullopt;
        }
        int fraction = 0;
        if (!readNumber(text, 20, digits, fraction)) {
            return std::nullopt;
        }
        double scaled = fraction;
        for (std::size_t i = 3; i < digits; ++i) {
            scaled /= 10;
        }
        for (std::size_t i = digits; i < 3; ++i) {
            scaled *= 10;
        }
        ms = static_cast<int>(scaled);
    }
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || h > 23 || mi > 59 || s > 59) {
        return std::nullopt;
    }
    const auto time = sys_days{date} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms};
    return duration_cast<milliseconds>(time.time_since_epoch()).count();
}

} // namespace parley
