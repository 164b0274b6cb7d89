// SPDX-License-Identifier: MIT
#include "server/nlp/entities/dates.h"

#include <charconv>
#include <cstdio>

namespace parley::server::nlp {
namespace {

constexpr int kCentury = 2000;
constexpr int kLastShortYear = 69; ///< "70" is 1970, as POSIX has it

int numberAt(std::string_view text, std::size_t at, std::size_t digits)
{
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, value);
    return value;
}

struct Parts {
    std::array<int, 3> values{};
    std::array<std::size_t, 3> digits{};
    char separator = '\0';
    std::size_t end = 0;
};

/// Three numbers apart by the same of "-", "/" and ".".
std::optional<Parts> partsAt(std::string_view text, std::size_t at)
{
    Parts parts;
    std::size_t i = at;
    for (std::size_t n = 0; n < 3; ++n) {
        if (n > 0) {
            const char c = charAt(text, i);
            if ((c != '-' && c != '/' && c != '.') || (n == 2 && c != parts.separator)) {
                return std::nullopt;
            }
            parts.separator = c;
            ++i;
        }
        parts.digits[n] = digitsAt(text, i, 5);
        if (parts.digits[n] == 0 || parts.digits[n] > 4 || parts.digits[n] == 3) {
            return std::nullopt;
        }
        parts.values[n] = numberAt(text, i, parts.digits[n]);
        i += parts.digits[n];
    }
    parts.end = i;
    const bool goesOn = charAt(text, i) == parts.separator && isWordByte(charAt(text, i + 1));
    const bool isTime = charAt(text, i) == 'T' && isAsciiDigit(charAt(text, i + 1));
    return (isWordEnd(text, i) || isTime) && !goesOn ? std::optional(parts) : std::nullopt;
}

} // namespace

std::optional<std::string> isoDate(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (month < 1 || day < 1 || year < 1900 || year > 2199 || !date.ok()) {
        return std::nullopt;
    }
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
    return std::string(text.data());
}

MaybeFound numericDateAt(std::string_view text, std::size_t at, DateOrder order)
{
    const auto parts = partsAt(text, at);
    if (!parts) {
        return std::nullopt;
    }
    const auto& [first, second, third] = parts->values;
    std::optional<std::string> iso;
    if (parts->digits[0] == 4 && parts->digits[1] <= 2 && parts->digits[2] <= 2) {
        iso = isoDate(first, second, third);
    } else if (parts->digits[0] <= 2 && parts->digits[1] <= 2 && parts->digits[2] != 1) {
        const bool isShort = parts->digits[2] == 2;
        if (isShort && parts->separator == '-' && parts->digits[0] + parts->digits[1] < 4) {
            return std::nullopt; // "1-2-10" is a range or a score
        }
        const int year = !isShort                  ? third
                         : third <= kLastShortYear ? kCentury + third
                                                   : kCentury - 100 + third;
        const bool monthFirst =
            parts->separator != '.' && (second > 12 || (first <= 12 && order == DateOrder::MonthFirst));
        iso = monthFirst ? isoDate(year, first, second) : isoDate(year, second, first);
    }
    if (!iso || (parts->digits[2] == 2 && parts->separator == '.' && parts->digits[0] == 1 &&
                 parts->digits[1] == 1)) {
        return std::nullopt; // "1.2.10" is a version
    }
    return Found{at, parts->end, *std::move(iso)};
}

} // namespace parley::server::nlp
