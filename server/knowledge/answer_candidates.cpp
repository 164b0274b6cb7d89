// SPDX-License-Identifier: MIT
#include "server/knowledge/answer_candidates.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

constexpr std::size_t kPassagesRead = 4;
// A passage that scores far less than the first one only distracts.
constexpr double kWorthReading = 0.5;
// What the title says already, a sentence need not repeat, but one that does is about it for sure.
constexpr double kTitleCredit = 0.7;
// A passage under the very question beats one that mentions all its words in passing.
constexpr double kSamenessBonus = 0.7;
// A title speaks for the text under it, less for the sections further down.
constexpr double kTitleOverSections = 0.75;
constexpr double kLeadBonus = 0.12;
constexpr double kMissingCuePenalty = 0.55;
constexpr double kHeadingPenalty = 0.2;
constexpr std::size_t kShortestSentenceBytes = 12;

} // namespace

TermMatcher::TermMatcher(const SearchResult& found) : m_found(found)
{
    for (std::size_t i = 0; i < found.terms.size(); ++i) {
        const QueryTerm& term = found.terms[i];
        m_total += term.weight;
        for (const auto& [stem, credit] : term.matches) {
            m_credits[stem].emplace_back(i, credit);
        }
    }
}

TermCredits TermMatcher::creditsOf(std::string_view text) const
{
    TermCredits credits(m_found.terms.size());
    for (const nlp::Term& term : nlp::contentTerms(text, m_found.language)) {
        const auto found = m_credits.find(term.stem);
        if (found == m_credits.end()) {
            continue;
        }
        for (const auto& [index, credit] : found->second) {
            credits[index] = std::max(credits[index], credit);
        }
    }
    return credits;
}

double TermMatcher::share(const TermCredits& credits) const
{
    double sum = 0;
    for (std::size_t i = 0; i < credits.size(); ++i) {
        sum += credits[i] * m_found.terms[i].weight;
    }
    return m_total > 0 ? sum / m_total : 0;
}

double TermMatcher::sameness(std::string_view title) const
{
    const double ofQuestion = share(creditsOf(title));
    double all = 0;
    double matched = 0;
    for (const nlp::Term& term : nlp::contentTerms(title, m_found.language)) {
        const double weight = term.filler ? 0.25 : 1;
        all += weight;
        matched += m_credits.contains(term.stem) ? weight : 0;
    }
    const double ofTitle = all > 0 ? matched / all : 0;
    return ofQuestion + ofTitle > 0 ? 2 * ofQuestion * ofTitle / (ofQuestion + ofTitle) : 0;
}

double TermMatcher::sameness(const Hit& hit) const
{
    const std::size_t last = hit.headings.rfind(" > ");
    const std::string_view heading =
        std::string_view(hit.headings).substr(last == std::string::npos ? 0 : last + 3);
    const double ofTitle = sameness(hit.title) * (heading.empty() ? 1 : kTitleOverSections);
    return std::max({ofTitle, sameness(heading), sameness(hit.title + ' ' + std::string(heading))});
}

TermCredits merged(const TermCredits& a, const TermCredits& b)
{
    TermCredits both(a);
    for (std::size_t i = 0; i < both.size(); ++i) {
        both[i] = std::max(a[i], b[i]);
    }
    return both;
}

std::vector<Candidate> candidatesOf(const SearchResult& found, const TermMatcher& matcher, QuestionKind kind)
{
    std::vector<Candidate> candidates;
    if (found.hits.empty()) {
        return candidates;
    }
    double best = 0;
    for (const Hit& hit : found.hits) {
        best = std::max(best, hit.bm25);
    }
    for (std::size_t h = 0; h < std::min(found.hits.size(), kPassagesRead); ++h) {
        const Hit& hit = found.hits[h];
        if (hit.bm25 < kWorthReading * best || best <= 0) {
            continue;
        }
        const TermCredits title = matcher.creditsOf(hit.title + "\n" + hit.headings);
        const double sameness = kSamenessBonus * matcher.sameness(hit);
        const std::vector<nlp::Sentence> sentences = nlp::splitSentences(hit.text);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            Candidate candidate{sentences[i], h, i, matcher.creditsOf(sentences[i].text), 0};
            TermCredits faded = title;
            for (double& credit : faded) {
                credit *= kTitleCredit;
            }
            candidate.score = matcher.share(merged(candidate.credits, faded)) + sameness;
            candidate.score += kLeadBonus / std::sqrt(static_cast<double>(i) + 1);
            candidate.score *= givesWhatIsAsked(kind, sentences[i].text) ? 1 : kMissingCuePenalty;
            const bool heading = sentences[i].kind == nlp::SentenceKind::Heading;
            const bool question = sentences[i].text.ends_with('?');
            candidate.score *= heading || question ? kHeadingPenalty : 1;
            candidate.score *= sentences[i].text.size() < kShortestSentenceBytes ? kMissingCuePenalty : 1;
            candidate.score *= 0.7 + 0.3 * hit.bm25 / best;
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

} // namespace parley::server::knowledge
