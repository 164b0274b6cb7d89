// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/confidence.h"
#include "server/knowledge/knowledge_index.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace parley::server::knowledge {

/// An answer made of sentences of the passages, word for word but for Markdown's emphasis and links.
struct Draft {
    struct Sentence {
        std::string text;
        std::size_t hit = 0;   ///< index in SearchResult::hits
        bool listItem = false; ///< stands on a line of its own, its marker included
    };
    std::vector<Sentence> sentences; ///< empty where nothing of the passages fits
    Confidence confidence;
};

/// Picks the sentences that answer, in the order to say them: 1 to 4, or an introduction with up to 8 steps
/// of one list. They come from the one or two best passages.
/// @param found  of the same question
/// @thread any
Draft draftAnswer(std::string_view question, const SearchResult& found);

/// The whole text: sentences joined by a space, list items by line breaks.
std::string joined(const Draft& draft);

/// Without Markdown's emphasis, code marks and link targets; a list marker stays.
std::string withoutMarkup(std::string_view sentence);

} // namespace parley::server::knowledge
