// SPDX-License-Identifier: MIT
#include "server/knowledge/answer_candidates.h"

#include <algorithm>
#include <cmath>

namespace parley::server::knowledge {
namespace {

constexpr std::size_t kPassagesRead = 8;
// A passage that scores far less than the first one only distracts.
constexpr double kWorthReading = 0.5;
// What the title says already, a sentence need not repeat, but one that does is about it for sure.
constexpr double kTitleCredit = 0.7;
// A passage under the very question beats one that mentions all its words in passing.
constexpr double kSamenessBonus = 0.8;
// A title speaks for the text under it, less for the sections further down.
constexpr double kTitleOverSections = 0.75;
// A word of the question in the passage's own heading says that this section is the one.
constexpr double kHeadingBonus = 0.4;
// A section under another question or matter is about that one.
constexpr double kOtherQuestionPenalty = 0.2;
// A step is a part of a procedure, not a figure or a yes.
constexpr double kStepPenalty = 0.7;
constexpr double kLeadBonus = 0.12;
constexpr double kMissingCuePenalty = 0.65;
constexpr double kTooShortPenalty = 0.55;
// The rarest word of a question is what it is about: a passage without it is about another thing.
constexpr double kMissingPenalty = 0.4;
// A passage whose title and headings have less than this of the question only mentions it.
constexpr double kLeastTitle = 0.15;
constexpr double kMentionPenalty = 0.35;
// A term of the title that another section has in its heading belongs to that section.
constexpr double kSiblingCredit = 0.4;
// The steps of a procedure rarely say which or what.
constexpr double kProcedurePenalty = 0.25;
constexpr double kNothingOwnPenalty = 0.15;
constexpr double kOtherCountPenalty = 0.5;
constexpr double kTitleOfSection = 0.4;
// "How do I cancel?" does not say until when.
constexpr double kOtherKindPenalty = 0.3;
constexpr double kSameKindBonus = 0.15;
constexpr double kHeadingPenalty = 0.2;
constexpr std::size_t kShortestSentenceBytes = 12;
constexpr double kFillerShare = 0.25; // of a word of a title

double harmonicMean(double a, double b)
{
    return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

/// How well a sentence fits by what it is, apart from its words.
double formOf(const Candidate& candidate, QuestionKind kind)
{
    const AnalysedSentence& sentence = *candidate.sentence;
    double form = kMissingCuePenalty + (1 - kMissingCuePenalty) * givenOf(kind, sentence.given);
    if (sentence.kind == nlp::SentenceKind::Heading || candidate.text.ends_with('?')) {
        form *= kHeadingPenalty;
    }
    // A lead may be short: "Not yet."
    if (candidate.text.size() < kShortestSentenceBytes && candidate.position > 0) {
        form *= kTooShortPenalty;
    }
    if (kind != QuestionKind::Steps && kind != QuestionKind::Open && sentence.numbered) {
        form *= kStepPenalty;
    }
    return form;
}

bool asksForm(QuestionKind kind)
{
    return kind == QuestionKind::Amount || kind == QuestionKind::Time || kind == QuestionKind::Steps;
}

/// Above 1 where the passage stands under a question like this one, below 1 where under another one.
double fitOfHeading(const PassageAnalysis& passage,
                    const TermMatcher& matcher,
                    bool questionCounts,
                    QuestionKind kind)
{
    const double about = matcher.matched(passage.of(passage.ownHeading));
    double fit = 1 - kOtherQuestionPenalty * (1 - about);
    if (asksForm(kind) && asksForm(passage.headingKind)) {
        fit *= kind != passage.headingKind ? 1 - kOtherKindPenalty : about > 0 ? 1 + kSameKindBonus : 1;
    }
    const bool otherCount =
        questionCounts && passage.headingCounts && matcher.matched(passage.of(passage.headingCounted)) == 0;
    return otherCount ? fit * (1 - kOtherCountPenalty) : fit;
}

/// What the title says for a passage: less where the term is the matter of another section.
TermCredits titleCredits(const SearchResult& found, std::size_t h, const TermMatcher& matcher)
{
    const Hit& hit = found.hits[h];
    const ReadPassage& passage = matcher.passages()[h];
    TermCredits credits = merged(passage.title, passage.headings);
    const TermCredits own = merged(passage.headings, passage.body);
    for (std::size_t s = 0; s < found.hits.size(); ++s) {
        const Hit& sibling = found.hits[s];
        if (sibling.document != hit.document || sibling.headings == hit.headings) {
            continue;
        }
        const TermCredits& theirs = matcher.passages()[s].ownHeading;
        for (std::size_t i = 0; i < credits.size(); ++i) {
            if (theirs[i] > own[i]) {
                credits[i] = std::min(credits[i], std::max(own[i], kSiblingCredit));
            }
        }
    }
    return credits;
}

bool isProcedure(const PassageAnalysis& passage)
{
    return std::any_of(passage.sentences.begin(), passage.sentences.end(), [](const auto& sentence) {
        return sentence.numbered;
    });
}

std::size_t matchCount(const SearchResult& found)
{
    std::size_t count = 0;
    for (const QueryTerm& term : found.terms) {
        count += term.matches.size();
    }
    return count;
}

} // namespace

TermMatcher::TermMatcher(const SearchResult& found) : m_found(found), m_credits(matchCount(found))
{
    for (std::size_t i = 0; i < found.terms.size(); ++i) {
        const QueryTerm& term = found.terms[i];
        m_total += term.weight;
        for (const auto& [stem, credit] : term.matches) {
            m_credits.add(wordKey(stem), Credit{static_cast<std::uint32_t>(i), credit});
        }
    }
    m_passages.reserve(found.hits.size());
    for (const Hit& hit : found.hits) {
        m_passages.push_back(read(hit));
    }
}

ReadPassage TermMatcher::read(const Hit& hit) const
{
    ReadPassage passage;
    passage.analysis = hit.analysis;
    if (!passage.analysis || passage.analysis->language != m_found.language) {
        passage.analysis = std::make_shared<const PassageAnalysis>(
            analysePassage(hit.title, hit.headings, hit.text, m_found.language));
    }
    const PassageAnalysis& analysis = *passage.analysis;
    passage.title = creditsOf(analysis.of(analysis.title));
    passage.headings = creditsOf(analysis.of(analysis.headings));
    passage.ownHeading = creditsOf(analysis.of(analysis.ownHeading));
    passage.body = creditsOf(analysis.of(analysis.body));
    passage.sameness = samenessOf(hit, passage);
    return passage;
}

TermCredits TermMatcher::creditsOf(std::span<const TermKey> terms) const
{
    TermCredits credits(m_found.terms.size());
    for (const TermKey& term : terms) {
        m_credits.each(term.stem, [&](const Credit& credit) {
            credits[credit.term] = std::max(credits[credit.term], credit.credit);
        });
    }
    return credits;
}

TermCredits TermMatcher::creditsOf(std::string_view text) const
{
    std::vector<TermKey> keys;
    for (const nlp::Term& term : nlp::contentTerms(text, m_found.language)) {
        keys.push_back(keyOf(term));
    }
    return creditsOf(keys);
}

double TermMatcher::share(const TermCredits& credits) const
{
    return share(credits, credits);
}

double TermMatcher::share(const TermCredits& a, const TermCredits& b) const
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        sum += std::max(a[i], b[i]) * m_found.terms[i].weight;
    }
    return m_total > 0 ? sum / m_total : 0;
}

double TermMatcher::strongestMissing(const TermCredits& credits) const
{
    double heaviest = 0;
    double missing = 0;
    for (std::size_t i = 0; i < credits.size(); ++i) {
        const double weight = m_found.terms[i].weight;
        heaviest = std::max(heaviest, weight);
        missing = std::max(missing, weight * (1 - credits[i]));
    }
    return heaviest > 0 ? missing / heaviest : 1;
}

TermMatcher::Match TermMatcher::match(std::span<const TermKey> title) const
{
    Match match;
    for (const TermKey& term : title) {
        const double weight = term.filler != 0 ? kFillerShare : 1;
        match.all += weight;
        match.there += m_credits.each(term.stem, [](const Credit&) {}) ? weight : 0;
    }
    return match;
}

double TermMatcher::matched(std::span<const TermKey> title) const
{
    return match(title).share();
}

double TermMatcher::samenessOf(const Hit& hit, const ReadPassage& passage) const
{
    const Match title = match(passage.analysis->of(passage.analysis->title));
    const double ofTitle = harmonicMean(share(passage.title), title.share());
    if (hit.headings.empty()) {
        return ofTitle;
    }
    const Match heading = match(passage.analysis->of(passage.analysis->ownHeading));
    const Match both{title.all + heading.all, title.there + heading.there};
    const double shareOfBoth = share(passage.title, passage.ownHeading);
    const double ofHeading = harmonicMean(share(passage.ownHeading), heading.share());
    return std::max({kTitleOverSections * ofTitle,
                     ofHeading,
                     harmonicMean(shareOfBoth, both.share()),
                     harmonicMean(shareOfBoth, heading.share())});
}

TermCredits sectionCredits(const Hit& hit, const ReadPassage& passage, const TermCredits& title)
{
    TermCredits credits = title;
    for (double& credit : credits) {
        credit *= hit.headings.empty() ? 1 : kTitleOfSection;
    }
    return merged(credits, merged(passage.headings, passage.body));
}

TermCredits merged(const TermCredits& a, const TermCredits& b)
{
    TermCredits both(a);
    for (std::size_t i = 0; i < both.size(); ++i) {
        both[i] = std::max(a[i], b[i]);
    }
    return both;
}

namespace {

/// What all sentences of one passage have in common.
struct PassageScore {
    TermCredits faded; ///< what the title says already
    double about = 0;
    double missing = 0;
    double fit = 1;
};

PassageScore scoreOf(const SearchResult& found,
                     std::size_t h,
                     const TermMatcher& matcher,
                     bool questionCounts,
                     QuestionKind kind)
{
    const Hit& hit = found.hits[h];
    const ReadPassage& passage = matcher.passages()[h];
    const bool hasHeading = !hit.headings.empty();
    const TermCredits title = titleCredits(found, h, matcher);
    PassageScore score;
    score.about = kSamenessBonus * passage.sameness + kHeadingBonus * matcher.share(passage.ownHeading);
    score.missing = kMissingPenalty * matcher.strongestMissing(
                                          sectionCredits(hit, passage, hasHeading ? passage.title : title));
    score.fit = hasHeading ? fitOfHeading(*passage.analysis, matcher, questionCounts, kind) : 1;
    const double titleShare = std::min(1.0, matcher.share(title) / kLeastTitle);
    score.fit *= 1 - kMentionPenalty * (1 - titleShare);
    if (kind == QuestionKind::Fact && isProcedure(*passage.analysis)) {
        score.fit *= 1 - kProcedurePenalty;
    }
    score.faded = title;
    for (double& credit : score.faded) {
        credit *= kTitleCredit;
    }
    return score;
}

} // namespace

std::vector<Candidate>
candidatesOf(const SearchResult& found, const TermMatcher& matcher, const std::vector<nlp::Token>& question)
{
    std::vector<Candidate> candidates;
    const QuestionKind kind = questionKind(question);
    const bool questionCounts = !countedWord(question).empty();
    double best = 0;
    for (const Hit& hit : found.hits) {
        best = std::max(best, hit.bm25);
    }
    for (std::size_t h = 0; h < std::min(found.hits.size(), kPassagesRead); ++h) {
        const Hit& hit = found.hits[h];
        if (hit.bm25 < kWorthReading * best || best <= 0) {
            continue;
        }
        const PassageAnalysis& passage = *matcher.passages()[h].analysis;
        const PassageScore common = scoreOf(found, h, matcher, questionCounts, kind);
        const double fit = common.fit * (0.7 + 0.3 * hit.bm25 / best);
        for (std::size_t i = 0; i < passage.sentences.size(); ++i) {
            const AnalysedSentence& sentence = passage.sentences[i];
            Candidate& candidate = candidates.emplace_back();
            candidate.sentence = &sentence;
            candidate.text = std::string_view(hit.text).substr(sentence.begin, sentence.size);
            candidate.hit = h;
            candidate.position = i;
            candidate.credits = matcher.creditsOf(passage.of(sentence.terms));
            const double lead = kLeadBonus / std::sqrt(static_cast<double>(i) + 1);
            const double words = matcher.share(candidate.credits, common.faded);
            candidate.score = std::max(0.0, words + common.about + lead - common.missing) * fit;
            candidate.score *= formOf(candidate, kind);
            if (i > 0 && matcher.share(candidate.credits) == 0) {
                candidate.score *= 1 - kNothingOwnPenalty;
            }
        }
    }
    return candidates;
}

} // namespace parley::server::knowledge
