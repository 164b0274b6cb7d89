// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"
#include "server/nlp/terms.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace parley::server::nlp {

/// What in a message leans on what was said before it.
struct FollowUpCues {
    bool opens = false;  ///< begins by going on: "And ...", "What about ..."
    bool refers = false; ///< names something only by a word that stands for it: "it", "that one"
    std::size_t words = 0;
    /// Bytes of what it begins by, "And what about ": what follows is the message.
    std::size_t openerEnd = 0;
    /// The words that say something of their own, in order: no pronouns, no fillers.
    std::vector<Term> content;
};

/// Reads the cues of resources/understanding/follow_up in English, German, Spanish and French.
/// @param language  of the conversation: a message of three words does not show its own
/// @thread any
FollowUpCues followUpCues(std::string_view text, Language language);

/// The lines of resources/understanding/follow_up/cues.txt, as phrase_syntax.h describes them.
std::span<const std::string_view> followUpLines();

} // namespace parley::server::nlp
