// SPDX-License-Identifier: MIT
#include "server/nlp/entities/national_ids.h"

#include "server/nlp/entities/money_numbers.h"

#include <algorithm>
#include <charconv>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongest = 24;

/// Letters and digits, in capitals, without the spaces, dots and dashes between them.
struct Compact {
    std::string text;
    std::string pattern; ///< 9 a digit, A a letter, "-", "." and " " themselves
    std::size_t end = 0;
};

Compact compactAt(std::string_view text, std::size_t at, std::size_t limit)
{
    Compact compact;
    for (std::size_t i = at; i < text.size() && i - at < kLongest && compact.text.size() < limit; ++i) {
        const char c = text[i];
        if (isAsciiAlnum(c)) {
            compact.text += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
            compact.pattern += isAsciiDigit(c) ? '9' : 'A';
            compact.end = i + 1;
        } else if ((c == ' ' || c == '-' || c == '.') && compact.end == i && i > at) {
            compact.pattern += c;
        } else {
            break;
        }
    }
    return compact;
}

int numberOf(std::string_view digits)
{
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool isNamed(std::string_view text, std::size_t at, std::initializer_list<std::string_view> names)
{
    const auto before = wordsBefore(text, at);
    return std::any_of(before.begin(), before.end(), [&](const std::string& word) {
        return isOneOf(word, names);
    });
}

/// @source US Social Security Administration, randomization of 2011: what is never issued
bool isUsSocialSecurity(std::string_view digits)
{
    const int area = numberOf(digits.substr(0, 3));
    return area != 0 && area != 666 && area < 900 && digits.substr(3, 2) != "00" &&
           digits.substr(5) != "0000";
}

/// @source HM Revenue and Customs, NIM39110
bool isUkInsurance(std::string_view id)
{
    constexpr std::string_view kNever = "DFIQUV";
    return kNever.find(id[0]) == std::string_view::npos && kNever.find(id[1]) == std::string_view::npos &&
           id[1] != 'O' && id[8] >= 'A' && id[8] <= 'D' &&
           !isOneOf(id.substr(0, 2), {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"});
}

/// @source Bundeszentralamt für Steuern; ISO/IEC 7064 MOD 11,10
bool isGermanTaxId(std::string_view digits)
{
    int product = 10;
    for (const char c : digits.substr(0, 10)) {
        int sum = (c - '0' + product) % 10;
        sum = sum == 0 ? 10 : sum;
        product = sum * 2 % 11;
    }
    return digits[0] != '0' && (11 - product) % 10 == digits[10] - '0';
}

/// @source Ministerio del Interior: the letter of DNI and NIE
bool isSpanishId(std::string_view id)
{
    constexpr std::string_view kLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    std::string digits(id.substr(0, 8));
    if (!isAsciiDigit(digits[0])) {
        digits[0] = static_cast<char>('0' + (digits[0] - 'X'));
    }
    return kLetters[static_cast<std::size_t>(numberOf(digits) % 23)] == id[8];
}

/// @source INSEE: the key is 97 less the remainder
bool isFrenchSocialSecurity(std::string_view digits)
{
    return (digits[0] == '1' || digits[0] == '2') &&
           97 - remainderOf97(digits.substr(0, 13)) == static_cast<unsigned>(numberOf(digits.substr(13)));
}

/// @source Receita Federal: two digits, modulo 11
bool isBrazilianCpf(std::string_view digits)
{
    for (std::size_t length = 9; length < 11; ++length) {
        int sum = 0;
        for (std::size_t i = 0; i < length; ++i) {
            sum += (digits[i] - '0') * static_cast<int>(length + 1 - i);
        }
        if (sum * 10 % 11 % 10 != digits[length] - '0') {
            return false;
        }
    }
    return std::count(digits.begin(), digits.end(), digits[0]) != 11;
}

bool isItalianTaxCode(std::string_view pattern)
{
    return pattern == "AAAAAA99A99A999A";
}

/// Whether a whole number is one, by its pattern.
bool isId(std::string_view text, std::size_t at, const Compact& id)
{
    const std::string& pattern = id.pattern;
    if (pattern == "999-99-9999" || pattern == "999 99 9999" || pattern == "999999999") {
        return isUsSocialSecurity(id.text) &&
               (pattern[3] == '-' || isNamed(text, at, {"ssn", "social", "security", "itin"}));
    }
    if (pattern == "AA999999A" || pattern == "AA 99 99 99 A" || pattern == "AA-99-99-99-A") {
        return isUkInsurance(id.text);
    }
    if (id.text.size() == 11 && id.text.find_first_not_of("0123456789") == std::string::npos) {
        return pattern == "999.999.999-99" ? isBrazilianCpf(id.text)
                                           : isGermanTaxId(id.text) && isNamed(text,
                                                                               at,
                                                                               {"steuer",
                                                                                "steuerid",
                                                                                "steueridentifikationsnummer",
                                                                                "identifikationsnummer",
                                                                                "idnr",
                                                                                "tax",
                                                                                "steuernummer"});
    }
    if (pattern == "99999999A" || pattern == "99999999-A" || pattern == "A9999999A" ||
        pattern == "A-9999999-A") {
        const bool isNie = !isAsciiDigit(id.text[0]);
        return (!isNie || (id.text[0] >= 'X' && id.text[0] <= 'Z')) && isSpanishId(id.text);
    }
    if (id.text.size() == 15 && id.text.find_first_not_of("0123456789") == std::string::npos) {
        return isFrenchSocialSecurity(id.text);
    }
    const bool isPassport = id.text.size() >= 6 && id.text.size() <= 9 &&
                            pattern.find_first_not_of("9A") == std::string::npos &&
                            pattern.find('9') != std::string::npos;
    return isItalianTaxCode(pattern) || (isPassport && isNamed(text,
                                                               at,
                                                               {"passport",
                                                                "reisepass",
                                                                "passnummer",
                                                                "pasaporte",
                                                                "passeport",
                                                                "personalausweis",
                                                                "ausweisnummer"}));
}

} // namespace

MaybeFound nationalIdAt(std::string_view text, std::size_t at)
{
    // What follows may look like more of it: the lengths that there are, one by one.
    for (const std::size_t length : {std::size_t{16},
                                     std::size_t{15},
                                     std::size_t{11},
                                     std::size_t{9},
                                     std::size_t{8},
                                     std::size_t{7},
                                     std::size_t{6}}) {
        const Compact id = compactAt(text, at, length);
        if (id.text.size() == length && isWordEnd(text, id.end) && charAt(text, id.end) != '-' &&
            isId(text, at, id)) {
            return Found{at, id.end, id.text};
        }
    }
    return std::nullopt;
}

} // namespace parley::server::nlp
