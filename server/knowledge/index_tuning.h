// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

namespace parley::server::knowledge {

/// Weights of the ranking. One set of them serves FAQs, articles and long documents: which ones apply to a
/// chunk follows from the shape of its document.
/// @source tuned on public FAQ and passage sets, half of their documents held out; each lies on a plateau
struct IndexTuning {
    double k1 = 1.1;           ///< saturation of the body
    double b = 0.6;            ///< length normalisation of the body
    double headK1 = 1.5;       ///< ... of title and headings
    double headB = 0.5;        ///< ...
    double askedHead = 1.6;    ///< what a question above a chunk weighs (see KnowledgeIndex)
    double askedBody = 0.4;    ///< ... and the text that answers it
    double head = 0.6;         ///< any other title or heading; a body weighs 1
    double headingShare = 0.6; ///< a word of a heading against one of the title
    double synonymCredit = 0.5;
    double joinedCredit = 0.5; ///< "git hub" for "github"
    double relatedCredit = 0.4;
    double typoCredit = 0.8;
    double stopShare = 0.2;   ///< of a stop word's idf where it is no question's; in coverage it is nothing
    double fillerShare = 0.7; ///< of a filler word's idf
    /// In a question of no more content words than this, its stop words count like others in questions that
    /// answer it ("what is it" is not "how is it"); the more content words, the less.
    double questionFocus = 2.5;
    double gramIdfPower = 1.5; ///< of the idf in the query's n-gram vector
    double askedGrams = 0.8;   ///< n-gram cosine of a question above a chunk
    double headGrams = 0.6;    ///< ... of any other title or heading
    double proximity = 0.6;    ///< neighbours of the question that are neighbours in the body
    double denseShare = 0.5;   ///< of the merged score where a search is given dense hits
    std::size_t maxChunks = 200'000;
};

} // namespace parley::server::knowledge
