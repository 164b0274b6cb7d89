// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

enum class SentenceKind {
    Prose,
    ListItem, ///< one whole item with its marker, however many sentences it has
    TableRow,
    Heading, ///< a Markdown "# ..." line
};

/// A view into the text it was cut from, without white space at its ends.
struct Sentence {
    std::string_view text;
    SentenceKind kind = SentenceKind::Prose;
    std::size_t paragraph = 0; ///< blocks between blank lines, from 0; a list is one with the line before it
};

/// The sentences of plain text or Markdown. Abbreviations, decimals, initials, addresses and "1." markers do
/// not end one; a soft line break does not either. Any bytes are accepted, the time is linear.
/// @thread any
std::vector<Sentence> splitSentences(std::string_view text);

/// "- x", "* x", "• x", "3. x", "3) x": the bytes of the marker with its white space, 0 where there is none.
std::size_t listMarkerLength(std::string_view line);

/// A marker of a numbered list ("3. x").
bool isNumberedItem(std::string_view line);

} // namespace parley::server::nlp
