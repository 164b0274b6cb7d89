// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/knowledge_index.h"
#include "server/knowledge/query_terms.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace parley::server::knowledge {

/// One search of an index, which is locked as long as this lives.
class KnowledgeIndex::Ranking {
public:
    Ranking(const KnowledgeIndex& index,
            const std::vector<RankTerm>& terms,
            const QueryTerms& idfs,
            const SearchOptions& options);

    /// The best chunks, at most as many as were asked for.
    std::vector<Hit> hits();

private:
    struct Candidate {
        std::uint32_t slot = 0;
        double bm25 = 0;
        double ngram = 0;
        double dense = 0;
        double score = 0;
        std::int64_t rounded = 0; ///< of what they are sorted by
        bool isDense = false;
    };

    [[nodiscard]] bool isCommon(const RankTerm& term) const;
    void chooseDeferred();
    [[nodiscard]] bool asksTitle(const Shape& shape) const;
    [[nodiscard]] double headWeight(const Posting& posting, const Shape& shape, bool stop) const;
    [[nodiscard]] double impact(const Posting& posting, bool stop) const;
    [[nodiscard]] double weightOf(const RankTerm& term, const RankTerm::Match& match) const;
    void scoreAll(const RankTerm& term);
    [[nodiscard]] bool isBetter(const Candidate& a, const Candidate& b) const;
    [[nodiscard]] bool isVisible(std::uint32_t slot) const;
    [[nodiscard]] std::vector<Candidate> bestByScore() const;
    void addDense(std::vector<Candidate>& candidates) const;
    void scoreDeferred(std::vector<Candidate>& candidates) const;
    void rerank(std::vector<Candidate>& candidates);
    void mergeDense(std::vector<Candidate>& candidates) const;
    void sort(std::vector<Candidate>& candidates, double Candidate::*by) const;
    void markTerms();
    [[nodiscard]] double nearness(std::span<const std::uint32_t> body) const;
    [[nodiscard]] double coverage(const Slot& slot) const;
    [[nodiscard]] Hit hitOf(const Candidate& candidate, std::size_t rank) const;

    const KnowledgeIndex& m_index;
    const IndexTuning& m_tuning;
    const std::vector<RankTerm>& m_terms;
    const QueryTerms& m_idfs;
    const SearchOptions& m_options;
    double m_averageHead = 1;
    double m_averageBody = 1;
    double m_questionStops = 1; ///< what a stop word counts in a question that answers this one
    double m_most = 1;          ///< what brings the sums of queries of any length to one scale
    std::vector<bool> m_deferred;
    std::vector<float> m_scores;       // by slot
    std::vector<std::uint8_t> m_marks; // by stem: 1 + the number among m_content
    std::vector<const RankTerm*> m_content;
};

} // namespace parley::server::knowledge
