// SPDX-License-Identifier: MIT
#include "server/nlp/entities/amounts.h"

#include <cstdlib>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestNumber = 24;

struct Currency {
    std::string_view written; ///< folded where it is a word
    std::string_view code;
};

constexpr std::array kSymbols{
    Currency{"US$", "USD"},
    Currency{"C$", "CAD"},
    Currency{"A$", "AUD"},
    Currency{"R$", "BRL"},
    Currency{"$", "USD"},
    Currency{"\xe2\x82\xac", "EUR"},
    Currency{"\xc2\xa3", "GBP"},
    Currency{"\xc2\xa5", "JPY"},
    Currency{"\xe2\x82\xb9", "INR"},
    Currency{"\xe2\x82\xbd", "RUB"},
    Currency{"\xe2\x82\xba", "TRY"},
    Currency{"\xe2\x82\xa9", "KRW"},
};

constexpr std::array kWords{
    Currency{"eur", "EUR"},     Currency{"usd", "USD"},     Currency{"gbp", "GBP"},
    Currency{"chf", "CHF"},     Currency{"cad", "CAD"},     Currency{"aud", "AUD"},
    Currency{"jpy", "JPY"},     Currency{"inr", "INR"},     Currency{"pln", "PLN"},
    Currency{"sek", "SEK"},     Currency{"nok", "NOK"},     Currency{"dkk", "DKK"},
    Currency{"brl", "BRL"},     Currency{"mxn", "MXN"},     Currency{"czk", "CZK"},
    Currency{"zl", "PLN"},      Currency{"euro", "EUR"},    Currency{"euros", "EUR"},
    Currency{"dollar", "USD"},  Currency{"dollars", "USD"}, Currency{"bucks", "USD"},
    Currency{"pounds", "GBP"},  Currency{"quid", "GBP"},    Currency{"dolares", "USD"},
    Currency{"franken", "CHF"}, Currency{"rupees", "INR"},  Currency{"yen", "JPY"},
    Currency{"pesos", "MXN"},
};

std::optional<Currency> symbolAt(std::string_view text, std::size_t at)
{
    for (const Currency& symbol : kSymbols) {
        if (text.substr(at, symbol.written.size()) == symbol.written) {
            return symbol;
        }
    }
    return std::nullopt;
}

std::string_view codeOf(std::string_view word)
{
    for (const Currency& currency : kWords) {
        if (currency.written == word) {
            return currency.code;
        }
    }
    return {};
}

struct Number {
    double value = 0;
    std::size_t end = 0; ///< 0: none
};

/// Which of "." and "," separates the cents: the last one, unless three digits follow it.
std::size_t decimalPlace(std::string_view written)
{
    const std::size_t last = written.find_last_of(".,");
    if (last == std::string_view::npos) {
        return last;
    }
    const std::size_t behind = written.size() - last - 1;
    const bool repeats = written.find(written[last]) != last;
    return behind == 3 || behind == 0 || repeats ? std::string_view::npos : last;
}

Number numberAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    for (std::size_t i = at; i < text.size() && i - at < kLongestNumber;) {
        const char c = text[i];
        const std::size_t width = text.substr(i, 2) == "\xc2\xa0"       ? 2
                                  : text.substr(i, 3) == "\xe2\x80\xaf" ? 3
                                                                        : 1;
        const bool isGap = width > 1 || c == ' ' || c == '\'';
        if (isAsciiDigit(c)) {
            end = ++i;
        } else if ((c == '.' || c == ',') && isAsciiDigit(charAt(text, i + 1))) {
            ++i;
        } else if (isGap && digitsAt(text, i + width, 4) == 3 && end == i && end - at <= 3 + (i - at) / 2) {
            i += width;
        } else {
            break;
        }
    }
    const std::string_view written = text.substr(at, end - at);
    const std::size_t point = decimalPlace(written);
    std::string plain;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (isAsciiDigit(written[i])) {
            plain += written[i];
        } else if (i == point) {
            plain += '.';
        }
    }
    const bool isSane = !plain.empty() && plain.size() <= 15;
    return isSane ? Number{std::strtod(plain.c_str(), nullptr), end} : Number{};
}

Found amount(std::size_t begin, std::size_t end, double value, std::string_view code)
{
    std::array<char, 48> digits{};
    std::snprintf(digits.data(), digits.size(), "%.2f ", value);
    return {begin, end, std::string(digits.data()) + std::string(code)};
}

/// The currency that begins at a place: a symbol, or a word by its own.
std::string_view currencyAt(std::string_view text, std::size_t at, std::size_t& end)
{
    if (const auto symbol = symbolAt(text, at)) {
        end = at + symbol->written.size();
        return symbol->code;
    }
    return codeOf(wordAt(text, at, end));
}

} // namespace

MaybeFound amountAt(std::string_view text, std::size_t at)
{
    if (!isAsciiDigit(charAt(text, at))) {
        std::size_t end = at;
        const std::string_view code = currencyAt(text, at, end);
        const Number number = code.empty() ? Number{} : numberAt(text, skipSpaces(text, end));
        if (number.end == 0) {
            return std::nullopt;
        }
        const char unit = charAt(text, number.end);
        const bool isThousands = (unit == 'k' || unit == 'K') && isWordEnd(text, number.end + 1);
        if (!isThousands && isAsciiLetter(unit)) {
            return std::nullopt;
        }
        return amount(at,
                      number.end + (isThousands ? 1U : 0U),
                      number.value * (isThousands ? 1000 : 1),
                      code);
    }
    const Number number = numberAt(text, at);
    if (number.end == 0) {
        return std::nullopt;
    }
    std::size_t end = skipSpaces(text, number.end);
    if (charAt(text, end) == '-' && text.substr(end - 1, 1) == ",") {
        ++end; // "49,- €"
    }
    const std::string_view code = currencyAt(text, end, end);
    return code.empty() ? MaybeFound() : amount(at, end, number.value, code);
}

} // namespace parley::server::nlp
