// SPDX-License-Identifier: MIT
#include "server/knowledge/index_ranking.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace parley::server::knowledge {
namespace {

// Content words between which two words are neighbours.
constexpr int kNear = 3;
constexpr std::size_t kMaxMarks = 64;
constexpr int kNowhere = -1000;

} // namespace

void KnowledgeIndex::Ranking::markTerms()
{
    m_marks.assign(m_index.m_stems.size(), 0);
    for (std::size_t i = 0; i < std::min(m_content.size(), kMaxMarks); ++i) {
        for (const RankTerm::Match& match : m_content[i]->matches) {
            if (match.same && m_marks[match.stem] == 0) {
                m_marks[match.stem] = static_cast<std::uint8_t>(i + 1);
            }
        }
    }
}

/// For each two neighbours of the question the idf of the more common one, over their least distance in the
/// body; the wrong way round is one further.
double KnowledgeIndex::Ranking::nearness(std::span<const std::uint32_t> body) const
{
    std::array<int, kMaxMarks + 2> last;  // of each mark
    std::array<int, kMaxMarks + 2> least; // of each mark and the one before it
    last.fill(kNowhere);
    least.fill(kNear + 1);
    int position = 0;
    for (const std::uint32_t stem : body) {
        if (const std::size_t mark = m_marks[stem]; mark != 0) {
            if (mark > 1) {
                least[mark] = std::min(least[mark], position - last[mark - 1]);
            }
            least[mark + 1] = std::min(least[mark + 1], position - last[mark + 1] + 1);
            last[mark] = position;
        }
        ++position;
    }
    double sum = 0;
    for (std::size_t mark = 2; mark <= std::min(m_content.size(), kMaxMarks); ++mark) {
        if (least[mark] <= kNear) {
            sum += std::min(m_content[mark - 2]->rarity, m_content[mark - 1]->rarity) / least[mark];
        }
    }
    return sum;
}

double KnowledgeIndex::Ranking::coverage(const Slot& slot) const
{
    double all = 0;
    double covered = 0;
    for (const RankTerm* term : m_content) {
        double credit = 0;
        for (const RankTerm::Match& match : term->matches) {
            if (match.same && match.credit > credit &&
                std::find(slot.terms.begin(), slot.terms.end(), match.stem) != slot.terms.end()) {
                credit = match.credit;
            }
        }
        all += term->shown.weight;
        covered += credit * term->shown.weight;
    }
    return all > 0 ? covered / all : 0;
}

Hit KnowledgeIndex::Ranking::hitOf(const Candidate& candidate, std::size_t rank) const
{
    const Slot& slot = m_index.m_slots[candidate.slot];
    Hit hit;
    hit.document.value = slot.owner->first;
    hit.chunk = slot.chunk.id;
    hit.title = slot.owner->second.title;
    hit.headings = slot.chunk.headings;
    hit.text = slot.chunk.text;
    hit.page = slot.chunk.page;
    hit.internal = m_index.m_shapes[candidate.slot].internal;
    hit.score = 1 - std::exp(-candidate.score);
    hit.bm25 = candidate.bm25;
    hit.ngram = candidate.ngram;
    hit.dense = candidate.dense;
    hit.coverage = coverage(slot);
    hit.rank = static_cast<int>(rank);
    hit.analysis = slot.analysis;
    return hit;
}

} // namespace parley::server::knowledge
