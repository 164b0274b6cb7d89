// SPDX-License-Identifier: MIT
#include "server/knowledge/extractive_answer.h"

#include "server/knowledge/answer_candidates.h"
#include "server/knowledge/answer_features.h"

#include <algorithm>
#include <set>

namespace parley::server::knowledge {
namespace {

using nlp::SentenceKind;

constexpr std::size_t kMaxSentences = 4;
constexpr std::size_t kLeadSentences = 3;
constexpr std::size_t kMaxSteps = 12;
// The neighbour of the best sentence is said too where it is about as much to the point.
constexpr double kNeighbourShare = 0.6;
// A sentence of elsewhere must add at least this much of the question.
constexpr double kAddedShare = 0.25;
// From here on, heading and question are one: the section from its beginning is the answer.
constexpr double kSameQuestion = 0.55;

/// Chooses from the candidates; indices into them, which are passage by passage in order.
class Selection {
public:
    Selection(const SearchResult& found,
              const std::vector<Candidate>& candidates,
              const TermMatcher& matcher,
              QuestionKind kind)
        : m_found(found), m_candidates(candidates), m_matcher(matcher), m_kind(kind)
    {
        const auto best =
            std::max_element(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
                return a.score < b.score; // the first one of equals
            });
        m_best = static_cast<std::size_t>(best - candidates.begin());
        m_sectionBegin = m_best - candidates[m_best].position;
        m_sameQuestion = matcher.passages()[candidates[m_best].hit].sameness >= kSameQuestion;
    }

    std::vector<std::size_t> choose()
    {
        m_chosen.insert(m_best);
        if (!addList(m_best) && !addSteps()) {
            addParagraph();
        }
        if (m_chosen.size() < kMaxSentences && m_items == 0) {
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
        return m_candidates[i].sentence->kind == SentenceKind::ListItem;
    }

    [[nodiscard]] bool isProse(std::size_t i) const
    {
        return m_candidates[i].sentence->kind == SentenceKind::Prose;
    }

    [[nodiscard]] bool introduces(std::size_t i) const { return m_candidates[i].text.ends_with(':'); }

    [[nodiscard]] bool sameParagraph(std::size_t a, std::size_t b) const
    {
        return sameRun(a, b) && m_candidates[a].sentence->paragraph == m_candidates[b].sentence->paragraph;
    }

    /// A figure, a name or a yes is in one item.
    [[nodiscard]] bool asksOneThing() const
    {
        return m_kind != QuestionKind::Steps && m_kind != QuestionKind::Open &&
               (m_kind != QuestionKind::Fact || !m_sameQuestion);
    }

    /// The list that `at` introduces or is an item of. A step alone helps nobody; a bullet does, unless the
    /// whole list is what the heading asks for.
    bool addList(std::size_t at)
    {
        std::size_t begin = at;
        if (!isItem(at)) {
            if (!introduces(at) || !sameRun(at, at + 1)) {
                return false;
            }
            begin = at + 1;
        } else if (m_candidates[at].sentence->numbered || (m_sameQuestion && !asksOneThing())) {
            while (begin > 0 && sameRun(begin, begin - 1) && isItem(begin - 1)) {
                --begin;
            }
        } else {
            return false;
        }
        std::size_t end = begin;
        while (sameRun(at, end) && end - begin < kMaxSteps && !isProse(end)) {
            m_chosen.insert(end++);
        }
        m_items = end - begin;
        return m_items > 0;
    }

    /// "How do I": the numbered list of the section that is about it, or the one right after the best
    /// sentence.
    bool addSteps()
    {
        if (m_kind != QuestionKind::Steps) {
            return false;
        }
        const std::size_t begin = m_sameQuestion ? m_sectionBegin : m_best + 1;
        const std::size_t end = m_sameQuestion ? m_candidates.size() : m_best + 3;
        for (std::size_t i = begin; i < end && sameRun(m_best, i); ++i) {
            if (isItem(i) && m_candidates[i].sentence->numbered) {
                if (m_best > i) {
                    m_chosen.erase(m_best); // what stands behind the steps is about their end
                }
                for (std::size_t between = m_best + 1; between < i; ++between) {
                    m_chosen.insert(between);
                }
                return addList(i);
            }
        }
        return false;
    }

    /// From the first sentence that makes sense alone to the last one that belongs to it.
    void addParagraph()
    {
        if (!isProse(m_best)) {
            return;
        }
        std::size_t begin = m_best;
        while (begin > m_sectionBegin && isProse(begin - 1) && sameParagraph(begin, begin - 1) &&
               m_best - begin + 1 < kMaxSentences &&
               (m_sameQuestion || m_candidates[begin].sentence->dangling)) {
            m_chosen.insert(--begin);
        }
        for (std::size_t i = m_best + 1; sameParagraph(m_best, i) && m_chosen.size() < kLeadSentences; ++i) {
            const bool toThePoint =
                m_sameQuestion || m_candidates[i].score >= kNeighbourShare * m_candidates[m_best].score;
            if (!isProse(i) || !toThePoint) {
                break;
            }
            m_chosen.insert(i);
            if (introduces(i)) {
                addList(i);
                break;
            }
        }
    }

    /// A second sentence of the same document for the half of the question that is still open.
    void addMissing()
    {
        TermCredits has = m_candidates[m_best].credits;
        for (const std::size_t i : m_chosen) {
            has = merged(has, m_candidates[i].credits);
        }
        const Hit& hit = m_found.hits[m_candidates[m_best].hit];
        const ReadPassage& passage = m_matcher.passages()[m_candidates[m_best].hit];
        has = merged(has, merged(passage.title, passage.headings));
        const double hasShare = m_matcher.share(has);
        std::size_t addition = m_best;
        double most = kAddedShare;
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            const Candidate& candidate = m_candidates[i];
            const std::string_view text = candidate.text;
            const bool usable = isProse(i) && !introduces(i) && !text.ends_with('?') &&
                                !candidate.sentence->verdict &&
                                m_found.hits[candidate.hit].document == hit.document;
            const double added = m_matcher.share(has, candidate.credits) - hasShare;
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
            const bool introduced = isItem(i) && introduces(i - 1);
            const bool refersBack =
                sameParagraph(i, i - 1) && isProse(i - 1) && isProse(i) && m_candidates[i].sentence->dangling;
            if (introduced || (refersBack && m_chosen.size() < kMaxSentences)) {
                m_chosen.insert(i - 1);
            }
        }
    }

    const SearchResult& m_found;
    const std::vector<Candidate>& m_candidates;
    const TermMatcher& m_matcher;
    QuestionKind m_kind;
    std::size_t m_best = 0;
    std::size_t m_sectionBegin = 0; ///< of the passage that has the best sentence
    bool m_sameQuestion = false;
    std::size_t m_items = 0;
    std::set<std::size_t> m_chosen;
};

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
    const std::vector<nlp::Token> tokens = nlp::tokenize(question);
    const QuestionKind kind = questionKind(tokens);
    const TermMatcher matcher(found);
    const std::vector<Candidate> candidates = candidatesOf(found, matcher, tokens);
    if (candidates.empty()) {
        return draft;
    }
    Selection selection(found, candidates, matcher, kind);
    const std::vector<std::size_t> chosen = selection.choose();
    const bool alone = chosen.size() == 1; // a single item is a sentence like any other
    for (const std::size_t i : chosen) {
        std::string_view text = candidates[i].text;
        SentenceKind sentenceKind = candidates[i].sentence->kind;
        if (alone && sentenceKind == SentenceKind::ListItem) {
            text.remove_prefix(nlp::listMarkerLength(text));
            sentenceKind = SentenceKind::Prose;
        }
        const bool item = sentenceKind == SentenceKind::ListItem || sentenceKind == SentenceKind::TableRow;
        draft.sentences.push_back({withoutMarkup(text), candidates[i].hit, item});
    }
    draft.confidence =
        estimateConfidence(featuresOf(found, matcher, candidates, chosen, selection.best(), tokens));
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
