// SPDX-License-Identifier: MIT
#include "server/knowledge/answer_features.h"

#include "server/nlp/code_points.h"
#include "server/nlp/stemmer.h"
#include "server/nlp/terms.h"

#include <algorithm>
#include <string>

namespace parley::server::knowledge {
namespace {

/// How far the best sentence is ahead of the best one of another document, 0..1.
double leadOf(const SearchResult& found, const std::vector<Candidate>& candidates, std::size_t best)
{
    const DocumentId& document = found.hits[candidates[best].hit].document;
    double rival = 0;
    for (const Candidate& candidate : candidates) {
        if (found.hits[candidate.hit].document != document) {
            rival = std::max(rival, candidate.score);
        }
    }
    const double score = candidates[best].score;
    return score > 0 ? std::clamp((score - rival) / score, 0.0, 1.0) : 0;
}

/// Whether the question names somebody or something that the passage does not name: "Windows" is no window.
/// German writes every noun with a capital, and some people every word.
bool namesOther(const std::vector<nlp::Token>& question,
                const PassageAnalysis& passage,
                nlp::Language language)
{
    const auto capitals =
        static_cast<std::size_t>(std::count_if(question.begin(), question.end(), [](const nlp::Token& token) {
            return token.capitalized;
        }));
    if (language == nlp::Language::German || 2 * capitals > question.size() + 1) {
        return false;
    }
    const auto isOther = [&](const nlp::Token& token) {
        if (!token.capitalized || token.kind != nlp::TokenKind::Word) {
            return false;
        }
        const std::string word = nlp::folded(token.text);
        return word.size() > 1 && !nlp::isStopWord(word, language) &&
               !std::binary_search(passage.names.begin(),
                                   passage.names.end(),
                                   wordKey(nlp::stem(word, language)));
    };
    return std::any_of(question.begin() + (question.empty() ? 0 : 1), question.end(), isOther);
}

/// Whether the passage, its document's title apart, speaks of what "how many" asks to count.
bool counts(const ReadPassage& passage, const TermMatcher& matcher, const std::vector<nlp::Token>& question)
{
    const TermCredits wanted = matcher.creditsOf(countedWord(question));
    const TermCredits there = merged(passage.headings, passage.body);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i] == 1 && there[i] == 0) {
            return false;
        }
    }
    return true;
}

} // namespace

ConfidenceFeatures featuresOf(const SearchResult& found,
                              const TermMatcher& matcher,
                              const std::vector<Candidate>& candidates,
                              const std::vector<std::size_t>& chosen,
                              std::size_t best,
                              const std::vector<nlp::Token>& question)
{
    const QuestionKind kind = questionKind(question);
    const Hit& hit = found.hits[candidates[best].hit];
    const ReadPassage& passage = matcher.passages()[candidates[best].hit];
    ConfidenceFeatures features;
    features.coverage = hit.coverage;
    TermCredits credits = merged(merged(passage.title, passage.headings), candidates[best].credits);
    features.focus = matcher.share(credits);
    double given = 0;
    for (const std::size_t i : chosen) {
        credits = merged(credits, candidates[i].credits);
        given = std::max(given, givenOf(kind, candidates[i].sentence->given));
    }
    features.answered = matcher.share(credits);
    features.titleMatch = passage.sameness;
    double unknown = 0;
    double all = 0;
    for (const QueryTerm& term : found.terms) {
        all += term.weight;
        unknown += term.known ? 0 : term.weight;
    }
    features.unknownShare = all > 0 ? unknown / all : 1;
    features.margin = found.margin;
    features.missing = matcher.strongestMissing(sectionCredits(hit, passage, passage.title));
    features.lead = leadOf(found, candidates, best);
    features.otherName = namesOther(question, *passage.analysis, found.language) ? 1 : 0;
    const bool asksForm = kind == QuestionKind::Amount || kind == QuestionKind::Time;
    features.cue = !asksForm ? 0.5 : counts(passage, matcher, question) ? given : 0;
    features.brevity = std::clamp((4.0 - static_cast<double>(found.terms.size())) / 3.0, 0.0, 1.0);
    return features;
}

} // namespace parley::server::knowledge
