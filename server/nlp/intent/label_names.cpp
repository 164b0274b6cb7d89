// SPDX-License-Identifier: MIT
#include "server/nlp/intent/label_names.h"

#include "server/nlp/code_points.h"
#include "server/nlp/intent/intent_model.h"
#include "shared/core/text.h"

#include <algorithm>
#include <array>

namespace parley::server::nlp {
namespace {

constexpr std::array<std::string_view, 7> kOutOfScope{
    "oos", "none", "unknown", "out_of_scope", "out-of-scope", "out of scope", "outofscope"};
constexpr std::size_t kShortestWord = 2;

/// Letters stay; capitals after small letters begin a word; all else parts words.
std::string spaced(std::string_view label)
{
    std::string out;
    bool wasSmall = false;
    for (std::size_t at = 0; at < label.size();) {
        const char32_t c = decodeAt(label, at);
        if (!isLetter(c) && !isDigit(c)) {
            out.push_back(' ');
            wasSmall = false;
            continue;
        }
        if (wasSmall && isUpper(c)) {
            out.push_back(' ');
        }
        appendUtf8(out, lowered(c));
        wasSmall = isLetter(c) && !isUpper(c);
    }
    return out;
}

bool isCode(std::string_view word)
{
    const bool hasDigit = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    return hasDigit || codePoints(word) < kShortestWord;
}

} // namespace

bool isOutOfScopeLabel(std::string_view label)
{
    const std::string lower = asciiLower(trimmed(label));
    return std::find(kOutOfScope.begin(), kOutOfScope.end(), lower) != kOutOfScope.end();
}

std::string labelWords(std::string_view label)
{
    const std::string text = spaced(label);
    std::string words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        if (!isCode(word)) {
            words += words.empty() ? "" : " ";
            words += word;
        }
        begin = end + 1;
    }
    return words;
}

} // namespace parley::server::nlp
