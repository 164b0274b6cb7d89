// SPDX-License-Identifier: MIT
#include "server/nlp/entities/contacts.h"

#include <vector>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestPhone = 28;
constexpr std::size_t kFewestDigits = 7;
constexpr std::size_t kMostDigits = 15; ///< @source ITU-T E.164

/// A number as it was written.
struct Written {
    std::string digits;
    std::vector<std::size_t> groups; ///< lengths
    std::size_t end = 0;
    bool isInternational = false; ///< began with "+"
    bool hasBracket = false;
};

bool isSeparator(char c)
{
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')';
}

/// Digits with at most two separators between them.
Written readNumber(std::string_view text, std::size_t at)
{
    Written number;
    std::size_t i = at;
    if (charAt(text, i) == '+') {
        number.isInternational = true;
        ++i;
    }
    std::size_t gap = 0;
    while (i < text.size() && i - at < kLongestPhone && number.digits.size() <= kMostDigits) {
        if (isAsciiDigit(text[i])) {
            if (number.groups.empty() || gap > 0) {
                number.groups.push_back(0);
            }
            ++number.groups.back();
            number.digits += text[i];
            gap = 0;
            number.end = i + 1;
        } else if (isSeparator(text[i]) && gap < 2) {
            number.hasBracket = number.hasBracket || text[i] == '(';
            ++gap;
        } else {
            break;
        }
        ++i;
    }
    return number;
}

bool isCalled(const std::array<std::string, 4>& before)
{
    if (isOneOf(before[0], {"is", "ist", "es", "est"}) &&
        isOneOf(before[1], {"number", "nummer", "numero"}) &&
        isOneOf(before[2], {"my", "our", "meine", "mi", "mon"})) {
        return true;
    }
    for (const std::string& word : before) {
        if (isOneOf(word,
                    {"phone",        "text",     "contact",       "dial",       "ring",        "telephone",
                     "tel",          "mobile",   "cell",          "call",       "whatsapp",    "fax",
                     "sms",          "telefon",  "telefonnummer", "handy",      "handynummer", "mobilnummer",
                     "anrufen",      "telefono", "movil",         "celular",    "llamar",      "portable",
                     "telephonique", "appeler",  "reach",         "phonenumber"})) {
            return true;
        }
    }
    return false;
}

bool isReferred(std::string_view text, std::size_t at, const std::array<std::string, 4>& before)
{
    if (at > 0 && (text[at - 1] == '#' || text[at - 1] == '-' || text[at - 1] == '/' || text[at - 1] == '=' ||
                   text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == '$')) {
        return true;
    }
    for (const std::string& word : before) {
        if (isOneOf(word, {"order",        "ticket",     "invoice",       "case",     "tracking",
                           "serial",       "sku",        "isbn",          "id",       "reference",
                           "ref",          "bestellung", "bestellnummer", "rechnung", "rechnungsnummer",
                           "kundennummer", "pedido",     "factura",       "commande", "facture",
                           "transaction",  "account",    "version",       "article",  "part",
                           "imei",         "model",      "vat",           "build",    "error",
                           "code"})) {
            return true;
        }
    }
    return false;
}

/// How the digits are grouped where nothing else says that it is a phone number.
bool looksLikePhone(const Written& number)
{
    const auto& groups = number.groups;
    const std::size_t digits = number.digits.size();
    const char first = number.digits[0];
    const bool isNorthAmerican = digits == 10 && first >= '2' && groups.size() == 3 && groups[0] == 3 &&
                                 groups[1] == 3 && groups[2] == 4;
    const bool hasTrunkOne = digits == 11 && first == '1' && groups.size() == 4 && groups[0] == 1 &&
                             groups[1] == 3 && groups[2] == 3;
    const bool isSpanish = digits == 9 && (first == '6' || first == '7' || first == '9') &&
                           ((groups.size() == 3 && groups[0] == 3 && groups[1] == 3) ||
                            (groups.size() == 4 && groups[0] == 3 && groups[1] == 2));
    const bool hasTrunkZero = first == '0' && number.digits[1] != '0' && digits >= 9 && digits <= 12;
    return isNorthAmerican || hasTrunkOne || isSpanish || hasTrunkZero || (number.hasBracket && digits >= 9);
}

std::string inOneForm(const Written& number)
{
    std::string digits = number.digits;
    const bool hasZeros = digits.starts_with("00") && digits.size() >= 10;
    if (hasZeros) {
        digits.erase(0, 2);
    }
    return number.isInternational || hasZeros ? "+" + digits : digits;
}

} // namespace

MaybeFound phoneAt(std::string_view text, std::size_t at)
{
    const char first = charAt(text, at);
    if (first != '+' && first != '(' && !isAsciiDigit(first)) {
        return std::nullopt;
    }
    if (first == '+' && !isAsciiDigit(charAt(text, at + 1)) && charAt(text, at + 1) != '(') {
        return std::nullopt;
    }
    if (at >= 2 && text[at - 1] == ' ' && isAsciiDigit(text[at - 2]) && first != '+') {
        return std::nullopt; // the rest of a longer number
    }
    Written number = readNumber(text, at);
    const std::size_t digits = number.digits.size();
    if (digits < kFewestDigits || digits > kMostDigits || !isWordEnd(text, number.end)) {
        return std::nullopt;
    }
    // "+49 (0)30 …": the zero is not dialled from abroad.
    if (const std::size_t zero = text.substr(at, number.end - at).find("(0)");
        number.isInternational && zero != std::string_view::npos) {
        std::size_t before = 0;
        for (std::size_t i = at; i < at + zero; ++i) {
            before += isAsciiDigit(text[i]) ? 1U : 0U;
        }
        number.digits.erase(before, 1);
    }
    const bool isInternational = (number.isInternational || number.digits.starts_with("00")) && digits >= 8;
    if (!isInternational || !number.isInternational) {
        const auto before = wordsBefore(text, at);
        const bool isNamed = isCalled(before);
        if (!isNamed && (isReferred(text, at, before) || (!isInternational && !looksLikePhone(number)))) {
            return std::nullopt;
        }
    }
    return Found{at, number.end, inOneForm(number)};
}

} // namespace parley::server::nlp
