// SPDX-License-Identifier: MIT
#include "server/desk/history_ranking.h"

#include "server/nlp/terms.h"

#include <algorithm>

namespace parley::server::desk {

namespace {

constexpr double kNumberWeight = 2;
constexpr double kSynonymCredit = 0.7;
/// Bytes of a text that are read; what a message is about stands at its beginning.
constexpr std::size_t kReadBytes = 1'200;
constexpr std::size_t kMaxTerms = 24;

} // namespace

HistoryRanking::HistoryRanking(std::string_view question)
{
    const std::vector<nlp::Token> tokens = nlp::tokenize(question.substr(0, kReadBytes));
    m_language = nlp::guessLanguage(tokens).language;
    for (const nlp::Term& term : nlp::contentTerms(tokens, m_language)) {
        if (term.filler || m_weights.size() == kMaxTerms || m_stems.contains(term.stem)) {
            continue;
        }
        const std::size_t index = m_weights.size();
        m_weights.push_back(term.number ? kNumberWeight : 1);
        m_total += m_weights.back();
        m_stems[term.stem].push_back({index, 1});
        for (const std::string& synonym : nlp::synonymsOf(term.stem, m_language)) {
            m_stems[synonym].push_back({index, kSynonymCredit});
        }
    }
}

double HistoryRanking::relevance(std::string_view text) const
{
    if (!canRank()) {
        return 0;
    }
    std::vector<double> found(m_weights.size());
    for (const nlp::Term& term : nlp::contentTerms(text.substr(0, kReadBytes), m_language)) {
        const auto sought = m_stems.find(term.stem);
        if (sought == m_stems.end()) {
            continue;
        }
        for (const Sought& one : sought->second) {
            found[one.term] = std::max(found[one.term], one.credit);
        }
    }
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        sum += found[i] * m_weights[i];
    }
    return sum / m_total;
}

} // namespace parley::server::desk
