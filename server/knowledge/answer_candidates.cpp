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

double harmonicMean(double a, double b)
{
    return a + b > 0 ? 2 * a * b / (a + b) : 0;
}

/// How well a sentence fits by what it is, apart from its words.
double formOf(const nlp::Sentence& sentence, std::size_t position, QuestionKind kind)
{
    double form = kMissingCuePenalty + (1 - kMissingCuePenalty) * givenOf(kind, sentence.text);
    if (sentence.kind == nlp::SentenceKind::Heading || sentence.text.ends_with('?')) {
        form *= kHeadingPenalty;
    }
    if (sentence.text.size() < kShortestSentenceBytes && position > 0) { // a lead may be short: "Not yet."
        form *= kTooShortPenalty;
    }
    if (kind != QuestionKind::Steps && kind != QuestionKind::Open && nlp::isNumberedItem(sentence.text)) {
        form *= kStepPenalty;
    }
    return form;
}

bool asksForm(QuestionKind kind)
{
    return kind == QuestionKind::Amount || kind == QuestionKind::Time || kind == QuestionKind::Steps;
}

/// Above 1 where the passage stands under a question like this one, below 1 where under another one.
double fitOfHeading(std::string_view heading,
                    const TermMatcher& matcher,
                    const std::vector<nlp::Token>& question,
                    QuestionKind kind)
{
    if (heading.empty()) {
        return 1;
    }
    const double about = matcher.matched(heading);
    const std::vector<nlp::Token> tokens = nlp::tokenize(heading);
    const QuestionKind headingKind = heading.ends_with('?') ? questionKind(tokens) : QuestionKind::Open;
    double fit = 1 - kOtherQuestionPenalty * (1 - about);
    if (asksForm(kind) && asksForm(headingKind)) {
        fit *= kind != headingKind ? 1 - kOtherKindPenalty : about > 0 ? 1 + kSameKindBonus : 1;
    }
    const std::string counted = countedWord(question);
    const std::string other = countedWord(tokens);
    const bool otherCount = !counted.empty() && !other.empty() && matcher.matched(other) == 0;
    return otherCount ? fit * (1 - kOtherCountPenalty) : fit;
}

/// What the title says for a passage: less where the term is the matter of another section.
TermCredits titleCredits(const SearchResult& found, std::size_t h, const TermMatcher& matcher)
{
    const Hit& hit = found.hits[h];
    TermCredits credits = matcher.creditsOf(hit.title + "\n" + hit.headings);
    const TermCredits own = merged(matcher.creditsOf(hit.headings), matcher.creditsOf(hit.text));
    for (const Hit& sibling : found.hits) {
        if (sibling.document != hit.document || sibling.headings == hit.headings) {
            continue;
        }
        const TermCredits theirs = matcher.creditsOf(ownHeading(sibling));
        for (std::size_t i = 0; i < credits.size(); ++i) {
            if (theirs[i] > own[i]) {
                credits[i] = std::min(credits[i], std::max(own[i], kSiblingCredit));
            }
        }
    }
    return credits;
}

bool isProcedure(const std::vector<nlp::Sentence>& sentences)
{
    return std::any_of(sentences.begin(), sentences.end(), [](const nlp::Sentence& sentence) {
        return nlp::isNumberedItem(sentence.text);
    });
}

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

double TermMatcher::matched(std::string_view title) const
{
    double all = 0;
    double there = 0;
    for (const nlp::Term& term : nlp::contentTerms(title, m_found.language)) {
        const double weight = term.filler ? 0.25 : 1;
        all += weight;
        there += m_credits.contains(term.stem) ? weight : 0;
    }
    return all > 0 ? there / all : 0;
}

double TermMatcher::sameness(std::string_view title) const
{
    return harmonicMean(share(creditsOf(title)), matched(title));
}

double TermMatcher::sameness(const Hit& hit) const
{
    const std::string_view heading = ownHeading(hit);
    if (heading.empty()) {
        return sameness(hit.title);
    }
    const std::string both = hit.title + ' ' + std::string(heading);
    const double underTitle = harmonicMean(share(creditsOf(both)), matched(heading));
    return std::max(
        {kTitleOverSections * sameness(hit.title), sameness(heading), sameness(both), underTitle});
}

TermCredits sectionCredits(const Hit& hit, const TermMatcher& matcher, const TermCredits& title)
{
    TermCredits credits = title;
    for (double& credit : credits) {
        credit *= hit.headings.empty() ? 1 : kTitleOfSection;
    }
    return merged(credits, matcher.creditsOf(hit.headings + "\n" + hit.text));
}

std::string_view ownHeading(const Hit& hit)
{
    const std::size_t last = hit.headings.rfind(" > ");
    return std::string_view(hit.headings).substr(last == std::string::npos ? 0 : last + 3);
}

TermCredits merged(const TermCredits& a, const TermCredits& b)
{
    TermCredits both(a);
    for (std::size_t i = 0; i < both.size(); ++i) {
        both[i] = std::max(a[i], b[i]);
    }
    return both;
}

std::vector<Candidate>
candidatesOf(const SearchResult& found, const TermMatcher& matcher, const std::vector<nlp::Token>& question)
{
    std::vector<Candidate> candidates;
    const QuestionKind kind = questionKind(question);
    double best = 0;
    for (const Hit& hit : found.hits) {
        best = std::max(best, hit.bm25);
    }
    for (std::size_t h = 0; h < std::min(found.hits.size(), kPassagesRead); ++h) {
        const Hit& hit = found.hits[h];
        if (hit.bm25 < kWorthReading * best || best <= 0) {
            continue;
        }
        const std::string_view heading = ownHeading(hit);
        const TermCredits title = titleCredits(found, h, matcher);
        const double titleShare = std::min(1.0, matcher.share(title) / kLeastTitle);
        const double about = kSamenessBonus * matcher.sameness(hit) +
                             kHeadingBonus * matcher.share(matcher.creditsOf(heading));
        const double missing =
            kMissingPenalty *
            matcher.strongestMissing(
                sectionCredits(hit, matcher, heading.empty() ? title : matcher.creditsOf(hit.title)));
        const std::vector<nlp::Sentence> sentences = nlp::splitSentences(hit.text);
        double fit = fitOfHeading(heading, matcher, question, kind) * (0.7 + 0.3 * hit.bm25 / best);
        fit *= 1 - kMentionPenalty * (1 - titleShare);
        if (kind == QuestionKind::Fact && isProcedure(sentences)) {
            fit *= 1 - kProcedurePenalty;
        }
        TermCredits faded = title;
        for (double& credit : faded) {
            credit *= kTitleCredit;
        }
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            Candidate candidate{sentences[i], h, i, matcher.creditsOf(sentences[i].text), 0};
            const double lead = kLeadBonus / std::sqrt(static_cast<double>(i) + 1);
            const double words = matcher.share(merged(candidate.credits, faded));
            candidate.score = std::max(0.0, words + about + lead - missing) * fit;
            candidate.score *= formOf(sentences[i], i, kind);
            if (i > 0 && matcher.share(candidate.credits) == 0) {
                candidate.score *= 1 - kNothingOwnPenalty;
            }
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

} // namespace parley::server::knowledge
