// SPDX-License-Identifier: MIT
#include "server/nlp/entities/dates.h"

#include <charconv>

namespace parley::server::nlp {
namespace {

constexpr long kFutureCounts = 3;

struct MonthName {
    std::string_view name; ///< folded
    int month;
};

constexpr std::array kMonths{
    MonthName{"january", 1},    MonthName{"jan", 1},       MonthName{"januar", 1},
    MonthName{"janner", 1},     MonthName{"janvier", 1},   MonthName{"enero", 1},
    MonthName{"february", 2},   MonthName{"feb", 2},       MonthName{"februar", 2},
    MonthName{"fevrier", 2},    MonthName{"febrero", 2},   MonthName{"march", 3},
    MonthName{"mar", 3},        MonthName{"marz", 3},      MonthName{"mars", 3},
    MonthName{"marzo", 3},      MonthName{"april", 4},     MonthName{"apr", 4},
    MonthName{"avril", 4},      MonthName{"abril", 4},     MonthName{"may", 5},
    MonthName{"mai", 5},        MonthName{"mayo", 5},      MonthName{"june", 6},
    MonthName{"jun", 6},        MonthName{"juni", 6},      MonthName{"juin", 6},
    MonthName{"junio", 6},      MonthName{"july", 7},      MonthName{"jul", 7},
    MonthName{"juli", 7},       MonthName{"juillet", 7},   MonthName{"julio", 7},
    MonthName{"august", 8},     MonthName{"aug", 8},       MonthName{"aout", 8},
    MonthName{"agosto", 8},     MonthName{"september", 9}, MonthName{"sep", 9},
    MonthName{"sept", 9},       MonthName{"septembre", 9}, MonthName{"septiembre", 9},
    MonthName{"october", 10},   MonthName{"oct", 10},      MonthName{"oktober", 10},
    MonthName{"okt", 10},       MonthName{"octobre", 10},  MonthName{"octubre", 10},
    MonthName{"november", 11},  MonthName{"nov", 11},      MonthName{"novembre", 11},
    MonthName{"noviembre", 11}, MonthName{"december", 12}, MonthName{"dec", 12},
    MonthName{"dezember", 12},  MonthName{"dez", 12},      MonthName{"decembre", 12},
    MonthName{"diciembre", 12},
};

/// The month that begins at a place; 0 where there is none. @param end  is set behind it
int monthAt(std::string_view text, std::size_t at, std::size_t& end)
{
    const std::string word = wordAt(text, at, end);
    if (word.size() < 3 || word.size() > 10) {
        return 0;
    }
    for (const MonthName& month : kMonths) {
        if (month.name == word) {
            end += charAt(text, end) == '.' && word.size() <= 4 ? 1U : 0U;
            return month.month;
        }
    }
    return 0;
}

/// The day of a month with its ending ("3rd", "3.", "1er"); 0 where there is none.
int dayAt(std::string_view text, std::size_t at, std::size_t& end)
{
    const std::size_t digits = digitsAt(text, at, 3);
    if (digits == 0 || digits > 2) {
        return 0;
    }
    int day = 0;
    std::from_chars(text.data() + at, text.data() + at + digits, day);
    end = at + digits;
    for (const std::string_view ending : {"st", "nd", "rd", "th", "er"}) {
        if (text.substr(end, 2) == ending && isWordEnd(text, end + 2)) {
            end += 2;
            return day <= 31 ? day : 0;
        }
    }
    return day <= 31 && isWordEnd(text, end) ? day : 0;
}

/// A year of four digits, after a comma, "of", "de", "del" or nothing; 0 where there is none.
int yearAt(std::string_view text, std::size_t at, std::size_t& end)
{
    std::size_t i = charAt(text, at) == ',' ? at + 1 : at;
    i = skipSpaces(text, i);
    std::size_t after = i;
    if (isOneOf(wordAt(text, i, after), {"of", "de", "del"})) {
        i = skipSpaces(text, after);
    }
    if (i == at || digitsAt(text, i, 5) != 4 || !isWordEnd(text, i + 4)) {
        return 0;
    }
    int year = 0;
    std::from_chars(text.data() + i, text.data() + i + 4, year);
    if (year < 1900 || year > 2199) {
        return 0;
    }
    end = i + 4;
    return year;
}

/// The year in which a day is nearest to today; customers tell of what was rather than of what will be.
int nearestYear(int month, int day, std::chrono::year_month_day today)
{
    using namespace std::chrono;
    int best = static_cast<int>(today.year());
    long distance = -1;
    for (int year = static_cast<int>(today.year()) - 1; year <= static_cast<int>(today.year()) + 1; ++year) {
        const year_month_day date{std::chrono::year{year},
                                  std::chrono::month{static_cast<unsigned>(month)},
                                  std::chrono::day{static_cast<unsigned>(day)}};
        if (!date.ok()) {
            continue;
        }
        const long ahead = static_cast<long>((sys_days(date) - sys_days(today)).count());
        const long days = ahead > 0 ? kFutureCounts * ahead : -ahead;
        if (distance < 0 || days < distance) {
            best = year;
            distance = days;
        }
    }
    return best;
}

MaybeFound dated(std::size_t begin,
                 std::size_t end,
                 int day,
                 int month,
                 std::string_view text,
                 std::chrono::year_month_day today)
{
    std::size_t last = end;
    int year = yearAt(text, end, last);
    if (year == 0) {
        year = nearestYear(month, day, today);
        last = end;
    }
    auto iso = isoDate(year, month, day);
    return iso ? MaybeFound(Found{begin, last, *std::move(iso)}) : std::nullopt;
}

} // namespace

MaybeFound namedDateAt(std::string_view text, std::size_t at, std::chrono::year_month_day today)
{
    std::size_t end = at;
    if (const int day = dayAt(text, at, end); day > 0) {
        std::size_t i = end + (charAt(text, end) == '.' ? 1U : 0U);
        i = charAt(text, i) == '-' ? i + 1 : skipSpaces(text, i);
        std::size_t after = i;
        if (isOneOf(wordAt(text, i, after), {"of", "de"})) {
            i = skipSpaces(text, after);
        }
        const bool isVerb = text.substr(i, 4) == "may "; // "those over 30 may"
        const int month = i > end && !isVerb ? monthAt(text, i, after) : 0;
        return month > 0 ? dated(at, after, day, month, text, today) : std::nullopt;
    }
    // "may 5" and "mar 5" in small letters may be something else.
    const int month =
        isAsciiUpper(charAt(text, at)) || charAt(text, at + 3) > 'a' ? monthAt(text, at, end) : 0;
    if (month == 0 || (text.substr(at, 4) == "may ")) {
        return std::nullopt;
    }
    std::size_t i = skipSpaces(text, end);
    std::size_t after = i;
    if (wordAt(text, i, after) == "the") {
        i = skipSpaces(text, after);
    }
    const int day = i > end ? dayAt(text, i, after) : 0;
    const char next = charAt(text, after);
    const bool isNumber =
        (next == ':' || next == '.' || next == ',') && isAsciiDigit(charAt(text, after + 1));
    return day > 0 && !isNumber && next != '%' ? dated(at, after, day, month, text, today) : std::nullopt;
}

} // namespace parley::server::nlp
