// SPDX-License-Identifier: MIT
#include "server/knowledge/extractive_answer.h"

#include "server/knowledge/answer_candidates.h"
#include "server/nlp/code_points.h"

#include <algorithm>
#include <array>
#include <set>

namespace parley::server::knowledge {
namespace {

using nlp::SentenceKind;

constexpr std::size_t kMaxSentences = 4;
constexpr std::size_t kLeadSentences = 3;
constexpr std::size_t kMaxSteps = 8;
// The neighbour of the best sentence is said too where it is about as much to the point.
constexpr double kNeighbourShare = 0.6;
// A sentence of elsewhere must add at least this much of the question.
constexpr double kAddedShare = 0.15;
// From here on, title and question are one: the article is the answer.
constexpr double kSameQuestion = 0.6;

constexpr std::array<std::string_view, 26> kDangling{"however", "this", "it",       "they",  "otherwise",
                                                     "then",    "also", "these",    "that",  "those",
                                                     "instead", "but",  "so",       "dies",  "dann",
                                                     "diese",   "sie",  "außerdem", "sonst", "esto",
                                                     "además",  "cela", "ils",      "sinon", "therefore",
                                                     "if"};

bool isDangling(std::string_view sentence)
{
    const std::vector<nlp::Token> tokens = nlp::tokenize(sentence.substr(0, 64));
    return !tokens.empty() && tokens[0].text != "if" &&
           std::find(kDangling.begin(), kDangling.end(), tokens[0].text) != kDangling.end();
}

/// Chooses from the candidates; indices into them, which are passage by passage in order.
class Selection {
public:
    Selection(const std::vector<Candidate>& candidates, const TermMatcher& matcher, QuestionKind kind)
        : m_candidates(candidates), m_matcher(matcher), m_kind(kind)
    {
        const auto best =
            std::max_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
                return a.score < b.score; // the first one of equals
            });
        m_best = static_cast<std::size_t>(best - candidates.begin());
    }

    std::vector<std::size_t> choose(bool sameQuestion)
    {
        m_chosen.insert(m_best);
        if (!addList(m_best)) {
            addSteps();
            addNeighbours(sameQuestion);
        }
        if (m_chosen.size() < kMaxSentences && m_steps == 0) {
            addMissing();
        }
        addContext();
        std::vector<std::size_t> order(m_chosen.begin(), m_chosen.end());
        const std::size_t first = m_candidates[m_best].hit;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return (m_candidates[a].hit != first) < (m_candidates[b].hit != first);
        });
        return order;
    }

    [[nodiscard]] std::size_t best() const { return m_best; }

private:
    [[nodiscard]] bool sameRun(std::size_t a, std::size_t b) const
    {
        return b < m_candidates.size() && m_candidates[a].hit == m_candidates[b].hit;
    }

    [[nodiscard]] bool isItem(std::size_t i) const
    {
        return m_candidates[i].sentence.kind == SentenceKind::ListItem;
    }

    [[nodiscard]] bool introduces(std::size_t i) const
    {
        return m_candidates[i].sentence.text.ends_with(':');
    }

    /// The steps of the numbered list that `at` is one of or introduces, or the bullets that it introduces.
    bool addList(std::size_t at)
    {
        std::size_t begin = at;
        if (!isItem(at)) {
            if (!introduces(at) || !sameRun(at, at + 1)) {
                return false;
            }
            begin = at + 1;
        } else if (nlp::isNumberedItem(m_candidates[at].sentence.text)) { // a step alone helps nobody
            while (begin > 0 && sameRun(begin, begin - 1) && isItem(begin - 1)) {
                --begin;
            }
        } else {
            return false;
        }
        std::size_t end = begin;
        while (end < m_candidates.size() && sameRun(at, end) && end - begin < kMaxSteps &&
               m_candidates[end].sentence.kind != SentenceKind::Prose) {
            m_chosen.insert(end++);
        }
        m_steps = end - begin;
        return m_steps > 0;
    }

    /// "How do I": the numbered list of the passage, where there is just one near the best sentence.
    void addSteps()
    {
        if (m_kind != QuestionKind::Steps) {
            return;
        }
        for (std::size_t i = m_best + 1; sameRun(m_best, i) && i <= m_best + 2; ++i) {
            if (isItem(i) && nlp::isNumberedItem(m_candidates[i].sentence.text)) {
                addList(i);
                for (std::size_t between = m_best + 1; between < i; ++between) {
                    m_chosen.insert(between);
                }
                return;
            }
        }
    }

    void addNeighbours(bool sameQuestion)
    {
        if (m_steps > 0 || isItem(m_best)) {
            return;
        }
        const std::size_t wanted = sameQuestion ? kLeadSentences : kLeadSentences - 1;
        for (std::size_t i = m_best + 1; sameRun(m_best, i) && m_chosen.size() < wanted; ++i) {
            const Candidate& next = m_candidates[i];
            const bool prose = next.sentence.kind == SentenceKind::Prose;
            const bool sameParagraph = next.sentence.paragraph == m_candidates[m_best].sentence.paragraph;
            const bool toThePoint = next.score >= kNeighbourShare * m_candidates[m_best].score;
            if (!prose || !sameParagraph || (!toThePoint && !sameQuestion)) {
                break;
            }
            m_chosen.insert(i);
            if (introduces(i)) {
                addList(i);
                break;
            }
        }
    }

    void addMissing()
    {
        TermCredits has = m_candidates[m_best].credits;
        for (const std::size_t i : m_chosen) {
            has = merged(has, m_candidates[i].credits);
        }
        std::size_t addition = m_best;
        double most = kAddedShare;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Candidate& candidate = m_candidates[i];
            const bool usable = candidate.sentence.kind == SentenceKind::Prose && !introduces(i) &&
                                !candidate.sentence.text.ends_with('?');
            const double added = m_matcher.share(merged(has, candidate.credits)) - m_matcher.share(has);
            if (usable && !m_chosen.contains(i) && added > most &&
                candidate.score >= kNeighbourShare * m_candidates[m_best].score) {
                addition = i;
                most = added;
            }
        }
        m_chosen.insert(addition);
    }

    /// What a sentence refers back to: the one before "This ...", the introduction of a list.
    void addContext()
    {
        const std::set<std::size_t> chosen = m_chosen;
        for (const std::size_t i : chosen) {
            if (i == 0 || !sameRun(i, i - 1) || m_chosen.contains(i - 1)) {
                continue;
            }
            const bool sameParagraph =
                m_candidates[i - 1].sentence.paragraph == m_candidates[i].sentence.paragraph;
            const bool introduced = isItem(i) && introduces(i - 1);
            const bool refersBack = sameParagraph &&
                                    m_candidates[i - 1].sentence.kind == SentenceKind::Prose && !isItem(i) &&
                                    isDangling(m_candidates[i].sentence.text);
            if (introduced || (refersBack && m_chosen.size() < kMaxSentences)) {
                m_chosen.insert(i - 1);
            }
        }
    }

    const std::vector<Candidate>& m_candidates;
    const TermMatcher& m_matcher;
    QuestionKind m_kind;
    std::size_t m_best = 0;
    std::size_t m_steps = 0;
    std::set<std::size_t> m_chosen;
};

ConfidenceFeatures featuresOf(const SearchResult& found,
                              const TermMatcher& matcher,
                              const std::vector<Candidate>& candidates,
                              const std::vector<std::size_t>& chosen,
                              std::size_t best,
                              QuestionKind kind)
{
    const Hit& hit = found.hits[candidates[best].hit];
    ConfidenceFeatures features;
    features.coverage = hit.coverage;
    TermCredits credits =
        merged(matcher.creditsOf(hit.title + "\n" + hit.headings), candidates[best].credits);
    features.focus = matcher.share(credits);
    bool given = false;
    for (const std::size_t i : chosen) {
        credits = merged(credits, candidates[i].credits);
        given = given || givesWhatIsAsked(kind, candidates[i].sentence.text);
    }
    features.answered = matcher.share(credits);
    features.titleMatch = matcher.sameness(hit);
    double unknown = 0;
    double all = 0;
    for (const QueryTerm& term : found.terms) {
        all += term.weight;
        unknown += term.known ? 0 : term.weight;
    }
    features.unknownShare = all > 0 ? unknown / all : 1;
    features.margin = found.margin;
    const bool asksForm = kind == QuestionKind::Amount || kind == QuestionKind::Time;
    features.cue = !asksForm ? 0.5 : given ? 1 : 0;
    features.brevity = std::clamp((4.0 - static_cast<double>(found.terms.size())) / 3.0, 0.0, 1.0);
    return features;
}

/// The end of "[text](target)" from the bracket on; npos where it is no link.
std::size_t linkEnd(std::string_view text, std::size_t bracket, std::size_t& close)
{
    constexpr std::size_t kLongestLink = 600; // keeps a line of brackets linear
    const std::string_view window = text.substr(bracket, kLongestLink);
    const std::size_t middle = window.find("](");
    const std::size_t end = middle == std::string_view::npos ? middle : window.find(')', middle);
    close = bracket + middle;
    return end == std::string_view::npos ? end : bracket + end;
}

} // namespace

std::string withoutMarkup(std::string_view sentence)
{
    std::string out;
    const std::size_t marker = nlp::listMarkerLength(sentence);
    out.append(sentence.substr(0, marker));
    for (std::size_t i = marker; i < sentence.size(); ++i) {
        const char c = sentence[i];
        std::size_t close = 0;
        if (c == '`' || (c == '*' && (i + 1 == sentence.size() || sentence[i + 1] != ' '))) {
            continue;
        }
        if (c == '_' && i + 1 < sentence.size() && sentence[i + 1] == '_') {
            ++i;
            continue;
        }
        if (c == '[' || (c == '!' && i + 1 < sentence.size() && sentence[i + 1] == '[')) {
            const std::size_t bracket = c == '[' ? i : i + 1;
            if (const std::size_t end = linkEnd(sentence, bracket, close); end != std::string_view::npos) {
                out.append(sentence.substr(bracket + 1, close - bracket - 1));
                i = end;
                continue;
            }
        }
        out.push_back(c == '\n' || c == '\t' ? ' ' : c);
    }
    return out;
}

Draft draftAnswer(std::string_view question, const SearchResult& found)
{
    Draft draft;
    const QuestionKind kind = questionKind(nlp::tokenize(question));
    const TermMatcher matcher(found);
    const std::vector<Candidate> candidates = candidatesOf(found, matcher, kind);
    if (candidates.empty()) {
        return draft;
    }
    Selection selection(candidates, matcher, kind);
    const Hit& hit = found.hits[candidates[selection.best()].hit];
    const bool sameQuestion = matcher.sameness(hit) >= kSameQuestion;
    const std::vector<std::size_t> chosen = selection.choose(sameQuestion);
    for (const std::size_t i : chosen) {
        const nlp::Sentence& sentence = candidates[i].sentence;
        const bool item = sentence.kind == SentenceKind::ListItem || sentence.kind == SentenceKind::TableRow;
        draft.sentences.push_back({withoutMarkup(sentence.text), candidates[i].hit, item});
    }
    draft.confidence =
        estimateConfidence(featuresOf(found, matcher, candidates, chosen, selection.best(), kind));
    return draft;
}

std::string joined(const Draft& draft)
{
    std::string text;
    bool afterItem = false;
    for (const Draft::Sentence& sentence : draft.sentences) {
        if (!text.empty()) {
            text += sentence.listItem || afterItem ? '\n' : ' ';
        }
        text += sentence.text;
        afterItem = sentence.listItem;
    }
    return text;
}

} // namespace parley::server::knowledge
