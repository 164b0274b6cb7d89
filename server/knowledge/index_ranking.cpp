// SPDX-License-Identifier: MIT
#include "server/knowledge/index_ranking.h"

#include "server/knowledge/head_grams.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace parley::server::knowledge {
namespace {

// How many of the best by their rarer words are looked at for the common ones too ...
constexpr std::size_t kCandidates = 400;
// ... and how many of those again for n-grams and nearness.
constexpr std::size_t kReranked = 40;
// A word that more than one in so many chunks has is common ...
constexpr std::size_t kCommonShare = 16;
// ... which makes no difference where there are few.
constexpr std::size_t kManyChunks = 4096;
// A title of more chunks names a document or a group of them, not what one chunk says.
constexpr std::uint32_t kFewChunks = 3;
constexpr double kStopShareOfScale = 0.3;
constexpr double kFillerShareOfFocus = 0.5;
// Rounded, so that another compiler's last bit does not change an order.
constexpr double kRounding = 1e5;

} // namespace

KnowledgeIndex::Ranking::Ranking(const KnowledgeIndex& index,
                                 const std::vector<RankTerm>& terms,
                                 const QueryTerms& idfs,
                                 const SearchOptions& options)
    : m_index(index),
      m_tuning(index.m_tuning),
      m_terms(terms),
      m_idfs(idfs),
      m_options(options),
      m_deferred(terms.size()),
      m_scores(index.m_slots.size())
{
    const double chunks = static_cast<double>(std::max<std::size_t>(1, index.m_alive));
    m_averageHead = std::max(1.0, static_cast<double>(index.m_headLength) / chunks);
    m_averageBody = std::max(1.0, static_cast<double>(index.m_bodyLength) / chunks);
    double content = 0;
    double most = 0;
    for (const RankTerm& term : terms) {
        most += term.rarity * term.share * (term.stop ? kStopShareOfScale : 1);
        content += term.stop ? 0 : term.share < 1 ? kFillerShareOfFocus : 1;
        if (!term.stop) {
            m_content.push_back(&term);
        }
    }
    m_most = std::max(most, 1e-9);
    m_questionStops = std::min(1.0, m_tuning.questionFocus / std::max(content, 1.0));
    chooseDeferred();
}

bool KnowledgeIndex::Ranking::isCommon(const RankTerm& term) const
{
    return term.stop ||
           (!term.matches.empty() && term.matches.front().credit == 1 &&
            m_index.m_stems.chunksWith(term.matches.front().stem) > m_index.m_alive / kCommonShare);
}

/// Among many chunks, common words decide between those that rarer words found; alone, they have to find
/// them.
void KnowledgeIndex::Ranking::chooseDeferred()
{
    if (m_index.m_alive < kManyChunks) {
        return;
    }
    const bool hasRare = std::any_of(m_terms.begin(), m_terms.end(), [&](const RankTerm& term) {
        return !isCommon(term) && !term.matches.empty();
    });
    const bool hasContent = std::any_of(m_content.begin(), m_content.end(), [](const RankTerm* term) {
        return !term->matches.empty();
    });
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        m_deferred[i] = hasRare ? isCommon(m_terms[i]) : hasContent && m_terms[i].stop;
    }
}

bool KnowledgeIndex::Ranking::asksTitle(const Shape& shape) const
{
    const Title& title = m_index.m_titles[shape.title];
    return title.asks && title.chunks <= kFewChunks;
}

double KnowledgeIndex::Ranking::headWeight(const Posting& posting, const Shape& shape, bool stop) const
{
    if (posting.heading > 0 ? shape.headingAsks : asksTitle(shape)) {
        return m_tuning.askedHead * (stop ? m_questionStops : 1);
    }
    const std::uint32_t shared = posting.heading > 0 ? 1 : m_index.m_titles[shape.title].chunks;
    const double own = shared <= kFewChunks ? 1 : double{kFewChunks} / shared;
    return m_tuning.head * own * (stop ? m_tuning.stopShare : 1);
}

/// What one term at one place adds, per idf.
double KnowledgeIndex::Ranking::impact(const Posting& posting, bool stop) const
{
    const Shape& shape = m_index.m_shapes[posting.slot];
    double sum = 0;
    if (posting.title + posting.heading > 0) {
        const double count = posting.title + m_tuning.headingShare * posting.heading;
        const double length = 1 + m_tuning.headB * (shape.head / m_averageHead - 1);
        sum += headWeight(posting, shape, stop) * count * (m_tuning.headK1 + 1) /
               (count + m_tuning.headK1 * length);
    }
    if (posting.body > 0) {
        const double length = 1 + m_tuning.b * (shape.body / m_averageBody - 1);
        const double weight = shape.headingAsks || asksTitle(shape) ? m_tuning.askedBody : 1;
        sum += weight * (stop ? m_tuning.stopShare : 1) * posting.body * (m_tuning.k1 + 1) /
               (posting.body + m_tuning.k1 * length);
    }
    return sum;
}

double KnowledgeIndex::Ranking::weightOf(const RankTerm& term, const RankTerm::Match& match) const
{
    const double idf = m_idfs.idf(m_index.m_stems.chunksWith(match.stem));
    return std::min(idf, term.rarity) * match.credit * term.share;
}

/// Adds to each chunk the best of what counts as the term.
void KnowledgeIndex::Ranking::scoreAll(const RankTerm& term)
{
    if (term.matches.size() == 1) {
        const double weight = weightOf(term, term.matches.front());
        for (const Posting& posting : m_index.m_stems.of(term.matches.front().stem)) {
            m_scores[posting.slot] += static_cast<float>(weight * impact(posting, term.stop));
        }
        return;
    }
    thread_local std::vector<float> best; // all zero between terms
    std::vector<std::uint32_t> touched;
    best.resize(std::max(best.size(), m_scores.size()));
    for (const RankTerm::Match& match : term.matches) {
        const double weight = weightOf(term, match);
        for (const Posting& posting : m_index.m_stems.of(match.stem)) {
            float& sum = best[posting.slot];
            if (sum == 0.0F) {
                touched.push_back(posting.slot);
            }
            sum = std::max(sum, static_cast<float>(weight * impact(posting, term.stop)));
        }
    }
    for (const std::uint32_t slot : touched) {
        m_scores[slot] += best[slot];
        best[slot] = 0;
    }
}

bool KnowledgeIndex::Ranking::isBetter(const Candidate& a, const Candidate& b) const
{
    return a.rounded != b.rounded ? a.rounded > b.rounded
                                  : m_index.m_slots[a.slot].chunk.id < m_index.m_slots[b.slot].chunk.id;
}

bool KnowledgeIndex::Ranking::isVisible(std::uint32_t slot) const
{
    return m_index.m_slots[slot].owner != nullptr &&
           (m_options.includeInternal || !m_index.m_shapes[slot].internal);
}

std::vector<KnowledgeIndex::Ranking::Candidate> KnowledgeIndex::Ranking::bestByScore() const
{
    std::vector<Candidate> best;
    const auto cut = [&] {
        const auto end = best.begin() + static_cast<std::ptrdiff_t>(kCandidates);
        std::nth_element(best.begin(), end, best.end(), [&](const Candidate& a, const Candidate& b) {
            return isBetter(a, b);
        });
        best.erase(end, best.end());
    };
    std::int64_t least = 0; // what is below cannot be among the best any more
    float floor = 0;
    for (std::uint32_t slot = 0; slot < m_scores.size(); ++slot) {
        if (m_scores[slot] <= floor || !isVisible(slot)) {
            continue;
        }
        Candidate candidate{slot, static_cast<double>(m_scores[slot])};
        candidate.rounded = std::llround(candidate.bm25 * kRounding);
        if (candidate.rounded < least) {
            continue;
        }
        best.push_back(candidate);
        if (best.size() >= 4 * kCandidates) {
            cut();
            least = std::min_element(best.begin(), best.end(), [](const auto& a, const auto& b) {
                        return a.rounded < b.rounded;
                    })->rounded;
            floor = static_cast<float>((static_cast<double>(least) - 2) / kRounding);
        }
    }
    if (best.size() > kCandidates) {
        cut();
    }
    return best;
}

void KnowledgeIndex::Ranking::addDense(std::vector<Candidate>& candidates) const
{
    std::unordered_map<std::uint32_t, std::size_t> known;
    if (!m_options.dense.empty()) {
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            known.emplace(candidates[i].slot, i);
        }
    }
    for (const DenseHit& hit : m_options.dense) {
        const auto [first, last] = m_index.m_chunks.equal_range(std::hash<std::string>{}(hit.chunk.value));
        const auto found = std::find_if(first, last, [&](const auto& entry) {
            return m_index.m_slots[entry.second].chunk.id == hit.chunk;
        });
        if (found == last || !isVisible(found->second)) {
            continue;
        }
        const auto [entry, isNew] = known.emplace(found->second, candidates.size());
        if (isNew) {
            candidates.push_back({found->second, static_cast<double>(m_scores[found->second])});
        }
        candidates[entry->second].dense = static_cast<double>(hit.cosine);
        candidates[entry->second].isDense = true;
    }
}

void KnowledgeIndex::Ranking::scoreDeferred(std::vector<Candidate>& candidates) const
{
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.slot < b.slot;
    });
    std::vector<double> best(candidates.size());
    for (std::size_t t = 0; t < m_terms.size(); ++t) {
        if (!m_deferred[t]) {
            continue;
        }
        std::fill(best.begin(), best.end(), 0);
        for (const RankTerm::Match& match : m_terms[t].matches) {
            const std::span<const Posting> postings = m_index.m_stems.of(match.stem);
            const double weight = weightOf(m_terms[t], match);
            auto at = postings.begin();
            for (std::size_t c = 0; c < candidates.size() && at != postings.end(); ++c) {
                at = std::lower_bound(at,
                                      postings.end(),
                                      candidates[c].slot,
                                      [](const Posting& posting, std::uint32_t slot) {
                                          return posting.slot < slot;
                                      });
                if (at != postings.end() && at->slot == candidates[c].slot) {
                    best[c] = std::max(best[c], weight * impact(*at, m_terms[t].stop));
                }
            }
        }
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            candidates[c].bm25 += best[c];
        }
    }
}

void KnowledgeIndex::Ranking::sort(std::vector<Candidate>& candidates, double Candidate::*by) const
{
    for (Candidate& candidate : candidates) {
        candidate.rounded = std::llround(candidate.*by * kRounding);
    }
    std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
        return isBetter(a, b);
    });
}

/// Scores the best and what is dense anew; the rest is dropped.
void KnowledgeIndex::Ranking::rerank(std::vector<Candidate>& candidates)
{
    sort(candidates, &Candidate::bm25);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i < std::max(kReranked, m_options.limit) || candidates[i].isDense) {
            candidates[kept++] = candidates[i];
        }
    }
    candidates.resize(kept);
    markTerms();
    HeadGrams grams(m_terms, m_index.m_stems, m_tuning.gramIdfPower);
    for (Candidate& candidate : candidates) {
        const Slot& slot = m_index.m_slots[candidate.slot];
        const Shape& shape = m_index.m_shapes[candidate.slot];
        const bool asked = shape.headingAsks || asksTitle(shape);
        candidate.ngram = grams.cosine(slot.head());
        candidate.score =
            candidate.bm25 / m_most + (asked ? m_tuning.askedGrams : m_tuning.headGrams) * candidate.ngram;
        if (!asked) { // an answer is short: its words are near each other anyway
            candidate.score += m_tuning.proximity * nearness(slot.body()) / m_most;
        }
    }
    sort(candidates, &Candidate::score);
}

/// Both rankings as shares of their own best, the dense one counted from its last hit on.
void KnowledgeIndex::Ranking::mergeDense(std::vector<Candidate>& candidates) const
{
    if (std::none_of(candidates.begin(), candidates.end(), [](const auto& one) { return one.isDense; })) {
        return;
    }
    // Where no word was found the meaning alone ranks, in numbers that rounding does not swallow.
    const double best = candidates.front().score > 1e-3 ? candidates.front().score : 1;
    double high = -1;
    double low = 1;
    for (const Candidate& candidate : candidates) {
        if (candidate.isDense) {
            high = std::max(high, candidate.dense);
            low = std::min(low, candidate.dense);
        }
    }
    low = m_options.dense.size() < m_options.limit ? std::min(low, 0.0) : low;
    const double range = std::max(high - low, 1e-9);
    for (Candidate& candidate : candidates) {
        const double dense = candidate.isDense ? (candidate.dense - low) / range : 0;
        candidate.score =
            best * ((1 - m_tuning.denseShare) * candidate.score / best + m_tuning.denseShare * dense);
    }
    sort(candidates, &Candidate::score);
}

std::vector<Hit> KnowledgeIndex::Ranking::hits()
{
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        if (!m_deferred[i]) {
            scoreAll(m_terms[i]);
        }
    }
    std::vector<Candidate> candidates = bestByScore();
    addDense(candidates);
    scoreDeferred(candidates);
    rerank(candidates);
    mergeDense(candidates);
    candidates.resize(std::min(candidates.size(), m_options.limit));
    std::vector<Hit> found;
    found.reserve(candidates.size());
    for (const Candidate& candidate : candidates) {
        found.push_back(hitOf(candidate, found.size() + 1));
    }
    return found;
}

} // namespace parley::server::knowledge
