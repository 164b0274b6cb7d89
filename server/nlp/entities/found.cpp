// SPDX-License-Identifier: MIT
#include "server/nlp/entities/found.h"

#include "server/nlp/code_points.h"

#include <algorithm>

namespace parley::server::nlp {
namespace {

constexpr std::size_t kLookBack = 48;
constexpr std::size_t kLongestWord = 64;

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// "Nr." and "no." end nothing.
bool endsSentence(std::string_view text, std::size_t at, std::size_t lettersBefore)
{
    const char c = text[at];
    const char next = charAt(text, at + 1);
    return (c == '!' || c == '?' || (c == '.' && lettersBefore > 3)) && (next == ' ' || next == '\n');
}

bool joins(char32_t c)
{
    return (isLetter(c) || isDigit(c)) && !isUnspaced(c);
}

} // namespace

bool isWordStart(std::string_view text, std::size_t at)
{
    if (at == 0 || !isWordByte(text[at - 1])) {
        return true;
    }
    std::size_t before = at - 1;
    if (static_cast<unsigned char>(text[before]) < 0x80) {
        return false;
    }
    for (int i = 0; i < 3 && before > 0 && isContinuation(text[before]); ++i) {
        --before;
    }
    return !joins(decodeAt(text, before));
}

bool isWordEnd(std::string_view text, std::size_t end)
{
    if (end >= text.size() || !isWordByte(text[end])) {
        return true;
    }
    return static_cast<unsigned char>(text[end]) >= 0x80 && !joins(decodeAt(text, end));
}

std::size_t digitsAt(std::string_view text, std::size_t at, std::size_t limit)
{
    std::size_t count = 0;
    while (count < limit && isAsciiDigit(charAt(text, at + count))) {
        ++count;
    }
    return count;
}

std::size_t skipSpaces(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == ' ' || text[at] == '\t') {
            ++at;
        } else if (text.substr(at, 2) == "\xc2\xa0") {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

std::string wordAt(std::string_view text, std::size_t at, std::size_t& end)
{
    std::string word;
    end = at;
    while (end < text.size() && end - at < kLongestWord) {
        std::size_t next = end;
        const char32_t c = decodeAt(text, next);
        if (!isLetter(c) && !isDigit(c)) {
            break;
        }
        appendFolded(word, lowered(c));
        end = next;
    }
    return word;
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::array<std::string, 4> wordsBefore(std::string_view text, std::size_t at)
{
    std::array<std::string, 4> words;
    std::size_t begin = at > kLookBack ? at - kLookBack : 0;
    while (begin < at && (isContinuation(text[begin]) || (begin > 0 && isWordByte(text[begin - 1])))) {
        ++begin;
    }
    for (std::size_t i = begin; i < at;) {
        std::size_t end = i;
        std::string word = wordAt(text.substr(0, at), i, end);
        if (end > i) {
            std::rotate(words.rbegin(), words.rbegin() + 1, words.rend());
            words[0] = std::move(word);
            i = end;
            continue;
        }
        if (endsSentence(text, i, words[0].size())) {
            words = {};
        }
        static_cast<void>(decodeAt(text, i));
    }
    return words;
}

} // namespace parley::server::nlp
