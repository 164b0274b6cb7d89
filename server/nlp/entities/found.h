// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace parley::server::nlp {

/// Something that was found in a text, at the borders of code points.
struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string value; ///< in its one form
};

using MaybeFound = std::optional<Found>;

inline bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

inline bool isAsciiUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

inline bool isAsciiLetter(char c)
{
    return isAsciiUpper(c) || (c >= 'a' && c <= 'z');
}

inline bool isAsciiAlnum(char c)
{
    return isAsciiDigit(c) || isAsciiLetter(c);
}

/// Letters, digits, "_", and every byte of a character beyond ASCII.
inline bool isWordByte(char c)
{
    return isAsciiAlnum(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether no word goes on before a place. Scripts without spaces, quotes and symbols hold nothing together.
bool isWordStart(std::string_view text, std::size_t at);

/// The same behind a place.
bool isWordEnd(std::string_view text, std::size_t end);

/// The character at a place, or NUL behind the end.
inline char charAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? text[at] : '\0';
}

/// How many decimal digits begin at a place, at most `limit`.
std::size_t digitsAt(std::string_view text, std::size_t at, std::size_t limit);

/// Behind the white space (ASCII and U+00A0) that begins at a place.
std::size_t skipSpaces(std::string_view text, std::size_t at);

/// The word that begins at a place: letters, marks and digits, lower-cased and without diacritics.
/// @param end  is set behind it
std::string wordAt(std::string_view text, std::size_t at, std::size_t& end);

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);

/// The last words before a place, the nearest first, folded; "" where there are no more in the sentence.
/// Looks back over at most 48 bytes.
std::array<std::string, 4> wordsBefore(std::string_view text, std::size_t at);

} // namespace parley::server::nlp
