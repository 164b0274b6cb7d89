// SPDX-License-Identifier: MIT
#include "server/nlp/entities/dates.h"

#include <charconv>

namespace parley::server::nlp {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

struct RelativeDay {
    std::string_view phrase; ///< folded words
    int offset;
};

// Longer phrases before their own beginnings.
constexpr std::array kDays{
    RelativeDay{"the day before yesterday", -2},
    RelativeDay{"day before yesterday", -2},
    RelativeDay{"the day after tomorrow", 2},
    RelativeDay{"day after tomorrow", 2},
    RelativeDay{"yesterday", -1},
    RelativeDay{"today", 0},
    RelativeDay{"tomorrow", 1},
    RelativeDay{"tonight", 0},
    RelativeDay{"heute", 0},
    RelativeDay{"gestern", -1},
    RelativeDay{"vorgestern", -2},
    RelativeDay{"ubermorgen", 2},
    RelativeDay{"aujourd hui", 0},
    RelativeDay{"hier", -1},
    RelativeDay{"avant hier", -2},
    RelativeDay{"demain", 1},
    RelativeDay{"apres demain", 2},
    RelativeDay{"hoy", 0},
    RelativeDay{"ayer", -1},
    RelativeDay{"anteayer", -2},
    RelativeDay{"pasado manana", 2},
};

struct WeekdayName {
    std::string_view name;
    unsigned day; ///< 0 = Sunday
};

constexpr std::array kWeekdays{
    WeekdayName{"sunday", 0},    WeekdayName{"monday", 1},   WeekdayName{"tuesday", 2},
    WeekdayName{"wednesday", 3}, WeekdayName{"thursday", 4}, WeekdayName{"friday", 5},
    WeekdayName{"saturday", 6},  WeekdayName{"sonntag", 0},  WeekdayName{"montag", 1},
    WeekdayName{"dienstag", 2},  WeekdayName{"mittwoch", 3}, WeekdayName{"donnerstag", 4},
    WeekdayName{"freitag", 5},   WeekdayName{"samstag", 6},  WeekdayName{"dimanche", 0},
    WeekdayName{"lundi", 1},     WeekdayName{"mardi", 2},    WeekdayName{"mercredi", 3},
    WeekdayName{"jeudi", 4},     WeekdayName{"vendredi", 5}, WeekdayName{"samedi", 6},
    WeekdayName{"domingo", 0},   WeekdayName{"lunes", 1},    WeekdayName{"martes", 2},
    WeekdayName{"miercoles", 3}, WeekdayName{"jueves", 4},   WeekdayName{"viernes", 5},
    WeekdayName{"sabado", 6},
};

std::optional<unsigned> weekdayOf(std::string_view word)
{
    for (const WeekdayName& name : kWeekdays) {
        if (name.name == word) {
            return name.day;
        }
    }
    return std::nullopt;
}

MaybeFound dated(std::size_t begin, std::size_t end, sys_days day)
{
    const std::chrono::year_month_day date(day);
    auto iso = isoDate(static_cast<int>(date.year()),
                       static_cast<int>(static_cast<unsigned>(date.month())),
                       static_cast<int>(static_cast<unsigned>(date.day())));
    return iso ? MaybeFound(Found{begin, end, *std::move(iso)}) : std::nullopt;
}

/// The next such day after today, or the last before it.
sys_days weekdayFrom(sys_days today, unsigned weekday, bool next)
{
    const unsigned now = std::chrono::weekday(today).c_encoding();
    const unsigned ahead = (weekday + 7 - now) % 7;
    if (next) {
        return today + days(ahead == 0 ? 7 : static_cast<int>(ahead));
    }
    return today - days(ahead == 0 ? 7 : 7 - static_cast<int>(ahead));
}

bool saysNext(std::string_view word)
{
    return isOneOf(word, {"next", "coming", "nachsten", "nachster", "kommenden", "prochain", "proximo"});
}

bool saysLast(std::string_view word)
{
    return isOneOf(word, {"last", "letzten", "letzter", "vergangenen", "dernier", "pasado", "ultimo"});
}

/// The next word behind spaces, "-" and apostrophes.
std::string nextWord(std::string_view text, std::size_t at, std::size_t& end)
{
    std::size_t i = skipSpaces(text, at);
    if (i == at && (charAt(text, i) == '-' || charAt(text, i) == '\'')) {
        ++i;
    } else if (i == at && text.substr(i, 3) == "\xe2\x80\x99") {
        i += 3;
    }
    end = at;
    if (i == at) {
        return {};
    }
    std::size_t after = i;
    std::string word = wordAt(text, i, after);
    end = after > i ? after : at;
    return word;
}

/// "next Monday", "lundi prochain".
MaybeFound
weekdayAt(std::string_view text, std::size_t at, std::string_view word, std::size_t end, sys_days today)
{
    std::size_t after = end;
    const std::string second = nextWord(text, end, after);
    const bool isDayFirst = weekdayOf(word).has_value();
    const auto weekday = isDayFirst ? weekdayOf(word) : weekdayOf(second);
    const std::string_view which = isDayFirst ? std::string_view(second) : word;
    if (!weekday || (!saysNext(which) && !saysLast(which))) {
        return std::nullopt;
    }
    return dated(at, after, weekdayFrom(today, *weekday, saysNext(which)));
}

int daysOfUnit(std::string_view unit)
{
    if (isOneOf(unit, {"day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias"})) {
        return 1;
    }
    return isOneOf(unit, {"week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas"})
               ? 7
               : 0;
}

/// "3 days ago"; "vor 3 Tagen", "hace 3 días", "il y a 3 jours" begin at their first word.
MaybeFound
agoAt(std::string_view text, std::size_t at, std::string_view word, std::size_t end, sys_days today)
{
    std::size_t number = at;
    const bool hasPrefix =
        isOneOf(word, {"vor", "hace"}) || (word == "il" && text.substr(at, 7) == "il y a ");
    if (hasPrefix) {
        number = skipSpaces(text, word == "il" ? at + 7 : end);
    }
    const std::size_t digits = digitsAt(text, number, 4);
    int count = 0;
    std::from_chars(text.data() + number, text.data() + number + digits, count);
    if (digits == 0 || digits > 3) {
        return std::nullopt;
    }
    std::size_t after = number + digits;
    const int unit = daysOfUnit(nextWord(text, after, after));
    if (unit == 0 || (!hasPrefix && nextWord(text, after, after) != "ago")) {
        return std::nullopt;
    }
    return dated(at, after, today - days(count * unit));
}

MaybeFound
phraseAt(std::string_view text, std::size_t at, std::string_view word, std::size_t end, sys_days today)
{
    for (const RelativeDay& day : kDays) {
        std::string_view rest = day.phrase;
        std::size_t last = end;
        std::string_view expected = rest.substr(0, rest.find(' '));
        if (expected != word) {
            continue;
        }
        rest.remove_prefix(std::min(rest.size(), expected.size() + 1));
        bool isSame = true;
        while (isSame && !rest.empty()) {
            expected = rest.substr(0, rest.find(' '));
            isSame = nextWord(text, last, last) == expected;
            rest.remove_prefix(std::min(rest.size(), expected.size() + 1));
        }
        if (isSame) {
            return dated(at, last, today + days(day.offset));
        }
    }
    return std::nullopt;
}

} // namespace

MaybeFound relativeDateAt(std::string_view text, std::size_t at, std::chrono::year_month_day today)
{
    std::size_t end = at;
    const std::string word = wordAt(text, at, end);
    if (word.size() < 1 || word.size() > 11) {
        return std::nullopt;
    }
    // German "hier" is a place.
    const bool isPlace =
        word == "hier" && isOneOf(wordsBefore(text, at)[0], {"ist", "bin", "sind", "von", "und", "ich"});
    if (auto found = isPlace ? MaybeFound() : phraseAt(text, at, word, end, sys_days(today))) {
        return found;
    }
    if (auto found = weekdayAt(text, at, word, end, sys_days(today))) {
        return found;
    }
    return agoAt(text, at, word, end, sys_days(today));
}

} // namespace parley::server::nlp
