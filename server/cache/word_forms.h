// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace parley::server::cache {

/// What the ending of an English word makes of it.
enum class WordForm {
    Plain,     ///< base, plural, -ing, nouns of action: they may stand for each other
    Past,      ///< -ed
    Agent,     ///< -er, -or: who does it, or more of it
    Recipient, ///< -ee
    Most,      ///< -est
    Lacking,   ///< -less
    Full,      ///< -ful
    Able,      ///< -able, -ible
    Manner,    ///< -ly
};

/// @param word  lower case, folded
WordForm formOf(std::string_view word);

/// Whether one word may stand for the other of the same stem.
bool areAlike(WordForm a, WordForm b);

/// Whether both are forms of one word: plural, -s, -ing, -ed. "Integral" and "integrity" have one stem, but
/// are two words.
bool areInflections(std::string_view a, std::string_view b);

/// A word without its contraction: "can't" is "can", "not"; others as they are.
std::vector<std::string> expanded(const std::string& word);

/// "-ise" and "-isation" as "-ize" and "-ization".
std::string americanSpelling(std::string word);

/// The digits of a number in words ("three" is "3", "third" and "3rd" are "#3"), else empty.
std::string numberOf(const std::string& word);

} // namespace parley::server::cache
