// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::server::nlp {

// Nearly all of what is read is ASCII, and every letter of every passage passes here: that part is inline.
namespace detail {

char32_t decodeMultibyteAt(std::string_view text, std::size_t& position);
bool isDigitBeyondAscii(char32_t c);
bool isLetterBeyondAscii(char32_t c);
bool isUnspacedScript(char32_t c);
bool isSpaceBeyondAscii(char32_t c);
char32_t loweredBeyondAscii(char32_t c);

} // namespace detail

/// The code point at `position`, which moves behind it. Malformed bytes give U+FFFD one at a time, so that a
/// walk over any bytes ends. @param position  < text.size()
inline char32_t decodeAt(std::string_view text, std::size_t& position)
{
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead >= 0x80) {
        return detail::decodeMultibyteAt(text, position);
    }
    ++position;
    return lead;
}

/// Appends `c` as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void appendUtf8(std::string& out, char32_t c);

inline bool isDigit(char32_t c)
{
    return c < 0x80 ? c >= '0' && c <= '9' : detail::isDigitBeyondAscii(c);
}

/// Letters of every script (marks included), ideographs too, digits not.
inline bool isLetter(char32_t c)
{
    return c < 0x80 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : detail::isLetterBeyondAscii(c);
}

/// Scripts that put no space between words: Han, kana, Hangul, Thai.
inline bool isUnspaced(char32_t c)
{
    return c >= 0xE01 && detail::isUnspacedScript(c);
}

inline bool isSpace(char32_t c)
{
    return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : detail::isSpaceBeyondAscii(c);
}

/// Lower case of Latin, Greek, Cyrillic and Armenian letters (one to one); everything else stays.
inline char32_t lowered(char32_t c)
{
    return c >= 0x80 ? detail::loweredBeyondAscii(c) : c >= 'A' && c <= 'Z' ? c + 32 : c;
}

bool isUpper(char32_t c);

/// Appends `c` (lower case) without its diacritics: é -> e, ß -> ss, ё -> е; combining marks vanish.
void appendFolded(std::string& out, char32_t c);

/// Lower-cased and folded copy of `text`.
std::string folded(std::string_view text);

} // namespace parley::server::nlp
