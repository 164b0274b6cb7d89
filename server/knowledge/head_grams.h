// SPDX-License-Identifier: MIT
#pragma once

#include "server/knowledge/key_table.h"
#include "server/knowledge/query_terms.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace parley::server::knowledge {

/// The cosine of a query's character n-grams with those of titles and headings. A gram of the query weighs
/// what the rarest word with it does.
/// @thread none of its own
/// @source lnc.ltc (Salton & Buckley 1988), the length taken as if words shared no grams
class HeadGrams {
public:
    /// @param idfPower  of the words' idf
    HeadGrams(const std::vector<RankTerm>& terms, const TermPostings& stems, double idfPower);

    /// @param head  stems in the order of the text
    /// @return 0..1
    [[nodiscard]] double cosine(std::span<const std::uint32_t> head);

private:
    struct Word {
        double product = 0; ///< with the query
        double grams = 0;
    };

    const Word& word(std::uint32_t stem);

    const TermPostings& m_stems;
    KeyTable<double> m_query;
    double m_length = 0;
    std::unordered_map<std::uint32_t, Word> m_words; // what was asked for: titles repeat their words
    std::vector<std::uint32_t> m_sorted;
    std::vector<std::uint64_t> m_grams;
};

} // namespace parley::server::knowledge
