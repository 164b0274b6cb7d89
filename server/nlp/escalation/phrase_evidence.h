// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/escalation/phrase_book.h"

#include <cstddef>
#include <vector>

namespace parley::server::nlp {

/// What speaks for one section in one message.
struct Evidence {
    double weight = 0;                ///< log odds: the strongest phrase and a share of those beside it
    bool isAsked = true;              ///< every one of them stands in a question
    std::vector<PhraseMatch> matches; ///< that counted, strongest first, up to three
};

/// The evidence for each section of `book`, by its index. Masked words and negated phrases do not count, and
/// phrases in questions count as much as they say; of phrases over the same words the strongest counts.
std::vector<Evidence> evidenceIn(const PhraseBook& book, const PhraseText& text);

} // namespace parley::server::nlp
