// SPDX-License-Identifier: MIT
#include "server/nlp/escalation/phrase_evidence.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace parley::server::nlp {
namespace {

constexpr std::string_view kQuestion = "question";
constexpr std::size_t kMostMatches = 3;
// What the second and the third phrase of a section add to the strongest: they are seldom independent of it.
constexpr std::array<double, kMostMatches> kShare{1.0, 0.5, 0.25};
constexpr std::size_t kNegationReach = 3;

bool negates(std::string_view word)
{
    static constexpr std::array<std::string_view, 34> kWords{
        "not",    "no",     "never",   "dont",   "didnt",    "doesnt", "isnt",  "wasnt",   "arent",
        "werent", "wont",   "wouldnt", "havent", "hasnt",    "hadnt",  "nor",   "neither", "without",
        "nicht",  "kein",   "keine",   "keinen", "nie",      "sin",    "nunca", "ningun",  "ninguna",
        "pas",    "jamais", "aucun",   "aucune", "shouldnt", "ohne",   "sans"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// "I don't want a refund"; but "why don't you refund me", "if not refunded", "not only".
bool isNegated(const PhraseText& text, std::size_t first)
{
    const std::size_t begin = text.sentenceBegin(text.words[first].sentence);
    for (std::size_t at = first; at > begin && first - at < kNegationReach; --at) {
        if (text.words[at].afterBreak) {
            return false;
        }
        if (!negates(text.words[at - 1].text)) {
            continue;
        }
        const std::string_view before = at - 1 > begin ? std::string_view(text.words[at - 2].text) : "";
        const bool turned = before == "why" || before == "if" || before == "when" ||
                            text.words[at].text == "only" || text.words[at].text == "just" ||
                            text.words[at].text == "hesitate";
        return !turned;
    }
    return false;
}

struct Candidate {
    PhraseMatch match;
    double weight = 0;
    bool isAsked = false;
};

bool overlaps(const PhraseMatch& one, const PhraseMatch& other)
{
    return one.first < other.last && other.first < one.last;
}

class Gatherer {
public:
    Gatherer(const PhraseBook& book, const PhraseText& text)
        : m_book(book),
          m_text(text),
          m_candidates(book.sections().size()),
          m_masks(book.sections().size()),
          m_isQuestion(text.sentenceEnds.size())
    {}

    std::vector<Evidence> run()
    {
        const std::vector<PhraseMatch> found = m_book.find(m_text);
        const std::size_t question = m_book.sectionNamed(kQuestion);
        for (const PhraseMatch& match : found) {
            const std::size_t section = m_book.sectionOf(match.phrase);
            if (section == question) {
                m_isQuestion[m_text.words[match.first].sentence] = true;
            } else if (m_book.phrase(match.phrase).isMask && !isNegated(m_text, match.first)) {
                m_masks[section].push_back(match);
            }
        }
        for (const PhraseMatch& match : found) {
            consider(match);
        }
        std::vector<Evidence> evidence;
        for (std::vector<Candidate>& candidates : m_candidates) {
            evidence.push_back(sum(candidates));
        }
        return evidence;
    }

private:
    void consider(const PhraseMatch& match)
    {
        const Phrase& phrase = m_book.phrase(match.phrase);
        const std::size_t section = m_book.sectionOf(match.phrase);
        const std::vector<PhraseMatch>& masks = m_masks[section];
        const bool masked = std::any_of(masks.begin(), masks.end(), [&](const PhraseMatch& mask) {
            return overlaps(mask, match);
        });
        if (phrase.isMask || masked || (!phrase.mayBeNegated && isNegated(m_text, match.first))) {
            return;
        }
        const bool asks = m_isQuestion[m_text.words[match.first].sentence];
        const double weight = phrase.weight * (asks ? phrase.inQuestion : 1.0);
        if (weight > 0) {
            m_candidates[section].push_back({match, weight, asks});
        }
    }

    static Evidence sum(std::vector<Candidate>& candidates)
    {
        std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
            return a.weight > b.weight;
        });
        Evidence evidence;
        for (const Candidate& candidate : candidates) {
            const bool isCounted =
                std::any_of(evidence.matches.begin(), evidence.matches.end(), [&](const PhraseMatch& other) {
                    return overlaps(other, candidate.match);
                });
            if (isCounted) {
                continue;
            }
            evidence.weight += kShare[evidence.matches.size()] * candidate.weight;
            evidence.isAsked = evidence.isAsked && candidate.isAsked;
            evidence.matches.push_back(candidate.match);
            if (evidence.matches.size() == kMostMatches) {
                break;
            }
        }
        return evidence;
    }

    const PhraseBook& m_book;
    const PhraseText& m_text;
    std::vector<std::vector<Candidate>> m_candidates; // by section
    std::vector<std::vector<PhraseMatch>> m_masks;    // by section
    std::vector<bool> m_isQuestion;                   // by sentence
};

} // namespace

std::vector<Evidence> evidenceIn(const PhraseBook& book, const PhraseText& text)
{
    if (text.words.empty()) {
        return std::vector<Evidence>(book.sections().size());
    }
    return Gatherer(book, text).run();
}

} // namespace parley::server::nlp
