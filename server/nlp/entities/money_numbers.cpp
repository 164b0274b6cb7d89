// SPDX-License-Identifier: MIT
#include "server/nlp/entities/money_numbers.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

struct Country {
    std::string_view code;
    std::size_t length;
};

constexpr std::array kCountries{
    Country{"AD", 24}, Country{"AE", 23}, Country{"AL", 28}, Country{"AT", 20}, Country{"AZ", 28},
    Country{"BA", 20}, Country{"BE", 16}, Country{"BG", 22}, Country{"BH", 22}, Country{"BR", 29},
    Country{"BY", 28}, Country{"CH", 21}, Country{"CR", 22}, Country{"CY", 28}, Country{"CZ", 24},
    Country{"DE", 22}, Country{"DK", 18}, Country{"DO", 28}, Country{"EE", 20}, Country{"EG", 29},
    Country{"ES", 24}, Country{"FI", 18}, Country{"FO", 18}, Country{"FR", 27}, Country{"GB", 22},
    Country{"GE", 22}, Country{"GI", 23}, Country{"GL", 18}, Country{"GR", 27}, Country{"GT", 28},
    Country{"HR", 21}, Country{"HU", 28}, Country{"IE", 22}, Country{"IL", 23}, Country{"IQ", 23},
    Country{"IS", 26}, Country{"IT", 27}, Country{"JO", 30}, Country{"KW", 30}, Country{"KZ", 20},
    Country{"LB", 28}, Country{"LI", 21}, Country{"LT", 20}, Country{"LU", 20}, Country{"LV", 21},
    Country{"MC", 27}, Country{"MD", 24}, Country{"ME", 22}, Country{"MK", 19}, Country{"MR", 27},
    Country{"MT", 31}, Country{"MU", 30}, Country{"NL", 18}, Country{"NO", 15}, Country{"PK", 24},
    Country{"PL", 28}, Country{"PS", 29}, Country{"PT", 25}, Country{"QA", 29}, Country{"RO", 24},
    Country{"RS", 22}, Country{"SA", 24}, Country{"SE", 24}, Country{"SI", 19}, Country{"SK", 24},
    Country{"SM", 27}, Country{"TN", 24}, Country{"TR", 26}, Country{"UA", 29}, Country{"VA", 22},
    Country{"XK", 20},
};

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}

bool isReference(std::string_view text, std::size_t at)
{
    const auto before = wordsBefore(text, at);
    return charAt(text, at > 0 ? at - 1 : 0) == '#' ||
           std::any_of(before.begin(), before.end(), [](const std::string& word) {
               return isOneOf(
                   word, {"order", "tracking", "ticket", "serial", "imei", "reference", "sendungsnummer"});
           });
}

} // namespace

bool hasLuhnDigit(std::string_view digits)
{
    unsigned sum = 0;
    bool doubled = false;
    for (auto it = digits.rbegin(); it != digits.rend(); ++it) {
        unsigned digit = static_cast<unsigned>(*it - '0') * (doubled ? 2U : 1U);
        digit -= digit > 9 ? 9U : 0U;
        sum += digit;
        doubled = !doubled;
    }
    return !digits.empty() && sum % 10 == 0;
}

unsigned remainderOf97(std::string_view text)
{
    unsigned remainder = 0;
    for (const char c : text) {
        if (isAsciiDigit(c)) {
            remainder = (remainder * 10 + static_cast<unsigned>(c - '0')) % 97;
        } else {
            remainder = (remainder * 100 + static_cast<unsigned>(upper(c) - 'A') + 10) % 97;
        }
    }
    return remainder;
}

MaybeFound cardAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t kFewest = 13;
    constexpr std::size_t kMost = 19;
    std::string digits;
    std::size_t end = at;
    std::size_t separators = 0;
    for (std::size_t i = at; i < text.size() && digits.size() <= kMost; ++i) {
        if (isAsciiDigit(text[i])) {
            digits += text[i];
            end = i + 1;
        } else if ((text[i] == ' ' || text[i] == '-') && i == end && !digits.empty()) {
            ++separators;
        } else {
            break;
        }
    }
    const bool isIssued = !digits.empty() && digits[0] >= '2' && digits[0] <= '6';
    if (digits.size() < kFewest || digits.size() > kMost || !isIssued || !isWordEnd(text, end) ||
        !hasLuhnDigit(digits) || std::count(digits.begin(), digits.end(), digits[0]) == std::ssize(digits)) {
        return std::nullopt;
    }
    if (separators < 2 && isReference(text, at)) {
        return std::nullopt;
    }
    return Found{at, end, digits};
}

MaybeFound ibanAt(std::string_view text, std::size_t at)
{
    if (!isAsciiLetter(charAt(text, at)) || !isAsciiLetter(charAt(text, at + 1)) ||
        digitsAt(text, at + 2, 2) != 2) {
        return std::nullopt;
    }
    const std::string code{upper(text[at]), upper(text[at + 1])};
    const auto country = std::find_if(kCountries.begin(), kCountries.end(), [&](const Country& one) {
        return one.code == code;
    });
    if (country == kCountries.end()) {
        return std::nullopt;
    }
    std::string value;
    std::size_t end = at;
    while (end < text.size() && value.size() < country->length) {
        if (isAsciiAlnum(text[end])) {
            value += upper(text[end]);
        } else if ((text[end] != ' ' && text[end] != '-') || text[end - 1] == text[end]) {
            return std::nullopt;
        }
        ++end;
    }
    if (value.size() != country->length || !isWordEnd(text, end) ||
        remainderOf97(value.substr(4) + value.substr(0, 4)) != 1) {
        return std::nullopt;
    }
    return Found{at, end, value};
}

} // namespace parley::server::nlp
