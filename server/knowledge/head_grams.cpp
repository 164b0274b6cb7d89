// SPDX-License-Identifier: MIT
#include "server/knowledge/head_grams.h"

#include "server/nlp/ngrams.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

struct QueryGram {
    std::uint64_t gram = 0;
    double count = 0;
    double weight = 0;
};

/// All grams of the query's words, each once, ascending.
std::vector<QueryGram> gramsOf(const std::vector<RankTerm>& terms, double idfPower)
{
    std::vector<QueryGram> all;
    std::vector<std::uint64_t> grams;
    for (const RankTerm& term : terms) {
        grams.clear();
        nlp::appendWordNgrams(term.shown.stem, grams);
        const double weight = std::pow(term.rarity, idfPower);
        for (const std::uint64_t gram : grams) {
            all.push_back({gram, term.repeats, weight});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const QueryGram& a, const QueryGram& b) {
        return a.gram < b.gram;
    });
    std::size_t distinct = 0;
    for (const QueryGram& gram : all) {
        if (distinct > 0 && all[distinct - 1].gram == gram.gram) {
            all[distinct - 1].count += gram.count;
            all[distinct - 1].weight = std::max(all[distinct - 1].weight, gram.weight);
        } else {
            all[distinct++] = gram;
        }
    }
    all.resize(distinct);
    return all;
}

} // namespace

HeadGrams::HeadGrams(const std::vector<RankTerm>& terms, const TermPostings& stems, double idfPower)
    : m_stems(stems), m_query(0)
{
    const std::vector<QueryGram> grams = gramsOf(terms, idfPower);
    m_query = KeyTable<double>(grams.size());
    double squares = 0;
    for (const QueryGram& gram : grams) {
        const double value = (1 + std::log(gram.count)) * gram.weight;
        m_query.add(gram.gram, value);
        squares += value * value;
    }
    m_length = std::sqrt(squares);
}

double HeadGrams::cosine(std::span<const std::uint32_t> head)
{
    if (m_length == 0 || head.empty()) {
        return 0;
    }
    m_sorted.assign(head.begin(), head.end());
    std::sort(m_sorted.begin(), m_sorted.end());
    double product = 0;
    double squares = 0;
    for (std::size_t i = 0; i < m_sorted.size();) {
        std::size_t end = i;
        while (end < m_sorted.size() && m_sorted[end] == m_sorted[i]) {
            ++end;
        }
        const double damped = 1 + std::log(static_cast<double>(end - i));
        const Word& known = word(m_sorted[i]);
        product += damped * known.product;
        squares += damped * damped * known.grams;
        i = end;
    }
    return squares > 0 ? std::min(1.0, product / (std::sqrt(squares) * m_length)) : 0;
}

const HeadGrams::Word& HeadGrams::word(std::uint32_t stem)
{
    const auto [entry, isNew] = m_words.try_emplace(stem);
    if (isNew) {
        m_grams.clear();
        nlp::appendWordNgrams(m_stems.text(stem), m_grams);
        entry->second.grams = static_cast<double>(m_grams.size());
        for (const std::uint64_t gram : m_grams) {
            m_query.each(gram, [&](double value) { entry->second.product += value; });
        }
    }
    return entry->second;
}

} // namespace parley::server::knowledge
