// SPDX-License-Identifier: MIT
#include "server/nlp/entities/secrets.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLongestSecret = 4096;
constexpr std::size_t kLongestPem = 16'384;

/// Words that name a secret; the number says how many words they are.
bool namesSecret(std::string_view word, std::string_view second)
{
    return isOneOf(word, {"password",   "passwort", "passwd",      "pwd",        "pw",     "kennwort",
                          "contrasena", "clave",    "passcode",    "passphrase", "apikey", "secret",
                          "token",      "bearer",   "pin",         "cvv",        "cvc",    "cvv2",
                          "otp",        "tan",      "accesstoken", "authtoken"}) ||
           (word == "api" && isOneOf(second, {"key", "token", "secret"})) ||
           (word == "passe" && !second.empty()) ||
           (isOneOf(word, {"access", "auth", "secret", "private", "license"}) &&
            isOneOf(second, {"key", "token"})) ||
           (isOneOf(word, {"security", "verification"}) && second == "code");
}

/// What people say of a password rather than what it is.
bool isSaidOfPassword(std::string_view word)
{
    return word.size() < 3 ||
           isOneOf(word,
                   {"not",       "wrong",      "incorrect", "expired", "invalid",  "correct",     "broken",
                    "weak",      "lost",       "forgotten", "reset",   "changed",  "being",       "still",
                    "too",       "the",        "required",  "case",    "never",    "fine",        "right",
                    "rejected",  "ok",         "okay",      "working", "accepted", "stored",      "saved",
                    "sent",      "safe",       "missing",   "gone",    "what",     "your",        "mine",
                    "blocked",   "locked",     "nicht",     "falsch",  "ungultig", "abgelaufen",  "vergessen",
                    "gesperrt",  "incorrecta", "invalida",  "mal",     "oubli",    "incorrect",   "invalide",
                    "field",     "page",       "reset.",    "and",     "but",      "for",         "that",
                    "this",      "link",       "email",     "change",  "manager",  "policy",      "recovery",
                    "protected", "now",        "always",    "also",    "already",  "compromised", "unsafe",
                    "short",     "different",  "same",      "unknown", "good",     "valid",       "active",
                    "inactive",  "none",       "null",      "true",    "false",    "undefined",   "optional",
                    "mandatory", "set",        "updated",   "known",   "visible",  "hidden"});
}

bool looksSecret(std::string_view value)
{
    const bool hasDigit = std::any_of(value.begin(), value.end(), isAsciiDigit);
    const bool hasSign = value.find_first_of("!@#$%^&*_+=~?|<>{}[]") != std::string_view::npos;
    const bool hasInnerCapital =
        value.size() > 1 && std::any_of(value.begin() + 1, value.end(), isAsciiUpper);
    return hasDigit || hasSign || hasInnerCapital;
}

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Behind the run without white space that begins at a place, without the marks of the sentence.
std::size_t endOfRun(std::string_view text, std::size_t at)
{
    const bool isQuery = at > 0 && text[at - 1] == '=';
    std::size_t end = at;
    while (end < text.size() && end - at<kLongestSecret&& static_cast<unsigned char>(text[end])> ' ' &&
           text[end] != '"' && text[end] != '<' && text[end] != '`' && (text[end] != '&' || !isQuery) &&
           text.substr(end, 2) != "\xc2\xa0") {
        ++end;
    }
    while (end < text.size() && end > at && isContinuation(text[end])) {
        --end;
    }
    while (end > at && std::string_view(".,;:)]'").find(text[end - 1]) != std::string_view::npos) {
        --end;
    }
    return end;
}

struct Connective {
    std::size_t end = 0;
    bool isSign = false; ///< ":" or "=": what follows is the secret, whatever it looks like
    bool isWord = false; ///< "is", "ist", ...
};

Connective connectiveAt(std::string_view text, std::size_t at)
{
    Connective connective;
    connective.end = skipSpaces(text, at);
    for (int words = 0; words < 2; ++words) {
        std::size_t after = connective.end;
        const std::string word = wordAt(text, connective.end, after);
        if (!isOneOf(word,
                     {"is", "was", "ist", "lautet", "war", "es", "est", "to", "number", "nummer", "are"})) {
            break;
        }
        connective.isWord = true;
        connective.end = skipSpaces(text, after);
    }
    while (std::string_view(":=\"'`>").find(charAt(text, connective.end)) != std::string_view::npos &&
           connective.end < text.size() && connective.end - at < 16) {
        connective.isSign = connective.isSign || text[connective.end] == ':' || text[connective.end] == '=';
        connective.end = skipSpaces(text, connective.end + 1);
    }
    return connective;
}

bool isTokenChar(char c)
{
    return isAsciiAlnum(c) || c == '-' || c == '_';
}

std::size_t endOfToken(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && end - at < kLongestSecret && (isTokenChar(text[end]) || text[end] == '.')) {
        ++end;
    }
    while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) {
        --end;
    }
    return end;
}

MaybeFound pemAt(std::string_view text, std::size_t at)
{
    constexpr std::string_view kBegin = "-----BEGIN ";
    if (text.substr(at, kBegin.size()) != kBegin ||
        text.substr(at, kBegin.size() + 40).find("PRIVATE KEY-----") == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t last = text.substr(at, kLongestPem).find("-----END ");
    const std::size_t close =
        last == std::string_view::npos ? last : text.substr(at + last + 9, 60).find("-----");
    std::size_t end =
        close == std::string_view::npos ? std::min(text.size(), at + kLongestPem) : at + last + 9 + close + 5;
    while (end < text.size() && isContinuation(text[end])) {
        --end;
    }
    return Found{at, end, {}};
}

struct Shape {
    std::string_view prefix;
    std::size_t least; ///< characters in all
};

/// @source what the issuers document for secret scanning
constexpr std::array kShapes{
    Shape{"sk-", 20},         Shape{"sk_live_", 20}, Shape{"sk_test_", 20}, Shape{"pk_live_", 20},
    Shape{"rk_live_", 20},    Shape{"ghp_", 30},     Shape{"gho_", 30},     Shape{"ghs_", 30},
    Shape{"github_pat_", 40}, Shape{"glpat-", 20},   Shape{"xoxb-", 20},    Shape{"xoxp-", 20},
    Shape{"xoxa-", 20},       Shape{"AKIA", 20},     Shape{"ASIA", 20},     Shape{"AIza", 35},
    Shape{"ya29.", 30},       Shape{"whsec_", 20},   Shape{"SG.", 40},      Shape{"npm_", 30},
    Shape{"hf_", 30},         Shape{"eyJ", 40},
};

/// Long, with small and capital letters and digits, and no words in it.
bool isRandom(std::string_view token)
{
    constexpr std::size_t kLeast = 32;
    if (token.size() < kLeast || token.find_first_of(".-") != std::string_view::npos) {
        return false;
    }
    const auto digits = std::count_if(token.begin(), token.end(), isAsciiDigit);
    const auto capitals = std::count_if(token.begin(), token.end(), isAsciiUpper);
    return digits >= 3 && capitals >= 3 && digits + capitals < std::ssize(token);
}

} // namespace

MaybeFound namedSecretAt(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    const std::string word = wordAt(text, at, end);
    if (word.size() < 2 || word.size() > 12) {
        return std::nullopt;
    }
    std::size_t second = end;
    const std::size_t gap =
        charAt(text, end) == '_' || charAt(text, end) == '-' ? end + 1 : skipSpaces(text, end);
    const std::string next = gap > end ? wordAt(text, gap, second) : std::string();
    if (!namesSecret(word, word == "passe" ? "x" : next)) {
        return std::nullopt;
    }
    const bool isPair = isOneOf(next, {"key", "token", "secret", "code"});
    const Connective connective = connectiveAt(text, isPair ? second : end);
    const std::size_t begin = connective.end;
    const std::size_t last = endOfRun(text, begin);
    if (last <= begin || begin == end || charAt(text, begin) == '[') {
        return std::nullopt;
    }
    const std::string_view value = text.substr(begin, last - begin);
    const bool isNumber =
        isOneOf(word, {"pin", "cvv", "cvc", "cvv2", "otp", "tan", "security", "verification"});
    if (isNumber && !connective.isSign) {
        const std::size_t digits = digitsAt(text, begin, 9);
        return digits >= 3 && digits <= 8 && digits == value.size() ? MaybeFound(Found{begin, last, {}})
                                                                    : std::nullopt;
    }
    std::size_t wordEnd = begin;
    const std::string said = wordAt(text, begin, wordEnd);
    const bool isPlainWord = wordEnd == last;
    if ((isPlainWord && isSaidOfPassword(said)) || value.size() < 4) {
        return std::nullopt;
    }
    const bool endsSentence =
        last >= text.size() || text[last] == '.' || text[last] == '\n' || text[last] == ',';
    const bool isBearer = word == "bearer" && value.size() >= 12;
    const bool isSecret =
        connective.isSign || (connective.isWord && (looksSecret(value) || endsSentence)) || isBearer ||
        (!connective.isWord && value.size() >= 6 && looksSecret(value) &&
         std::any_of(value.begin(), value.end(), isAsciiDigit) && word != "token" && word != "secret");
    return isSecret ? MaybeFound(Found{begin, last, {}}) : std::nullopt;
}

MaybeFound shapedSecretAt(std::string_view text, std::size_t at)
{
    if (auto pem = pemAt(text, at)) {
        return pem;
    }
    const std::size_t end = endOfToken(text, at);
    const std::string_view token = text.substr(at, end - at);
    for (const Shape& shape : kShapes) {
        const bool isJwt = shape.prefix == "eyJ";
        if (token.size() >= shape.least && token.starts_with(shape.prefix) &&
            (isJwt ? std::count(token.begin(), token.end(), '.') >= 1
                   : std::any_of(token.begin(), token.end(), isAsciiDigit))) {
            return Found{at, end, {}};
        }
    }
    return isRandom(token) ? MaybeFound(Found{at, end, {}}) : std::nullopt;
}

} // namespace parley::server::nlp
