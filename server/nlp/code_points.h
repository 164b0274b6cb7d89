// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace parley::server::nlp {

/// The code point at `position`, which moves behind it. Malformed bytes give U+FFFD one at a time, so that a
/// walk over any bytes ends. @param position  < text.size()
char32_t decodeAt(std::string_view text, std::size_t& position);

/// Appends `c` as UTF-8; surrogates and values above U+10FFFF become U+FFFD.
void appendUtf8(std::string& out, char32_t c);

bool isDigit(char32_t c);
/// Letters of every script (marks included), ideographs too, digits not.
bool isLetter(char32_t c);
/// Scripts that put no space between words: Han, kana, Hangul, Thai.
bool isUnspaced(char32_t c);
bool isSpace(char32_t c);
bool isUpper(char32_t c);

/// Lower case of Latin, Greek, Cyrillic and Armenian letters (one to one); everything else stays.
char32_t lowered(char32_t c);

/// Appends `c` (lower case) without its diacritics: é -> e, ß -> ss, ё -> е; combining marks vanish.
void appendFolded(std::string& out, char32_t c);

/// Lower-cased and folded copy of `text`.
std::string folded(std::string_view text);

} // namespace parley::server::nlp
