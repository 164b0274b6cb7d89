// SPDX-License-Identifier: MIT
#pragma once

#include "server/nlp/language.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace parley::server::desk {

/// How far texts speak of what a question asks: the share of its content words, or of words that mean the
/// same, that a text has. Numbers and ids count twice: who names an order means that one.
/// @thread any; it never changes
class HistoryRanking {
public:
    explicit HistoryRanking(std::string_view question);

    /// The question has a word to look for.
    [[nodiscard]] bool canRank() const { return m_total > 0; }
    /// 0..1. Only the beginning of long texts is read.
    [[nodiscard]] double relevance(std::string_view text) const;

private:
    struct Sought {
        std::size_t term = 0;
        double credit = 0;
    };

    nlp::Language m_language;
    std::vector<double> m_weights;
    double m_total = 0;
    std::unordered_map<std::string, std::vector<Sought>> m_stems;
};

} // namespace parley::server::desk
