// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

enum class TokenKind {
    Word,
    Number, ///< "1,000" is "1000"; "3.5" stays
    Email,
    Url,
    Identifier, ///< order ids, dates, part numbers: "PA-12345", "2024-11-05"
    Ideographs, ///< two neighbouring characters of a script without spaces
};

/// One word of a text, lower-cased. [begin, end) are byte offsets in the text it came from.
struct Token {
    std::string text;
    TokenKind kind = TokenKind::Word;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool capitalized = false; ///< its first letter was a capital
};

/// Words, numbers, addresses and ids of `text` in order; any bytes are accepted, the time is linear.
/// English 's is cut off, French elisions (l', d', qu') are words of their own.
/// @thread any
std::vector<Token> tokenize(std::string_view text);

} // namespace parley::server::nlp
