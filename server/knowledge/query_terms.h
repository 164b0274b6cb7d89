// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/index_tuning.h"
#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/term_postings.h"
#include "server/nlp/terms.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace parley::server::knowledge {

/// A term of a query and the stems of the index that count as it.
struct RankTerm {
    struct Match {
        std::uint32_t stem = 0;
        double credit = 1;
        bool same = true; ///< it means the term; others are only related
    };

    QueryTerm shown;
    double repeats = 1;
    double rarity = 0; ///< idf of its own stem
    double share = 1;  ///< of its idf that it is ranked with; less for filler words
    bool stop = false;
    std::vector<Match> matches;
};

/// Looks the words of a query up in an index: their stems, what they mean or nearly mean, words written
/// together or apart, words one slip away.
/// @thread none of its own
class QueryTerms {
public:
    /// @param chunks  how many the index has
    QueryTerms(const TermPostings& stems, std::size_t chunks, const IndexTuning& tuning);

    [[nodiscard]] double idf(std::size_t chunksWith) const;
    /// Each term once, in the order of the query.
    [[nodiscard]] std::vector<RankTerm> of(const std::vector<nlp::Token>& query,
                                           nlp::Language language) const;

private:
    void addMatches(RankTerm& term, const nlp::Term& read, nlp::Language language) const;
    void addStem(RankTerm& term, const std::string& stem, double credit, bool same) const;
    void
    addJoined(std::vector<RankTerm>& terms, const std::vector<nlp::Term>& read, nlp::Language language) const;
    void addKin(RankTerm& term) const;
    void addTypos(RankTerm& term) const;

    const TermPostings& m_stems;
    double m_chunks;
    const IndexTuning& m_tuning;
};

} // namespace parley::server::knowledge
