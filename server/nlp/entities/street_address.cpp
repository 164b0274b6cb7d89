// SPDX-License-Identifier: MIT
#include "server/nlp/entities/street_address.h"

#include "server/nlp/code_points.h"

namespace parley::server::nlp {
namespace {

constexpr int kWordsOfName = 4;

struct Word {
    std::string text; ///< folded; empty where none is
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isCapital = false;
};

Word nextWord(std::string_view text, std::size_t at)
{
    Word word;
    word.begin = skipSpaces(text, at);
    word.text = wordAt(text, word.begin, word.end);
    if (!word.text.empty()) {
        std::size_t i = word.begin;
        word.isCapital = isUpper(decodeAt(text, i));
    }
    return word;
}

bool isEnglishStreet(std::string_view word)
{
    return isOneOf(word,
                   {"street", "st",        "avenue",  "ave",   "road",    "rd",  "lane",     "ln",   "drive",
                    "dr",     "boulevard", "blvd",    "court", "ct",      "way", "place",    "pl",   "square",
                    "sq",     "terrace",   "parkway", "pkwy",  "highway", "hwy", "crescent", "close"});
}

bool isFrenchStreet(std::string_view word)
{
    return isOneOf(word,
                   {"rue",
                    "avenue",
                    "boulevard",
                    "bd",
                    "place",
                    "chemin",
                    "allee",
                    "impasse",
                    "quai",
                    "route",
                    "cours"});
}

bool isSpanishStreet(std::string_view word)
{
    return isOneOf(word, {"calle", "avenida", "avda", "plaza", "paseo", "camino", "carrer", "ronda"});
}

bool endsAsGermanStreet(std::string_view word)
{
    for (const std::string_view ending :
         {"strasse", "str", "weg", "allee", "platz", "gasse", "ring", "ufer", "damm", "chaussee"}) {
        if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
            return true;
        }
    }
    return false;
}

/// Behind "12", "12a", "12-14"; `at` where there is no number.
std::size_t houseNumberEnd(std::string_view text, std::size_t at)
{
    const std::size_t digits = digitsAt(text, at, 6);
    if (digits == 0 || digits > 5) {
        return at;
    }
    std::size_t end = at + digits;
    if (charAt(text, end) == '-' && digitsAt(text, end + 1, 5) > 0) {
        end += 1 + digitsAt(text, end + 1, 5);
    }
    if (isAsciiLetter(charAt(text, end)) && isWordEnd(text, end + 1)) {
        ++end;
    }
    return isWordEnd(text, end) ? end : at;
}

/// Behind ", 10969 Berlin", ", Springfield, IL 62704" and flats, where they stand; otherwise `at`.
std::size_t townEnd(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    for (int part = 0; part < 4; ++part) {
        std::size_t i = end;
        if (charAt(text, i) == ',') {
            ++i;
        }
        const std::size_t begin = skipSpaces(text, i);
        if (begin == end) {
            return end;
        }
        const std::size_t digits = digitsAt(text, begin, 6);
        const bool isPostcode =
            (digits == 5 || (digits == 4 && part == 0)) && isWordEnd(text, begin + digits);
        const Word word = nextWord(text, begin);
        const bool isFlat = isOneOf(word.text, {"apt", "apartment", "unit", "suite", "flat", "floor"});
        if (isPostcode) {
            end = begin + digits;
        } else if (isFlat) {
            const Word number = nextWord(text, word.end + (charAt(text, word.end) == '.' ? 1U : 0U));
            end = number.text.empty() ? word.end : number.end;
        } else if (word.isCapital && (i > end || isAsciiDigit(text[end - 1])) &&
                   !isOneOf(word.text,
                            {"i", "please", "can", "the", "thanks", "my", "and", "but", "bitte", "danke"})) {
            end = word.end;
        } else {
            return end;
        }
    }
    return end;
}

/// "12 Baker Street", "12 bis rue de la Paix".
std::size_t numberFirstEnd(std::string_view text, std::size_t at)
{
    const std::size_t number = houseNumberEnd(text, at);
    if (number == at) {
        return at;
    }
    Word word = nextWord(text, number + (charAt(text, number) == ',' ? 1U : 0U));
    if (isOneOf(word.text, {"bis", "ter"})) {
        word = nextWord(text, word.end);
    }
    if (isFrenchStreet(word.text)) {
        std::size_t end = word.end;
        bool hasName = false;
        for (int i = 0; i < kWordsOfName + 1; ++i) {
            std::size_t from = end + (charAt(text, end) == '\'' || charAt(text, end) == '-' ? 1U : 0U);
            const Word next = nextWord(text, from);
            const bool isLink = isOneOf(next.text, {"de", "du", "des", "la", "le", "les", "l", "d", "et"});
            if (next.text.empty() || (!next.isCapital && !isLink)) {
                break;
            }
            hasName = hasName || next.isCapital;
            end = next.end;
        }
        return hasName ? end : at;
    }
    for (int i = 0; i < kWordsOfName; ++i) {
        const bool isOrdinal = !word.text.empty() && isAsciiDigit(word.text[0]);
        if (word.text.empty() || (!word.isCapital && !isOrdinal)) {
            return at;
        }
        const Word next =
            nextWord(text, word.end + (charAt(text, word.end) == '.' && word.text.size() <= 2 ? 1U : 0U));
        if (isEnglishStreet(next.text) && next.isCapital) {
            return next.end + (charAt(text, next.end) == '.' && next.text.size() <= 4 &&
                                       charAt(text, next.end + 1) == ','
                                   ? 1U
                                   : 0U);
        }
        word = next;
    }
    return at;
}

/// "Lindenstraße 4a", "Unter den Linden 5" is not known, "Calle Mayor 12", "Am Alten Weg 3".
std::size_t nameFirstEnd(std::string_view text, std::size_t at)
{
    Word word = nextWord(text, at);
    if (!word.isCapital) {
        return at;
    }
    if (isSpanishStreet(word.text)) {
        for (int i = 0; i <= kWordsOfName; ++i) {
            std::size_t next =
                word.end + (charAt(text, word.end) == ',' || charAt(text, word.end) == '.' ? 1U : 0U);
            next = skipSpaces(text, next);
            if (const std::size_t end = houseNumberEnd(text, next); end > next && i > 0) {
                return end;
            }
            word = nextWord(text, next);
            if (word.text.empty() ||
                (!word.isCapital && !isOneOf(word.text, {"de", "del", "la", "las", "los", "el"}))) {
                return at;
            }
        }
        return at;
    }
    for (int i = 0; i < 3 && word.isCapital; ++i) {
        const bool isStreet =
            endsAsGermanStreet(word.text) ||
            (i > 0 && isOneOf(word.text, {"strasse", "str", "weg", "allee", "platz", "ring", "damm"}));
        if (isStreet) {
            const std::size_t next = skipSpaces(text, word.end + (charAt(text, word.end) == '.' ? 1U : 0U));
            const std::size_t end = houseNumberEnd(text, next);
            return next > word.end && end > next ? end : at;
        }
        const std::size_t joint = word.end + (charAt(text, word.end) == '-' ? 1U : 0U);
        word = nextWord(text, joint);
    }
    return at;
}

} // namespace

MaybeFound streetAddressAt(std::string_view text, std::size_t at)
{
    const std::size_t end =
        isAsciiDigit(charAt(text, at)) ? numberFirstEnd(text, at) : nameFirstEnd(text, at);
    if (end == at) {
        return std::nullopt;
    }
    return Found{at, townEnd(text, end), {}};
}

} // namespace parley::server::nlp
