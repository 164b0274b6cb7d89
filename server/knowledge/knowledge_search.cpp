// SPDX-License-Identifier: MIT
#include "server/knowledge/index_ranking.h"
#include "server/nlp/tokens.h"

#include <algorithm>
#include <mutex>

namespace parley::server::knowledge {

nlp::Language KnowledgeIndex::queryLanguage(const std::vector<nlp::Token>& tokens) const
{
    const nlp::LanguageGuess guess = nlp::guessLanguage(tokens);
    const auto known = m_languages.find(guess.language);
    if (guess.share > 0 && known != m_languages.end() && known->second > 0) {
        return guess.language;
    }
    nlp::Language most = nlp::Language::English;
    std::size_t chunks = 0;
    for (const auto& [language, count] : m_languages) {
        if (count > chunks) {
            most = language;
            chunks = count;
        }
    }
    return most;
}

SearchResult KnowledgeIndex::search(std::string_view query, const SearchOptions& options) const
{
    const std::shared_lock lock(m_mutex);
    SearchResult result;
    const std::vector<nlp::Token> tokens = nlp::tokenize(query);
    result.language = queryLanguage(tokens);
    const QueryTerms lookup(m_stems, m_alive, m_tuning);
    const std::vector<RankTerm> terms = lookup.of(tokens, result.language);
    for (const RankTerm& term : terms) {
        if (!term.stop) {
            result.terms.push_back(term.shown);
        }
    }
    if (m_alive == 0 || (terms.empty() && options.dense.empty())) {
        return result;
    }
    result.hits = Ranking(*this, terms, lookup, options).hits();
    if (result.hits.empty()) {
        return result;
    }
    const Hit& first = result.hits.front();
    double rival = 0;
    for (const Hit& hit : result.hits) {
        rival = hit.document == first.document ? rival : std::max(rival, hit.bm25);
    }
    result.margin = first.bm25 > 0 ? std::clamp((first.bm25 - rival) / first.bm25, 0.0, 1.0) : 0;
    return result;
}

} // namespace parley::server::knowledge
