// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace parley::server::knowledge {

enum class SentenceFault {
    None,
    Unsupported, ///< too few of its words are in any one passage
    Number,      ///< it has a number, date, address or id that the passage lacks
    Name,        ///< it has a capitalized word or acronym that the passage lacks
    Negation,    ///< it denies what the passage says, or says what the passage denies
};

struct SentenceCheck {
    SentenceFault fault = SentenceFault::Unsupported;
    double support = 0;      ///< share of its content words that the best passage has, 0..1
    std::size_t passage = 0; ///< the best one

    [[nodiscard]] bool isSupported() const { return fault == SentenceFault::None; }
};

/// Whether one of the passages says what `sentence` says: asked before a sentence is released to a customer.
/// Words are compared by stem, numbers and names exactly; a negation must stand in the passage's nearest
/// sentence too, and the other way round. A sentence without content words ("Sure!") is supported by
/// anything.
/// @thread any
SentenceCheck checkSentence(std::string_view sentence, std::span<const std::string> passages);

/// The same for one passage with its title and headings, which is not read again where the hit carries its
/// analysis.
SentenceCheck checkSentenceAgainst(std::string_view sentence, const Hit& passage);

} // namespace parley::server::knowledge
